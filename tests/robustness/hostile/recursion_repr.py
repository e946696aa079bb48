# own limit: CPython does not come to an end within two minutes.
# repr of what is nested too deeply: through each container, through classes and through mixtures of them.
import collections
import types


class Holder:
    def __init__(self, inner):
        self.inner = inner

    def __repr__(self):
        return f"<{self.inner!r}>"


def wrapped(make, depth=100_000):
    made = None
    for _ in range(depth):
        made = make(made)
    return made


makers = {
    "list": lambda inner: [inner], "tuple": lambda inner: (inner,), "dict": lambda inner: {1: inner},
    "holder": Holder, "namespace": lambda inner: types.SimpleNamespace(a=inner), "slice": lambda inner: slice(inner),
    "deque": lambda inner: collections.deque([inner]), "partial": lambda inner: __import__("functools").partial(print, inner),
    "mixed": lambda inner: [{1: (inner, Holder(inner))}], "error": lambda inner: ValueError(inner),
    "proxy": lambda inner: types.MappingProxyType({1: inner}), "values": lambda inner: {1: inner}.values(),
}
for name, make in makers.items():
    if name == "mixed":
        made = wrapped(make, 300)
    else:
        made = wrapped(make)
    for function in repr, str, ascii, "{!r}".format, lambda value: "%r" % (value,):
        try:
            function(made)
            print(name, "fine")
        except RecursionError:
            print(name, "RecursionError")
    while made is not None and name in ("list", "tuple"):
        made = made[0]      # taken apart from the outside
