"""Decorators that replace functions and classes by other things: numbers, properties, instances, registries."""
import functools

registry = {}


def register(*names, **options):
    def apply(thing):
        for name in names or [thing.__name__]:
            registry[name] = thing, options
        return thing
    return apply


@lambda f: f()
def computed():
    return 42


@type.__call__
class Single:
    value = 5
    def __repr__(self): return "the single"


@register("a", "b", level=3)
@functools.wraps(len)
def named(*args): return args


@register()
class Kept: pass


class K:
    @property
    @functools.lru_cache(None)
    def cached(self): print("once", end=" "); return 7

    @(lambda f: staticmethod(f))
    def static(): return "static"

    @[lambda f: f, property][1]
    def chosen(self): return "chosen by index"


k = K()
print(computed, Single, Single.value, {n: (t.__name__, o) for n, (t, o) in registry.items()}, k.cached,
      k.cached, K.static(), k.chosen, named.__doc__ == len.__doc__)
for text in ("@x\ndef f(): pass", "@1\ndef f(): pass", "@x.y[0](1)\nclass C: pass",
             "@x := print\ndef f(): pass", "@(yield)\ndef f(): pass", "@x y\ndef f(): pass", "@\ndef f(): pass",
             "@x\nf = 1"):
    try:
        exec(text, {"x": lambda f: f})
        print(repr(text), "fine")
    except Exception as error:
        print(repr(text), type(error).__name__, error)
