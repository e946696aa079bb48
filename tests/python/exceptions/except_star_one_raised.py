"""What leaves an except* clause is wrapped in a group of its own, even alone; a naked exception is not."""


def attempt(label, function):
    try:
        function()
    except BaseException as error:
        members = getattr(error, "exceptions", None)
        print(label, repr(error), members, [repr(m.__context__) for m in members or ()], repr(error.__context__))


def raise_one_from_group():
    try:
        raise ExceptionGroup("eg", [TypeError(1), ValueError(2)])
    except* (TypeError, ValueError):
        raise SyntaxError(3)


def raise_member():
    try:
        raise ExceptionGroup("eg", [TypeError(1)])
    except* TypeError as e:
        raise e.exceptions[0]


def raise_group_with_cause():
    try:
        raise ExceptionGroup("eg", [TypeError(1), ValueError(2)])
    except* TypeError as e:
        raise e from OSError()


def raise_from_naked():
    try:
        raise ValueError(1)
    except* ValueError:
        raise SyntaxError(3)


def reraise_naked():
    try:
        raise ValueError(1)
    except* ValueError:
        raise


for function in raise_one_from_group, raise_member, raise_group_with_cause, raise_from_naked, reraise_naked:
    attempt(function.__name__, function)

error = ImportError("text", name="n", path="p")
error.__init__()
print(error.args, error.msg, error.name, error.path)


def f(**k):
    return k


for keywords in {1: 2}, {"a": 3}:
    try:
        f(**keywords, **keywords)
    except TypeError as e:
        print(e)
