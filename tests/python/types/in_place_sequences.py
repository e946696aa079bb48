"""`+`, `*` and their in-place forms of sequences and their subclasses, whose right operand has a say or has none."""
import collections


class Right:
    def __radd__(self, other):
        return "radd"

    def __rmul__(self, other):
        return "rmul"

    def __iter__(self):
        return iter([1])

    def __index__(self):
        return 2


class Declining(Right):
    def __radd__(self, other):
        return NotImplemented

    def __rmul__(self, other):
        return NotImplemented


def iadd(a, b):
    a += b
    return a


def imul(a, b):
    a *= b
    return a


for base in (list, bytearray, collections.deque, tuple, str, bytes):
    class Sub(base):
        pass

    class Own(base):
        __slots__ = ()

        def __add__(self, other):
            return "own add"

    class OwnI(base):
        __slots__ = ()

        def __iadd__(self, other):
            return NotImplemented

        def __imul__(self, other):
            return NotImplemented

    class Both(OwnI, Own):
        pass

    class NoneI(base):
        __iadd__ = None

    for kind in base, Sub, Own, OwnI, Both, NoneI:
        for operand in (Right(), Declining(), 2, base(), None, [1]):
            for f in iadd, imul, lambda a, b: a + b, lambda a, b: a * b, lambda a, b: b + a, lambda a, b: b * a:
                for _ in range(12):
                    try:
                        x = f(kind(), operand)
                    except Exception as error:
                        x = type(error).__name__, str(error)
                print(base.__name__, kind.__name__, type(operand).__name__, type(x).__name__, x)
