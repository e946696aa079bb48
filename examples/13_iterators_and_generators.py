"""A for loop calls iter() once and next() until StopIteration. A generator is a function that can pause."""


class Countdown:
    """The protocol by hand: __iter__ gives an iterator, whose __next__ gives the values."""

    def __init__(self, start):
        self.current = start

    def __iter__(self):
        return self

    def __next__(self):
        if self.current == 0:
            raise StopIteration
        self.current -= 1
        return self.current + 1


print(list(Countdown(3)))
iterator = iter([10, 20])
print(next(iterator), next(iterator), next(iterator, "nothing left"))


def countdown(start):
    print("  started")
    while start:
        yield start
        start -= 1
    print("  finished")
    return "liftoff"


generator = countdown(2)                    # nothing has run yet
print(type(generator).__name__, generator.gi_frame.f_locals)
print(next(generator), generator.gi_frame.f_locals, generator.gi_suspended)
print(next(generator))
try:
    next(generator)
except StopIteration as stop:
    print("returned", stop.value, "- frame:", generator.gi_frame)


def running_total():
    total = 0
    while True:
        total += yield total                # the value of `yield` is what send() brings


totals = running_total()
next(totals)
print([totals.send(n) for n in (5, 10, 1)])


def guarded():
    try:
        yield "working"
    except ValueError as error:
        yield f"handled {error}"
    finally:
        print("  cleaned up")


work = guarded()
print(next(work), work.throw(ValueError("trouble")))
work.close()


def all_parts():
    result = yield from countdown(1)        # passes values, sends and exceptions through; gives the return value
    yield result


print(list(all_parts()))

# A pipeline of generator expressions pulls one value at a time through all stages.
lines = ["3", "x", "40", "5"]
digits = (line for line in lines if line.isdigit())
numbers = (int(text) for text in digits)
big = (n for n in numbers if n > 3)
print(next(big), list(big), list(big))
