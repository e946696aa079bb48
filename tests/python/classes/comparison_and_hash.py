"""Rich comparison: reflection, identity shortcuts in containers, default __ne__, __hash__ set to None, total order."""
import functools


class Loud:
    def __init__(self, name, answer=NotImplemented):
        self.name, self.answer = name, answer

    def __repr__(self):
        return self.name


for operator in "lt le eq ne gt ge".split():
    def method(self, other, dunder=f"__{operator}__"):
        print(f"{self}.{dunder}({other})", end=" ")
        return self.answer
    setattr(Loud, f"__{operator}__", method)


class Sub(Loud):
    pass


def attempt(source, **names):
    try:
        print(source, "->", eval(source, names))
    except TypeError as error:
        print(source, "->", error)


a, b, s = Loud("a"), Loud("b"), Sub("s")
for source in ("a < b", "a <= b", "a == b", "a != b", "a > b", "a >= b", "a == a", "a < s", "s < a", "a == 1", "1 == a", "1 < a", "a > 1"):
    attempt(source, a=a, b=b, s=s)
attempt("x < y", x=Loud("x", "text"), y=b)
attempt("x < y < z", x=Loud("x", 1), y=Loud("y", 0), z=Loud("z", 1))
attempt("x == y and not x", x=Loud("x", []), y=b)


class OnlyEq:
    def __init__(self, value):
        self.value = value

    def __eq__(self, other):
        return self.value == getattr(other, "value", other)


print(OnlyEq(1) != OnlyEq(1), OnlyEq(1) != 2, OnlyEq.__hash__, OnlyEq(1) == 1, 1 == OnlyEq(1))


class NeverEqual:
    def __eq__(self, other):
        return False

    def __hash__(self):
        return 1


n = NeverEqual()
print(n in [n], [n] == [n], (n,) == (n,), {n: 1} == {n: 1}, n in {n}, [n].index(n), [n].count(n), [n] == [NeverEqual()])
nan = float("nan")
print(nan in [nan], [nan] == [nan], nan == nan, {nan: 1}[nan], [float("nan")] == [float("nan")])


@functools.total_ordering
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        return self.parts == other.parts

    def __lt__(self, other):
        return self.parts < other.parts


v1, v2 = Version(1, 2), Version(1, 10)
print(v1 < v2, v1 <= v2, v1 > v2, v1 >= v2, v1 != v2, sorted([v2, v1])[0] is v1, max(v1, v2) is v2)


class Bool:
    def __bool__(self):
        raise ValueError("ambiguous")


class Array:
    def __eq__(self, other):
        return Bool()


for source in ("x in [y]", "[x] == [y]", "x != y", "[x].index(y)", "not (x == y)"):
    try:
        print(source, eval(source, {"x": Array(), "y": Array()}))
    except ValueError as error:
        print(source, "->", error)
print([1, 2] < [1, 3], [1] < [1, 0], (1, "a") < (1, "b"), [] < [0], [1, 2] == (1, 2), "a" < "b", {1} < {1, 2}, {1} < {2}, b"a" < b"b")
for source in ("[1] < ['a']", "[1, 'a'] < [2, 1]", "{} < {}", "1j < 2j", "range(1) < range(2)", "object() < object()", "int < str"):
    attempt(source)
