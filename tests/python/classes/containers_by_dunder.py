"""A class as a container: __getitem__, __setitem__, __delitem__, __contains__, __missing__, __len__, slices, __iter__."""


class Log:
    def __getitem__(self, key):
        return ("get", key)

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


log = Log()
print(log[1], log["a"], log[1:2], log[::2], log[1, 2:3, ...], log[:], log[()], log[1:2, 3], log[lambda: 0].__class__)
log[0] = 1
log[1:3] = "slice"
log[1, 2] = 3
del log[5]
del log[::2], log["a", "b"]
log[0] += 1 if False else ()
print(5 in [1, 5], log[-1])


class Membership:
    def __init__(self, answer):
        self.answer = answer

    def __contains__(self, item):
        print("contains", item, end=" ")
        return self.answer


print(1 in Membership([]), 1 not in Membership("yes"), None in Membership(None))


class ByIteration:
    def __iter__(self):
        print("iterating", end=" ")
        yield from (1, 2, 3)


class ByIndex:
    def __getitem__(self, index):
        print("index", index, end=" ")
        if index > 2:
            raise IndexError
        return index


print(2 in ByIteration(), 9 in ByIteration(), 1 in ByIndex(), 9 in ByIndex())
print(list(ByIndex()), tuple(ByIteration()), [*ByIndex()], {*ByIteration()})
first, *rest = ByIndex()
print(first, rest)


class Default(dict):
    def __missing__(self, key):
        value = self[key] = [key]
        return value


d = Default(a=1)
print(d["a"], d["b"], d, d.get("c"), "c" in d)


class Sized:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


print(bool(Sized(0)), bool(Sized(3)), len(Sized(4)), [1 if Sized(0) else 2])


class Hint:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([1, 2])

    def __length_hint__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint


for hint in (5, 0, NotImplemented, -1, "x", TypeError("swallowed"), ValueError("passed on")):
    try:
        print(list(Hint(hint)))
    except Exception as error:
        print(type(error).__name__, error)

for source in ("5[0]", "None[1]", "len[0]", "(1).__getitem__", "object()[0]", "{}['k']", "[1]['a']", "(1,)[2.0]", "'abc'[9]", "[][0]",
               "{1: 2}[[]]", "b'ab'['x']", "range(3)[5]", "int[0]", "type[int]", "list[0]"):
    try:
        print(source, repr(eval(source)))
    except Exception as error:
        print(source, type(error).__name__, error)
for statement in ("5[0] = 1", "'abc'[0] = 'x'", "(1,)[0] = 2", "del 'abc'[0]", "del (1,)[0]", "[1][5] = 2", "[1]['a'] = 2", "del {}['x']", "del [][0]",
                  "b'a'[0] = 1", "range(2)[0] = 1", "[1, 2][::2] = [1, 2, 3]", "[1][0:1] = 5", "object()[0] = 1", "del object()[0]"):
    try:
        exec(statement)
        print(statement, "fine")
    except Exception as error:
        print(statement, "->", type(error).__name__, error)
