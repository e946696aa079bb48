# The order in which an object shows what it refers to: sequences from their end, functions and descriptors field by field.
import gc


def names(objects):
    return [getattr(o, "__name__", None) or (o if not isinstance(o, (dict, type(names.__code__))) else type(o).__name__) for o in objects]


print(gc.get_referents([1001, "a", 2.5]), gc.get_referents((1001, "a", 2.5)), gc.get_referents([], ()))
print(gc.get_referents({"k": 1, "l": 2.5}), sorted(map(str, gc.get_referents({1, "x"}))))


def function(a, b="default", *, c="keyword") -> int:
    """doc"""
    return a


print(names(gc.get_referents(function)))
print(names(gc.get_referents(classmethod(function))), names(gc.get_referents(staticmethod(function))))
print(names(gc.get_referents(property(function, None, len, "text"))), gc.get_referents(slice(1, 2.5, "x")))


# So the finalizers of a cycle's members run in a known order.
class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def cycle(kind):
    members = [Noisy(name) for name in "abc"]
    holder = kind(members)
    for member in members:
        member.holder = holder


gc.disable()
for kind in (list, tuple):
    cycle(kind)
    print(kind.__name__, gc.collect() > 0)
