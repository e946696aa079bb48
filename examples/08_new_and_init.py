"""Calling a class runs __new__, which makes the object, then __init__, which fills it."""


class Point:
    def __new__(cls, *args):
        print(f"  __new__({cls.__name__}, {args})")
        return super().__new__(cls)

    def __init__(self, x, y):
        print(f"  __init__(x={x}, y={y})")
        self.x, self.y = x, y


print("calling the class:")
point = Point(1, 2)
print("step by step, as type.__call__ does it:")
raw = Point.__new__(Point, 3, 4)
print("  not filled yet:", raw.__dict__)
Point.__init__(raw, 3, 4)
print("  filled:", raw.__dict__)


class Singleton:
    """One instance for all callers: __new__ returns the one it has."""
    _instance = None

    def __new__(cls):
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance


print("singleton:", Singleton() is Singleton())


class Celsius(float):
    """An immutable base is filled in __new__: in __init__ it would be too late."""

    def __new__(cls, fahrenheit):
        return super().__new__(cls, (fahrenheit - 32) / 1.8)


print(Celsius(212), isinstance(Celsius(212), float))


class Chooser:
    """If __new__ returns something else, __init__ is not called."""

    def __new__(cls, value):
        return value * 2

    def __init__(self, value):
        print("never printed")


print(Chooser(21), Chooser("ab"))


class Broken:
    def __init__(self):
        return 1


try:
    Broken()
except TypeError as error:
    print(error)
try:
    object.__new__(int)
except TypeError as error:
    print(error)
try:
    object(1)
except TypeError as error:
    print(error)
