"""contextlib: contextmanager errors, ExitStack order, closing, nullcontext, decorators, suppress, AbstractContextManager."""
import contextlib
import io


@contextlib.contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print(f"[{error}]")
    finally:
        print(f"</{name}>")


with tag("a") as a, tag("b"):
    print(a)
    raise ValueError("handled inside")
try:
    with tag("c"):
        raise KeyError("passes")
except KeyError as error:
    print("caught", error)


@tag("decorated")
def function(x):
    return x * 2


print(function(4), function(5))


@contextlib.contextmanager
def bad(times):
    for _ in range(times):
        yield


for times in (0, 2):
    try:
        with bad(times):
            pass
    except RuntimeError as error:
        print(error)


@contextlib.contextmanager
def throws():
    try:
        yield
    except ValueError as error:
        raise RuntimeError("changed") from error


try:
    with throws():
        raise ValueError("original")
except RuntimeError as error:
    print(error, repr(error.__cause__))

with contextlib.ExitStack() as stack:
    stack.push(lambda kind, value, tb: print("push saw", kind) or True)
    stack.callback(print, "callback", end="!\n")
    name = stack.enter_context(tag("in stack"))
    1 / 0
moved = contextlib.ExitStack()
with contextlib.ExitStack() as stack:
    stack.callback(print, "later")
    moved = stack.pop_all()
print("left")
moved.close()
with contextlib.closing(io.StringIO("x")) as stream, contextlib.nullcontext(5) as five:
    print(five, stream.read())
print(stream.closed)
with contextlib.suppress(KeyError, IndexError):
    [][1]
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print("hidden")
print(repr(out.getvalue()))
for manager in (5, contextlib.nullcontext, object()):
    try:
        with manager:
            pass
    except TypeError as error:
        print(error)
