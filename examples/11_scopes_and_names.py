"""Where a name is looked up is decided by the compiler: local, enclosing, global, built-in (LEGB)."""
x = "global"


def outer():
    x = "enclosing"

    def inner():
        x = "local"
        return x

    def reads_enclosing():
        return x

    def reads_builtin():
        return len([x])

    return inner(), reads_enclosing(), reads_builtin()


print(outer(), x)


def surprise():
    try:
        return x                     # local in the whole function, because it is assigned below
    except UnboundLocalError as error:
        print(error)
    x = 1


surprise()


def counter():
    count = 0

    def up():
        nonlocal count               # the variable of the enclosing function
        global x                     # the variable of the module
        count += 1
        x = f"changed {count} times"
        return count
    return up


up = counter()
up()
print(up(), x)

# globals() is the module's dict itself; locals() of a function is a picture of its variables.
globals()["made_by_hand"] = 42
print(made_by_hand)


def picture(a):
    b = a + 1
    seen = locals()
    seen["b"] = 100                  # changes the picture only
    return b, sorted(seen)


print(picture(1))


class Body:
    x = "class"
    shown = x                        # a class body sees its own names ...

    def method(self):
        return x                     # ... a method does not: classes are no enclosing scope


print(Body.shown, Body().method())

# Binding simulated with dicts: each scope is a dict and a link to the one around it.
scopes = [{"len": "builtin"}, {"x": 1, "y": 2}, {"x": 10}]


def look_up(name):
    for scope in reversed(scopes):
        if name in scope:
            return scope[name]
    raise NameError(f"name {name!r} is not defined")


print(look_up("x"), look_up("y"), look_up("len"))
try:
    look_up("z")
except NameError as error:
    print(error)
