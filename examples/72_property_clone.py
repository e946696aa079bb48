"""property written again: a descriptor with a getter, a setter, a deleter and the decorators that add them."""


class Property:
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        self.fget, self.fset, self.fdel = fget, fset, fdel
        self.__doc__ = doc if doc is not None else getattr(fget, "__doc__", None)
        self.name = ""

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self                          # asked of the class: the property itself
        return self._function(self.fget, "getter", instance)(instance)

    def __set__(self, instance, value):          # having it makes a data descriptor: instance dicts come second
        self._function(self.fset, "setter", instance)(instance, value)

    def __delete__(self, instance):
        self._function(self.fdel, "deleter", instance)(instance)

    def _function(self, function, what, instance):
        if function is None:
            raise AttributeError(f"property {self.name!r} of {type(instance).__name__!r} object has no {what}")
        return function

    # Each gives a new property, so that a subclass can change one part and leave its base alone.
    def getter(self, fget):
        return type(self)(fget, self.fset, self.fdel, self.__doc__)

    def setter(self, fset):
        return type(self)(self.fget, fset, self.fdel, self.__doc__)

    def deleter(self, fdel):
        return type(self)(self.fget, self.fset, fdel, self.__doc__)


def make(property):
    """The same class with whichever of the two it is given."""

    class Temperature:
        def __init__(self, celsius):
            self.celsius = celsius

        @property
        def celsius(self):
            """Degrees Celsius, never below absolute zero."""
            return self._celsius

        @celsius.setter
        def celsius(self, value):
            if value < -273.15:
                raise ValueError("colder than possible")
            self._celsius = value

        @celsius.deleter
        def celsius(self):
            del self._celsius

        @property
        def fahrenheit(self):
            return self.celsius * 9 / 5 + 32

        kelvin = property(lambda self: self.celsius + 273.15, None, None, "The absolute temperature.")
        write_only = property(fset=lambda self, value: setattr(self, "secret", value))

    class Kind(Temperature):
        @Temperature.celsius.getter
        def celsius(self):
            return round(self._celsius)

    return Temperature, Kind


def use(property):
    Temperature, Kind = make(property)
    results = []

    def attempt(action):
        try:
            results.append(action())
        except (AttributeError, ValueError) as error:
            results.append((type(error).__name__, str(error).replace("make.<locals>.", "")))

    t = Temperature(25)
    results += [t.celsius, t.fahrenheit, t.kelvin, Temperature.celsius.__doc__, Temperature.kelvin.__doc__]
    attempt(lambda: setattr(t, "celsius", -300))
    attempt(lambda: setattr(t, "fahrenheit", 1))
    attempt(lambda: delattr(t, "fahrenheit"))
    attempt(lambda: t.write_only)
    t.write_only = 5
    t.__dict__["celsius"] = "hidden"             # the property wins
    results += [t.secret, t.celsius, Kind(3.7).celsius, Temperature(3.7).celsius]
    del t.celsius
    attempt(lambda: t.celsius)
    results.append([hasattr(Temperature.celsius, part) for part in ("fget", "fset", "fdel", "setter", "__set_name__")])
    return results


mine, real = use(Property), use(property)
for result in mine:
    print(result)
print("results that differ from the real property's:", [pair for pair in zip(mine, real) if pair[0] != pair[1]])


# With the machinery in hand, variations are short.
class Cached(Property):
    """Computed once, then an ordinary attribute: without __set__ the instance's dict would come first."""

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.name not in vars(instance):
            vars(instance)[self.name] = super().__get__(instance)
        return vars(instance)[self.name]


class Circle:
    def __init__(self, radius):
        self.radius = radius

    @Cached
    def area(self):
        print("computing")
        return 3 * self.radius ** 2


circle = Circle(2)
print(circle.area, circle.area, vars(circle))
