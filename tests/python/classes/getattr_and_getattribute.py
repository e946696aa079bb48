"""__getattribute__ and __getattr__: order, errors swallowed and passed, special lookups that skip them, __setattr__, __dir__."""


class Both:
    existing = "class"

    def __init__(self):
        self.instance = "instance"

    def __getattribute__(self, name):
        if not name.startswith("__"):
            print("getattribute", name, end="; ")
        if name == "boom":
            raise ValueError("from getattribute")
        if name == "hidden":
            raise AttributeError("hidden on purpose")
        return super().__getattribute__(name)

    def __getattr__(self, name):
        print("getattr", name, end="; ")
        if name == "hidden":
            return "from getattr"
        raise AttributeError(f"nothing called {name}", name=name, obj=self)

    @property
    def broken(self):
        raise AttributeError("property fails")

    @property
    def wrong(self):
        raise KeyError("passes through")


both = Both()
for name in ("existing", "instance", "hidden", "missing", "boom", "broken", "wrong", "__class__", "__len__"):
    try:
        print(getattr(both, name))
    except Exception as error:
        print(type(error).__name__, error)
print(hasattr(both, "missing"), hasattr(both, "hidden"), getattr(both, "nope", "default"))
try:
    hasattr(both, "boom")
except ValueError as error:
    print("hasattr lets through", error)
try:
    len(both)
except TypeError as error:
    print(error)


class Proxy:
    def __getattr__(self, name):
        return lambda *a: f"{name}{a}"


proxy = Proxy()
print(proxy.anything(1, 2), proxy.__len__(), proxy.__add__(3))
for operation in (len, iter, lambda p: p + 1, lambda p: p[0], lambda p: p(), abs, int, lambda p: 1 in p):
    try:
        print(operation(proxy))
    except TypeError as error:
        print(error)
print(str(proxy)[:17], proxy == proxy, bool(proxy), hash(proxy) == hash(proxy))


class Guard:
    def __setattr__(self, name, value):
        print("set", name, value)
        if name == "readonly":
            raise AttributeError(f"{name} cannot be set")
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("del", name)
        super().__delattr__(name)

    def __dir__(self):
        return ["z", "a", 5] if vars(self) else ("m",)


guard = Guard()
print(dir(guard))
guard.x = 1
for action in (lambda: setattr(guard, "readonly", 1), lambda: delattr(guard, "missing"), lambda: dir(guard), lambda: setattr(guard, 5, 1), lambda: getattr(guard, 5), lambda: hasattr(guard, None), lambda: delattr(guard, b"x"),
               lambda: setattr(guard, "odd name!", 2), lambda: getattr(guard, "odd name!"), lambda: object.__setattr__(5, "x", 1), lambda: object.__getattribute__(guard, "y"), lambda: object.__setattr__(type, "x", 1), lambda: object.__delattr__(guard, 3)):
    try:
        print(action())
    except (AttributeError, TypeError) as error:
        print(type(error).__name__, error)


class Recursive:
    def __getattr__(self, name):
        return self.other


try:
    Recursive().x
except RecursionError as error:
    print(str(error)[:33])


class Meta(type):
    def __getattr__(cls, name):
        if name.startswith("dyn"):
            return name.upper()
        raise AttributeError(f"class {cls.__name__} lacks {name}")


class WithMeta(metaclass=Meta):
    pass


print(WithMeta.dynamic, hasattr(WithMeta(), "dynamic"), hasattr(WithMeta, "other"))
try:
    WithMeta.other
except AttributeError as error:
    print(error)
WithMeta.__getattr__ = lambda self, name: f"late {name}"
print(WithMeta().anything)
del WithMeta.__getattr__
try:
    WithMeta().anything
except AttributeError as error:
    print(error)
