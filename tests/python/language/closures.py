"""Closures: cells, late binding, defaults, cell contents, sharing between siblings."""
late = [lambda: i for i in range(3)]
early = [lambda i=i: i for i in range(3)]
print([f() for f in late], [f() for f in early])


def siblings():
    shared = []

    def add(item):
        shared.append(item)

    def get():
        return shared

    return add, get


add, get = siblings()
add(1)
add(2)
print(get(), add.__closure__[0].cell_contents is get.__closure__[0].cell_contents)
print(add.__code__.co_freevars, siblings.__code__.co_cellvars)


def parameter_cell(a, *args, b=2, **kw):
    def show():
        return a, args, b, kw

    a = a + 1
    return show


print(parameter_cell(1, 5, x=3)())


def empty_cell():
    def inner():
        return value

    cell = inner.__closure__[0]
    try:
        cell.cell_contents
    except ValueError as error:
        print(error)
    value = 1
    print(cell.cell_contents)
    cell.cell_contents = "replaced"
    return inner(), value


print(empty_cell())


def generator_closure():
    total = 0

    def run():
        nonlocal total
        for i in range(3):
            total += i
            yield total

    return list(run()), total


print(generator_closure())


def recursive(n):
    def fact(k):
        return 1 if k < 2 else k * fact(k - 1)

    return fact(n)


print(recursive(20))


def class_in_closure(value):
    class C:
        attribute = value

        def get(self):
            return value, __class__.__name__

    return C


print(class_in_closure(7)().get(), class_in_closure(8).attribute)


def loop():
    functions = []
    for name in ("a", "b"):
        def f(suffix):
            return name + suffix
        functions.append(f)
    return [f("!") for f in functions]


print(loop())


def deep(a):
    return lambda b: lambda c: lambda d: (a, b, c, d)


print(deep(1)(2)(3)(4))
def cell_compare(v):
    return (lambda: v).__closure__[0]


print(cell_compare(1) == cell_compare(1), cell_compare(1) < cell_compare(2), cell_compare(2) != cell_compare(2))
