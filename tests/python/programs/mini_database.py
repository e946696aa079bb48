"""An in-memory table with queries built from operators, joins, aggregates, transactions and a tiny SQL
parser."""
import operator
import re
from collections import defaultdict
from contextlib import contextmanager


class Column:
    def __init__(self, test, text):
        self.test, self.text = test, text

    def __class_getitem__(cls, name):
        return cls(lambda row: row[name], name)

    def _binary(function, sign):
        def method(self, other):
            if isinstance(other, Column):
                return Column(lambda row: function(self.test(row), other.test(row)),
                              f"({self.text} {sign} {other.text})")
            return Column(lambda row: function(self.test(row), other), f"({self.text} {sign} {other!r})")
        return method

    __eq__, __ne__ = _binary(operator.eq, "="), _binary(operator.ne, "<>")
    __lt__, __le__ = _binary(operator.lt, "<"), _binary(operator.le, "<=")
    __gt__, __ge__ = _binary(operator.gt, ">"), _binary(operator.ge, ">=")
    __add__, __mul__ = _binary(operator.add, "+"), _binary(operator.mul, "*")
    __and__, __or__ = _binary(lambda a, b: a and b, "AND"), _binary(lambda a, b: a or b, "OR")
    __invert__ = lambda self: Column(lambda row: not self.test(row), f"NOT {self.text}")
    __hash__ = None


class Table:
    def __init__(self, name, *columns):
        self.name, self.columns, self.rows = name, columns, []

    def insert(self, *values, **named):
        row = dict(zip(self.columns, values, strict=not named), **named)
        if unknown := row.keys() - set(self.columns):
            raise KeyError(f"no column {', '.join(sorted(unknown))}")
        self.rows.append({c: row.get(c) for c in self.columns})
        return self

    def select(self, *columns, where=None, order=None, limit=None):
        rows = [row for row in self.rows if where is None or where.test(row)]
        if order:
            rows.sort(key=operator.itemgetter(order.lstrip("-")), reverse=order[0] == "-")
        return [tuple(row[c] for c in columns or self.columns) for row in rows[:limit]]

    def join(self, other, on):
        index = defaultdict(list)
        for row in other.rows:
            index[row[on]].append(row)
        result = Table(f"{self.name}+{other.name}", *dict.fromkeys(self.columns + other.columns))
        result.rows = [left | right for left in self.rows for right in index[left[on]]]
        return result

    def group(self, by, **aggregates):
        groups = defaultdict(list)
        for row in self.rows:
            groups[row[by]].append(row)
        return {key: {name: function(row[column] for row in rows) for name,
                      (function, column) in aggregates.items()}
                for key, rows in sorted(groups.items())}

    @contextmanager
    def transaction(self):
        saved = [dict(row) for row in self.rows]
        try:
            yield self
        except Exception as error:
            self.rows = saved
            print("rolled back:", type(error).__name__, error)


def query(tables, text):
    m = re.fullmatch(r"select (?P<what>.+?) from (?P<table>\w+)(?: where (?P<column>\w+) (?P<sign>[<>=]+) (?P<value>\S+))?(?: order by (?P<order>-?\w+))?", text)
    if not m:
        raise SyntaxError(f"cannot parse {text!r}")
    where = None
    if m["column"]:
        signs = {"=": operator.eq, "<": operator.lt, ">": operator.gt}
        where = Column(lambda row: signs[m["sign"]](str(row[m["column"]]), m["value"]), "")
    columns = () if m["what"] == "*" else re.split(r",\s*", m["what"])
    return tables[m["table"]].select(*columns, where=where, order=m["order"])


people = Table("people", "name", "age", "city").insert("Ann", 31, "Oslo").insert("Bob", 25,
    "Rome").insert("Cid", 40, "Oslo").insert(name="Dee", age=25)
cities = Table("cities", "city", "land").insert("Oslo", "Norway").insert("Rome", "Italy").insert("Bonn",
    "Germany")
age, city = Column["age"], Column["city"]
condition = (age > 26) & (city == "Oslo") | ~(age * 2 >= 50 + 0)
print(condition.text, people.select("name", where=condition), people.select(order="-age", limit=2),
      people.select("name", where=age == Column["age"]))
print(people.join(cities, "city").select("name", "land"), people.group("city" if False else "age",
    n=(lambda x: sum(1 for _ in x), "name"), who=(lambda x: "/".join(x), "name")))
with people.transaction():
    people.insert("Eve", 1, "X")
    people.insert("Fay", 2, "Y", 3)
with people.transaction() as t:
    t.insert("Gus", 50, "Bonn")
with people.transaction():
    people.insert("H", height=3)
print(len(people.rows))
for text in ("select name, age from people where age > 26 order by -name", "select * from cities",
             "select x from people", "drop table", "select a from b"):
    try:
        print(query({"people": people, "cities": cities}, text))
    except Exception as error:
        print(type(error).__name__, error)
