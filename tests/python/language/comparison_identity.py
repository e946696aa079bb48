"""is, in, ==: identity shortcuts of containers, NaN, reflected comparison, NotImplemented, results that are no bool."""
nan = float("nan")
print(nan == nan, nan in [nan], [nan] == [nan], [float("nan")] == [nan], {nan: 1} == {nan: 1}, (nan,) == (nan,), nan in {nan}, [nan].index(nan), [nan].count(nan))


class Never:
    def __eq__(self, other):
        return False

    __hash__ = None


never = Never()
print(never == never, never in [never], [never] == [never], never in (1, 2), never != never)


class Text:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name

    def __lt__(self, other):
        return f"{self}<{other}"

    def __gt__(self, other):
        return f"{self}>{other}"

    def __eq__(self, other):
        return NotImplemented

    def __ne__(self, other):
        print("ne", self, other)
        return NotImplemented

    __hash__ = object.__hash__


a, b = Text("a"), Text("b")
print(a < b, a > b, 1 < a, a == b, a != b, a == a, a != a, (a < b) < b if False else "-")
print(1 < a < 2, a < 3 > b)
for source in ("a <= b", "a >= 1", "1 <= a", "[] < 5", "() >= []", "None < None", "1j < 2j", "{} < {}", "'a' < 1", "1 < 'a'", "b'' > ''", "object() < object()",
               "int < str", "len > len", "range(3) < range(4)", "{1} < [1]", "a in 5", "1 in 'abc'", "'a' in b'abc'", "300 in b'abc'", "[] in {}", "slice(1) < slice(2)"):
    try:
        print(source, "=", eval(source))
    except (TypeError, ValueError) as error:
        print(source, "->", type(error).__name__, error)


class Child(Text):
    def __gt__(self, other):
        return "child first"


print(a < Child("c"), Child("c") < a, a < a)
print((1, 2) < (1, 2, 0), (1, "a") < (2, 5), [] < [0], [[1], 2] > [[0], "x"], "Z" < "a", "" < "a", b"a" < b"b", bytearray(b"a") == b"a")
print(1 == 1.0 == True, 0.1 + 0.2 == 0.3, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53, 10 ** 400 > 1e308, 10 ** 400 < float("inf"), -10 ** 400 < -1e308)
print(True is True, None is None, () is (), "ab" is "ab" if False else True, type(1) is int, [] is [], ... is Ellipsis)
print(1 in range(0, 10, 2), 4 in range(0, 10, 2), 4.0 in range(5), "4" in range(5), 2 ** 70 in range(2 ** 71), "" in "abc", "bc" in "abc", b"" in b"")


class Contains:
    def __contains__(self, item):
        return item


class OldStyle:
    def __getitem__(self, index):
        if index > 3:
            raise IndexError
        return index * index


print(5 in Contains(), [] in Contains(), [] not in Contains(), 9 in OldStyle(), 10 in OldStyle(), list(OldStyle()))


class NoContains:
    __contains__ = None

    def __iter__(self):
        return iter([1])


try:
    1 in NoContains()
except TypeError as error:
    print(error)
