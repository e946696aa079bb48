# sqlite3: functions, aggregates, window functions and collations written in Python, and what happens when they fail.
import sqlite3
import sys

connection = sqlite3.connect(":memory:")
connection.execute("create table t (n, word)")
connection.executemany("insert into t values (?, ?)", [(1, "pear"), (2, "Apple"), (3, "fig"), (4, "apple"), (None, "Zebra")])


def attempt(function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
        print(result.fetchall() if isinstance(result, sqlite3.Cursor) else result)
    except Exception as error:
        print(type(error).__name__, error)


def show(*values):
    return repr(values)


connection.create_function("show", -1, show)
connection.create_function("two", 2, lambda a, b: a)
connection.create_function("give", 1, lambda number: [None, 5, 2.5, "\xe9\u20ac", b"\x00\x01", True, bytearray(b"xy"), memoryview(b"abc")][number],
                           deterministic=True)
attempt(connection.execute, "select show(), show(1, 2.5, 'a', null, x'0102'), show('')")
attempt(connection.execute, "select give(0), give(1), give(2), give(3), give(4), give(5), give(6), give(7)")
attempt(connection.execute, "select two(1)")
attempt(connection.execute, "select two(1, 2), two(null, 1)")
connection.create_function("two", 2, None)
attempt(connection.execute, "select two(1, 2)")
for value in (object(), 2**63, "\udc80", 1j, [1], ZeroDivisionError, MemoryError, OverflowError):
    def failing():
        if isinstance(value, type):
            raise value("on purpose")
        return value
    connection.create_function("failing", 0, failing)
    attempt(connection.execute, "select failing()")
attempt(connection.create_function, "name", 1000, len)
attempt(connection.create_function, "name\0", 1, len)
attempt(connection.create_function, 5, 1, len)
connection.create_function("not_callable", 0, 5)
attempt(connection.execute, "select not_callable()")


class Joined:
    def __init__(self):
        self.words = []

    def step(self, word, separator):
        self.words.append(word)
        self.separator = separator

    def finalize(self):
        return self.separator.join(self.words)


connection.create_aggregate("joined", 2, Joined)
attempt(connection.execute, "select joined(word, '-') from t")
attempt(connection.execute, "select n % 2, joined(word, '+') from t group by n % 2 order by 1")
attempt(connection.execute, "select joined(word, '-') from t where n > 100")


def aggregate(**methods):
    return type("Aggregate", (), methods)


def fail(*arguments):
    raise ValueError("on purpose")


for cls in (aggregate(__init__=fail), aggregate(), aggregate(step=fail), aggregate(step=lambda self, x: None),
            aggregate(step=lambda self, x: None, finalize=fail), aggregate(step=lambda self, x: None, finalize=lambda self: object())):
    connection.create_aggregate("wrong", 1, cls)
    attempt(connection.execute, "select wrong(n) from t")


class WindowSum:
    def __init__(self):
        self.total = 0

    def step(self, value):
        self.total += value or 0

    def inverse(self, value):
        self.total -= value or 0

    def value(self):
        return self.total

    def finalize(self):
        return self.total


connection.create_window_function("wsum", 1, WindowSum)
window = "select n, {}(n) over (order by n rows between 1 preceding and 1 following) from t order by n"
attempt(connection.execute, window.format("wsum"))
attempt(connection.execute, "select wsum(n) from t")
for missing in ("inverse", "value", "step", "finalize"):
    methods = {key: value for key, value in vars(WindowSum).items() if not key.startswith("__m") and key != missing}
    connection.create_window_function("partial", 1, aggregate(**methods))
    attempt(connection.execute, window.format("partial"))
connection.create_window_function("partial", 1, None)
attempt(connection.execute, window.format("partial"))

connection.create_collation("backwards", lambda left, right: (left < right) - (left > right))
connection.create_collation("caseless", lambda left, right: (left.lower() > right.lower()) - (left.lower() < right.lower()))
connection.create_collation("huge", lambda left, right: 2**80 * ((left > right) - (left < right)))
connection.create_collation("useless", lambda left, right: None)
for name in ("backwards", "caseless", "huge", "useless", "unknown"):
    attempt(connection.execute, f"select word from t order by word collate {name}")
connection.create_collation("backwards", None)
attempt(connection.execute, "select word from t order by word collate backwards")
attempt(connection.create_collation, "x", 5)

sqlite3.enable_callback_tracebacks(True)
sys.unraisablehook = lambda report: print("unraisable:", report.exc_type.__name__, report.exc_value)
connection.create_function("failing", 0, lambda: 1 / 0)
attempt(connection.execute, "select failing()")
connection.create_aggregate("wrong", 1, aggregate(step=fail))
attempt(connection.execute, "select wrong(n) from t")
sqlite3.enable_callback_tracebacks(False)
attempt(connection.execute, "select failing()")
