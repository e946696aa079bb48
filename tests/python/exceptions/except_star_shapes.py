"""except*: splitting, several clauses, re-raising, new exceptions, naked exceptions, nested handlers, break
and return rules."""


def show(error, indent=0):
    pad = "  " * indent
    print(f"{pad}{type(error).__name__}: {error} ctx={error.__context__!r} cause={error.__cause__!r}")
    for inner in getattr(error, "exceptions", ()):
        show(inner, indent + 1)


def run(error, handler):
    try:
        handler(error)
        print("nothing left")
    except BaseException as left:
        show(left)


V, T, K, O = ValueError, TypeError, KeyError, OSError


def make():
    return ExceptionGroup("g", [V(1), T(2), ExceptionGroup("n", [V(3), K(4)]), O(5, "x")])


def one(error):
    try:
        raise error
    except* V as e:
        print("V", e.exceptions)


def several(error):
    try:
        raise error
    except* (V, K) as e:
        print("VK", e.exceptions)
    except* T:
        print("T")
    except* V:
        print("V again")
    else:
        print("else")
    finally:
        print("finally")


def reraises(error):
    try:
        raise error
    except* V:
        raise
    except* T as e:
        raise e
    except* K as e:
        raise e.exceptions[0]


def new(error):
    try:
        raise error
    except* V as e:
        raise RuntimeError("new 1")
    except* T as e:
        raise RuntimeError("new 2") from e
    except* O:
        raise RuntimeError("new 3") from None


def everything(error):
    try:
        raise error
    except* BaseException as e:
        print(type(e).__name__, len(e.exceptions))


def nested(error):
    try:
        try:
            raise error
        except* V:
            try:
                raise ExceptionGroup("inner", [K("fresh"), V("f")])
            except* K:
                print("fresh K")
    except* V as e:
        print("outer", e.exceptions)


for error in (make(), V("naked"), K("naked"), KeyboardInterrupt("base"),
              BaseExceptionGroup("b", [KeyboardInterrupt(), V(9)]),
              ExceptionGroup("only", [V("x")])):
    for handler in (one, several, reraises, new, everything, nested):
        print("--", handler.__name__, type(error).__name__)
        run(error, handler)
        error.__context__ = error.__cause__ = None


def wrong_types(kind):
    try:
        raise make()
    except* kind:
        print("not here")


for kind in (ExceptionGroup, BaseExceptionGroup, (V, ExceptionGroup), 3, "V", [V], (V, 3)):
    try:
        wrong_types(kind)
    except BaseException as error:
        print(type(error).__name__, error)


def no_match_evaluates_all():
    try:
        raise make()
    except* print("first") or V:
        pass
    except* print("second") or T:
        pass


run(None, lambda _: no_match_evaluates_all())
def quiet():
    try:
        return "body"
    except* V:
        pass
    finally:
        print("finally")
print(quiet())
def loop():
    for i in range(2):
        try:
            raise ExceptionGroup("l", [V(i)])
        except* V as e:
            for x in range(3):
                if x:
                    break
                continue
            print(e, "e" in locals())
    return "e" in locals()
print(loop())
for text in ("try: pass\nexcept* V: return", "def f():\n try: pass\n except* V: return",
             "for x in y:\n try: pass\n except* V: break",
             "while 1:\n try: pass\n except* V: continue", "try: pass\nexcept*: pass",
             "try: pass\nexcept* V: pass\nexcept T: pass",
             "try: pass\nexcept V: pass\nexcept* T: pass", "try: pass\nexcept* V, T: pass",
             "try: pass\nexcept *V as e.x: pass",
             "try: pass\nexcept *(V, T) as e: pass", "try: pass\nexcept* V as e:\n def f(): return e",
             "try: pass\nexcept* V:\n for x in y: break",
             "try: pass\nexcept* V:\n while 1:\n  def f(): return"):
    try:
        compile(text, "<t>", "exec")
        print("fine")
    except SyntaxError as error:
        print(error.msg, error.lineno)
