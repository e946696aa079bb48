"""__init_subclass__: keywords of the class statement, super chains, registration, errors."""


class Registry:
    known = {}

    def __init_subclass__(cls, /, key=None, **more):
        super().__init_subclass__(**more)
        Registry.known[key or cls.__name__] = cls.__mro__[1].__name__


class Versioned:
    def __init_subclass__(cls, version=1, **more):
        cls.version = version
        super().__init_subclass__(**more)


class A(Registry):
    pass


class B(Registry, Versioned, key="bee", version=7):
    pass


class C(B, version=8):
    pass


print(Registry.known, B.version, C.version, hasattr(A, "version"))
for source in ("class D(Registry, unknown=1): pass", "class D(key=1): pass", "class D(object, a=1, b=2): pass",
               "class D(Registry, **{'key': 'k', 'other': 1}): pass", "class D(Registry, metaclass=type, key='m'): pass"):
    try:
        exec(source)
        print("made", sorted(Registry.known))
    except TypeError as error:
        print(error)


class Check:
    required = ()

    def __init_subclass__(cls):
        missing = [name for name in cls.required if not hasattr(cls, name)]
        if missing:
            raise TypeError(f"{cls.__name__} lacks {', '.join(missing)}")


class Shape(Check):
    required = ()


class Drawn(Check):
    required = ("draw", "area")
    draw = area = None


try:
    class Half(Drawn):
        required = ("draw", "fill")
except TypeError as error:
    print(error)
print(type(Check.__dict__["__init_subclass__"]).__name__, Check.__init_subclass__.__self__)
try:
    object.__init_subclass__(1)
except TypeError as error:
    print(error)
