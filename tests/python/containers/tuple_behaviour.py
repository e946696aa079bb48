"""tuple: methods, comparison, hash, concatenation, identity, subclasses."""
t = (1, "a", 2.5, 1)
print(t.count(1), t.index("a"), t.index(1, 1), t + (9,), t * 2, 2 * (0,), t[1:3], t[::-1], len(t), "a" in t, t[-1])
print((), (1,), tuple("ab"), tuple([]) == (), tuple(x for x in range(3)), (1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, "a") == (1.0, "a"))
print(hash((1, 2)) == hash((1, 2)), hash(()) == hash(()), {(1, (2, 3)): "nested"}[1, (2, 3)], t[:] is t, tuple(t) is t, t * 1 is t, t + () is t)
print(max((1, 2), (1, 1, 5)), sorted([(2, "b"), (2, "a"), (1, "z")]), [(a, b) for (a, b) in zip("ab", (1, 2))], sum(((1,), (2,)), ()))
holder = ([],)
holder[0].append(holder)
print(holder)
for call in (lambda: t.index("zz"), lambda: t[9], lambda: t["a"], lambda: t + [1], lambda: t * "a", lambda: hash(([],)), lambda: (1, "a") < (1, 2),
             lambda: t.append(1), lambda: tuple(5), lambda: tuple(1, 2), lambda: tuple(x=1), lambda: t.__setitem__(0, 1), lambda: (1,) < [1]):
    try:
        print(call())
    except (TypeError, ValueError, IndexError, AttributeError) as error:
        print(type(error).__name__, error)
try:
    t[0] = 1
except TypeError as error:
    print(error)
try:
    del t[0]
except TypeError as error:
    print(error)


class Pair(tuple):
    __slots__ = ()

    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def first(self):
        return self[0]


p = Pair(1, 2)
print(p, p.first, p == (1, 2), type(p + p).__name__, type(p[:]).__name__, isinstance(p, tuple), hash(p) == hash((1, 2)), (*p, 3))
