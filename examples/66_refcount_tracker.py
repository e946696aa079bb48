"""A tracker of reference counts: how each statement changes the count of one object."""
import sys


class Tracker:
    """Follows one object. What the tracker itself holds is taken off."""

    def __init__(self, value):
        self.value = value
        self.base = None

    def count(self):
        return sys.getrefcount(self.value) - 2       # self.value and the argument of getrefcount

    def __call__(self, text):
        count = self.count()
        change = "" if self.base is None else f"{count - self.base:+d}"
        self.base = count
        print(f"{text:38} {count} {change}")


class Thing:
    pass


thing = Thing()
track = Tracker(thing)
track("thing = Thing()")
other = thing
track("other = thing")
pair = [thing, thing]
track("pair = [thing, thing]")
table = {"key": thing}
track("table = {'key': thing}")
thing.itself = thing
track("thing.itself = thing")


def call(argument):
    track("  inside call(thing)")
    return lambda: argument


keep = call(thing)
track("keep = call(thing): a closure's cell")
bound = Thing.__str__.__get__(thing)
track("a bound method")
generator = (x for x in (thing,))
track("a generator that has not begun")
next(generator)
track("and that stands at its yield")
del generator, bound, keep
track("all three deleted")
other = None
track("other = None")
pair.clear()
track("pair.clear()")
del table["key"]
track("del table['key']")
try:
    raise ValueError(thing)
except ValueError as error:
    track("held by an exception")
track("the exception is gone")
del thing.itself
track("del thing.itself")
del thing
track("del thing: only the tracker is left")


# Watching all at once: what a block leaves behind.
class Leak:
    def __init__(self, *values):
        self.values = values

    def __enter__(self):
        self.before = [sys.getrefcount(value) for value in self.values]

    def __exit__(self, *_):
        after = [sys.getrefcount(value) for value in self.values]
        print("left behind:", [now - then for now, then in zip(after, self.before)])


cache, first, second = [], Thing(), Thing()
with Leak(first, second):
    cache.append(first)
    cache.append(first)
    local = [second]
    local.pop()
