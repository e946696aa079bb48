"""inspect: members, signatures of odd callables, binding, closures, source of functions and classes, frames, kinds."""
import functools
import inspect


def attempt(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def decorated(f):
    @functools.wraps(f)
    def wrapper(*args, **kw): return f(*args, **kw)
    return wrapper


class K:
    """Doc of K.

        indented
    """
    attr = 1
    # a comment
    def method(self, a, /, b: int = 2, *args: str, c, d=[], **kw) -> "K":
        """Doc of method."""
        return a
    @classmethod
    def cm(cls, x): pass
    @staticmethod
    def sm(x=1): pass
    @property
    def prop(self): return 1
    @decorated
    def wrapped(self, q): pass
    def __call__(self, z): pass
    class Inner: pass
    lam = lambda self, x: x


class Meta(type):
    def __call__(cls, *args, meta): pass


class WithMeta(metaclass=Meta): pass


class WithNew:
    def __new__(cls, n): pass


class Own:
    __signature__ = inspect.Signature([inspect.Parameter("own", inspect.Parameter.KEYWORD_ONLY)])


async def coro(): pass
def gen(): yield
async def agen(): yield
for thing in (K, K.method, K().method, K.cm, K.sm, K.wrapped, K().wrapped, K(), K.lam, K.Inner, WithMeta, WithNew, Own, functools.partial(K.method, 1, c=5), functools.partial(len), len, print, int, dict, str.split, [].append, object, type, 5, coro, Exception, functools.partialmethod(K.method), inspect.signature):
    print(getattr(thing, "__qualname__", type(thing).__name__), attempt(inspect.signature, thing))
s = inspect.signature(K.method)
for args, kw in (((1, 2), {"c": 3}), ((1, 2, 3, 4), {"c": 5, "z": 6}), ((), {}), ((1,), {}), ((1, 2), {"a": 5, "c": 1}), ((1, 2), {"self": 1, "c": 1}), ((1, 2), {"b": 3, "c": 4}), ((1, 2, 3), {"b": 3, "c": 4})):
    bound = attempt(s.bind, *args, **kw)
    print(args, kw, bound if isinstance(bound, str) else (bound.arguments, bound.args, bound.kwargs), attempt(s.bind_partial, *args, **kw))
b = s.bind(1, 2, c=3)
b.apply_defaults()
print(b, s.parameters["b"], repr(s.parameters["args"]), s.parameters["c"].kind.description, s.return_annotation, s.replace(return_annotation=int), s == inspect.signature(K.method), hash(s.parameters["a"]) is not None)
P = inspect.Parameter
for make in (lambda: P("1x", P.POSITIONAL_ONLY), lambda: P("a", P.VAR_POSITIONAL, default=1), lambda: P("a", 9), lambda: P("class", P.KEYWORD_ONLY), lambda: inspect.Signature([P("a", P.KEYWORD_ONLY), P("b", P.POSITIONAL_ONLY)]), lambda: inspect.Signature([P("a", P.POSITIONAL_ONLY, default=1), P("b", P.POSITIONAL_ONLY)]), lambda: inspect.Signature([P("a", P.KEYWORD_ONLY)] * 2), lambda: P(5, P.KEYWORD_ONLY), lambda: inspect.Signature.from_callable(5)):
    print(attempt(make))
print(inspect.getsource(K.cm), inspect.getdoc(K), inspect.getdoc(K().method), attempt(inspect.getsource, len), attempt(inspect.getsource, 5), inspect.getcomments(K.method), inspect.getsourcelines(K.lam), inspect.getmodule(K) is not None, inspect.cleandoc("  a\n    b\n   c\n"), attempt(inspect.getfile, int))
names = [n for n in dir(inspect) if n.startswith("is") and n not in ("isabstract", "istraceback", "isframe", "iskeyword")]
for thing in (K, K.method, K().method, len, [].append, str.join, K.prop, K.__dict__["cm"], coro, gen, agen, gen(), inspect, K.method.__code__, int.real, type.__dict__["__mro__"] if False else K.__dict__["__dict__"], functools.partial(gen)):
    print(getattr(thing, "__name__", type(thing).__name__), [n for n in names if attempt(getattr(inspect, n), thing) is True])
print([n for n, _ in inspect.getmembers(K, inspect.isfunction)], [(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(K) if a.defining_class is K and not a.name.startswith("__")], inspect.getmro(WithNew), inspect.getclosurevars(K.wrapped)[0].keys(), inspect.getattr_static(K, "prop"), attempt(inspect.getattr_static, K, "zz"), inspect.unwrap(K.wrapped).__qualname__, inspect.getcallargs(lambda a, *b, c=1: 0, 1, 2))
def where(): f = inspect.currentframe(); return inspect.getframeinfo(f).function, inspect.stack()[1].function, inspect.getargvalues(f)[0], f.f_back.f_code.co_name
print(where(), inspect.getfullargspec(K.method))
print(inspect.formatannotation(list[int]), inspect.formatannotation(int), inspect.indentsize("\t a"), inspect.isabstract(K), inspect.get_annotations(K.method), inspect.get_annotations(K))
