"""Closures: late binding, cells shared and separate, nonlocal through levels, loops, recursion, class scopes."""


def late():
    return [lambda: i for i in range(3)]


def early():
    return [lambda i=i: i for i in range(3)]


print([f() for f in late()], [f() for f in early()])


def counter():
    count = 0

    def increment(by=1):
        nonlocal count
        count += by
        return count

    def read():
        return count

    return increment, read


increment, read = counter()
other, other_read = counter()
increment()
increment(5)
other()
print(read(), other_read(), increment.__closure__[0] is read.__closure__[0], increment.__closure__[0] is other.__closure__[0])


def levels():
    x = 1

    def second():
        def third():
            nonlocal x
            x += 1

            def fourth():
                nonlocal x
                x *= 10
                return x

            return fourth

        return third

    deep = second()()
    first = deep()
    second()()
    return first, deep(), x


print(levels())


def parameters(a, *rest, k=1, **others):
    def inner():
        return a, rest, k, others

    a = "rebound"
    rest += (9,)
    return inner


print(parameters(1, 2, k=3, z=4)())


def recursive():
    def factorial(n):
        return 1 if n < 2 else n * factorial(n - 1)

    return factorial


factorial = recursive()
print(factorial(20), factorial.__code__.co_freevars)


def comprehension():
    factor = 3
    return [x * factor for x in range(3)], {x: factor for x in "ab"}, list(x + factor for x in range(2)), [[y * factor for y in range(x)] for x in range(3)]


print(comprehension())


def assigned_in_comprehension():
    total = 0
    values = [total := total + x for x in range(4)]
    return values, total


print(assigned_in_comprehension())


def handler():
    try:
        raise ValueError("kept")
    except ValueError as error:
        message = lambda: str(error)
        kept = message()
    try:
        message()
    except NameError as gone:
        return kept, str(gone)


print(handler())


def make_class(base):
    class Local:
        value = base

        def method(self):
            return base, self.value, Local.__name__

    base = "changed later"
    return Local


print(make_class("initial")().method())


def generator():
    state = "before"

    def show():
        return state

    yield show
    state = "after"
    yield show


g = generator()
show = next(g)
print(show())
next(g)
print(show())


def exec_inside():
    x = 1
    exec("x = 2")
    names = locals()
    return x, names["x"]


print(exec_inside())


def deleted():
    value = 1

    def use():
        return value

    del value
    try:
        use()
    except NameError as error:
        print(error)
    value = 2
    return use()


print(deleted())
print((lambda x: lambda y: lambda z: (x, y, z))(1)(2)(3))
