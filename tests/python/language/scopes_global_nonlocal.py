"""global and nonlocal: where names live, deletion, class bodies, several levels."""
x = "module"


def outer():
    x = "outer"

    def middle():
        nonlocal x
        x = "middle"

        def inner():
            global x
            x = "set by inner"
            return x

        return inner(), x

    return middle(), x


print(outer(), x)


def make_counter():
    count = 0

    def step(by=1):
        nonlocal count
        count += by
        return count

    def reset():
        nonlocal count
        del count

    return step, reset


step, reset = make_counter()
print(step(), step(5))
reset()
try:
    step()
except NameError as error:
    print(type(error).__name__, error)


def class_scope():
    y = "function"

    class Inner:
        y = "class"
        z = y

        def method(self):
            return y

        class Nested:
            w = y

    return Inner.z, Inner().method(), Inner.Nested.w


print(class_scope())


def class_nonlocal():
    value = 1

    class Changer:
        nonlocal value
        value = 2
        other = value

    return value, hasattr(Changer, "value"), Changer.other


print(class_nonlocal())


class UsesGlobal:
    global created
    created = "from class body"
    x = x + "!"


print(created, UsesGlobal.x, hasattr(UsesGlobal, "created"))


def conditional(flag):
    if flag:
        local = 1
    try:
        return local
    except UnboundLocalError as error:
        return str(error)


print(conditional(True), conditional(False))


def free_unbound():
    def use():
        return later

    try:
        use()
    except NameError as error:
        print(type(error).__name__, error)
    later = 1
    return use()


print(free_unbound())
print((lambda: [x for x in "ab"])(), x)
del x
try:
    print(x)
except NameError as error:
    print(error)
