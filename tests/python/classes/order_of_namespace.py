# A dict subclass that shows another order than it stores: as a class namespace and as keywords.
from collections import OrderedDict


def names(**keywords):
    return list(keywords)


space = OrderedDict(a=1, b=2, c=3)
space.move_to_end("a")
print([name for name in vars(type("C", (), space)) if not name.startswith("__")])
print(names(**space), names(z=0, **space), names(**space, z=0))


class Backwards(dict):
    def __iter__(self):
        return reversed(list(super().__iter__()))

    def keys(self):
        return list(self)


other = Backwards(x=1, y=2)
print(names(**other), dict(**other), [name for name in vars(type("D", (), other)) if len(name) == 1], {**other})


class Liar(dict):
    def __getitem__(self, key):
        return "other"


print((lambda **keywords: keywords)(**Liar(k=1)))
for bad in ("A\udcdcB", "A\0B"):
    for make in (lambda: type(bad, (), {}), lambda: setattr(type("E", (), {}), "__name__", bad)):
        try:
            make()
        except ValueError as error:
            print(type(error).__name__, ascii(str(error)))
try:
    type("F", (), {"__doc__": "x\udcdcy"})
except UnicodeEncodeError as error:
    print(error.reason)
kept = type("G", (), {})
kept.__doc__ = "x\udcdcy"
print(ascii(kept.__doc__))
