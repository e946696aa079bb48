"""nonlocal over several levels, with del, in classes, comprehensions, lambdas and after the frame has gone."""


def levels():
    x = 0
    def a():
        nonlocal x
        x += 1
        def b():
            nonlocal x
            x += 10
            def c():
                nonlocal x
                x += 100
                return x
            return c
        return b
    return a, lambda: x


a, show = levels()
c = a()()
print(c(), c(), show())


def hidden_by_parameter():
    x = "outer"
    def middle(x):
        def inner():
            nonlocal x
            x = x * 2
            return x
        return inner(), x
    return middle("ab"), x


print(hidden_by_parameter())


def deleted():
    x = 1
    def remove():
        nonlocal x
        del x
    def read():
        return x
    def write():
        nonlocal x
        x = "again"
    remove()
    try:
        read()
    except NameError as error:
        print(type(error).__name__, error)
    try:
        print(x)
    except UnboundLocalError as error:
        print(type(error).__name__, error)
    try:
        remove()
    except NameError as error:
        print(type(error).__name__, error)
    write()
    return x, read()


print(deleted())


def through_class():
    x = "function"
    class K:
        nonlocal x
        x = "set by class body"
        y = x
        def method(self):
            nonlocal x
            x += "!"
            return x
    return K().method(), K.y, x, "x" in vars(K)


print(through_class())


def own_name_in_class():
    x = "function"
    class K:
        x = x + " seen from class"
    return K


try:
    own_name_in_class()
except NameError as error:
    print(error)


def cells():
    total = 0
    def add(n):
        nonlocal total
        total += n
        return total
    return add


first, second = cells(), cells()
print([first(n) for n in range(5)], second(7), first.__closure__[0].cell_contents,
      second.__closure__[0].cell_contents)
first.__closure__[0].cell_contents = 1000
print(first(1))
del first.__closure__[0].cell_contents
try:
    first(1)
except NameError as error:
    print(error)
try:
    first.__closure__[0].cell_contents
except ValueError as error:
    print(error)
