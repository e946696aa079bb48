"""except*: splitting groups, leftovers, nesting, raising inside, naked exceptions, forbidden statements."""


def show(group, indent=""):
    if isinstance(group, BaseExceptionGroup):
        print(f"{indent}{type(group).__name__}({group.message!r})")
        for error in group.exceptions:
            show(error, indent + "  ")
    else:
        print(f"{indent}{group!r}")


def run(label, function):
    print("==", label)
    try:
        function()
    except BaseException as error:
        show(error)
        print("context:", repr(error.__context__), "cause:", repr(error.__cause__))


def split():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), ExceptionGroup("inner", [ValueError(3), KeyError(4)])])
    except* ValueError as group:
        show(group, "V ")
    except* TypeError as group:
        show(group, "T ")


def all_handled():
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* Exception as group:
        show(group)
    else:
        print("else")
    finally:
        print("finally")


def naked():
    try:
        raise ValueError("naked")
    except* ValueError as group:
        show(group)


def naked_unmatched():
    try:
        raise KeyError("naked")
    except* ValueError:
        print("no")


def raises_inside():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise RuntimeError("from handler")


def two_raises():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])
    except* ValueError:
        raise RuntimeError("first")
    except* TypeError as group:
        raise group
    except* KeyError:
        raise


def reraise_part():
    try:
        raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise


def tuple_of_types():
    try:
        raise BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(1), SystemExit(3)])
    except* (ValueError, KeyboardInterrupt) as group:
        show(group)


def nothing_raised():
    try:
        pass
    except* ValueError:
        print("no")
    else:
        print("else")


def group_type():
    try:
        raise ExceptionGroup("g", [ValueError()])
    except* ExceptionGroup:
        pass


def wrong_type():
    try:
        raise ExceptionGroup("g", [ValueError()])
    except* 5:
        pass


def loop():
    for i in range(3):
        try:
            raise ExceptionGroup("g", [ValueError(i)])
        except* ValueError as group:
            if i == 1:
                print("second")
    try:
        group
    except UnboundLocalError as error:
        print(error)


for function in (split, all_handled, naked, naked_unmatched, raises_inside, two_raises, reraise_part, tuple_of_types, nothing_raised, group_type,
                 wrong_type, loop):
    run(function.__name__, function)
for source in ("for x in y:\n try: pass\n except* E: break", "def f():\n try: pass\n except* E: return 1",
               "try: pass\nexcept* A: pass\nexcept B: pass", "try: pass\nexcept*: pass", "while 1:\n try: pass\n except* E: continue"):
    try:
        compile(source, "<s>", "exec")
    except SyntaxError as error:
        print(error.msg, error.lineno)
