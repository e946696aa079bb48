# A class that loses its __next__ while a loop is running over its instance.
import itertools
import weakref


def losing(count=1):
    class Losing:
        def __init__(self):
            self.given = 0

        def __iter__(self):
            return self

        def __next__(self):
            self.given += 1
            if self.given == count:
                del Losing.__next__
            return self.given

    return Losing()


def show(function):
    try:
        print(function())
    except Exception as error:
        print(type(error).__name__, error)


def plain(iterator):
    total = []
    try:
        for item in iterator:
            total.append(item)
    finally:
        print("seen", total)


for consume in (plain, tuple, set, sum, max, lambda it: dict(zip(it, it)), lambda it: tuple(map(str, it)),
                lambda it: tuple(filter(None, it)), lambda it: tuple(itertools.chain(it)), lambda it: 99 in it):
    for count in (1, 3):
        show(lambda: consume(losing(count)))

gone = losing()
next(gone)
show(lambda: next(gone))
show(lambda: iter(gone))
show(lambda: next(weakref.proxy(gone)))

# It may come back.
type(gone).__next__ = lambda self: "back"
print(next(gone))


class Sub(type(gone)):
    pass


sub = Sub()
del Sub.__base__.__next__
show(lambda: next(sub))
