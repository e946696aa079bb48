"""throw() with a class whose call gives no exception: the TypeError is raised inside of the generator."""


class Odd(Exception):
    def __new__(cls, *arguments):
        return cls


class Broken(Exception):
    def __init__(self):
        raise KeyError("inside")


def plain():
    yield 1


def catching():
    try:
        yield 1
    except (TypeError, KeyError) as error:
        yield f"caught {error!r}"[:80]


for kind in Odd, Broken, ValueError, int, 3:
    generator = plain()
    try:
        generator.throw(kind)
    except BaseException as error:
        print(type(error).__name__, error)
    print(next(generator, "finished"))
    generator = catching()
    next(generator)
    try:
        print(generator.throw(kind))
    except BaseException as error:
        print(type(error).__name__, error)
