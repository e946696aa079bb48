# sqlite3: objects without __init__, made twice, closed, used by other threads; subclasses that forget super().
import gc
import sqlite3
import threading
import weakref


def attempt(function, *arguments, **keywords):
    try:
        result = function(*arguments, **keywords)
        print("ok", result if isinstance(result, (int, str, list, tuple, type(None))) else type(result).__name__)
    except Exception as error:
        print(type(error).__name__, str(error).partition(" The object was created in")[0])


class Bare(sqlite3.Connection):
    def __init__(self, *arguments):
        pass


class BareCursor(sqlite3.Cursor):
    def __init__(self, *arguments):
        pass


bare = Bare()
for use in (bare.cursor, bare.commit, bare.rollback, bare.close, bare.interrupt, bare.iterdump, bare.__enter__, bare.serialize,
            lambda: bare.execute("select 1"), lambda: bare("select 1"), lambda: bare.in_transaction, lambda: bare.total_changes,
            lambda: bare.isolation_level, lambda: bare.row_factory, lambda: bare.create_function("f", 0, len),
            lambda: bare.set_trace_callback(print), lambda: bare.blobopen("a", "b", 1), lambda: bare.Error,
            lambda: setattr(bare, "isolation_level", None), lambda: bare.getlimit(0), lambda: bare.__exit__(None, None, None)):
    attempt(use)

connection = sqlite3.connect(":memory:")
cursor = connection.cursor(BareCursor)
for use in (cursor.fetchone, cursor.fetchmany, cursor.fetchall, cursor.close, lambda: next(cursor), lambda: cursor.execute("select 1"),
            lambda: cursor.executescript(""), lambda: cursor.executemany("", []), lambda: cursor.connection,
            lambda: cursor.description, lambda: cursor.arraysize, lambda: iter(cursor)):
    attempt(use)
attempt(sqlite3.Cursor)
attempt(sqlite3.Cursor, 5)
attempt(sqlite3.Cursor, connection, 1)
attempt(sqlite3.Connection)
attempt(sqlite3.Connection, ":memory:", unknown=1)
attempt(sqlite3.Connection, 5)
attempt(sqlite3.Connection, ":memory:\0")
attempt(sqlite3.Connection, ":memory:", timeout="long")
attempt(type(connection("select 1")))
for arguments in ((), (5,), ("select 1", "select 2"), ("selec",)):
    attempt(connection, *arguments)

cursor = connection.cursor()
cursor.close()
cursor.close()
attempt(cursor.execute, "select 1")
attempt(cursor.fetchall)
cursor.__init__(connection)
attempt(cursor.execute("select 5").fetchall)
cursor.execute("select 1 union select 2")
cursor.__init__(connection)
attempt(cursor.fetchall)
attempt(cursor.setinputsizes, [1])
attempt(cursor.setoutputsize, 1, None)

connection.execute("create table t (a)")
connection.__init__(":memory:")
attempt(connection.execute, "select * from t")
attempt(cursor.execute, "select 7")
connection.close()
attempt(connection.__init__, ":memory:", isolation_level="wrong")
connection.__init__(":memory:", isolation_level=None)
attempt(lambda: connection.isolation_level)


def in_thread(*uses):
    thread = threading.Thread(target=lambda: [attempt(use) for use in uses])
    thread.start()
    thread.join()


cursor = connection.cursor()
in_thread(connection.cursor, connection.commit, connection.close, cursor.fetchone, cursor.close, lambda: cursor.execute("select 1"),
          lambda: connection.execute("select 1"), connection.__enter__, lambda: connection.create_function("f", 0, len))
shared = sqlite3.connect(":memory:", check_same_thread=False)
in_thread(lambda: shared.execute("select 'from another thread'").fetchall(), shared.close)
attempt(shared.execute, "select 1")

cursor.execute("select 1 union select 2")
next(cursor)
alive = weakref.ref(cursor)
del cursor
gc.collect()
print(alive() is None)


class Keeping(sqlite3.Connection):
    pass


keeping = Keeping(":memory:")
keeping.cursor_of_mine = keeping.execute("select 1 union select 2")
keeping.create_function("me", 0, lambda keeping=keeping: 1)
gone = weakref.ref(keeping.cursor_of_mine)
keeping.cursor_of_mine.close()
keeping.create_function("me", 0, None)
del keeping
gc.collect()
print(gone() is None)
