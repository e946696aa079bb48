"""iter and next: sequences by index, callables with a sentinel, defaults, exhaustion that lasts."""


def attempt(label, function):
    try:
        print(label, repr(function()))
    except BaseException as error:
        print(label, type(error).__name__, error)


class Indexed:
    def __init__(self, error):
        self.error = error

    def __getitem__(self, index):
        if index < 3:
            return index * index
        raise self.error


print(list(iter(Indexed(IndexError))), list(iter(Indexed(StopIteration))))
attempt("other error", lambda: list(iter(Indexed(KeyError("k")))))
values = iter([3, 1, 4, 1, 5])
print(list(iter(lambda: next(values), 4)), list(values))
attempt("sentinel not callable", lambda: iter(5, 5))
attempt("not iterable", lambda: iter(5))
attempt("nothing", lambda: iter())
attempt("three", lambda: iter(1, 2, 3))
attempt("next of list", lambda: next([]))
attempt("stop", lambda: next(iter([])))
attempt("default", lambda: next(iter([]), "default"))
attempt("too many", lambda: next(iter([]), 1, 2))


class NotIterator:
    def __iter__(self):
        return 5


class Disabled:
    __iter__ = None

    def __getitem__(self, index):
        return index


attempt("bad __iter__", lambda: iter(NotIterator()))
attempt("disabled", lambda: iter(Disabled()))
attempt("in", lambda: 5 in Disabled())


class Once:
    def __init__(self):
        self.left = 1

    def __iter__(self):
        return self

    def __next__(self):
        if self.left:
            self.left = 0
            return "one"
        raise StopIteration("value carried")


once = Once()
print(list(once), list(once))
try:
    next(once)
except StopIteration as stop:
    print(stop.value)

growing = [1]
iterator = iter(growing)
print(next(iterator))
attempt("at end", lambda: next(iterator))
growing.append(2)
attempt("stays at end", lambda: next(iterator))
calls = iter(list.pop, None)
attempt("call fails", lambda: next(calls))


def failing():
    raise StopIteration


attempt("callable stops", lambda: list(iter(failing, 1)))
print(iter(iter("abc")).__class__, type(iter(lambda: 1, 2)))
