"""warnings: filters by action, category, message and line; once registries, formats, errors, stacklevels,
catch_warnings."""
import sys
import warnings


def show(message, category, filename, lineno, file=None, line=None):
    print(f"{category.__name__}: {message} ({filename.rsplit('/')[-1]}, {lineno > 0}, {line})")


warnings.showwarning = show


def attempt(function):
    try:
        print(function())
    except BaseException as error:
        print(type(error).__name__, error)


def warn(text="text", category=UserWarning, level=1):
    warnings.warn(text, category, level)


for action in ("always", "default", "once", "module", "ignore", "error"):
    with warnings.catch_warnings():
        warnings.resetwarnings()
        warnings.simplefilter(action)
        print(action)
        for i in range(3):
            attempt(lambda: warn(f"{action} same"))
        attempt(lambda: warn(f"{action} other", RuntimeWarning))
with warnings.catch_warnings(record=True) as caught:
    warnings.resetwarnings()
    warnings.filterwarnings("ignore", "spam", UserWarning)
    warnings.filterwarnings("error", category=SyntaxWarning)
    warnings.filterwarnings("always", ".*egg$", append=True)
    warn("spam and ham"), warn("SPAM upper"), warn("the egg"), warn("the egg"), warn("eggs")
    attempt(lambda: warn("s", SyntaxWarning))
    print([(str(w.message), w.category.__name__, w.lineno > 0, w.line, w.source) for w in caught], caught[0])
    print([(f[0], f[1] and f[1].pattern, f[2].__name__, f[3], f[4]) for f in warnings.filters])
for action in (lambda: warnings.warn(), lambda: warnings.warn(5), lambda: warnings.warn("x", 5),
               lambda: warnings.warn("x", int), lambda: warnings.warn("x", stacklevel="a"),
               lambda: warnings.warn(ValueError("v")), lambda: warnings.warn(UserWarning("instance"),
                   RuntimeWarning), lambda: warnings.warn("deep", stacklevel=100),
                   lambda: warnings.simplefilter("nope"), lambda: warnings.filterwarnings("always", 5),
                   lambda: warnings.filterwarnings("always", category=int),
                   lambda: warnings.filterwarnings("always", lineno=-1),
               lambda: warnings.warn_explicit("explicit", UserWarning, "file.py", 7),
               lambda: warnings.warn_explicit("e", UserWarning, "f", "x"),
               lambda: warnings.warn_explicit("same", UserWarning, "f.py", 1, registry={}),
               lambda: warnings.warn_explicit("in module", UserWarning, "f.py", 1, module="m"),
               lambda: warnings.warn(b"bytes"), lambda: warnings.warn("", DeprecationWarning),
               lambda: warnings.warn("x", Warning)):
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        attempt(action)
print(repr(warnings.formatwarning("message", UserWarning, "no_such.py", 3)),
      repr(warnings.formatwarning("m", UserWarning, __file__, 1)[:20]) if False else "",
      repr(warnings.formatwarning("m", UserWarning, "f", 1, line="  given line  ")))
def level_one(): warnings.warn("stack", stacklevel=2)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    level_one(); line = sys._getframe().f_lineno
    print(caught[0].lineno == line)
    for text in ("'a' is 1", "() == ()", "'\\d'", "1()", "[1](2)", "assert (1, 'x')", "x = 1 is not 2",
                 "'a'['b']", "1if 2else 3", "0xfor x", "b'\\q'", "[1, 2]['a']", "(1)(2)", "f'{1}'()",
                 "None[0]"):
        try:
            compile(text, "<text>", "exec")
        except SyntaxError as error:
            print(text, "->", error.msg)
    print([(str(w.message), w.category.__name__, w.filename) for w in caught[1:]])
    caught.clear()
    int.from_bytes(b"a"), "%s" % b"x" if False else None
    import asyncio
    async def never(): pass
    never()
    print([str(w.message) for w in caught])
with warnings.catch_warnings(action="ignore") if sys.version_info >= (3, 12) else warnings.catch_warnings():
    warnings.simplefilter("error")
    attempt(lambda: compile("1 is 1", "f", "eval"))
    attempt(lambda: warn("as error"))
attempt(lambda: warnings.catch_warnings().__exit__())
w = warnings.catch_warnings()
w.__enter__()
attempt(w.__enter__)
w.__exit__()
registry = {}
for i in range(2):
    with warnings.catch_warnings():
        warnings.simplefilter("default")
        warnings.warn_explicit("registered", UserWarning, "r.py", 5, registry=registry)
print(sorted(map(str, registry)))
class Mine(UserWarning): pass
warnings.simplefilter("error", Mine)
attempt(lambda: warnings.warn("mine", Mine))
attempt(lambda: warnings.warn(Mine("instance")))
print(repr(warnings.WarningMessage("m", UserWarning, "f", 1)),
      warnings._getcategory("Warning") if hasattr(warnings, "_getcategory") else "")
del warnings.showwarning
warnings.warn("without showwarning", RuntimeWarning)
