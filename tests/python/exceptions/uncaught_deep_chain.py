"""Three exceptions, linked by cause and by context, end in one report."""


class Step(Exception):
    pass


def one():
    raise LookupError("one")


def two():
    try:
        one()
    except LookupError:
        raise Step("two")


def three():
    try:
        two()
    except Step as error:
        raise RuntimeError("three") from error


try:
    three()
finally:
    print("finally runs before the report")
# exit code 1
