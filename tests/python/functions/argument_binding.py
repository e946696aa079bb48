"""Calls of Python functions: every kind of parameter, defaults, stars, and the text of each binding error."""


def attempt(label, function, *args, **kwargs):
    try:
        print(label, function(*args, **kwargs))
    except TypeError as error:
        print(label, "->", error)


def plain(a, b): return a, b
def defaults(a, b=2, c=3): return a, b, c
def star(a, *rest): return a, rest
def named(a, *, k, o=5): return a, k, o
def double(a, **others): return a, others
def positional(a, b, /, c, *, d): return a, b, c, d
def everything(a, b=2, /, c=3, *rest, d, e=5, **others): return a, b, c, rest, d, e, others
def none(): return "none"
def only_named(*, a, b, c): return a, b, c


for args, kwargs in (((1, 2), {}), ((1,), {}), ((), {}), ((1, 2, 3), {}), ((1,), {"b": 2}), ((1, 2), {"b": 2}), ((), {"a": 1, "b": 2}),
                     ((1, 2), {"c": 3}), ((), {"x": 1})):
    attempt(f"plain {args} {kwargs}", plain, *args, **kwargs)
for args, kwargs in (((1,), {}), ((), {}), ((1, 2, 3, 4), {}), ((1,), {"c": 9}), ((), {"b": 1})):
    attempt(f"defaults {args} {kwargs}", defaults, *args, **kwargs)
for args, kwargs in (((1,), {}), ((), {}), ((1, 2, 3), {}), ((1,), {"rest": 2})):
    attempt(f"star {args} {kwargs}", star, *args, **kwargs)
for args, kwargs in (((1,), {"k": 1}), ((1,), {}), ((1, 2), {"k": 1}), ((1, 2), {}), ((), {"k": 1}), ((1,), {"k": 1, "z": 2})):
    attempt(f"named {args} {kwargs}", named, *args, **kwargs)
for args, kwargs in (((1,), {"x": 2}), ((), {"a": 1, "self": 2}), ((1,), {"a": 2}), ((1, 2), {})):
    attempt(f"double {args} {kwargs}", double, *args, **kwargs)
for args, kwargs in (((1, 2, 3), {"d": 4}), ((1, 2), {"c": 3, "d": 4}), ((1,), {"b": 2, "c": 3, "d": 4}), ((), {"a": 1, "b": 2, "c": 3, "d": 4}),
                     ((1, 2, 3, 4), {}), ((1, 2, 3), {})):
    attempt(f"positional {args} {kwargs}", positional, *args, **kwargs)
attempt("everything", everything, 1, d=4)
attempt("everything", everything, 1, 2, 3, 4, 5, d=6, e=7, a=8, f=9)
attempt("everything", everything)
attempt("none", none, 1)
attempt("none", none, x=1)
attempt("only named", only_named)
attempt("only named", only_named, a=1)
attempt("only named", only_named, 1, 2, a=1, b=2, c=3)


class Method:
    def method(self, a): return a
    @classmethod
    def of_class(cls, a): return a
    @staticmethod
    def static(a): return a
    def no_self(): return 0


m = Method()
attempt("method", m.method)
attempt("method", m.method, 1, 2)
attempt("class", Method.of_class)
attempt("static", m.static, 1, 2)
attempt("no self", m.no_self)
attempt("class itself", Method, 1)
attempt("lambda", lambda x, y: 0, 1)


def calls(source):
    try:
        print(source, "=", eval(source, globals()))
    except TypeError as error:
        print(source, "->", error)


for source in ("double(1, *(), **{})", "double(**{'a': 1}, **{'b': 2})", "double(a=1, **{'a': 2})", "double(1, **{'x': 1}, **{'x': 2})",
               "double(1, **{5: 1})", "double(1, **5)", "star(*5)", "star(*'abc', *[1], 2)", "star(1, *None)", "plain(*[1], **{'b': 2})",
               "plain(b=1, *[2])", "star(*(i for i in 'xy'))", "5(1)", "none()()", "'x'.join()()", "plain(**{'a': 1, 'b': 2, 'c': 3})"):
    calls(source)


class Mapping:
    def keys(self):
        return ["a", "b"]

    def __getitem__(self, key):
        return key * 2


print(plain(**Mapping()))
