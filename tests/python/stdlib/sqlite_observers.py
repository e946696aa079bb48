# sqlite3: authorizer, progress handler, trace callback; what they see and what they can do.
import sqlite3

connection = sqlite3.connect(":memory:")
connection.executescript("create table t (a, secret); insert into t values (1, 'x'), (2, 'y'), (3, 'z')")


def attempt(sql, *parameters):
    try:
        print(connection.execute(sql, *parameters).fetchall())
    except sqlite3.Error as error:
        print(type(error).__name__, error, error.sqlite_errorname)


seen = []


def authorize(action, first, second, database, trigger):
    seen.append((action, first, second, database, trigger))
    if action == sqlite3.SQLITE_READ and second == "secret":
        return sqlite3.SQLITE_IGNORE
    if action == sqlite3.SQLITE_DELETE and first == "t":
        return sqlite3.SQLITE_DENY
    return sqlite3.SQLITE_OK


connection.set_authorizer(authorize)
attempt("select a, secret from t where a > 1")
print(seen)
attempt("delete from t")
for answer in (None, "0", 1.0, sqlite3.SQLITE_DENY, 2**40, 12345, 0, True, False):
    connection.set_authorizer(lambda *arguments: answer)
    print(repr(answer), end=" ")
    attempt("select a from t limit 1")
connection.set_authorizer(lambda *arguments: 1 / 0)
attempt("select a from t limit 1")
connection.set_authorizer(None)
attempt("select a from t limit 1")

calls = []
connection.set_progress_handler(lambda: calls.append(1), 1)
attempt("select count(*) from t, t, t")
print(len(calls) > 10)
slow = "with recursive c(n) as (select 1 union all select n + 1 from c where n < 100000) select count(*) from c"
for handler in (lambda: 1, lambda: "true", lambda: 1 / 0):
    connection.set_progress_handler(handler, 1000)
    attempt(slow)
connection.set_progress_handler(lambda: "", 1000)
attempt(slow)
connection.set_progress_handler(None, 1)
attempt("select 1")

traced = []
connection.set_trace_callback(traced.append)
attempt("select ?, ?, ?, ?", ("it's", 5, None, b"\x01"))
connection.execute("insert into t values (:a, :b)", {"a": 1.5, "b": "\xe9"})
connection.commit()
connection.executescript("select 1; select 2")
connection.set_trace_callback(None)
attempt("select 'not traced'")
for line in traced:
    print(ascii(line))
connection.set_trace_callback(lambda statement: 1 / 0)
attempt("select 'whatever the callback raises'")
connection.set_trace_callback(None)

print(connection.getlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER) > 100)
before = connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, 500)
print(connection.getlimit(sqlite3.SQLITE_LIMIT_LENGTH), connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, before))
connection.setlimit(sqlite3.SQLITE_LIMIT_SQL_LENGTH, 12)
attempt("select 12345")
for run in (lambda: connection.execute("select 123456"), lambda: connection.executescript("select 123456"),
            lambda: connection.getlimit(99), lambda: connection.setlimit(-1, 5), lambda: connection.setlimit("a", 1)):
    try:
        print(run())
    except Exception as error:
        print(type(error).__name__, error)
