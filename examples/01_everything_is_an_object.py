"""Everything is an object: numbers, functions, classes and modules all have a type, and types have one too."""
import math


def greet(name):
    return "hello " + name


class Dog:
    def bark(self):
        return "woof"


rex = Dog()

# Each value knows its class. type(x) and x.__class__ are two ways to the same answer.
for thing in (7, 2.5, "text", [1], greet, Dog, rex, rex.bark, math, None, len):
    name = getattr(thing, "__name__", None) or repr(thing).split(" at ")[0]
    print(f"{name:22} {type(thing).__name__:26} {thing.__class__ is type(thing)}")

# The class of a class is `type`, and `type` is its own class: the chain ends in a loop.
print(type(rex), type(type(rex)), type(type(type(rex))))
print("type is an object:", isinstance(type, object), "- object is a type:", isinstance(object, type))

# isinstance asks "is it one of these, or of a subclass?"; issubclass asks the same of classes.
print(isinstance(True, int), issubclass(bool, int), type(True) is int)
print(isinstance(rex, (int, Dog)), issubclass(Dog, object))

# Attributes live in a dict: the instance's own, and the one of its class (a read-only view).
rex.age = 3
print("instance:", rex.__dict__, vars(rex) is rex.__dict__)
print("class has bark:", "bark" in Dog.__dict__, "- instance has bark:", "bark" in rex.__dict__)
print(type(Dog.__dict__).__name__)

# dir() collects names from the instance, its class and all bases.
print([name for name in dir(rex) if not name.startswith("__")])
print([name for name in dir(greet) if name.startswith("__c")])

# Functions are values too: they can carry attributes and be put into containers.
greet.calls = 0
table = {"greet": greet, "shout": str.upper}
print(table["greet"]("you"), table["shout"]("you"), greet.__dict__)
