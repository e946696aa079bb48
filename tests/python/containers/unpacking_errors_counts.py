"""Unpacking: too many, too few, not iterable, iterators that fail, nested and starred targets, and what was
stored before the failure (counts)."""


class Target:
    def __setattr__(self, name, value):
        print("set", name, value, end="; ")

    def __setitem__(self, key, value):
        print("item", key, value, end="; ")
        if key == "fail":
            raise KeyError("fail")


class Endless:
    def __iter__(self):
        print("iter", end=" ")
        n = 0
        while True:
            yield n
            n += 1


class FailsLate:
    def __getitem__(self, index):
        if index == 2:
            raise OSError("third")
        return index


class LyingLength(list):
    def __len__(self):
        return 2

    def __iter__(self):
        return iter("xyz")


t = Target()
for text in (
    "a, b = 1", "a, b = None", "a, b = print", "a, b = ()", "a, b = 'x'", "a, b = 'xyz'", "a, b = [1]",
    "a, b = [1, 2, 3]", "a, b, c = (1, 2)", "a, b = {1: 2}", "a, b = {}", "a, b = iter([1])",
    "a, b = iter('abc')", "a, b = Endless()", "a, b = FailsLate()", "a, b, c = FailsLate()", "a, *b = ()",
    "a, b, *c = [1]", "*a, b, c = 'x'", "a, *b, c = 'xy'", "*a, b = FailsLate()", "a, *b = 5", "a, *b = {}",
    "(a, b), c = 1, 2", "(a, b), c = (1, 2, 3), 4", "(a, *b), c = 'xyz', 4", "[a, [b, [c]]] = 1, (2, (3, 4))",
    "a, b = LyingLength()", "a, b, c = LyingLength()", "t.x, t.y = 1", "t.x, t.y = 1, 2",
    "t.x, t.y = 1, 2, 3", "t[0], t['fail'], t[2] = 1, 2, 3",
):
    a = b = c = d = "unset"
    names = {"a": 0, "b": 9, "t": t, "Endless": Endless, "FailsLate": FailsLate, "LyingLength": LyingLength}
    try:
        exec(text, names)
        print(text, "->", [names.get(n) for n in "abcd"])
    except Exception as error:
        print(text, "->", type(error).__name__, error, [names.get(n) for n in "ab"])
