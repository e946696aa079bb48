"""return, break, continue and raise in finally: what wins, what is lost, nested finally, generators, handled state restored."""
import sys


def return_wins():
    try:
        return "try"
    finally:
        return "finally"


def swallow():
    try:
        1 / 0
    finally:
        return "swallowed"


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


def list_changed():
    x = []
    try:
        return x
    finally:
        x.append("seen")


def loop_break():
    for i in range(3):
        try:
            return i
        finally:
            break
    return "after"


def loop_continue():
    out = []
    for i in range(3):
        try:
            out.append(i)
            raise KeyError
        finally:
            continue
    return out


def nested():
    out = []
    try:
        try:
            out.append(1)
            raise ValueError
        finally:
            out.append(2)
            try:
                raise KeyError
            except KeyError as error:
                out.append(type(error.__context__).__name__)
            out.append(3)
    except ValueError:
        out.append(4)
    else:
        out.append("never")
    finally:
        out.append(5)
    return out


def raise_in_except():
    try:
        try:
            raise ValueError("a")
        except ValueError:
            raise KeyError("b")
        finally:
            print("cleanup", sys.exc_info()[0].__name__)
    except KeyError as error:
        return repr(error.__context__)


def else_raises():
    try:
        try:
            pass
        except ValueError:
            return "wrong handler"
        else:
            raise ValueError("from else")
        finally:
            print("finally after else")
    except ValueError as error:
        return str(error)


def state():
    out = [sys.exc_info()[0]]
    try:
        raise ValueError
    except ValueError:
        out.append(sys.exc_info()[0].__name__)
        try:
            raise KeyError
        except KeyError:
            out.append(sys.exc_info()[0].__name__)
        out.append(sys.exc_info()[0].__name__)
    out.append(sys.exc_info()[0])
    return out


def generator():
    try:
        yield 1
        return "g"
    finally:
        yield 2


def name_unbound():
    error = "before"
    try:
        raise ValueError
    except ValueError as error:
        pass
    try:
        return error
    except UnboundLocalError as problem:
        return str(problem)


def name_deleted_by_hand():
    try:
        raise ValueError
    except ValueError as error:
        del error
    return "fine"


for function in (return_wins, swallow, value_kept, list_changed, loop_break, loop_continue, nested, raise_in_except, else_raises, state, name_unbound, name_deleted_by_hand):
    print(function.__name__, function())
print(list(generator()))


def while_finally():
    n = 0
    while True:
        try:
            n += 1
            if n < 3:
                continue
            break
        finally:
            print("pass", n)
    return n


print(while_finally())


def conditional_return(flag):
    try:
        raise ValueError(flag)
    finally:
        if flag:
            return "returned"


print(conditional_return(True))
try:
    conditional_return(False)
except ValueError as error:
    print("passed on", error)
for wrong in ("ValueError, KeyError", "5", "(5,)", "None", "'x'", "[ValueError]", "(ValueError, (KeyError, 5))", "int"):
    try:
        exec(f"try: 1/0\nexcept ({wrong}): print('matched')")
    except Exception as error:
        print(wrong, "->", type(error).__name__, error)
