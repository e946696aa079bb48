# sqlite3: Row, factories of rows, texts, cursors and connections.
import sqlite3

connection = sqlite3.connect(":memory:")
connection.row_factory = sqlite3.Row
row = connection.execute("select 1 as first, 'two' as Second, 3.0 as 'third column'").fetchone()
print(type(row).__name__, tuple(row), row.keys(), len(row))
print(row[0], row[-1], row["FIRST"], row["second"], row["third column"], row[0:2], row[::-1])
for key in ("missing", 3, -4, 1.5, None, 2**70, "fi\u0130st"):
    try:
        print(row[key])
    except Exception as error:
        print(repr(key), type(error).__name__, error)
same = connection.execute("select 1 as first, 'two' as Second, 3.0 as 'third column'").fetchone()
other = connection.execute("select 1 as primo, 'two' as Second, 3.0 as 'third column'").fetchone()
print(row == same, row != same, hash(row) == hash(same), row == other, row != other, row == tuple(row), {**row})
try:
    row < same
except TypeError as error:
    print(error)
print(dict(row), list(row), "two" in row, tuple(reversed(row)))

plain = connection.cursor()
plain.row_factory = None
print(plain.execute("select 1, 2").fetchone(), connection.row_factory is sqlite3.Row)
connection.row_factory = lambda cursor, values: {c[0]: v for c, v in zip(cursor.description, values)}
print(connection.execute("select 1 as a, 2 as b").fetchall())
connection.row_factory = lambda cursor, values: 1 / 0
try:
    connection.execute("select 1").fetchone()
except ZeroDivisionError as error:
    print(error)
connection.row_factory = None

for factory in (str, bytes, bytearray, lambda octets: octets.decode("latin-1").upper(), len):
    connection.text_factory = factory
    print(connection.execute("select 'caf\xe9', x'00', 'x' || char(0) || 'y'").fetchone())
connection.text_factory = str
try:
    connection.execute("select cast(x'80ff41' as text) as broken").fetchone()
except sqlite3.OperationalError as error:
    print(error)
connection.text_factory = lambda octets: octets.decode("utf-8", "replace")
print(ascii(connection.execute("select cast(x'80ff41' as text)").fetchone()))


class CountingCursor(sqlite3.Cursor):
    def __init__(self, *arguments):
        super().__init__(*arguments)
        self.count = 0

    def execute(self, *arguments):
        self.count += 1
        return super().execute(*arguments)


class Connection(sqlite3.Connection):
    def __init__(self, name, *arguments, **keywords):
        print("opening", name, arguments, sorted(keywords))
        super().__init__(name, *arguments, **keywords)

    def cursor(self, factory=CountingCursor):
        return super().cursor(factory)


with sqlite3.connect(":memory:", factory=Connection, timeout=1) as special:
    print(type(special.execute("select 1")).__name__)
    cursor = special.cursor().execute("select 1")
    print(type(cursor).__name__, cursor.count, cursor.connection is special)
    for wrong in (int, None, lambda connection: 5):
        try:
            special.cursor(wrong)
        except TypeError as error:
            print(error)
print(type(sqlite3.connect(":memory:", 5.0, 0, None, True, Connection)).__name__)
for arguments in ((), (1,), (plain, [1]), (plain, (1, 2), 3)):
    try:
        print(tuple(sqlite3.Row(*arguments)))
    except TypeError as error:
        print(error)
print(tuple(sqlite3.Row(plain, (7, 8))), sqlite3.Row(plain, (7, 8)).keys())
