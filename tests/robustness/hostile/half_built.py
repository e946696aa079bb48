# own limit: CPython crashes on some of these objects, which were made without their __init__
# Everything a half-built object has is read, set, deleted and called, whatever type it is of.
import sys


def types():
    seen, waiting = set(), [object]
    while waiting:
        cls = waiting.pop()
        if cls not in seen:
            seen.add(cls)
            waiting.extend(type.__subclasses__(cls))
    return sorted(seen, key=lambda cls: (str(cls.__module__), cls.__qualname__))


def makers(cls):
    yield lambda: cls.__new__(cls)
    yield lambda: object.__new__(cls)
    for base in cls.__mro__[1:-1]:
        yield lambda: base.__new__(cls)
    yield lambda: type("Sub", (cls,), {"__init__": lambda self: None})()


for name in sys.builtin_module_names:
    if name not in ("_testcapi", "_testinternalcapi", "faulthandler"):
        try:
            __import__(name)
        except ImportError:
            pass
count = 0
for cls in types():
    if cls.__module__ in ("_frozen_importlib", "_frozen_importlib_external", "__main__", "os", "site", "abc"):
        continue
    for make in makers(cls):
        try:
            thing = make()
        except Exception:
            continue
        if type(thing) is type or isinstance(thing, type):
            continue
        count += 1
        for name in dir(type(thing)):
            if name in ("__class__", "__init_subclass__", "__subclasshook__", "acquire", "get", "poll", "wait", "__enter__",
                        "__reduce__", "__reduce_ex__"):
                continue
            for action in (lambda: getattr(thing, name), lambda: getattr(thing, name)(), lambda: getattr(thing, name)(1),
                           lambda: getattr(thing, name)("a", b"b"), lambda: getattr(thing, name)(thing),
                           lambda: setattr(thing, name, 1), lambda: delattr(thing, name)):
                try:
                    action()
                except BaseException:
                    pass
        for action in repr, str, hash, iter, len, bool, list, dir, vars, next, lambda it: it == it, lambda it: it[0], lambda it: it():
            try:
                action(thing)
            except BaseException:
                pass
        del thing
print(count > 100)
