# sqlite3: objects to values by adapters, __conform__ and __adapt__; values to objects by declared type and column name.
import datetime
import sqlite3


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Conforming(Point):
    def __conform__(self, protocol):
        return f"{self.x};{self.y}" if protocol is sqlite3.PrepareProtocol else None


class Failing(Point):
    def __conform__(self, protocol):
        raise self.x("on purpose")


def convert_point(octets):
    x, y = octets.split(b";")
    return Point(int(x), int(y))


sqlite3.register_converter("point", convert_point)
sqlite3.register_converter("upper", lambda octets: octets.decode().upper())
sqlite3.register_converter("broken", lambda octets: 1 / 0)
connection = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
connection.execute("create table t (p point, q POINT(3) not null default '7;8', n number(10), s text, d date, ts timestamp)")
for value in (Conforming(1, 2), Point(3, 4), Failing(ValueError, 0), Failing(TypeError, 0)):
    try:
        connection.execute("insert into t (p) values (?)", (value,))
    except Exception as error:
        print(type(error).__name__, error)
sqlite3.register_adapter(Point, lambda point: f"{point.x};{point.y}")
connection.execute("insert into t (p, n, s) values (?, ?, ?)", (Point(3, 4), "10", "text"))
connection.execute("insert into t (d, ts) values (?, ?)", (datetime.date(2020, 2, 29), datetime.datetime(2020, 2, 29, 1, 2, 3, 40)))
for row in connection.execute("select * from t"):
    print(row)
print(connection.execute("select p as 'p [upper]', s as 's [upper]', 1 as \"n [nothing]\", q as 'x[point' from t").fetchall())
print([c[0] for c in connection.execute("select p as 'p [upper]', 'b' as '[upper]', 'c' as 'c[' from t").description])
print(connection.execute("select cast(null as text) as 'x [upper]', x'' as 'y [upper]', '5;6' as 'z [point] [upper]'").fetchone())
try:
    connection.execute("select 1 as 'a [broken]'").fetchone()
except ZeroDivisionError as error:
    print("converter:", error)

only_declared = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES)
print(only_declared.execute("select 'a' as 'a [upper]'").description[0][0])
only_declared.executescript("create table u (a upper, b 'upper', c upper(2), d uppers); insert into u values ('a', 'b', 'c', 'd')")
print(only_declared.execute("select * from u").fetchall(), only_declared.execute("select a || '' from u").fetchall())


class Protocol:
    @staticmethod
    def __adapt__(value):
        return None if value == "no" else ("adapted", value)


print(sqlite3.adapt(5, Protocol), sqlite3.adapt("no", Protocol, "alternative"), sqlite3.adapt(Point(1, 1)))
for arguments in ((5,), (5, int), ("no", Protocol)):
    try:
        print(sqlite3.adapt(*arguments))
    except sqlite3.ProgrammingError as error:
        print(error)
sqlite3.register_adapter(int, lambda number: number * 2)
print(connection.execute("select ?, ?", (21, 1.5)).fetchone())
sqlite3.register_adapter(int, lambda number: number)
print(sorted(name for name in sqlite3.converters), (Point, sqlite3.PrepareProtocol) in sqlite3.adapters)
