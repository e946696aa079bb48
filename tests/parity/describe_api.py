# Prints what can be seen of every built-in type, function and module without calling anything: one line for each
# fact, "place TAB fact". Runs under both interpreters; api_parity.py compares the lines. Argument: names of modules.
import sys

FIELD_KINDS = ("getset_descriptor", "member_descriptor")
classes, functions = [], []     # (place, what stands there), for inspect


def emit(place, fact):
    print(place, fact, sep="\t")


def text_of(thing, attribute):
    """The attribute if it is a text, else the name of its type; '-' if there is none."""
    try:
        value = getattr(thing, attribute)
    except Exception as error:
        return "! " + type(error).__name__
    return " ".join(value.split()) if isinstance(value, str) else "(" + type(value).__name__ + ")"


def describe_callable(place, thing):
    functions.append((place, thing))
    for attribute in ("__name__", "__qualname__", "__module__", "__text_signature__"):
        emit(place, attribute + " = " + text_of(thing, attribute))
    emit(place, "__doc__ " + ("given" if getattr(thing, "__doc__", None) else "missing"))


def describe_member(place, value):
    kind = type(value).__name__
    emit(place, "kind " + kind)
    if kind in FIELD_KINDS:
        emit(place, "__name__ = " + text_of(value, "__name__"))
        emit(place, "__qualname__ = " + text_of(value, "__qualname__"))
    elif kind in ("method_descriptor", "wrapper_descriptor", "classmethod_descriptor", "builtin_function_or_method"):
        describe_callable(place, value)
    elif isinstance(value, staticmethod):
        describe_callable(place, value.__func__)


def describe_signatures():
    import inspect
    for place, thing in functions + classes:
        try:
            emit(place, "inspect.signature " + str(inspect.signature(thing)))
        except (ValueError, TypeError, AttributeError) as error:  # AttributeError: a default in a module
            emit(place, "inspect.signature " + type(error).__name__)


def describe_type(place, cls):
    classes.append((place, cls))
    emit(place, "is a type of bases " + ", ".join(base.__name__ for base in cls.__bases__))
    for attribute in ("__name__", "__qualname__", "__module__", "__text_signature__"):
        emit(place, attribute + " = " + text_of(cls, attribute))
    emit(place, "__doc__ " + ("given" if cls.__doc__ else "missing"))
    for offset in ("__dictoffset__", "__weakrefoffset__"):
        emit(place, offset + (" none" if getattr(cls, offset) == 0 else " some"))
    emit(place, "flags %x" % (cls.__flags__ & 0x7f000560 & ~0x1000))
    for name in sorted(cls.__dict__):
        emit(place, "has " + name)
        if name not in ("__doc__", "__module__", "__dict__"):
            describe_member(place + "." + name, cls.__dict__[name])


def types_reachable():
    """All subclasses of object, by the name that messages use."""
    seen, waiting = set(), [object]
    while waiting:
        cls = waiting.pop()
        if cls in seen:
            continue
        seen.add(cls)
        waiting.extend(type.__subclasses__(cls))
    return seen


def make_iterators():
    """CPython links some types to object only when their first instance is made."""
    class Sequence:
        def __getitem__(self, index):
            return index

    sources = [b"", bytearray(), {}, {}.keys(), {}.items(), {}.values(), [], (), range(1), range(1 << 70), set(), "",
               "\u1234", memoryview(b""), Sequence()]
    for source in sources:
        iter(source)
    for source in ({}, {}.items(), {}.values(), [], range(1), range(1 << 70)):
        reversed(source)
    iter(int, 1)


def describe_module(name):
    module = __import__(name)
    for part in name.split(".")[1:]:
        module = getattr(module, part)
    emit(name, "__doc__ " + ("given" if module.__doc__ else "missing"))
    for attribute in sorted(vars(module)):
        if attribute in ("__loader__", "__spec__", "__doc__", "__file__", "__cached__", "__builtins__"):
            continue
        value = vars(module)[attribute]
        emit(name, "has " + attribute)
        place = name + "." + attribute
        if isinstance(value, type):
            emit(place, "is the type " + value.__module__ + "." + value.__qualname__)
        elif type(value).__name__ in ("builtin_function_or_method", "function"):
            describe_callable(place, value)
        else:
            emit(place, "is of type " + type(value).__name__)


def main():
    modules = sys.argv[1:]
    for name in modules:
        try:
            describe_module(name)
        except ImportError:
            emit(name, "cannot be imported")
    # Types come last: importing has made all of them.
    make_iterators()
    described = set()
    for cls in sorted(types_reachable(), key=lambda cls: (cls.__module__ or "", cls.__qualname__)):
        place = cls.__module__ + "." + cls.__qualname__
        made_at_run_time = cls.__flags__ & 1 << 9
        by_python_code = cls.__module__ in sys.modules and cls.__module__ not in modules
        closed = cls.__flags__ & 1 << 8     # as no class of Python code is
        if place in described or made_at_run_time and by_python_code and not closed:
            continue
        described.add(place)
        describe_type(place, cls)
    describe_signatures()   # importing inspect makes more types


main()
