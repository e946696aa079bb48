"""A module's __class__ can be exchanged for a subclass of ModuleType, and back: properties and calls on modules."""
import sys
import types


class Counting(types.ModuleType):
    @property
    def visits(self):
        self.__dict__["_visits"] = self.__dict__.get("_visits", 0) + 1
        return self._visits

    def __call__(self, x):
        return f"called with {x}"

    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return f"made {name}"


for module in (types.ModuleType("made"), sys.modules[__name__]):
    module.__class__ = Counting
    print(type(module).__name__, module.visits, module.visits, module("x"), module.anything, isinstance(module, types.ModuleType))
    module.own = 5
    print(module.own, module.__dict__["own"])
    module.__class__ = types.ModuleType
    print(type(module).__name__, hasattr(module, "visits"), module._visits)


class Slotted(types.ModuleType):
    __slots__ = ("extra",)


class Plain:
    pass


made = types.ModuleType("made")
for kind in (Slotted, Plain, object, int, 5, None):
    try:
        made.__class__ = kind
        print("now", type(made).__name__)
    except TypeError as error:
        print(error)
for value in (Plain(), 5, [], Plain):
    try:
        value.__class__ = types.ModuleType
    except TypeError as error:
        print(error)
try:
    del made.__class__
except TypeError as error:
    print(error)
kept = Counting("kept")
kept.__class__ = types.ModuleType
del Counting
print(kept.__name__, repr(kept))
