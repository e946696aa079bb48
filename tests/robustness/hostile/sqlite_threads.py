# own limit: CPython crashes where one thread closes a connection that others use
# One connection in several threads: queries, functions, closing and opening anew, interrupting.
import gc
import sqlite3
import threading


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


def run(*targets):
    threads = [threading.Thread(target=target) for target in targets]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


connection = filled()
connection.create_function("following", 1, lambda number: number + 1)


def work():
    for i in range(30):
        connection.execute("insert into t values (?, ?)", (i, i))
        connection.execute("select following(a) from t").fetchall()
        connection.commit()


run(*[work] * 4)
attempt("rows", lambda: connection.execute("select count(*) from t").fetchone())


def reopen():
    for _ in range(50):
        connection.close()
        connection.__init__(":memory:", check_same_thread=False)


def query():
    for _ in range(200):
        try:
            connection.execute("select 1").fetchall()
        except sqlite3.ProgrammingError:
            pass


run(reopen, query, query, query)


def watch():
    for _ in range(100):
        connection.set_trace_callback(lambda statement: None)
        connection.set_progress_handler(lambda: 0, 10)
        connection.set_authorizer(lambda *arguments: 0)
        connection.set_authorizer(None)


run(watch, query, query)

connection = filled()
started = threading.Event()
connection.create_function("started", 0, lambda: started.set() or 1)


def interrupt():
    started.wait()
    connection.interrupt()


endless = "with recursive c(n) as (select started() union all select n + 1 from c) select count(*) from c"
thread = threading.Thread(target=interrupt)
thread.start()
attempt("interrupted", lambda: connection.execute(endless).fetchall())
thread.join()

connection.execute("create table blobs (b blob)")
connection.execute("insert into blobs values (zeroblob(100000))")
blob = connection.blobopen("blobs", "b", 1)


def read():
    for _ in range(50):
        try:
            blob.seek(0)
            blob.read()
        except sqlite3.ProgrammingError:
            pass


run(read, read, blob.close)
