"""set and frozenset: every method and operator with wrong and unusual operands; changes while iterating;
failing elements."""
ARGUMENTS = [(), (1,), ("ab",), ({"a"},), (frozenset("bx"),), ([[]],), (None,), ("a", "b"), ({"a": 1},), ([],),
             (["a", "b", "c"],), (range(3),)]
for name in sorted({*dir(set), *dir(frozenset)}):
    if name.startswith("__") and name not in ("__and__", "__or__", "__sub__", "__xor__", "__iand__", "__ior__",
                                              "__isub__", "__ixor__", "__rand__",
                                              "__ror__", "__rsub__", "__rxor__", "__contains__", "__le__",
                                              "__lt__", "__eq__", "__init__"):
        continue
    if name == "pop":
        continue
    for arguments in ARGUMENTS:
        results = []
        for kind in (set, frozenset):
            if hasattr(kind, name):
                subject = kind("abc")
                try:
                    value = getattr(subject, name)(*arguments)
                    shown = sorted(value) if isinstance(value, (set, frozenset)) else value
                    results.append(f"{type(value).__name__} {shown} {sorted(subject, key=str)}")
                except Exception as error:
                    results.append(f"{type(error).__name__} {error}")
        print(name, arguments if not isinstance(arguments[:1] and arguments[0],
                                                (set, frozenset)) else sorted(arguments[0]), results)


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


s, f = set("abc"), frozenset("bcd")
for left in (s, f, {"a": 1}.keys(), {1: 2}.items()):
    for right in (s, f, {"c": 1}.keys(), "abc", [1], None, 3):
        for sign in "& | - ^ < <= == >".split():
            try:
                value = eval(f"left {sign} right")
                print(type(value).__name__, sorted(value, key=str) if hasattr(value, "__iter__") else value,
                      end="; ")
            except TypeError as error:
                print(error, end="; ")
        print()
attempt(lambda: {1, []})
attempt(lambda: set([1, {}]))
attempt(lambda: set(5))
attempt(lambda: set(1, 2))
attempt(lambda: set(x=1))
attempt(lambda: frozenset(iterable=[]))
attempt(lambda: set().pop())
attempt(lambda: {1}.remove(2))
attempt(lambda: {1}.remove([]))
attempt(lambda: {1}.remove({2}))
attempt(lambda: {frozenset({2})}.remove({2}))
attempt(lambda: {2} in {frozenset({2})})
attempt(lambda: {frozenset({2})}.discard({2}))
attempt(lambda: hash({1}))
attempt(lambda: {1} + {2})
attempt(lambda: {1} * 2)
attempt(lambda: {1}[0])
attempt(lambda: frozenset("a") is frozenset(frozenset("a")))
attempt(lambda: frozenset() is frozenset([]))
def grow(s):
    for x in s:
        s.add(x + 100)
def shrink(s):
    for x in s:
        s.discard(x)
attempt(lambda: grow({1, 2}))
attempt(lambda: shrink({1, 2}))
class Eq:
    def __init__(self, target=None): self.target = target
    def __hash__(self): return 1
    def __eq__(self, other):
        if self.target is not None: self.target.clear()
        return False
t = set()
t.update([Eq(), Eq()])
attempt(lambda: len(t))
t.add(Eq(t))
attempt(lambda: Eq(t) in t)
attempt(lambda: len(t))
class S(set):
    def __repr__(self): return "S!"
print(type(S("a") | {1}).__name__, type({1} | S()).__name__, type(S().copy()).__name__, S("a") == set("a"),
      repr(set()), repr(frozenset()), S([1]), [S()])
for operation in ("s |= {9}", "s &= f", "s -= f", "s ^= f", "f |= s", "s |= [1]", "f &= 'a'", "s -= s"):
    s, f = set("abc"), frozenset("bcd")
    before = f
    try:
        exec(operation)
        print(operation, sorted(s, key=str), sorted(f), f is before)
    except TypeError as error:
        print(operation, error)
