"""Control flow through try, else, finally: returns, breaks, overrides, nested handlers."""
def returns(kind):
    try:
        if kind == "return":
            return "try"
        if kind == "raise":
            raise ValueError
    except ValueError:
        return "except"
    else:
        return "else"
    finally:
        print("finally", kind)


print(returns("return"), returns("raise"), returns("none"))


def override():
    try:
        return 1
    finally:
        return 2


def swallow():
    try:
        raise KeyError
    finally:
        return "swallowed"


def loop():
    seen = []
    for i in range(5):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            seen.append(i)
        finally:
            seen.append(f"f{i}")
    else:
        seen.append("no break")
    return seen


def break_in_finally():
    for i in range(3):
        try:
            raise IndexError
        finally:
            break
    return "left", i


def continue_in_finally():
    out = []
    for i in range(3):
        try:
            out.append(1 / i)
        finally:
            continue
    return out


print(override(), swallow(), loop(), break_in_finally(), continue_in_finally())


def nested():
    log = []
    try:
        try:
            raise ValueError("inner")
        finally:
            log.append("inner finally")
            try:
                raise KeyError("second")
            except KeyError as error:
                log.append(repr(error.__context__))
    except ValueError as error:
        log.append(repr(error))
        log.append(error.__context__)
    return log


print(nested())


def value_kept():
    x = 1
    try:
        return x
    finally:
        x = 2


print(value_kept())


def generator():
    try:
        yield 1
        yield 2
    except GeneratorExit:
        print("closed")
        raise
    finally:
        print("generator finally")


g = generator()
next(g)
g.close()


def name_unbound():
    e = "before"
    try:
        raise OSError("x")
    except OSError as e:
        pass
    try:
        return e
    except UnboundLocalError as error:
        return str(error)


print(name_unbound())


def order():
    def check(name, cls):
        print("evaluates", name)
        return cls
    try:
        raise LookupError
    except check("first", TypeError):
        print("no")
    except (check("second", KeyError), check("third", LookupError)):
        print("caught")
    except check("never", Exception):
        print("no")


order()
try:
    try:
        raise ValueError
    except 5:
        pass
except TypeError as error:
    print(error, type(error.__context__).__name__)
while True:
    try:
        pass
    except Exception:
        pass
    else:
        break
    finally:
        print("last")
