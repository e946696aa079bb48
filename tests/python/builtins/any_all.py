"""any and all: short circuit, truth testing, errors raised along the way."""


class Loud:
    def __init__(self, value):
        self.value = value

    def __bool__(self):
        print("asked", self.value)
        if self.value == "bad":
            raise ValueError("no truth here")
        return bool(self.value)


print(any([]), all([]), any([0, "", None]), all([1, "a", ()]), all([1, "a", (1,)]))
print(any(Loud(v) for v in (0, 2, 3)))
print(all(Loud(v) for v in (1, 0, 3)))
for function in (any, all):
    for argument in (5, None, [Loud("bad")]):
        try:
            print(function(argument))
        except Exception as error:
            print(type(error).__name__, error)
    try:
        function()
    except TypeError as error:
        print(error)
    try:
        function(1, 2)
    except TypeError as error:
        print(error)


def failing():
    yield 0
    raise KeyError("inside")


try:
    any(failing())
except KeyError as error:
    print("passed on", error)
print(all(failing()))


class Length:
    def __init__(self, length):
        self.length = length

    def __len__(self):
        return self.length


print(any([Length(0), Length(3)]), all([Length(2), Length(0)]))
for wrong in (Length(-1), Length("x"), Length(2.5)):
    try:
        any([wrong])
    except Exception as error:
        print(type(error).__name__, error)
