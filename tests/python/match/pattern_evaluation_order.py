"""What a match statement calls and when: attributes, lengths, items, equality, instance checks, guards, captures left behind."""


class Loud:
    __match_args__ = ("a", "b")

    def __init__(self, label, a=1, b=2):
        self.label, self.values = label, {"a": a, "b": b}

    def __getattr__(self, name):
        print(f"<{self.label}.{name}>", end="")
        try:
            return self.values[name]
        except KeyError:
            raise AttributeError(name) from None

    def __eq__(self, other):
        print(f"<{self.label}=={other!r}>", end="")
        return other == 7


def try_all(subject):
    match subject:
        case Loud(5):
            return "first is 5"
        case Loud(a=1, b=3) | Loud(1, 4):
            return "alternatives"
        case Loud(x, c=_):
            return "has c"
        case Loud(x, y) if print("<guard>", end="") or x > y:
            return "guarded"
        case 7:
            return "equal 7"
        case _:
            return f"default, x={x}, y={y}"


for args in (("p",), ("q", 5), ("r", 1, 4), ("s", 3, 2)):
    print(try_all(Loud(*args)))


class Seq:
    def __len__(self):
        print("<len>", end="")
        return 3

    def __getitem__(self, i):
        print(f"<item {i}>", end="")
        if i > 2:
            raise IndexError(i)
        return i


import collections.abc
collections.abc.Sequence.register(Seq)


def sequences(subject):
    match subject:
        case [1, *_]:
            return "starts with 1"
        case [_, _]:
            return "two"
        case [a, *_, 2] if a == 5:
            return "guard"
        case [0, *rest, c]:
            return rest, c


print(sequences(Seq()), sequences([1]), sequences([5, 2]), sequences((0, 3, 2)), sequences("012"), sequences(range(3)), sequences({0: 1}))


class Map(collections.abc.Mapping):
    def __len__(self): print("<len>", end=""); return 2
    def __iter__(self): print("<iter>", end=""); return iter("ab")
    def __getitem__(self, key): print(f"<[{key}]>", end=""); return {"a": 1, "b": 2}[key]
    def get(self, key, default=None): print(f"<get {key}>", end=""); return super().get(key, default)
    def keys(self): print("<keys>", end=""); return ["a", "b"]


match Map():
    case {"zz": _}:
        print("zz")
    case {"a": 1, **rest}:
        print(rest)
class Meta(type):
    def __instancecheck__(cls, x): print("<instancecheck>", end=""); return x == "yes"
class Any(metaclass=Meta): pass
for subject in ("yes", "no"):
    match subject:
        case Any(): print("any")
        case str(s): print("str", s)
for subject in (1, True, 1.0, "1", None):
    match subject:
        case True: print("True", end=" ")
        case None: print("None", end=" ")
        case 1: print("1", end=" ")
        case str() | int(): print("text or int", end=" ")
print()
