"""property, staticmethod and classmethod are ordinary descriptors: here they are, written by hand."""


class Property:
    """A data descriptor that calls functions: a clone of the built-in one."""

    def __init__(self, getter=None, setter=None):
        self.getter, self._setter = getter, setter
        self.__doc__ = getter.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        return self if instance is None else self.getter(instance)

    def __set__(self, instance, value):
        if self._setter is None:
            raise AttributeError(f"{self.name!r} cannot be set")
        self._setter(instance, value)

    def setter(self, function):
        return type(self)(self.getter, function)


class ClassMethod:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        return self.function.__get__(owner)


class StaticMethod:
    def __init__(self, function):
        self.function = function

    def __get__(self, instance, owner):
        return self.function


class Positive:
    """A descriptor that checks: one object serves one attribute of all instances."""

    def __set_name__(self, owner, name):
        print(f"  {owner.__name__}.{name} is checked")
        self.slot = "_" + name

    def __get__(self, instance, owner):
        return getattr(instance, self.slot)

    def __set__(self, instance, value):
        if value <= 0:
            raise ValueError(f"{self.slot[1:]} must be positive, not {value}")
        setattr(instance, self.slot, value)


class Rectangle:
    width = Positive()
    height = Positive()

    def __init__(self, width, height):
        self.width, self.height = width, height

    @Property
    def area(self):
        """Width times height."""
        return self.width * self.height

    @area.setter
    def area(self, value):
        self.width = value / self.height

    square = ClassMethod(lambda cls, side: cls(side, side))
    unit = StaticMethod(lambda: "cm")


box = Rectangle(3, 4)
box.area = 20
print(box.width, box.area, box.__dict__, Rectangle.area.__doc__)
print(Rectangle.square(2).area, box.square(3).area, Rectangle.unit(), box.unit())
try:
    box.height = -1
except ValueError as error:
    print(error)
