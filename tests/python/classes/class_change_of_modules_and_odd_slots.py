"""Modules change their class, slots named __classcell__, subclasses of super, text methods in number classes."""
import types


class Lazy(types.ModuleType):
    answer = 42


module = types.ModuleType("plain")
module.__class__ = Lazy
print(type(module).__name__, module.answer)
module.__class__ = types.ModuleType
print(type(module).__name__, hasattr(module, "answer"))


class Base:
    def who(self):
        return "base"


class Mine(super):
    pass


class Derived(Base):
    pass


bound = Mine(Derived).__get__(Derived(), Derived)
print(type(bound).__name__, bound.who())
print(type(Base.mro()).__name__)


class Number(int):
    __add__ = str.__add__
    __eq__ = str.__eq__


for test in (lambda: Number(1) + 1, lambda: Number(1) == 1):
    try:
        print(test())
    except TypeError as error:
        print(error)


class Failing:
    __eq__ = property(lambda self: self.missing)


print(Failing() == 3)


class Circle:
    __repr__ = object.__str__


try:
    repr(Circle())
except RecursionError:
    print("repr in a circle")
print(hasattr(types.MethodType, "__get__") or "__get__" in types.MethodType.__dict__)
