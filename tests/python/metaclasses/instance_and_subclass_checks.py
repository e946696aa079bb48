"""__instancecheck__, __subclasscheck__, mro(), __call__ and attributes of metaclasses."""


class Even(type):
    def __instancecheck__(cls, value):
        print("  check", value)
        return value % 2 == 0

    def __subclasscheck__(cls, other):
        return other.__name__.startswith("E")

    def __contains__(cls, value):
        return value in cls.__name__

    def __iter__(cls):
        return iter(cls.__name__)

    def __len__(cls):
        return 99

    def __getattr__(cls, name):
        return f"computed {name}"

    @property
    def shown(cls):
        return f"<{cls.__name__}>"

    def __repr__(cls):
        return f"class-{cls.__name__}"


class Number(metaclass=Even):
    def __len__(self):
        return 1


print(isinstance(4, Number), isinstance(3, Number), isinstance(Number(), Number), isinstance(6, (str, Number)))
print(issubclass(type("Egg", (), {}), Number), issubclass(int, Number), "um" in Number, list(Number), len(Number), len(Number()))
print(Number.shown, Number.anything, Number, [Number])
try:
    Number().shown
except AttributeError as error:
    print(error)


class Reordered(type):
    def mro(cls):
        return [cls, object] if cls.__name__ == "Short" else super().mro()


class Base:
    x = 1


class Short(Base, metaclass=Reordered):
    pass


print(Short.__mro__, hasattr(Short, "x"), issubclass(Short, Base), isinstance(Short(), Base))


class Instances(type):
    def __init__(cls, *args):
        super().__init__(*args)
        cls.cache = {}

    def __call__(cls, *args):
        if args not in cls.cache:
            cls.cache[args] = super().__call__(*args)
        return cls.cache[args]


class Point(metaclass=Instances):
    def __init__(self, *at):
        self.at = at


print(Point(1, 2) is Point(1, 2), Point(1) is Point(2), len(Point.cache))
for bad in (lambda: type("X", (), {}, 5), lambda: type("X", (1,), {}), lambda: type("X", 5, {}), lambda: type(1, (), {}), lambda: type("X", ()),
            lambda: type("X", (bool,), {}), lambda: type("X", (int, str), {}), lambda: type("X", (Base, Base), {}), lambda: type("a\0b", (), {}),
            lambda: type("X", (), {"__slots__": "a b"}), lambda: type("X", (), {}, metaclass=int), lambda: type()):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
