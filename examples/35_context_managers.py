"""`with` calls __enter__ before the block and __exit__ after it, whatever happens in between."""
import contextlib
import io
import os
import tempfile


class Opened:
    """A file opener: the file is closed also when the block fails."""

    def __init__(self, path, mode="r"):
        self.path, self.mode = path, mode

    def __enter__(self):
        self.file = open(self.path, self.mode)
        return self.file                           # what `as` binds

    def __exit__(self, kind, value, traceback):
        self.file.close()
        print("  closed;", kind.__name__ if kind else "no exception")
        return kind is ValueError                  # true: the exception is swallowed


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "notes.txt")
    with Opened(path, "w") as file:
        file.write("one\ntwo\n")
    with Opened(path) as file:
        print(file.readline().strip())
        int("not a number")                        # swallowed
    print("file is closed:", file.closed)
    try:
        with Opened(path) as file:
            1 / 0
    except ZeroDivisionError as error:
        print("passed on:", error)


@contextlib.contextmanager
def timer(clock):
    """A generator as context manager: before the yield is __enter__, after it __exit__."""
    start = clock()
    times = {}
    try:
        yield times
    finally:
        times["took"] = clock() - start


ticks = iter([100, 130])
with timer(lambda: next(ticks)) as times:
    pass
print(times)

# Several managers are left in reverse order; ExitStack does the same for any number.
@contextlib.contextmanager
def step(name):
    print("  enter", name)
    yield name
    print("  exit", name)


with step("a") as a, step("b") as b:
    print("  inside", a, b)
with contextlib.ExitStack() as stack:
    names = [stack.enter_context(step(name)) for name in "xy"]
    stack.callback(print, "  last in, first out")

with contextlib.suppress(KeyError):
    {}["missing"]
with contextlib.redirect_stdout(io.StringIO()) as captured:
    print("not on the screen")
print("captured", repr(captured.getvalue()))
try:
    with 5:
        pass
except TypeError as error:
    print(error)
