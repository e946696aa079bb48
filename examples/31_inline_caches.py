"""Some instructions carry cache entries behind them: room for what the interpreter learns while it runs."""
import dis
import opcode


class Point:
    def __init__(self, x):
        self.x = x

    def get(self):
        return self.x


def total(points):
    result = 0
    for point in points:
        result += point.get() + point.x
    return result


print("with cache entries:", sorted(name for name, count in zip(opcode.opname, opcode._inline_cache_entries) if count))
visible = list(dis.get_instructions(total))
everything = list(dis.get_instructions(total, show_caches=True))
print(len(visible), "instructions,", len(everything) - len(visible), "cache entries")
for instruction in everything:
    if instruction.opname != "CACHE":
        entries = opcode._inline_cache_entries[instruction.opcode]
        print(f"{instruction.offset:4} {instruction.opname:22} {instruction.argrepr:12} caches: {entries}")

# Nothing of what is learnt shows in the code object itself: its bytes stay what the compiler made.
before = total.__code__.co_code
print(total([Point(n) for n in range(100)]))
print("co_code unchanged by running:", total.__code__.co_code == before)
print("disassembly unchanged:", visible == list(dis.get_instructions(total)))


# A guard notices when an assumption breaks: the answer is right, whatever was learnt before.
class Tricky(Point):
    def get(self):
        return 1000


mixed = [Point(1), Tricky(2), Point(3)]
print(total(mixed * 10))
Point.get = lambda self: -self.x                 # changes the class in the middle of everything
print(total([Point(5)] * 10), total(mixed))
mixed[0].x = 2.5                                 # another type than the one seen so far
print(total(mixed))
Tricky.x = property(lambda self: 7, lambda self, value: None)
print(total([Tricky(1), Point(1)]))
