# sqlite3: implicit transactions, isolation levels, commit, rollback, the connection in a `with` statement, scripts.
import os
import sqlite3
import tempfile

folder = tempfile.TemporaryDirectory()
path = os.path.join(folder.name, "bank.db")
first = sqlite3.connect(path, timeout=0)
second = sqlite3.connect(path, timeout=0)


def attempt(function, *arguments):
    try:
        result = function(*arguments)
        print("ok", result if isinstance(result, (int, str, list, type(None))) else "")
    except (sqlite3.Error, sqlite3.Warning, ValueError, TypeError, AttributeError) as error:
        print(type(error).__name__, error, getattr(error, "sqlite_errorname", ""), getattr(error, "sqlite_errorcode", ""))


print(repr(first.isolation_level), first.in_transaction)
first.execute("create table account (name text primary key, amount integer check (amount >= 0))")
print(first.in_transaction)
first.execute("  -- why\n /* so */ INSERT into account values ('a', 100)")
print(first.in_transaction)
attempt(second.execute, "insert into account values ('b', 1)")
print(second.execute("select * from account").fetchall())
attempt(first.commit)
second.rollback()
first.commit()
print(first.in_transaction, second.execute("select * from account").fetchall())
attempt(first.execute, "insert into account values ('a', 1)")
attempt(first.execute, "insert into account values ('c', -1)")
print(first.in_transaction)
first.rollback()
first.rollback()
with first:
    first.execute("insert into account values ('with', 1)")
try:
    with first:
        first.execute("insert into account values ('lost', 1)")
        raise KeyError("inside")
except KeyError as error:
    print("raised", error, first.in_transaction)
print(first.execute("select name from account order by 1").fetchall())

for level in (None, "", "DEFERRED", "immediate", "Exclusive", "SERIAL", 5, "IMMEDIATE\0", "immediate "):
    attempt(setattr, first, "isolation_level", level)
    print(repr(first.isolation_level))
attempt(delattr, first, "isolation_level")
first.isolation_level = "IMMEDIATE"
first.execute("update account set amount = amount + 1")
first.isolation_level = None
print("None commits:", first.in_transaction)
first.execute("insert into account values ('auto', 1)")
print(first.in_transaction, second.execute("select count(*) from account").fetchone())
first.execute("begin")
first.execute("insert into account values ('manual', 1)")
print(first.in_transaction)
first.executescript("select 1; insert into account values ('script', 2)")
print(first.in_transaction)
attempt(first.executescript, "create table x(a); insert into nowhere values (1); create table y(a)")
print(first.execute("select name from sqlite_master where type = 'table' order by 1").fetchall())
first.isolation_level = ""
rows = first.execute("select name from account order by rowid")
print(next(rows))
first.execute("insert into account values ('between', 1)")
first.commit()
print(next(rows), len(rows.fetchall()))
first.executemany("insert into account values (?, ?)", [("m1", 1), ("m2", 2)])
attempt(first.executemany, "insert into account values (?, ?)", [("m3", 1), ("m1", 2)])
attempt(first.executemany, "select ?", [(1,)])
attempt(first.executemany, "insert into account values (?, ?)", 5)
first.rollback()
print(first.execute("select count(*) from account where name like 'm_'").fetchone())
attempt(sqlite3.connect, os.path.join(folder.name, "no", "such.db"))
attempt(sqlite3.connect, ":memory:", 5.0, 0, "NEVER")
read_only = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
attempt(read_only.execute, "delete from account")
print(read_only.execute("pragma query_only").fetchone())
for connection in (first, second, read_only):
    connection.close()
folder.cleanup()
