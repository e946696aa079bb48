"""Chained comparisons, reflected comparison methods, identity and membership."""
class Noisy:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print(f"{self.n} < {getattr(other, 'n', other)}")
        return self.n < getattr(other, "n", other)

    def __gt__(self, other):
        print(f"{self.n} > {getattr(other, 'n', other)}")
        return self.n > getattr(other, "n", other)

    def __eq__(self, other):
        print(f"{self.n} == {getattr(other, 'n', other)}")
        return NotImplemented


a, b, c = Noisy(1), Noisy(2), Noisy(3)
print(a < b < c)
print(a < c < b < a)
print(5 > a, 0 < a)
print(a == b, a != b, a == a)


class Sub(Noisy):
    def __gt__(self, other):
        print("subclass first")
        return "from subclass"


print(a < Sub(9))


class Strange:
    def __lt__(self, other):
        return [] if other else "truthy"

    def __contains__(self, item):
        return item

    def __iter__(self):
        return iter([1])


s = Strange()
print(s < 1, s < 0, s < 0 < 1, s < 1 < 2)
print(1 in s, 0 in s, "x" not in s, [] in s)


class Iterates:
    def __iter__(self):
        yield from (1, 2, float("nan"))


class Indexes:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * 10


print(2 in Iterates(), 3 in Iterates(), 20 in Indexes(), 30 in Indexes())
nan = float("nan")
print(nan == nan, nan in [nan], nan is nan, [nan] == [nan], (nan,) == (float("nan"),))
for source in ("1 < 'a'", "[] < ()", "None < None", "1 in 5", "object() >= object()", "{} < {}", "1j < 2j",
               "'a' in 5", "1 in 'abc'", "(1, 'a') < (1, 2)", "[1] < [None]", "s in None"):
    try:
        print(source, eval(source))
    except TypeError as error:
        print(source, "->", error)
print((1, 2) < (1, 2, 0), [1, 3] > [1, 2, 9], "abc" < "abd", {1} < {1, 2} > {2}, b"a" < b"b")
print(1 == 1.0 == True == (1 + 0j), 0 == "" , () == [], None == 0, not None is None)
print(1 is not None, None is not None, not (1 in [1]), 1 not in [1] or 2 in [2])
