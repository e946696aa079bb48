"""Comprehensions: evaluation order, scopes, nested and conditional ones, errors inside, the value of __class__."""
log = []


def note(value):
    log.append(value)
    return value


print([note((i, j)) for i in range(3) if note(f"if{i}") for j in range(i) if i != j])
print(log)
print({k: v for k, v in zip("abca", range(4))}, {c for c in "hello" if c > "h"})
print([[cell for cell in row if cell] for row in [[1, 0], [0, 2], []]])
print([x for x in [1, 2, 3] if x > 1 if x < 3], [(x, y) for x in range(3) for y in "ab" if x % 2])
print([(lambda: i)() for i in range(3)], [f() for f in [lambda: i for i in range(3)]])
print([i for i in range(5) if (lambda n: n % 2)(i)], [*[i for i in "ab"], *(j for j in "cd")])
print([x for x, in [(1,), (2,)]], [a + b for a, (b, *_) in [(1, (2, 3))]], [x for *x, y in ["abc", "d"]])
i = "untouched"
[i for i in range(3)]
print(i)
target = {}
print([target["k"] for target["k"] in range(3)], target)


class K:
    n = 3
    values = [m for m in range(n)]
    def f(self):
        return [__class__ for _ in range(2)], [super(K, self).__repr__ is not None for _ in range(1)]


print(K.values, K().f())
try:
    class S(K):
        def g(self):
            return [super().f() for _ in range(1)]
    S().g()
except TypeError as error:
    print(type(error).__name__, error)
for failing in (lambda: [1 / n for n in (1, 0)], lambda: {[]: 1 for _ in "a"}, lambda: {[] for _ in "a"},
                lambda: [a for a, b in [(1, 2, 3)]], lambda: [x for x in 5], lambda: list(x for x in 5),
                lambda: [undefined for _ in "a"], lambda: {k: v for k, v in ["a"]}):
    try:
        failing()
    except Exception as error:
        print(type(error).__name__, error)
g = (note(n) for n in note([1, 2]))
log.clear()
print(next(g), log, list(g), log)
def deep():
    return [[[(a, b, c) for c in range(b)] for b in range(a)] for a in range(4)]
print(deep())
print({i: {j: i * j for j in range(2)} for i in range(2)}, {**{k: 1 for k in "ab"}})
print(sum(x * y for x in range(4) for y in range(x)), max((len(w), w) for w in "a bb cc".split()))
print([locals() for q in range(2)], sorted(k for k in (lambda a: [list(locals()) for b in "x"])(1)[0]))
print((lambda: [(yield_) for yield_ in "ab"])())
for text in ("[(yield) for x in y]", "[x for yield in y]", "def f(): return [(yield x) for x in y]", "{k: v, for k in x}",
             "[for x in y]", "[x if y for y in z]", "[x for x in y else 1]", "(x for x in y, z)", "[x, y for x in z]",
             "[x for x in 1, 2]", "[x for x in lambda: y, 1]", "{a: b for c in d, e}", "[x for 1 in y]", "{x: y for f() in z}",
             "[x for x.a in y]", "[await x for x in y]", "[x async for x in y]", "def f(): [x async for x in y]"):
    try:
        compile(text, "<t>", "exec")
        print("fine", text)
    except SyntaxError as error:
        print(text, "->", error.msg)
