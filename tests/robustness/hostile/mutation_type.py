# Classes that change while their objects are at work: __class__, __bases__, __dict__, methods and slots.
def attempt(name, action):
    try:
        print(name, action())
    except Exception as error:
        print(name, type(error).__name__)


class A:
    def method(self):
        A.method = None
        del A.other
        return self.value

    def other(self):
        return 1

    @property
    def value(self):
        self.__class__ = B
        return self.value


class B:
    value = 5

    def __getattr__(self, name):
        del type(self).__getattr__
        return getattr(self, name)


attempt("method", lambda: A().method())
attempt("getattr", lambda: B().missing)


class Changing:
    def __eq__(self, other):
        Changing.__eq__ = lambda self, other: False
        Changing.__hash__ = lambda self: 1
        return True

    def __hash__(self):
        Changing.__hash__ = lambda self: 2
        return 1

    def __len__(self):
        del Changing.__len__
        return 3

    def __iter__(self):
        Changing.__iter__ = None
        return iter((1, 2))

    def __del__(self):
        Changing.__del__ = lambda self: None


attempt("eq", lambda: {Changing(): 1}[Changing()])
attempt("len", lambda: (len(Changing()), len(Changing())))
attempt("iter", lambda: (list(Changing()), list(Changing())))


class Base1:
    def run(self):
        Derived.__bases__ = (Base2,)
        return super(Derived, Derived()).run()


class Base2:
    def run(self):
        return "second"


class Derived(Base1):
    def run(self):
        return super().run()


attempt("bases", lambda: Derived().run())


class Meta(type):
    def __getattribute__(cls, name):
        if name == "boom":
            type.__setattr__(cls, "boom", 1)
        return type.__getattribute__(cls, name)

    def mro(cls):
        if cls.__name__ == "Odd":
            cls.__bases__
            return [cls, object, Stranger]
        return type.mro(cls)


class Stranger:
    it = 7


attempt("mro", lambda: Meta("Odd", (), {}).it)
attempt("boom", lambda: Meta("Even", (), {}).boom)


class BadMro(type):
    def mro(cls):
        return BadMro.answer


for answer in ((), [], None, 1, (1, 2), [int], (object,), [object] * 1000):
    BadMro.answer = answer
    attempt("bad mro", lambda: BadMro("X", (), {})())


class Reentering(type):
    def mro(cls):
        if "depth" not in globals():
            globals()["depth"] = 1
            cls.__bases__ = (Base2,)
        return type.mro(cls)


attempt("reentering", lambda: Reentering("R", (Base1,), {}).__mro__[1].__name__)


class Slots:
    __slots__ = ("a", "b")


class Other:
    __slots__ = ("a", "b")


thing = Slots()
thing.a = thing
attempt("class", lambda: setattr(thing, "__class__", Other) or thing.a.b)
attempt("class int", lambda: setattr(thing, "__class__", int))
attempt("dict", lambda: setattr(B(), "__dict__", {1: 2}))
attempt("dict self", lambda: (lambda it: setattr(it, "__dict__", it.__dict__) or it.__dict__.update(me=it))(B()))
attempt("int keys", lambda: (lambda it: (it.__dict__.update({1: 1}), sorted(map(str, it.__dict__))))(B()))
attempt("name", lambda: setattr(B, "__name__", "a\0b"))
attempt("name surrogate", lambda: setattr(B, "__name__", "\ud800"))
attempt("abstract", lambda: setattr(B, "__abstractmethods__", {"x"}) or B())
attempt("delete class", lambda: delattr(B, "__dict__"))
attempt("doc", lambda: delattr(B, "__doc__"))
attempt("builtin", lambda: setattr(int, "x", 1))
attempt("layout", lambda: setattr(type("P", (int,), {}), "__bases__", (str,)))
attempt("object bases", lambda: setattr(object, "__bases__", ()))
attempt("no bases", lambda: setattr(Derived, "__bases__", ()))
attempt("itself", lambda: setattr(Derived, "__bases__", (Derived,)))
