"""Uncaught error within expressions over several lines: only the first line is shown, carets where they tell something."""
data = {"a": [1, 2, {"b": None}]}


def first(x):
    return (x["a"]
            [2]
            ["b"]
            .attribute)


def second(x):
    try:
        return first(
            x
        )
    except AttributeError as error:
        total = 1 + (
            len(x) +
            x["missing"]
        ) * 3
        return total


def third(*values):
    try:
        return second(data) + sum(values,
                                  start=0)
    except KeyError:
        result = [
            value / 0
            for value in values
        ]
        return result


def fourth():
    try:
        return third(1, 2)
    except ZeroDivisionError as error:
        raise type("Über", (Exception,), {})(
            "made here"
        ) from error


ünïcode = "é" * 3; print(ünïcode, 1 if ünïcode else 2); fourth() ; print("never")
# exit code 1
