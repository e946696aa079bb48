"""An uncaught exception group prints as a tree, with causes and notes inside."""


def failing(n):
    if n % 2:
        raise ValueError(f"odd {n}")
    return 1 // (n - n)


def collect():
    errors = []
    for n in range(4):
        try:
            failing(n)
        except Exception as error:
            error.add_note(f"for {n}")
            errors.append(error)
    inner = ExceptionGroup("inner", errors[:2])
    raise ExceptionGroup("outer", [inner, *errors[2:], TypeError("never raised")])


try:
    collect()
except ExceptionGroup as group:
    raise RuntimeError("wrapped") from group
# exit code 1
