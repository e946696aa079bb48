"""sqlite3 while it runs code of the program: adapters that use the same statement, collations that raise, parameters
that another thread provides; a database file whose names are no UTF-8."""
import queue
import sqlite3
import threading


def attempt(name, action):
    try:
        print(name, action())
    except Exception as error:
        print(name, type(error).__name__, error)


source = sqlite3.connect(":memory:")
source.execute("create table t(%s text unique)" % ("Q" * 60))
source.execute("insert into t values('a')")
source.commit()
damaged = sqlite3.connect(":memory:")
damaged.deserialize(source.serialize().replace(b"Q" * 60, b"\x80" * 60))
attempt("column", lambda: damaged.execute("select * from t").description)
attempt("message", lambda: damaged.execute("insert into t values('a')"))

connection = sqlite3.connect(":memory:")
connection.execute("create table t(a, b)")


class Adapted:
    def __conform__(self, protocol):
        connection.execute("insert into t values(?, ?)", (7, 8))
        return 2


connection.execute("insert into t values(?, ?)", (1, Adapted()))
attempt("same statement", lambda: connection.execute("select * from t").fetchall())
connection.create_collation("broken", lambda a, b: 1 / 0)
connection.executemany("insert into t values(?, 'y')", [("x",), ("z",)])
for query in ("select a from t order by a collate broken", "select max(a collate broken) from t",
              "select a from t where a > 'b' collate broken", "select 1"):
    attempt(query, lambda: connection.execute(query).fetchall())
other = sqlite3.connect(":memory:")
attempt("closed", lambda: (other.close(), setattr(other, "isolation_level", "")))
attempt("fetchmany", lambda: sqlite3.Cursor.fetchmany.__text_signature__)


def insert_what_a_thread_reads():
    shared = sqlite3.connect(":memory:", check_same_thread=False)
    shared.execute("create table d(a)")
    values = queue.Queue()

    def rows():
        for _ in range(3):
            yield (values.get(timeout=20),)

    def read():
        for number in range(3):
            values.put(shared.execute("select ?", (number,)).fetchone()[0])

    reader = threading.Thread(target=read)
    reader.start()
    shared.executemany("insert into d values(?)", rows())
    reader.join()
    return shared.execute("select * from d").fetchall()


attempt("thread", insert_what_a_thread_reads)


def back_up_into_another_threads():
    made = []
    maker = threading.Thread(target=lambda: made.append(sqlite3.connect(":memory:")))
    maker.start()
    maker.join()
    return source.backup(made[0])


attempt("backup", back_up_into_another_threads)
