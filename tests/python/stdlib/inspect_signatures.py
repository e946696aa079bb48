"""inspect: signatures of every kind of callable, bind, getmembers, sources of values, states."""
import functools
import inspect


def f(a, /, b: int = 1, *args, c, d="x", **kwargs) -> str:
    "Doc of f."


class C:
    """Doc of C."""
    attribute = 1

    def __init__(self, x, y=2):
        pass

    def method(self, z):
        pass

    @classmethod
    def cls(cls, q):
        pass

    @staticmethod
    def static(w=None):
        pass

    def __call__(self, called):
        pass


for target in (f, C, C(1), C.method, C(1).method, C.cls, C.static, functools.partial(f, 1, c=2), lambda *, k: k, len, functools.wraps(f)(lambda *a: 0)):
    print(inspect.signature(target))
s = inspect.signature(f)
for p in s.parameters.values():
    print(p.name, p.kind.description, p.default is p.empty, p.annotation)
bound = s.bind(1, 2, 3, c=4, e=5)
print(bound.args, bound.kwargs, bound.arguments)
bound = s.bind(1, c=2)
bound.apply_defaults()
print(bound)
for args, kwargs in (((), {}), ((1,), {}), ((1,), {"a": 1, "c": 2}), ((1, 2), {"b": 3, "c": 1})):
    try:
        print(s.bind(*args, **kwargs))
    except TypeError as error:
        print(error)
print([n for n, _ in inspect.getmembers(C, inspect.isfunction)], inspect.getdoc(C), inspect.getmro(C)[1], inspect.getfullargspec(f))
print(inspect.isclass(C), inspect.ismethod(C(1).method), inspect.isgeneratorfunction(lambda: (yield)), inspect.isbuiltin(len), inspect.isroutine(C.method), inspect.getattr_static(C, "cls").__class__)
print(s.replace(return_annotation=int), inspect.Signature([inspect.Parameter("z", inspect.Parameter.KEYWORD_ONLY)]), inspect.cleandoc("  a\n    b\n   c"))
print(inspect.getsource(C.static).strip(), inspect.getsourcelines(f)[1], inspect.currentframe().f_lineno, inspect.unwrap(functools.wraps(f)(lambda: 0)) is f)
for bad in (lambda: inspect.signature(5), lambda: inspect.Parameter("1", inspect.Parameter.POSITIONAL_ONLY), lambda: inspect.getsource(len), lambda: inspect.signature(f).bind_partial(1, 2, zz=1, a=3)):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
