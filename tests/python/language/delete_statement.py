"""del: names, attributes, items, slices, nested targets, unbound reads afterwards, what is evaluated and in what order."""


class Watch:
    def __init__(self):
        object.__setattr__(self, "log", [])

    def __delattr__(self, name):
        self.log.append(("delattr", name))
        if name == "bad":
            raise AttributeError(f"no {name}")

    def __delitem__(self, key):
        self.log.append(("delitem", key))


def make(text):
    print("evaluate", text)
    return watch


watch = Watch()
del make("first").a, make("second")[1], (make("third")[2:3], [make("fourth")[..., 1:2, None]])
print(watch.log)
try:
    del make("x").ok, make("y").bad, make("z").never
except AttributeError as error:
    print(error, watch.log[-2:])

x = y = z = 1
del x, (y, [z])
for name in ("x", "y", "z"):
    try:
        print(eval(name))
    except NameError as error:
        print(error)
del ()
del []


def local():
    value = 1
    del value
    try:
        value
    except UnboundLocalError as error:
        print(error)
    try:
        del value
    except UnboundLocalError as error:
        print(error)
    value = 2
    return value


def cell():
    value = 1

    def inner():
        return value
    del value
    try:
        inner()
    except NameError as error:
        print(type(error).__name__, error)
    try:
        del value
    except UnboundLocalError as error:
        print(error)


print(local())
cell()


def remove_global():
    global counter
    del counter


counter = 5
remove_global()
try:
    remove_global()
except NameError as error:
    print(error)


class Body:
    attribute = 1
    del attribute
    try:
        del attribute
    except NameError as error:
        message = str(error)


print(Body.message, hasattr(Body, "attribute"))
items = list(range(10))
del items[::2], items[-1], items[0:1]
print(items)
for bad in ("del items[10]", "del items['a']", "del (1).real", "del 'abc'[0]", "del (1, 2)[0]", "del {}[1]", "del len.x", "del 5", "del f()", "del a + b",
            "del (a, b())", "del None", "del [x for x in y]", "del *a,", "del (yield)", "del"):
    try:
        exec(bad)
    except Exception as error:
        print(bad, "->", type(error).__name__, error)
