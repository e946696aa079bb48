"""with: order of entering and leaving, suppression, several items, targets, missing methods."""
class Manager:
    def __init__(self, name, suppress=False, fail=None):
        self.name, self.suppress, self.fail = name, suppress, fail

    def __enter__(self):
        print("enter", self.name)
        if self.fail == "enter":
            raise RuntimeError("in enter")
        return self.name.upper()

    def __exit__(self, kind, value, traceback):
        print("exit", self.name, kind and kind.__name__, value)
        if self.fail == "exit":
            raise RuntimeError("in exit")
        return self.suppress


with Manager("a") as a, Manager("b") as b:
    print(a, b)
with (Manager("p") as (first, *rest), Manager("q")):
    print(first, rest)
with Manager("s", suppress=True):
    raise ValueError("suppressed")
try:
    with Manager("outer"), Manager("inner", suppress=False):
        raise KeyError("k")
except KeyError as error:
    print("through", error)
try:
    with Manager("x", suppress=True), Manager("y", fail="exit"):
        print("body")
finally:
    print("after")
try:
    with Manager("m"), Manager("n", fail="enter"):
        print("never")
except RuntimeError as error:
    print(error, error.__context__)
try:
    with Manager("z", fail="exit"):
        raise ValueError("first")
except RuntimeError as error:
    print(error, repr(error.__context__))


def leaves():
    for i in range(3):
        with Manager(f"loop{i}"):
            if i == 0:
                continue
            if i == 1:
                return "returned"


print(leaves())
box = {}
with Manager("t") as box["key"]:
    pass
print(box)


class NoExit:
    def __enter__(self):
        return self


class Instance:
    pass


i = Instance()
i.__enter__ = i.__exit__ = lambda *a: None
for thing in (5, NoExit(), i):
    try:
        with thing:
            print("entered")
    except TypeError as error:
        print(error)


class BadTruth:
    def __enter__(self):
        pass

    def __exit__(self, *info):
        return self

    def __bool__(self):
        raise OverflowError("truth")


try:
    with BadTruth():
        raise ValueError
except OverflowError as error:
    print(error, repr(error.__context__))


def generator():
    with Manager("gen"):
        yield 1
        yield 2


g = generator()
print(next(g))
del g
with Manager("nested") as outer:
    with Manager(outer) as inner:
        print(inner)
