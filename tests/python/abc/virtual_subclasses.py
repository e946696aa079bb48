# Abstract base classes over _abc: abstract methods, registration, hooks, caches, pattern flags.
from abc import ABC, ABCMeta, abstractmethod, get_cache_token


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


class A(ABC):
    @abstractmethod
    def f(self): ...

    @property
    @abstractmethod
    def g(self): ...


class B(A):
    def f(self):
        return 1


class C(B):
    g = 2


class V:
    pass


print(sorted(A.__abstractmethods__), sorted(B.__abstractmethods__), C.__abstractmethods__)
show(lambda: A())
show(lambda: B())
print(C().f(), isinstance(C(), A), issubclass(C, A), isinstance(V(), A), issubclass(int, A))
token = get_cache_token()
print(A.register(V) is V, isinstance(V(), A), issubclass(V, A), get_cache_token() - token, A.register(V) is V)
show(lambda: A.register(1))
show(lambda: issubclass(1, A))


class D(ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if other is float:
            return 5
        return True if hasattr(other, "quack") else NotImplemented


class Duck:
    quack = 1


print(isinstance(Duck(), D), isinstance(1, D), issubclass(Duck, D))
show(lambda: issubclass(float, D))


class E(ABC):
    pass


class F(E):
    pass


F.register(int)
print(issubclass(int, E), isinstance(True, E), isinstance("a", E))
show(lambda: F.register(E))


class S(ABC):
    __abc_tpflags__ = 1 << 5


class Seq:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return [10, 20][i]


S.register(Seq)
match Seq():
    case [a, b]:
        print("sequence", a, b)
print(hasattr(S, "__abc_tpflags__"))
show(lambda: ABCMeta("T", (), {"__abc_tpflags__": 96}))
