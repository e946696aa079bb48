"""except*: splitting groups, naked exceptions, raising inside, return values, restrictions."""
def run(exception):
    caught = []
    try:
        try:
            raise exception
        except* ValueError as group:
            caught.append(("V", [repr(e) for e in group.exceptions]))
        except* (TypeError, KeyError) as group:
            caught.append(("TK", [repr(e) for e in group.exceptions], group.message))
        else:
            caught.append("else")
        finally:
            caught.append("finally")
    except BaseException as rest:
        caught.append(("rest", repr(rest)))
    return caught


print(run(ValueError("naked")))
print(run(ExceptionGroup("g", [ValueError(1), TypeError(2), KeyError(3)])))
print(run(ExceptionGroup("g", [ValueError(1), OSError(2)])))
print(run(ExceptionGroup("g", [ExceptionGroup("in", [ValueError(1), OSError(9)]), ValueError(2)])))
print(run(OSError("other")))
print(run(BaseExceptionGroup("b", [KeyboardInterrupt(), ValueError(1)])))
try:
    try:
        raise ExceptionGroup("eg", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise RuntimeError("new")
    except* TypeError:
        raise
except ExceptionGroup as group:
    print(repr(group), [type(e.__context__).__name__ for e in group.exceptions])
try:
    try:
        raise ValueError(1)
    except* ValueError as group:
        raise group
except ExceptionGroup as group:
    print("again", repr(group))
try:
    try:
        raise ValueError
    except* ValueError:
        raise KeyError from None
except* KeyError as group:
    print(repr(group), group.exceptions[0].__suppress_context__)
for bad in ("ExceptionGroup", "(ValueError, BaseExceptionGroup)", "5", "(1,)"):
    try:
        exec(f"try:\n raise ValueError\nexcept* {bad}: pass")
    except BaseException as error:
        print(bad, type(error).__name__, error)
for source in ("try: pass\nexcept*: pass", "try: 0\nexcept* A: 0\nexcept B: 0",
               "for i in x:\n try: 0\n except* A: break", "def f():\n try: 0\n except* A: return",
               "while 1:\n try: 0\n except* A: continue", "for i in x:\n try: 0\n except* A:\n  for j in y: break",
               "try: 0\nexcept *A: 0\nelse: 0\nfinally: 0"):
    try:
        compile(source, "<s>", "exec")
        print("fine")
    except SyntaxError as error:
        print(error.msg, error.lineno, error.offset)


def nothing_raised():
    try:
        pass
    except* Exception:
        return_value = 1
    else:
        return "else"


print(nothing_raised())
group = ExceptionGroup("m", [ValueError(1), ExceptionGroup("n", [KeyError(2), ValueError(3)])])
print(group.split(ValueError), group.subgroup(lambda e: isinstance(e, KeyError)), group.derive([OSError()]))
