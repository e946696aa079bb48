"""Two context managers one writes oneself: a file opener that cleans up, a timer whose clock can be replaced."""
import contextlib
import os
import tempfile
import time


class Opener:
    """open() for with, by hand: the file is closed however the block ends; a failed write leaves no file behind."""

    def __init__(self, path, mode="r"):
        self.path, self.mode = path, mode

    def __enter__(self):
        print("  open", os.path.basename(self.path), self.mode)
        self.file = open(self.path, self.mode, encoding="utf-8")
        return self.file

    def __exit__(self, kind, error, traceback):
        self.file.close()
        print("  close", "after " + kind.__name__ if kind else "as it should be")
        if kind and "w" in self.mode:
            os.remove(self.path)
        return False                             # the exception goes on


class Timer:
    """Measures its block. Can be used again, inside itself, and as a decorator."""

    def __init__(self, name="block", clock=time.perf_counter, report=print):
        self.name, self.clock, self.report = name, clock, report
        self.starts, self.elapsed = [], 0

    def __enter__(self):
        self.starts.append(self.clock())
        return self

    def __exit__(self, *exception):
        self.elapsed = self.clock() - self.starts.pop()
        self.report(f"  {'  ' * len(self.starts)}{self.name}: {self.elapsed:.1f} s")

    def __call__(self, function):
        def wrapper(*arguments):
            with self:
                return function(*arguments)
        return wrapper


class FakeClock:
    """Goes on by as much as it is told: with it a timer can be tested."""
    now = 0.0

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.now += seconds


with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "notes.txt")
    with Opener(path, "w") as file:
        file.write("first\nsecond\n")
    with Opener(path) as file:
        print([line.strip() for line in file])
    try:
        with Opener(path, "w") as file:
            file.write("half")
            raise OSError("disk full")
    except OSError as error:
        print(error, file.closed, os.path.exists(path))
    try:
        with Opener(path):
            print("never")
    except FileNotFoundError as error:
        print(type(error).__name__)              # __enter__ failed: no __exit__

clock = FakeClock()
with Timer("outer", clock) as timer:
    clock.sleep(1)
    with timer:
        clock.sleep(2)
    clock.sleep(0.5)
print(timer.elapsed)


@Timer("decorated", clock)
def work(seconds):
    clock.sleep(seconds)
    return "done"


print(work(4))
with contextlib.suppress(ZeroDivisionError), Timer("fails", clock):
    clock.sleep(3)
    1 / 0
with Timer(report=lambda text: None) as real:
    sum(range(1000))
print(0 < real.elapsed < 60)


@contextlib.contextmanager
def timed(name, clock):
    """The same as a generator: before the yield, after it."""
    start = clock()
    try:
        yield lambda: clock() - start
    finally:
        print(f"  {name}: {clock() - start:.1f} s")


with timed("generator", clock) as so_far:
    clock.sleep(1)
    print("so far", so_far())
    clock.sleep(1)
