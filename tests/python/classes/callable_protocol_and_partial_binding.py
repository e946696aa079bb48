"""What binds as a method: functions, classes, natives, partials, callables with __get__, static and class
methods of all."""
import functools


class Callable:
    def __call__(self, *args): return ("callable", *[type(a).__name__ for a in args])


class Binding(Callable):
    def __get__(self, instance, owner): return functools.partial(self, instance, owner)


def function(*args): return ("function", *[getattr(a, "__name__", type(a).__name__) for a in args])


class K:
    f = function
    lam = lambda *a: len(a)
    native = len
    bound_native = [1, 2].append
    cls = dict
    part = functools.partial(function, 0)
    obj = Callable()
    binding = Binding()
    static, clsm = staticmethod(function), classmethod(function)
    static_obj, clsm_obj = staticmethod(Callable()), classmethod(Callable())
    clsm_native, method = classmethod(print), "text".upper
    nested = classmethod(staticmethod(function))
    wrapper, descr = str.__len__, str.upper
    prop_of_class = property(Callable())

    def __len__(self): return 3


k = K()
for name in [n for n in vars(K) if not n.startswith("__")]:
    for target in (k, K):
        try:
            value = getattr(target, name)
            print(name, type(target).__name__, type(value).__name__, value() if callable(value) else value)
        except Exception as error:
            print(name, type(target).__name__, type(error).__name__, error)
print(staticmethod(function)(1), staticmethod(function).__name__,
      staticmethod(function).__wrapped__ is function, classmethod(function).__func__ is function,
      staticmethod(5), isinstance(staticmethod(function), type(classmethod(function))))
for make in (lambda: classmethod(function)(), lambda: staticmethod(), lambda: staticmethod(1, 2),
             lambda: staticmethod(5)(), lambda: classmethod(5).__get__(1),
             lambda: classmethod(function).__get__(None), lambda: classmethod(function).__get__(None, None),
             lambda: staticmethod(function, x=1)):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
