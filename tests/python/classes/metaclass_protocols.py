"""Metaclasses: __call__, __prepare__ with odd mappings, conflicts, derived choice, methods of the metaclass, operators on classes."""


class Counting(type):
    created = []

    def __new__(meta, name, bases, space, **kw):
        print("new", name, sorted(kw))
        return super().__new__(meta, name, bases, dict(space))

    def __init__(cls, name, bases, space, **kw):
        print("init", name, sorted(kw))
        super().__init__(name, bases, space)
        meta = type(cls)
        meta.created.append(name)

    def __call__(cls, *args, **kw):
        print("call", cls.__name__, args)
        return super().__call__(*args, **kw)

    @classmethod
    def __prepare__(meta, name, bases, **kw):
        print("prepare", name, sorted(kw))
        return {"from_prepare": name.lower()}

    def __len__(cls):
        return len(cls.created)

    def __add__(cls, other):
        return f"{cls.__name__}+{other.__name__}"

    def __contains__(cls, name):
        return name in cls.created

    def __iter__(cls):
        return iter(cls.created)

    def __bool__(cls):
        return False

    def helper(cls):
        return f"helper of {cls.__name__}"

    @property
    def shown(cls):
        return cls.from_prepare.upper()


class A(metaclass=Counting, option=1):
    def __init__(self, x=0):
        self.x = x


class B(A):
    pass


print(A(3).x, len(A), A + B, "B" in A, list(B), bool(A), A.helper(), B.shown, A.from_prepare)
for use in (lambda: A().helper(), lambda: A().shown, lambda: len(A()), lambda: A - B):
    try:
        print(use())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class M1(type):
    pass


class M2(type):
    pass


class M3(M1, M2):
    pass


X = M1("X", (), {})
Y = M2("Y", (), {})
try:
    class Z(X, Y):
        pass
except TypeError as error:
    print(error)


class Z(X, Y, metaclass=M3):
    pass


class W(Z, metaclass=type):
    pass


print(type(Z).__name__, type(W).__name__)
try:
    class V(Z, metaclass=M1):
        pass
    print(type(V).__name__)
except TypeError as error:
    print(error)


class Recording(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__"):
            print("define", key)
        super().__setitem__(key, value)

    def __missing__(self, key):
        if key.startswith("auto_"):
            return key[5:]
        raise KeyError(key)


class Auto(type):
    @classmethod
    def __prepare__(meta, name, bases):
        return Recording()


class U(metaclass=Auto):
    a = auto_hello
    b = len(a)

    def c(self):
        pass
    try:
        undefined
    except NameError as error:
        message = str(error)


print(U.a, U.b, U.message, type(vars(U)).__name__)
for prepare in (lambda *a, **k: 5, lambda *a, **k: None, lambda *a, **k: []):
    meta = type("BadPrepare", (type,), {"__prepare__": staticmethod(prepare)})
    try:
        class T(metaclass=meta):
            pass
    except TypeError as error:
        print(error)


def function_as_metaclass(name, bases, space, **kw):
    return name, bases, {k: v for k, v in space.items() if k[:2] != "__"}, kw


class S(int, str, metaclass=function_as_metaclass, flag=True):
    x = 1


print(S)


class Instances(type):
    def __instancecheck__(cls, value):
        return value == 42

    def __subclasscheck__(cls, kind):
        return kind is int


class R(metaclass=Instances):
    pass


print(isinstance(42, R), isinstance(R(), R), isinstance(1, R), issubclass(int, R), issubclass(R, R), isinstance(42, (str, R)))
print(type.__instancecheck__(R, R()), type(type), isinstance(type, type), issubclass(type, object), isinstance(object, type), type.mro(bool))


class CustomMro(type):
    def mro(cls):
        return [cls, A, object] if cls.__name__ == "Q" else super().mro()


class Q(metaclass=CustomMro):
    pass


print([c.__name__ for c in Q.__mro__], Q.__bases__, Q.from_prepare)
for result in (5, [], [int], ["x"]):
    try:
        type("BadMro", (type,), {"mro": lambda cls: result})("P", (), {})
        print("accepted", result)
    except TypeError as error:
        print(error)
