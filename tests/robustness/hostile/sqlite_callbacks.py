# own limit: CPython reads freed memory when a callback closes its connection
# Connections that are closed, opened anew or used in every way by their own callbacks, parameters and factories.
import gc
import sqlite3


def attempt(label, function):
    try:
        result = function()
        print(label, result if isinstance(result, (list, tuple, int, str)) else type(result).__name__)
    except Exception as error:
        print(label, type(error).__name__, str(error)[:60])


def filled():
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    connection.execute("create table t (a, b)")
    connection.executemany("insert into t values (?, ?)", [(i, str(i)) for i in range(50)])
    return connection


QUERY = "select a, b from t order by b"


def closing(connection, answer=0):
    """A callback that closes the connection."""
    def callback(*arguments):
        connection.close()
        return answer
    return callback


def opening(connection):
    def callback(*arguments):
        connection.__init__(":memory:")
        return 0
    return callback


for make in (closing, opening):
    for label, sql, install in (
            ("function", "select f(a) from t", lambda c: c.create_function("f", 1, make(c))),
            ("progress", QUERY, lambda c: c.set_progress_handler(make(c), 1)),
            ("authorizer", QUERY, lambda c: c.set_authorizer(make(c))),
            ("trace", QUERY, lambda c: c.set_trace_callback(make(c))),
            ("collation", QUERY + " collate x", lambda c: c.create_collation("x", make(c))),
            ("row factory", QUERY, lambda c: setattr(c, "row_factory", make(c))),
            ("text factory", QUERY, lambda c: setattr(c, "text_factory", make(c))),
            ("script", "select f(); insert into t values (1, 2); select f()", lambda c: c.create_function("f", 0, make(c)))):
        connection = filled()
        install(connection)
        run = connection.executescript if label == "script" else connection.execute
        attempt(f"{make.__name__} in {label}", lambda: run(sql).fetchall()[:1])
        attempt("afterwards", lambda: connection.execute("select 1").fetchall())


class Closing:
    def step(self, *arguments):
        connection.close()

    def finalize(self):
        connection.close()
        gc.collect()
        return 1

    value = finalize
    inverse = step

    def __conform__(self, protocol):
        connection.close()
        return 1


connection = filled()
connection.create_aggregate("aggregate", 1, Closing)
attempt("aggregate", lambda: connection.execute("select aggregate(a) from t").fetchall())
connection = filled()
connection.create_window_function("aggregate", 1, Closing)
attempt("window", lambda: connection.execute("select aggregate(a) over (order by a rows 1 preceding) from t").fetchall()[:1])
connection = filled()
attempt("parameter", lambda: connection.execute("select ?, ?", (Closing(), 1)).fetchall())


def parameters():
    yield 1, 1
    connection.close()
    yield 2, 2


connection = filled()
attempt("many", lambda: connection.executemany("insert into t values (?, ?)", parameters()).rowcount)

# A cursor used by the functions that its own statement calls.
connection = filled()
cursor = connection.cursor()
for label, action in (("execute", lambda: cursor.execute("select 1").fetchall()), ("next", lambda: next(cursor)),
                      ("close", lambda: cursor.close()), ("init", lambda: cursor.__init__(connection)),
                      ("redefine", lambda: connection.create_function("f", 0, len)),
                      ("collation", lambda: connection.create_collation("f", None)),
                      ("commit", connection.commit), ("rollback", connection.rollback), ("interrupt", connection.interrupt),
                      ("backup", lambda: connection.backup(sqlite3.connect(":memory:"))), ("serialize", lambda: len(connection.serialize())),
                      ("deserialize", lambda: connection.deserialize(b"")), ("drop", lambda: connection.execute("drop table t")),
                      ("same", lambda: connection.execute("select f() from t limit 3").fetchone()),
                      ("observers", lambda: (connection.set_authorizer(None), connection.set_progress_handler(None, 1),
                                             connection.set_trace_callback(None)))):
    depth = [0]

    def once():
        depth[0] += 1
        if depth[0] < 5:
            action()
        return depth[0]

    cursor = connection.cursor()
    connection.create_function("f", 0, once)
    attempt(f"{label} in its own function", lambda: cursor.execute("select f() from t limit 3").fetchall())
    cursor.close()


def endless():
    return connection.execute("select endless()").fetchone()[0]


connection.create_function("endless", 0, endless)
attempt("endless", lambda: connection.execute("select endless()").fetchall())
for install, remove in ((connection.set_authorizer, lambda: connection.set_authorizer(None)),
                        (connection.set_trace_callback, lambda: connection.set_trace_callback(None)),
                        (lambda callback: connection.set_progress_handler(callback, 1),
                         lambda: connection.set_progress_handler(None, 1))):
    install(lambda *arguments: remove() or 0)
    attempt("removes itself", lambda: connection.execute("select a from t limit 2").fetchall())
    install(lambda *arguments: connection.execute("select count(*) from t").fetchone()[0] * 0)
    attempt("queries", lambda: connection.execute("select a from t where b = '49'").fetchall())
    remove()

# Blobs whose index closes them.
connection.execute("create table blobs (b blob)")
connection.execute("insert into blobs values (zeroblob(100))")


class Index:
    def __index__(self):
        blob.close()
        return 1


for use in (lambda: blob[Index()], lambda: blob.read(Index()), lambda: blob.seek(Index()), lambda: blob[Index():5]):
    blob = connection.blobopen("blobs", "b", 1)
    attempt("blob", use)
blob = connection.blobopen("blobs", "b", 1)
connection.close()
del blob
gc.collect()

# A database that is replaced while others read it.
source = filled()
octets = source.serialize()
connection = filled()
connection.execute("create table blobs (b blob)")
connection.execute("insert into blobs values (zeroblob(100))")
connection.commit()
blob = connection.blobopen("blobs", "b", 1)
cursor = connection.execute("select a from t")
next(cursor)
attempt("replaced", lambda: connection.deserialize(octets))
attempt("blob", blob.read)
attempt("cursor", cursor.fetchall)
attempt("new", lambda: connection.execute("select count(*) from t").fetchall())
connection.create_function("replace", 0, lambda: connection.deserialize(octets))
attempt("replaced by itself", lambda: connection.execute("select replace() from t").fetchall())
connection.set_progress_handler(lambda: connection.backup(source) or 0, 1)
attempt("copied in progress", lambda: connection.execute("select a from t where b = '7'").fetchall())
