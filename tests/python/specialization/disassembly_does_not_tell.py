"""`co_code` and `dis` show the same instructions before and after a function has been specialised."""
import dis


def work(items, factor):
    total = 0
    for item in items:
        if item > 2:
            total += item * factor
        items[0] = total
        text = str(item)
        text += "x"
    return total, len(items), work.__name__


def instructions(function, **options):
    return [(i.offset, i.opname, i.arg, i.argrepr) for i in dis.get_instructions(function, **options)]


code = work.__code__
before, shown = code.co_code, instructions(work)
for _ in range(200):
    work([1, 2, 3, 4], 5)
print(before == code.co_code, shown == instructions(work))
adaptive = instructions(work, adaptive=True)
print(len(adaptive) == len(shown), [a[0] for a in adaptive] == [s[0] for s in shown])
names = {name for _, name, _, _ in adaptive}
known = set(dis._all_opname)
print(names <= known)
print(len(code._co_code_adaptive) == len(code.co_code))
copy = code.replace(co_name="copy")
print(copy.co_code == before, copy == code, hash(copy) == hash(code.replace(co_name="copy")))
