"""add_note, with_traceback, args, custom classes: what str and repr show and what a traceback prints."""
import traceback

error = ValueError("first", 2)
error.add_note("note one")
error.add_note("two\nlines")
print(error.__notes__, error, repr(error), error.args)
print("".join(traceback.format_exception_only(error)))
for bad in (5, None, b"x"):
    try:
        error.add_note(bad)
    except TypeError as problem:
        print(problem)
for notes in (["a", 5, ValueError("n")], "text", 5, None, []):
    error.__notes__ = notes
    print(notes, traceback.format_exception_only(error))


class Custom(Exception):
    def __init__(self, code, *, hint=None):
        super().__init__(code)
        self.code, self.hint = code, hint

    def __str__(self):
        return f"code {self.code}" + (f" ({self.hint})" if self.hint else "")


print(Custom(5, hint="try 6"), repr(Custom(5)), Custom(1).args, traceback.format_exception_only(Custom(7)))


class BadStr(Exception):
    def __str__(self):
        raise RuntimeError("no text")


print(traceback.format_exception_only(BadStr()), traceback.format_exception_only(type("Empty", (Exception,), {"__module__": "mod"})()))
try:
    raise ValueError("x").with_traceback(None)
except ValueError as caught:
    print(caught.__traceback__.tb_lineno, caught.__traceback__.tb_next)
for action in (lambda: setattr(error, "args", 5), lambda: setattr(error, "__cause__", 5), lambda: setattr(error, "__context__", "x"),
               lambda: setattr(error, "__traceback__", 5), lambda: delattr(error, "__cause__"), lambda: error.with_traceback(5),
               lambda: delattr(error, "args"), lambda: setattr(error, "__suppress_context__", "yes")):
    try:
        print(action())
    except TypeError as problem:
        print(problem)
error.args = [1, 2]
print(error.args, str(error), error == ValueError(1, 2), KeyError("k"), str(KeyError("k")), str(KeyError("a", "b")), repr(OSError(2, "gone", "f")))
print(OSError(2, "gone", "f"), OSError(2, "gone").filename, OSError(13, "x").__class__.__name__, OSError("only"), StopIteration(5).value, SystemExit(3).code)
