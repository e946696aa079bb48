"""Tuples and ranges: hashing, ordering, huge ranges, slices of ranges, containment, equality, index/count, refusals."""
for expression in ("(1,) + [2]", "(1, 2) * 2", "2 * (1,)", "() * 5 is ()", "(1, 2)[5]", "(1, 2)['a']", "(1, 2).index(3)", "(1, 2, 1).index(1, 1)", "(1, 2, 1).index(1, -1, 5)", "(1, 1).count(True)", "tuple(5)", "tuple([1], [2])", "tuple(x=1)", "tuple('ab')", "(1, 2) < (1, 'a')", "(1, 2) < (1, 2, None)", "hash((1, 2)) == hash((1, 2))", "hash(((), ()))== hash(((), ()))", "hash(([],))", "(1,) == [1]", "(1, 2).__getnewargs__()", "tuple((1, 2)) is tuple((1, 2))", "(lambda t: tuple(t) is t)((1, 2))", "(lambda t: t[:] is t)((1, 2))", "(lambda t: t + () is t)((1,))", "(lambda t: t * 1 is t)((1,))", "() is tuple()", "1 in (1.0,)",
                   "(nan := float('nan'),) == (nan,)", "(1, 2)[True]", "max((1, 2), (1, 3), (0, 9))", "sum(((1,), (2,)), ())",
                   "range(10)[3:7]", "range(10)[::-1]", "range(0, 10, 3)[-1]", "range(10)[5:2]", "range(2 ** 100)[2 ** 99]", "range(2 ** 100)[-1] == 2 ** 100 - 1", "len(range(2 ** 62))", "len(range(2 ** 63))", "range(5, 0, -2)", "range(0)", "list(range(5, 0, -2))", "range(1, 2, 0)", "range('a')", "range(1.0)", "range()", "range(1, 2, 3, 4)", "range(stop=5)", "range(3) == range(0, 3, 1)", "range(0) == range(5, 5)", "range(0, 3, 2) == range(0, 4, 2)", "hash(range(0, 3, 2)) == hash(range(0, 4, 2))", "range(3) == [0, 1, 2]", "range(3) < range(4)", "range(10).index(5)", "range(10).index(5.0)", "range(10).index('x')", "range(0, 10, 2).index(3)", "range(10).count(3)",
                   "range(10).count('a')", "5.0 in range(10)", "5.5 in range(10)", "'a' in range(10)", "2 ** 80 in range(0, 2 ** 81, 2 ** 79)", "True in range(2)", "range(10).start", "range(10).step", "range(1, 10, 4).stop", "range(10)[20]", "range(10)['a']", "range(10)[1.0]", "reversed(range(3, 12, 4))", "list(reversed(range(3, 12, 4)))", "list(range(-3))", "list(range(2 ** 64, 2 ** 64 + 3))", "range(2 ** 64)[::2 ** 62]", "range(10).x", "setattr(range(3), 'start', 5)", "bool(range(0))", "repr(range(1, 2, 1))", "repr(range(0, 5, 2))", "min(range(5, 9))", "sum(range(101))", "range(True)", "range(-5, 5)[-3:]", "range(10)[::3][::2]", "range(3).__reduce__()", "range(1, -2 ** 70, -2 ** 69)", "len(range(0, -2 ** 70, -2 ** 69))"):
    try:
        print(expression, "=", eval(expression))
    except (TypeError, ValueError, IndexError, OverflowError, AttributeError) as error:
        print(expression, "->", type(error).__name__, error)


class Sub(tuple):
    def __repr__(self):
        return "sub" + super().__repr__()


s = Sub((1, 2))
print(s, type(s + (3,)).__name__, type(s[:]).__name__, type(s * 1).__name__, tuple(s) == s, hash(s) == hash((1, 2)), {s: 1}[(1, 2)])
it = iter(range(3))
next(it)
print(it.__length_hint__(), it.__reduce__()[1:], type(it).__name__, type(iter(range(2 ** 65))).__name__, list(it), next(it, "end"))
try:
    class Bad(range):
        pass
except TypeError as error:
    print(error)
loop = ([],)
loop[0].append(loop)
print(loop, loop[0])
deep = ()
for _ in range(100):
    deep = (deep,)
print(len(repr(deep)), hash(deep) == hash(deep), deep == deep)
