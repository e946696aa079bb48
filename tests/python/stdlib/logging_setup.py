"""logging: levels, propagation, formats, filters, exceptions, adapters, handlers, lastResort, errors in a format."""
import io
import logging
import sys
stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(message)s|%(funcName)s|%(lineno)d"))
root = logging.getLogger()
logging.getLogger("early").warning("by lastResort %d", 5)
root.addHandler(handler)
root.setLevel(logging.INFO)
child = logging.getLogger("a.b.c")
parent = logging.getLogger("a")
print(child.parent.name, child.getEffectiveLevel(), child.isEnabledFor(logging.DEBUG), child, root)
child.debug("hidden")
child.info("shown %s %s", "x", 1)
child.warning("dict %(key)s", {"key": "v"})
parent.setLevel("ERROR")
child.info("hidden by the parent")
child.error("no arguments %s")
child.log(35, "between")
logging.addLevelName(35, "NOTICE")
child.log(45, "odd level")
child.log(35, "now named" if child.isEnabledFor(35) else "")
parent.setLevel(logging.NOTSET)
try:
    1 / 0
except ZeroDivisionError:
    child.exception("failed", extra={"more": 1})
    child.warning("with info", exc_info=True, stack_info=False)
child.propagate = False
child.warning("nowhere but lastResort")
child.propagate = True


class Filter(logging.Filter):
    def filter(self, record):
        record.msg = f"<{record.msg}>"
        return "secret" not in record.msg


handler.addFilter(Filter())
child.info("plain")
child.info("secret")
handler.setLevel(logging.CRITICAL)
child.error("below the handler")
child.critical("above")
handler.setLevel(0)
adapter = logging.LoggerAdapter(child, {"user": "bob"})
adapter.info("adapted")
logging.disable(logging.ERROR)
child.error("disabled")
logging.disable(logging.NOTSET)
print(stream.getvalue().replace(__file__, "FILE"))
for style, text in (("{", "{levelname}:{message}"), ("$", "$levelname $message ${name}"), ("%", "%(levelname)s")):
    record = logging.LogRecord("n", logging.INFO, "path.py", 7, "m %s", ("x",), None)
    print(logging.Formatter(text, style=style).format(record), record, record.getMessage(), record.filename, record.module)
for call in (lambda: child.setLevel("NONSENSE"), lambda: child.setLevel(2.5), lambda: child.log("INFO", "x"), lambda: logging.Formatter("{x", style="{"), lambda: logging.Formatter("nothing"), lambda: logging.getLogger(5), lambda: child.info("x", extra={"message": 1}), lambda: logging.basicConfig(handlers=[], stream=1), lambda: logging.getLevelName(10), lambda: logging.getLevelName("WARNING"), lambda: logging.getLevelName(11), lambda: logging.Formatter("%(x)s", style="?")):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
handler.setFormatter(logging.Formatter("%(asctime)s %(message)s", datefmt="%Y"))
handler.stream = sys.stdout
handler.filters.clear()
root.handlers = [handler]
logging.raiseExceptions = False
child.info("too %s few %s", 1)
print(logging.getLogger("a.b.c") is child, sorted(n for n in logging.root.manager.loggerDict if n[0] == "a"), child.hasHandlers(), logging.getLogger("a").getChild("q").name)
