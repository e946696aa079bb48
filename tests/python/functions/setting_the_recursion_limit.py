"""sys.setrecursionlimit: what it refuses at which depth, and what a low limit does to calls, comprehensions, repr and
isinstance."""
import sys

original = sys.getrecursionlimit()


def attempt(action):
    try:
        return action()
    except Exception as error:
        sys.setrecursionlimit(original)  # printing wants room
        return f"{type(error).__name__}: {error}"


def deep(levels, action):
    return deep(levels - 1, action) if levels else action()


def set_three():
    sys.setrecursionlimit(3)


for bad in (0, -5, 1, 2, 2**31, 2.5, "x", None):
    print(bad, attempt(lambda: sys.setrecursionlimit(bad)))
print(attempt(set_three))
for levels in (0, 1, 5):
    print(levels, attempt(lambda: deep(levels, set_three)), attempt(lambda: deep(levels, lambda: sys.setrecursionlimit(9))))
    sys.setrecursionlimit(original)
print(attempt(lambda: [set_three() for _ in range(1)]))


class Endless:
    def __getattr__(self, name):
        return getattr(self, name + "x")

    def __eq__(self, other):
        return other == self

    def __call__(self):
        return self()


def down(n):
    return down(n + 1)


nested = []
for _ in range(60):
    nested = [nested]
classes = (int,)
for _ in range(60):
    classes = (classes,)
for action in (lambda: down(0), lambda: Endless().a, lambda: Endless() == Endless(), lambda: Endless()(),
               lambda: repr(nested), lambda: nested == nested, lambda: isinstance("", classes),
               lambda: issubclass(str, classes), lambda: sorted([1], key=lambda x: down(x)), lambda: [down(i) for i in (1,)]):
    sys.setrecursionlimit(50)
    print(attempt(action))
    sys.setrecursionlimit(original)
print(sys.getrecursionlimit() == original)
