# _dbm: opening, keys and values as text and octets, what is refused, closing; dbm.whichdb and dbm.open.
import os
import tempfile

try:
    import _dbm
except ImportError as error:
    raise SystemExit("the program needs _dbm: %s" % error)
import dbm
import dbm.ndbm
import shelve


def show(function, *arguments):
    name = getattr(function, "__name__", "?")
    try:
        print(name, arguments, function(*arguments))
    except Exception as error:
        print(name, arguments, repr(error), type(error).__mro__[1].__name__)


os.chdir(tempfile.mkdtemp())
print(_dbm.library, _dbm.error.__mro__, _dbm.error in dbm.error)
for arguments in ((), (1,), ("none",), ("x", "q"), ("x", "cc"), ("x", ""), ("x", 1), ("x", "c", "a"), ("none/x", "c"), ("a\0b", "c"), (None,), ("x", "c", 1, 2)):
    show(_dbm.open, *arguments)
try:
    _dbm.open("none")
except OSError as error:
    print(error, error.filename, error.errno)
for name, flag in (("text", "c"), (b"octets", "n"), ("text", "w"), ("text", "rw")):
    with _dbm.open(name, flag) as database:
        database[b"a"] = b"1"
        database["é"] = "ü"
        print(sorted(os.listdir()), len(database), bool(database), sorted(database.keys()))
database = dbm.ndbm.open("text", "w")
for key in ("a", b"a", "zz", b"zz", 1, None, bytearray(b"a"), memoryview(b"a"), "\ud800"):
    show(database.__getitem__, key)
    show(database.__contains__, key)
    show(database.get, key)
    show(database.get, key, 5)
for key, value in ((1, b"1"), ("a", 1), ("a", None), ("a", bytearray(b"1")), (b"", b""), ("k" * 3000, "v" * 3000)):
    show(database.__setitem__, key, value)
for arguments in (("a",), ("s1",), ("s2", b"5"), ("s3", "5"), (1,), ("s4", 1), ("s5", None)):
    show(database.setdefault, *arguments)
show(database.__delitem__, "zz")
show(database.__delitem__, 1)
del database["s1"], database["k" * 3000]
print(sorted(database.keys()), len(database), database == database, hash(database) != 0)
show(iter, database)
show(type(database))
database.close()
database.close()
for use in (database.keys, lambda: len(database), lambda: database["a"], lambda: "a" in database, lambda: database.get("a"),
            lambda: database.setdefault("a"), lambda: database.__delitem__("a"), lambda: bool(database)):
    show(use)
for name in ("text", "octets", "none"):
    print(name, dbm.whichdb(name))
with dbm.open("text") as database:
    print(type(database), database["a"], dict(zip(database.keys(), map(database.get, database.keys()))))
with shelve.Shelf(_dbm.open("shelf", "n")) as shelf:
    shelf["list"] = [1, {"a": (2, 3)}]
    print(shelf["list"], list(shelf), "list" in shelf, shelf.get("none", 7))
