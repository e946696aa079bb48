# sqlite3: tables, parameters by position and by name, fetching in pieces, description, rowcount, lastrowid.
import sqlite3

connection = sqlite3.connect(":memory:")
cursor = connection.cursor()
print(cursor.execute("create table book (id integer primary key, title text, year integer, price real, cover blob)") is cursor)
print(cursor.rowcount, cursor.lastrowid, cursor.description)
cursor.execute("insert into book (title, year) values (?, ?)", ("Emma", 1815))
print(cursor.rowcount, cursor.lastrowid)
cursor.execute("insert into book (title, year, price) values (:title, @year, $price)",
               {"title": "Middlemarch", "year": 1871, "price": 12.5, "unused": 1})
books = [("Walden", 1854, 9.0, b"\x00\xff"), ("Ulysses", 1922, None, b""), ("Dune \U0001f3dc \xe9", 2**62, -1e300, None)]
cursor.executemany("insert into book (title, year, price, cover) values (?, ?, ?, ?)", iter(books))
print(cursor.rowcount, cursor.lastrowid)

cursor.execute("select * from book order by id")
print([column[0] for column in cursor.description], cursor.description[0], cursor.rowcount)
print(cursor.fetchone())
print(cursor.fetchmany(2))
print(cursor.arraysize, cursor.fetchmany())
cursor.arraysize = 10
print(cursor.fetchmany(), cursor.fetchmany(), cursor.fetchone(), cursor.fetchall())

print(connection.execute("select 1, 'a', 2.5, null, x'01ff', ?, ?", (True, bytearray(b"ab"))).fetchall())
print(list(connection.execute("select title from book where year < ? order by 1", [1860])))
print(connection.execute("update book set price = 1.0 where price is null").rowcount)
print(connection.execute("delete from book where id > 4").rowcount, connection.total_changes)
print(connection.execute("insert into book(title) values('new') returning id, title").fetchall())

for sql, parameters in [("select ?", ()), ("select ?, ?", (1,)), ("select ?", 3), ("select ?", "ab"), ("select ?", "a"),
                        ("select :a", {}), ("select :a", {"b": 1}), ("select ?", {"a": 1}), ("select :a", (5,)),
                        ("select ?", (object,)), ("select ?", (2**63,)), ("select ?", (-2**63,)), ("select ?", ("\ud800",)),
                        ("select ?", (1j,)), ("selec 1", ()), ("select 1; select 2", ()), ("select 1 -- end", ()),
                        ("select 'a\0b'", ()), ("", ()), ("-- nothing", ()), ("  /* nothing */ ; ", ())]:
    try:
        print(repr(sql), parameters, "->", connection.execute(sql, parameters).fetchall())
    except Exception as error:
        print(repr(sql), parameters, type(error).__name__, error, getattr(error, "sqlite_errorname", "-"))


class Lazy:
    def __len__(self):
        return 2

    def __getitem__(self, index):
        return [10, 20][index]


class Defaults(dict):
    def __missing__(self, key):
        return key * 2


print(connection.execute("select ?, ?", Lazy()).fetchall(), connection.execute("select :x, :yy", Defaults()).fetchall())
print(connection.execute("select ?, ?", range(2)).fetchall())
connection.close()
for use in (connection.cursor, connection.commit, lambda: cursor.execute("select 1"), cursor.fetchone, cursor.close,
            connection.close, lambda: connection.total_changes, lambda: connection.in_transaction):
    try:
        print(use())
    except sqlite3.Error as error:
        print(type(error).__name__, error)
