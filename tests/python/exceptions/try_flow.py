"""The paths through try, except, else and finally: returns, breaks and raises in each part."""


def flow(action):
    log = []
    try:
        log.append("try")
        if action == "return":
            return log
        if action == "raise":
            raise KeyError("k")
        if action == "other":
            raise ValueError("v")
    except KeyError as error:
        log.append(f"except {error}")
    else:
        log.append("else")
    finally:
        log.append("finally")
        print(action, log)
    return log


for action in ("nothing", "return", "raise"):
    print(flow(action))
try:
    flow("other")
except ValueError as error:
    print("outside", error)


def finally_return():
    try:
        raise ValueError("lost")
    finally:
        return "finally wins"


def finally_overrides():
    try:
        return "try"
    finally:
        return "finally"


def finally_break():
    for i in range(3):
        try:
            raise ValueError(i)
        finally:
            if i == 1:
                break
            continue
    return i


def finally_value():
    value = 1
    try:
        return value
    finally:
        value = 2


print(finally_return(), finally_overrides(), finally_break(), finally_value())


def loops():
    result = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            result.append(i)
        finally:
            result.append(f"f{i}")
    else:
        result.append("else")
    return result


print(loops())


def nested():
    log = []
    try:
        try:
            try:
                1 / 0
            finally:
                log.append("inner finally")
        except ZeroDivisionError as error:
            log.append(f"middle {error}")
            raise TypeError("from middle") from error
        finally:
            log.append("middle finally")
    except TypeError as error:
        log.append(f"outer {error}, cause {error.__cause__!r}")
    return log


print(nested())


def name_is_deleted():
    try:
        raise ValueError
    except ValueError as error:
        kept = error
    try:
        error
    except UnboundLocalError as inner:
        return str(inner), kept


print(name_is_deleted())
try:
    try:
        raise KeyError("x")
    except (ValueError, (KeyError, TypeError)) as error:
        print("no tuple of tuples", repr(error))
except TypeError as error:
    print(error, "|", repr(error.__context__))


def expression_order():
    def show(value, name):
        print("evaluates", name)
        return value
    try:
        raise KeyError
    except show(ValueError, "first"):
        pass
    except show(KeyError, "second"):
        print("handled")
    except show(Exception, "third"):
        pass


expression_order()
for wrong in (5, "x", (KeyError, 5), [KeyError], int):
    try:
        try:
            raise KeyError("original")
        except wrong:
            print("caught")
    except TypeError as error:
        print(error, "|", repr(error.__context__))
    except KeyError as error:
        print("passed through", error)
