"""traceback: TracebackException options, extraction, limits, lookups, compact, groups, walking, formatting parts by hand."""
import io
import sys
import traceback


def inner(x):
    secret = "local"
    return 1 / x


def outer(x):
    try:
        inner(x)
    except ZeroDivisionError as error:
        raise ValueError("wrapped", x) from error


try:
    outer(0)
except ValueError as error:
    caught = error
te = traceback.TracebackException.from_exception(caught, capture_locals=True)
print("".join(te.format()), te, te.exc_type, te.stack[-1].locals["x"], te.__cause__.exc_type, te == traceback.TracebackException.from_exception(caught, capture_locals=True))
print("".join(te.format(chain=False)), list(te.format_exception_only()))
for limit in (None, 0, 1, -1, 5):
    print(limit, [(f.name, f.lineno - inner.__code__.co_firstlineno, f.line) for f in traceback.extract_tb(caught.__traceback__, limit)])
for call in (lambda: traceback.format_exception_only(ValueError, caught), lambda: traceback.format_exception_only(None, None), lambda: traceback.format_exception(None, None, None), lambda: traceback.format_exception_only("text"), lambda: traceback.format_exception_only(KeyError("k")), lambda: traceback.format_exception(5), lambda: traceback.format_exception(ValueError), lambda: traceback.format_exc(), lambda: traceback.format_tb(None), lambda: traceback.format_list([("f.py", 5, "name", "  the line ")]), lambda: traceback.format_list([("f.py", None, "name", None)]), lambda: traceback.format_exception(ValueError, ValueError("v"), None), lambda: traceback.print_exception(caught, limit=0, chain=False, file=sys.stdout), lambda: len(traceback.extract_stack()), lambda: [f.f_code.co_name for f, _ in traceback.walk_stack(None)][:1], lambda: [f.f_code.co_name for f, _ in traceback.walk_tb(caught.__traceback__)]):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
summary = traceback.StackSummary.from_list([("a.py", 1, "f", "line"), traceback.FrameSummary("b.py", 2, "g", lookup_line=False, line="x + y", end_lineno=2, colno=0, end_colno=5)])
print("".join(summary.format()), summary[0], tuple(summary[0]), summary[0] == ("a.py", 1, "f", "line"), summary[1].colno, len(summary[0]))
repeated = traceback.StackSummary.from_list([("r.py", 1, "f", "f()")] * 10)
print("".join(repeated.format()))
class Mine(traceback.StackSummary):
    def format_frame_summary(self, frame): return None if frame.name == "outer" else f"<{frame.name}>\n"
print("".join(Mine.from_list([("a", 1, "outer", "x"), ("a", 1, "inner", "y")]).format()))
group = ExceptionGroup("many", [ValueError(i) for i in range(4)] + [ExceptionGroup("deep", [ExceptionGroup("deeper", [KeyError("k")])])])
print("".join(traceback.TracebackException.from_exception(group, max_group_width=2, max_group_depth=2).format()))
out = io.StringIO()
traceback.print_list([("x.py", 3, "f", None)], file=out)
traceback.print_exception(SyntaxError("bad", ("no_file.py", 2, 3, "a b c\n", 2, 4)), file=out)
print(out.getvalue())
class BadStr(Exception):
    def __str__(self): raise RuntimeError
class Qualified(Exception): __module__ = "some.module"
class BadModule(Exception): __module__ = 5
for error in (BadStr(), Qualified("q"), BadModule("m"), Exception(), Exception(""), Exception("multi\nline"), KeyError(), SystemExit(3), type("Ü", (Exception,), {"__module__": "builtins"})("x")):
    print(traceback.format_exception_only(error))
a, b = ValueError("a"), ValueError("b")
a.__context__, b.__context__ = b, a
print("".join(traceback.format_exception(a)))
traceback.clear_frames(caught.__traceback__)
print(caught.__traceback__.tb_frame.f_code.co_name)
