"""Writing attributes of classes: dunders that take effect at once, read-only ones, deletion, names and
modules."""


class K:
    pass


def attempt(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


k = K()
attempt(lambda: len(k))
K.__len__ = lambda self: 7
attempt(lambda: len(k))
K.__add__ = lambda self, other: "added"
K.__call__ = lambda self, *a: a
K.__getattr__ = lambda self, name: name.upper()
K.__eq__ = lambda self, other: True
attempt(lambda: (k + 1, k(1, 2), k.anything, k == 5, bool(k)))
K.__hash__ = lambda self: 3
attempt(lambda: hash(k))
del K.__len__, K.__call__
attempt(lambda: len(k))
attempt(lambda: k())
K.__iter__ = None
attempt(lambda: list(k))
K.__contains__ = None
attempt(lambda: 1 in k)
for name, value in (("__name__", "Renamed"), ("__name__", 5), ("__name__", "nul\0"), ("__qualname__", "a.b"),
                    ("__qualname__", 5), ("__module__", 7), ("__doc__", "doc"), ("__dict__", {}),
                    ("__mro__", ()), ("__class__", type),
                    ("__class__", int), ("__bases__", (object,)), ("__annotations__", 5), ("__slots__", ("x",)),
                    ("__abstractmethods__", frozenset("ab")), ("__weakref__", 1), ("__basicsize__", 1),
                    ("__text_signature__", "x")):
    attempt(lambda: setattr(K, name, value) or (name, getattr(K, name)))
attempt(K)
del K.__abstractmethods__
attempt(lambda: type(K()).__name__)
for name in ("__name__", "__qualname__", "__module__", "__doc__", "__abstractmethods__", "nothing", "__bases__",
             "__eq__"):
    attempt(lambda: delattr(K, name))
for kind, name in ((int, "x"), (int, "__add__"), (type, "x"), (object, "__eq__"), (type(None), "x"),
                   (type(lambda: 0), "x")):
    attempt(lambda: setattr(kind, name, 1))
    attempt(lambda: delattr(kind, name))
