"""copy and deepcopy: __copy__, __deepcopy__, __reduce_ex__, __getstate__, slots, memo, recursive structures, refusals."""
import copy


class Plain:
    def __init__(self, value):
        self.value = value


class Slotted:
    __slots__ = ("a", "b", "__dict__")


class Custom:
    def __init__(self, log):
        self.log = log

    def __copy__(self):
        return Custom(self.log + ["copied"])

    def __deepcopy__(self, memo):
        return Custom(self.log + ["deep", type(memo).__name__])


class State:
    def __init__(self):
        self.kept, self.dropped = [1], "secret"

    def __getstate__(self):
        print("getstate")
        return {"kept": self.kept}

    def __setstate__(self, state):
        print("setstate", state)
        self.__dict__.update(state)


class Reduced:
    def __init__(self, items):
        self.items = items

    def __reduce__(self):
        return Reduced, (["rebuilt"],), {"extra": 1}


class WithItems(list):
    pass


class WithPairs(dict):
    def __init__(self, required):
        super().__init__(required=required)


plain = Plain([1, 2])
shallow, deep = copy.copy(plain), copy.deepcopy(plain)
print(shallow.value is plain.value, deep.value is plain.value, deep.value)
slotted = Slotted()
slotted.a, slotted.c = [1], [2]
twin = copy.deepcopy(slotted)
print(twin.a, twin.c, twin.a is slotted.a, hasattr(twin, "b"))
print(copy.copy(Custom([])).log, copy.deepcopy(Custom([])).log)
state = State()
print(vars(copy.copy(state)), copy.deepcopy(state).kept is state.kept)
reduced = copy.copy(Reduced(["first"]))
print(reduced.items, reduced.extra)
items = WithItems([1, [2]])
items.name = "n"
twin = copy.deepcopy(items)
print(twin, twin.name, type(twin).__name__, twin[1] is items[1], copy.copy(items)[1] is items[1])
pairs = copy.copy(WithPairs(5))
print(pairs, type(pairs).__name__)
loop = [1]
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin[1] is twin, twin is loop)
shared = [0]
both = copy.deepcopy({"x": shared, "y": shared, "t": (shared, 1)})
print(both["x"] is both["y"], both["t"][0] is both["x"])
constant = (1, "a", (2, frozenset({3})))
print(copy.deepcopy(constant) is constant, copy.copy(constant) is constant)
for value in (5, "s", None, ..., NotImplemented, len, int, lambda: 0, range(3), b"x", 2.5, 1j, frozenset(), type, Plain):
    print(copy.copy(value) is value, copy.deepcopy(value) is value, end="; ")
print()
for value in ((i for i in ()), open("/dev/null"), type(plain).__dict__, {}.keys(), copy, super(State, state)):
    for function in (copy.copy, copy.deepcopy):
        try:
            print(type(function(value)).__name__)
        except TypeError as error:
            print(function.__name__, error)
memo = {}
copy.deepcopy([[]], memo)
print(len(memo), plain.__reduce_ex__(2)[0].__name__, plain.__reduce_ex__(2)[1:3], plain.__reduce_ex__(0)[0].__name__)
print(Slotted.__reduce_ex__(slotted, 4)[2], items.__getstate__(), (5).__getstate__(), plain.__getstate__())


class NoCopy:
    def __reduce_ex__(self, protocol):
        raise TypeError(f"cannot be copied (protocol {protocol})")


class BadReduce:
    def __reduce_ex__(self, protocol):
        return 5


class TextReduce:
    def __reduce_ex__(self, protocol):
        return "text means itself"


for kind in (NoCopy, BadReduce, TextReduce):
    try:
        value = kind()
        print(copy.copy(value) is value)
    except Exception as error:
        print(type(error).__name__, error)
