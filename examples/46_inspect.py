"""inspect: signatures, sources, frames and classes of a program that is running."""
import functools
import inspect


def order(name, /, count=1, *extras, gift: bool = False, **notes) -> str:
    """Makes the text of an order."""
    return f"{count} x {name}"


signature = inspect.signature(order)
print(signature, signature.return_annotation)
for parameter in signature.parameters.values():
    print(f"  {parameter.name:7} {parameter.kind.description:22} default {parameter.default is not parameter.empty}")

# bind does what a call does with its arguments, without the call.
bound = signature.bind("tea", 2, "milk", gift=True, table=5)
print(bound.arguments)
bound = signature.bind("tea")
bound.apply_defaults()
print(bound.args, bound.kwargs)
for attempt in (lambda: signature.bind(), lambda: signature.bind(name="tea")):
    try:
        attempt()
    except TypeError as error:
        print(error)


def checked(function):
    """Checks annotations at each call: a decorator that needs signatures."""
    signature = inspect.signature(function)

    @functools.wraps(function)
    def wrapper(*arguments, **keywords):
        for name, value in signature.bind(*arguments, **keywords).arguments.items():
            wanted = signature.parameters[name].annotation
            if isinstance(wanted, type) and wanted is not inspect.Parameter.empty and not isinstance(value, wanted):
                raise TypeError(f"{name} is to be {wanted.__name__}, not {type(value).__name__}")
        return function(*arguments, **keywords)
    return wrapper


@checked
def repeat(text: str, times: int = 2):
    return text * times


print(repeat("ab"), inspect.signature(repeat), inspect.unwrap(repeat) is repeat.__wrapped__)
try:
    repeat("ab", "3")
except TypeError as error:
    print(error)

print(inspect.getdoc(order), inspect.getsourcelines(order)[1])
print(inspect.getsource(checked.__code__).splitlines()[0])


class Base:
    def method(self):
        """Documented in the base."""

    @classmethod
    def make(cls):
        return cls()

    attribute = 1


class Derived(Base):
    def method(self):
        pass


print(inspect.getdoc(Derived.method), [cls.__name__ for cls in inspect.getmro(Derived)])
print([(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(Derived)
       if not a.name.startswith("__")])
print(inspect.getattr_static(Base, "make"), inspect.ismethod(Base.make), inspect.isbuiltin(len))


def caller_name():
    return inspect.currentframe().f_back.f_code.co_name


def outer():
    local = "seen"
    here = inspect.stack()[0]
    return caller_name(), here.function, here.lineno - outer.__code__.co_firstlineno, sorted(here.frame.f_locals)


print(outer())


def numbers():
    yield 1


async def task():
    pass


made, coroutine = numbers(), task()
print(inspect.getgeneratorstate(made), next(made), inspect.getgeneratorstate(made), inspect.getgeneratorlocals(made))
print(inspect.iscoroutinefunction(task), inspect.getcoroutinestate(coroutine), inspect.isgeneratorfunction(numbers))
coroutine.close()
counter = (lambda: (lambda start: lambda: start)(5))()
print(inspect.getclosurevars(counter).nonlocals, inspect.signature(dict.get), inspect.signature(len))
