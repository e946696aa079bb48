class Closing:
    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        return kind is KeyError


def inner(kind):
    try:
        raise kind("told")
    finally:
        cleaned.append(kind.__name__)


def middle(kind):
    with Closing():
        inner(kind)
    return "kept back"


def outer():
    for kind in KeyError, ValueError:
        try:
            print(middle(kind))
        except ValueError as error:
            raise RuntimeError("again") from error


cleaned = []
try:
    outer()
except* RuntimeError as group:
    print(group.exceptions[0].__cause__, cleaned)
