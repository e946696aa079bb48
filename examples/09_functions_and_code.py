"""`def` makes an object of two parts: the code, compiled once, and what belongs to this one function."""


def area(width, height=2, *rest, unit="cm", **more):
    """Area of a rectangle."""
    total = width * height
    return f"{total} {unit}"


code = area.__code__
print("name      ", code.co_name, code.co_qualname)
print("arguments ", code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount)
print("variables ", code.co_varnames, code.co_nlocals)
print("constants ", code.co_consts)
print("stack     ", code.co_stacksize, "bytes of bytecode:", len(code.co_code))
print("flags     ", bool(code.co_flags & 4), bool(code.co_flags & 8), "(*args, **kwargs)")
print("first line", code.co_firstlineno)

# Defaults belong to the function, not to the code.
print(area.__defaults__, area.__kwdefaults__, area.__doc__)
area.__defaults__ = (10,)
area.__kwdefaults__["unit"] = "mm"
print(area(3))


# Running `def` again makes a new function with the same code object.
def make():
    def inner():
        return 1
    return inner


f, g = make(), make()
print(f is g, f.__code__ is g.__code__)


# Code can even be exchanged: the function keeps its name and identity.
def double(x):
    return 2 * x


def triple(x):
    return 3 * x


double.__code__ = triple.__code__
print(double.__name__, double(5))


class Adder:
    """Anything whose type has __call__ can be called. Here it remembers a number."""

    def __init__(self, amount):
        self.amount = amount

    def __call__(self, value):
        return value + self.amount


print(Adder(5)(10), list(map(Adder(1), [1, 2, 3])))
print([callable(x) for x in (area, Adder, Adder(1), len, lambda: 0, 3, "text")])
for call in (lambda: area(), lambda: area(1, width=2), lambda: double(1, 2), lambda: Adder(1)()):
    try:
        call()
    except TypeError as error:
        print(error)
