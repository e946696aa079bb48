"""A small object-relational mapper: descriptors are columns, a metaclass makes tables, attributes make queries.

The database is a list of rows in memory; the SQL text is what would be sent to a real one.
"""


class Condition:
    OPERATORS = {"=": lambda a, b: a == b, "<": lambda a, b: a < b, ">": lambda a, b: a > b}

    def __init__(self, sql, test):
        self.sql, self.test = sql, test

    def __and__(self, other):
        return Condition(f"({self.sql} AND {other.sql})", lambda row: self.test(row) and other.test(row))

    def __or__(self, other):
        return Condition(f"({self.sql} OR {other.sql})", lambda row: self.test(row) or other.test(row))

    def __invert__(self):
        return Condition(f"NOT {self.sql}", lambda row: not self.test(row))


class Column:
    """On an instance the value; on the class the column itself, whose comparisons make conditions."""
    kind, sql_type = object, "BLOB"

    def __init__(self, default=None, null=False, key=False):
        self.default, self.null, self.key = default, null, key

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        return self if instance is None else instance.row.get(self.name)

    def __set__(self, instance, value):
        if value is None and not (self.null or self.key):
            raise ValueError(f"{self.name} must not be null")
        if value is not None and not isinstance(value, self.kind):
            raise TypeError(f"{self.name} is {self.kind.__name__}, not {type(value).__name__}")
        if instance.row.get(self.name) != value:
            instance.row[self.name] = value
            instance.changed.add(self.name)

    def _compare(self, operator, value):
        test = Condition.OPERATORS[operator]
        return Condition(f"{self.name} {operator} {value!r}", lambda row: test(row[self.name], value))

    def __eq__(self, value):
        return self._compare("=", value)

    def __lt__(self, value):
        return self._compare("<", value)

    def __gt__(self, value):
        return self._compare(">", value)

    __hash__ = None


class Integer(Column):
    kind, sql_type = int, "INTEGER"


class Text(Column):
    kind, sql_type = str, "TEXT"


class Database:
    def __init__(self):
        self.tables, self.log = {}, []

    def send(self, sql):
        self.log.append(sql)


class ModelType(type):
    def __new__(meta, name, bases, namespace, table=None):
        inherited = {n: c for base in bases for n, c in getattr(base, "columns", {}).items()}
        columns = inherited | {n: c for n, c in namespace.items() if isinstance(c, Column)}
        cls = super().__new__(meta, name, bases, namespace | {"columns": columns})
        cls.table = table or name.lower() + "s"
        return cls

    def __init__(cls, name, bases, namespace, **_):
        super().__init__(name, bases, namespace)

    def create_table(cls, database):
        cls.database = database
        database.tables[cls.table] = []
        database.send(f"CREATE TABLE {cls.table} (" + ", ".join(
            f"{name} {column.sql_type}{' PRIMARY KEY' * column.key}" for name, column in cls.columns.items()) + ")")


class Model(metaclass=ModelType):
    id = Integer(key=True)

    def __init__(self, **values):
        self.row, self.changed = {}, set()
        unknown = set(values) - set(self.columns)
        if unknown:
            raise TypeError(f"{type(self).__name__} has no column {', '.join(sorted(unknown))}")
        for name, column in self.columns.items():
            setattr(self, name, values.get(name, column.default))

    @classmethod
    def from_row(cls, row):
        self = cls.__new__(cls)
        self.row, self.changed = dict(row), set()
        return self

    def save(self):
        rows, database = self.database.tables[self.table], self.database
        if self.id is None:
            self.id = len(rows) + 1
            rows.append(dict(self.row))
            database.send(f"INSERT INTO {self.table} VALUES {tuple(self.row.values())}")
        elif self.changed:
            rows[self.id - 1].update(self.row)
            changes = ", ".join(f"{name} = {self.row[name]!r}" for name in sorted(self.changed))
            database.send(f"UPDATE {self.table} SET {changes} WHERE id = {self.id}")
        self.changed.clear()
        return self

    @classmethod
    def where(cls, condition):
        cls.database.send(f"SELECT * FROM {cls.table} WHERE {condition.sql}")
        return [cls.from_row(row) for row in cls.database.tables[cls.table] if condition.test(row)]

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.row.items())})"


class Person(Model, table="people"):
    name = Text()
    age = Integer(default=18)
    email = Text(null=True)


database = Database()
Person.create_table(database)
ada = Person(name="Ada", age=36).save()
for name, age in (("Alan", 41), ("Grace", 85), ("Kid", 7)):
    Person(name=name, age=age).save()
ada.age += 1
ada.email = "ada@example.org"
ada.save()
ada.save()                                       # nothing has changed: nothing is sent

print(Person.where((Person.age > 30) & ~(Person.name == "Alan")))
print([person.name for person in Person.where((Person.age < 10) | (Person.name == "Ada"))])
for wrong in (lambda: Person(name=3), lambda: Person(), lambda: Person(name="x", size=1),
              lambda: setattr(ada, "age", "old")):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(list(Person.columns), Person.columns["age"].default)
print(*database.log, sep="\n")
