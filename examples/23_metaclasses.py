"""A class statement calls the metaclass: __prepare__, the body, then type(name, bases, namespace)."""


class Logging(type):
    """Shows the three calls."""

    @classmethod
    def __prepare__(mcls, name, bases, **options):
        print(f"  prepare {name} {options}")
        return {}

    def __new__(mcls, name, bases, namespace, **options):
        print(f"  new {name}", [key for key in namespace if not key.startswith("__")])
        return super().__new__(mcls, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **options):
        print(f"  init {name}")
        super().__init__(name, bases, namespace)

    def __call__(cls, *args):
        print(f"  call {cls.__name__} {args}")
        return super().__call__(*args)


class Animal(metaclass=Logging, kind="living"):
    legs = 4
    print("  the body runs")


class Dog(Animal):                            # the metaclass is inherited
    pass


print(Dog().legs, type(Dog).__name__)


class Greeting(type):
    """Adds a method to each of its classes."""

    def __new__(mcls, name, bases, namespace):
        namespace.setdefault("greet", lambda self: f"hello from {name}")
        return super().__new__(mcls, name, bases, namespace)


class Robot(metaclass=Greeting):
    pass


class Polite(metaclass=Greeting):
    def greet(self):
        return "how do you do"


print(Robot().greet(), Polite().greet())

# type() with three arguments is what the class statement ends in.
Made = type("Made", (Robot,), {"size": 3})
print(Made.size, Made().greet(), Made.__mro__[1].__name__, type(Made).__name__)


# Most uses need no metaclass: __init_subclass__ and __set_name__ are hooks of ordinary classes.
class Plugin:
    registry = {}

    def __init_subclass__(cls, name=None, **more):
        super().__init_subclass__(**more)
        Plugin.registry[name or cls.__name__.lower()] = cls


class Csv(Plugin):
    pass


class Excel(Plugin, name="xls"):
    pass


print({name: cls.__name__ for name, cls in Plugin.registry.items()})
try:
    class Clash(Animal, Robot):
        pass
except TypeError as error:
    print(error)
