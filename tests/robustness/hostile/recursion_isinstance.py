# isinstance, issubclass and unions with class tuples nested too deeply, and bases that come round.
nested = int
for _ in range(50_000):
    nested = (nested,)
for test in isinstance, issubclass:
    try:
        print(test(str if test is issubclass else "", nested))
    except RecursionError:
        print(test.__name__, "RecursionError")


class Endless:
    @property
    def __bases__(self):
        return (self,)


class Chain:
    def __init__(self, depth):
        self.depth = depth

    @property
    def __bases__(self):
        return (Chain(self.depth - 1),) if self.depth else ()


class TwoWays:
    @property
    def __bases__(self):
        return (TwoWays(), Chain(0))


class Asked(type):
    def __instancecheck__(cls, instance):
        return isinstance(instance, cls)

    def __subclasscheck__(cls, other):
        return issubclass(other, cls)


class Never(metaclass=Asked):
    pass


for action in (lambda: issubclass(Chain(100), int), lambda: issubclass(TwoWays(), int),
               lambda: isinstance(1, Never), lambda: issubclass(int, Never), lambda: isinstance(1, (str, Never)),
               lambda: isinstance(1, Chain(5))):
    try:
        print(action())
    except (RecursionError, TypeError) as error:
        print(type(error).__name__)
