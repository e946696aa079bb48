"""return, break and continue in try, except, else and finally: which one wins, and what is lost."""


def returns(where):
    try:
        print("try", end=" ")
        if where == "try":
            return "from try"
        if where == "raise":
            raise KeyError(where)
    except KeyError:
        print("except", end=" ")
        return "from except"
    else:
        print("else", end=" ")
        if where == "else":
            return "from else"
    finally:
        print("finally", end=" ")
        if where == "finally":
            return "from finally"
    return "end"


for where in ("try", "raise", "else", "finally", "none"):
    print(where, "->", returns(where))


def value_is_kept():
    x = [1]
    try:
        return x
    finally:
        x.append(2)
        x = "other"


def loops():
    log = []
    for i in range(6):
        try:
            try:
                if i == 1:
                    continue
                if i == 2:
                    raise ValueError(i)
                if i == 4:
                    break
                log.append(("body", i))
            finally:
                log.append(("inner", i))
                if i == 2:
                    continue
        finally:
            log.append(("outer", i))
    else:
        log.append("else")
    return log


def swallowed_by_break():
    while True:
        try:
            raise RuntimeError("swallowed")
        finally:
            break
    return "alive"


def swallowed_by_return():
    for i in range(3):
        try:
            1 / 0
        finally:
            return i


def nested_returns():
    try:
        try:
            return "inner"
        finally:
            raise ValueError("replaces return")
    except ValueError as error:
        return f"caught {error}, context {error.__context__!r}"
    finally:
        try:
            return "last word"
        finally:
            print("very end", end=" ")


def generator():
    try:
        yield 1
        return "returned"
    finally:
        yield "in finally"


print(value_is_kept())
print(loops())
print(swallowed_by_break(), swallowed_by_return(), nested_returns())
print(list(generator()))
g = generator()
next(g)
try:
    g.close()
except RuntimeError as error:
    print(error)
def raise_in_finally():
    try:
        raise KeyError("first")
    finally:
        raise TypeError("second")
try:
    raise_in_finally()
except TypeError as error:
    print(repr(error), repr(error.__context__), error.__suppress_context__)
