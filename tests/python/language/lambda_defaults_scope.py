"""Late and early binding of loop variables, defaults evaluated in the enclosing scope, lambdas in odd places."""
late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])
functions = []
for name in "ab":
    def show(prefix=name.upper()):
        return prefix + name
    functions.append(show)
print([f() for f in functions])
name = "z"
print([f() for f in functions])


def counter(start=[]):
    start.append(len(start))
    return start


print(counter(), counter(), counter.__defaults__)
counter.__defaults__ = ([9],)
print(counter())
print((lambda x, y=2, *a, z, w=5, **k: (x, y, a, z, w, k))(1, z=3, q=7))
print((lambda: (lambda: (lambda: 5)()))()(), (lambda *a: a)(*"ab"), (lambda **k: k)(a=1), sorted("bca", key=lambda c: -ord(c)))
print([f(2) for f in (lambda x: x + 1, lambda x: x ** 3, lambda x, /: -x)], (lambda x: x if x else "falsy")(0), (lambda: 1, 2)[1])
value = "global"


class Scope:
    value = "class"
    direct = [value for _ in range(1)]
    first = [v for v in value]
    default = (lambda v=value: v)()
    late = (lambda: value)()

    def method(self, v=value):
        return v, value


print(Scope.direct, Scope.first, Scope.default, Scope.late, Scope().method())


def outer():
    value = "outer"

    class Inner:
        seen = value
        value = "inner"
        after = value

        def get(self):
            return value
    return Inner.seen, Inner.value, Inner.after, Inner().get()


try:
    print(outer())
except NameError as error:
    print(error)


def outer_reading():
    value = "outer"

    class Inner:
        def get(self):
            return value
    return Inner().get()


print(outer_reading())
gen = (x + shift for x in range(3))
shift = 10
print(list(gen))
try:
    (x for x in undefined_here)
except NameError as error:
    print("first iterable at once:", error)
lazy = (undefined_there for x in [1])
try:
    next(lazy)
except NameError as error:
    print("element later:", error)
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(10), fact.__name__, fact.__qualname__, (lambda: 0).__code__.co_name, outer.__code__.co_consts[1])
print((lambda x: (y := x * 2) + y)(3), [last := i for i in range(4)][-1], last)
for source in ("lambda: yield", "lambda x, x: 1", "lambda x=1, y: 1", "lambda *: 1", "lambda *, **k: 1", "lambda (x): 1", "lambda x: = 1", "lambda: x = 1", "lambda /: 1", "lambda a, /, b, /: 1", "lambda **k, a: 1", "lambda *a, *b: 1", "lambda True: 1",
               "(lambda: (yield))()", "lambda x:", "lambda a.b: 1", "lambda f(): 1", "lambda *a=1: 1", "lambda **k=1: 1"):
    try:
        print(source, type(eval(source)).__name__)
    except SyntaxError as error:
        print(source, "->", error.msg)
