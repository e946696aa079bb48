# Deep and wide classes: thousands of bases, lookups through them, changes of bases and metaclasses below them.
def deep(depth):
    cls = type("C0", (), {"bottom": 1})
    for number in range(depth):
        cls = type("C%d" % number, (cls,), {})
    return cls


cls = deep(500)
print(len(cls.__mro__), cls.bottom, issubclass(cls, cls.__mro__[300]), isinstance(cls(), cls.__mro__[200]))
cls.__mro__[-2].bottom = 2
print(cls.bottom, cls().bottom)
try:
    cls.__mro__[-2].__bases__ = (cls,)
except TypeError as error:
    print(type(error).__name__)
wide = type("Wide", tuple(type("B%d" % number, (), {"a%d" % number: number}) for number in range(200)), {})
print(wide.a199, len(wide.__mro__))


class Meta(type):
    pass


for _ in range(100):
    Meta = type(Meta)("Meta", (Meta,), {})
print(type(Meta("X", (), {})) is Meta)


class Root:
    def __init_subclass__(cls, **keywords):
        super().__init_subclass__(**keywords)
        if cls.depth:
            type("Inner", (Root,), {"depth": cls.depth - 1})


type("Outer", (Root,), {"depth": 20})
print(len(Root.__subclasses__()) >= 0)
try:
    class Endless:
        def __init_subclass__(cls):
            type("Inner", (Endless,), {})

    type("Outer", (Endless,), {})
except RecursionError:
    print("RecursionError")


class Chain:
    def run(self):
        return 0


for _ in range(300):
    class Chain(Chain):
        def run(self):
            return super().run() + 1
print(Chain().run())
for _ in range(700):
    class Chain(Chain):
        def run(self):
            return super().run() + 1
try:
    Chain().run()
except RecursionError:
    print("RecursionError")
del Chain, cls, wide
