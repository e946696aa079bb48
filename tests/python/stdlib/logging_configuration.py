"""logging: levels, hierarchy, filters, formatters of three styles, exceptions in records, handlers that
fail, dictConfig."""
import io
import logging
import logging.config
import sys

stream = io.StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)-8s|%(name)s|%(message)s|%(funcName)s|%(lineno)d"))
root = logging.getLogger()
root.addHandler(handler)
root.setLevel(logging.WARNING)
log, child = logging.getLogger("a"), logging.getLogger("a.b.c")


def shown():
    text = stream.getvalue()
    stream.seek(0), stream.truncate()
    return text


log.debug("hidden"), log.warning("seen %s %d", "x", 5), child.error("dict %(k)s", {"k": 1}), log.log(35,
    "odd level"), log.info("no")
print(shown())
log.setLevel("DEBUG")
child.debug("inherits"), root.debug("not root")
child.propagate = False
child.error("lost")
child.propagate = True
print(shown(), child.getEffectiveLevel(), child.isEnabledFor(10), log.getChild("x").name,
      logging.getLevelName(35), logging.getLevelName("INFO"), child.parent, log, root)
logging.addLevelName(35, "ODD")
log.log(35, "named")
try:
    1 / 0
except ZeroDivisionError:
    log.exception("failed")
    log.error("with info", exc_info=True, stack_info=False)
log.critical("object", exc_info=ValueError("instance"))
log.warning("none", exc_info=True)
print(shown())
for bad in (("%d", "x"), ("%s %s", 1), ("%s",), ("no", "args")):
    saved, sys.stderr = sys.stderr, io.StringIO()
    log.error(*bad)
    text = sys.stderr.getvalue()
    sys.stderr = saved
    print(bad, text.splitlines()[0:1],
          [l for l in text.splitlines() if "Error:" in l or l.startswith(("Message", "Arguments"))])
print(shown())


class Only(logging.Filter):
    def filter(self, record):
        record.extra_field = "added"
        return "keep" in record.getMessage()


handler.addFilter(Only())
log.error("keep this"), log.error("drop this")
handler.filters.clear()
handler.addFilter(logging.Filter("a.b"))
child.error("child passes"), log.error("parent does not")
handler.filters.clear()
print(shown())
for style, format_ in (("%", "%(message)s %(x)s"), ("{", "{message} {x:>5} {levelno:03d}"),
                       ("$", "$message ${x} $$")):
    handler.setFormatter(logging.Formatter(format_, style=style))
    log.error("styled", extra={"x": "X"})
handler.setFormatter(logging.Formatter("%(message)s %(missing)s", defaults={"missing": "default"}))
log.error("with default")
print(shown())
for action in (lambda: logging.Formatter("%(x)s {", style="{"), lambda: logging.Formatter("plain", style="%"),
               lambda: logging.Formatter("{a!x}", style="{"), lambda: logging.Formatter("x", style="?"),
               lambda: log.setLevel("NOPE"), lambda: log.setLevel(1.5),
               lambda: log.error("m", extra={"message": 1}), lambda: logging.getLogger(5),
               lambda: logging.NullHandler().handle(None), lambda: log.log("x", "m")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
adapter = logging.LoggerAdapter(log, {"x": "adapted"})
handler.setFormatter(logging.Formatter("%(message)s|%(x)s"))
adapter.error("through adapter")
logging.disable(logging.ERROR)
log.error("disabled"), log.critical("still", extra={"x": 1})
logging.disable(logging.NOTSET)
print(shown(), adapter.isEnabledFor(50))
from logging.handlers import MemoryHandler
memory = MemoryHandler(2, flushLevel=logging.CRITICAL, target=handler)
root.handlers[:] = [memory]
handler.setFormatter(None)
root.warning("one")
print(repr(shown()))
root.warning("two")
print(repr(shown()), memory, handler.get_name())
logging.config.dictConfig({"version": 1, "disable_existing_loggers": True,
                           "formatters": {"f": {"format": "CONF %(message)s"}},
                           "handlers": {"h": {"class": "logging.StreamHandler", "formatter": "f",
                                              "stream": "ext://sys.stdout"}},
                                              "root": {"handlers": ["h"], "level": "INFO"}})
logging.info("configured"), log.error("disabled logger"), logging.getLogger("fresh").info("fresh")
for bad in ({}, {"version": 2}, {"version": 1, "handlers": {"h": {"class": "no.such"}}},
            {"version": 1, "root": {"handlers": ["zz"]}}):
    try:
        logging.config.dictConfig(bad)
    except ValueError as error:
        print(error, "|", error.__cause__)
logging.shutdown()
