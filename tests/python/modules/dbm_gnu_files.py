# _gdbm: opening with its flags, keys and values as text and octets, walking through a file, what is refused, closing.
import os
import tempfile

try:
    import _gdbm
except ImportError as error:
    raise SystemExit("the program needs _gdbm: %s" % error)
import dbm
import dbm.gnu
import shelve


def show(function, *arguments):
    name = getattr(function, "__name__", "?")
    try:
        print(name, arguments, function(*arguments))
    except Exception as error:
        print(name, arguments, repr(error), type(error).__mro__[1].__name__)


os.chdir(tempfile.mkdtemp())
print(_gdbm._GDBM_VERSION[0], _gdbm.open_flags, _gdbm.error.__mro__, _gdbm.error in dbm.error)
for arguments in ((), (1,), ("none",), ("x", "q"), ("x", "cc"), ("x", ""), ("x", 1), ("x", "c", "a"), ("none/x", "c"), ("a\0b", "c"), (None,), ("x", "c", 1, 2)):
    show(_gdbm.open, *arguments)
try:
    _gdbm.open("none")
except OSError as error:
    print(error, error.filename, error.errno)
for name, flag in (("text", "c"), (b"octets", "n"), ("text", "w")):
    with _gdbm.open(name, flag) as database:
        database[b"a"] = b"1"
        database["é"] = "ü"
        print(sorted(os.listdir()), len(database), bool(database), sorted(database.keys()))
database = dbm.gnu.open("text", "w")
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
del database["s2"], database["k" * 3000]
print(sorted(database.keys()), len(database), database == database, hash(database) != 0)
show(iter, database)
show(type(database))
key, walked = database.firstkey(), []
while key is not None:
    walked.append(key)
    key = database.nextkey(key)
print(sorted(walked) == sorted(database.keys()))
for arguments in (("none",), (1,), (None,)):
    show(database.nextkey, *arguments)
print(database.reorganize(), database.sync())
database.close()
database.close()
for use in (database.keys, lambda: len(database), lambda: database["a"], lambda: "a" in database, lambda: database.get("a"),
            lambda: database.setdefault("a"), lambda: database.__delitem__("a"), lambda: bool(database)):
    show(use)
for use in (database.firstkey, database.sync, database.reorganize, lambda: database.nextkey("a")):
    show(use)
for flags in ("cf", "cs", "cu", "cfsu", "nf", "rr", "cfx", "rf", "wfs"):
    show(lambda: _gdbm.open("flags", flags).close())
reader = _gdbm.open("text")
for use in (lambda: reader.__setitem__("a", "b"), lambda: reader.__delitem__("a"), reader.reorganize, lambda: reader.setdefault("a", "b"), reader.sync):
    show(use)
reader.close()
with open("text", "w") as file:
    file.write("no database" * 100)
show(_gdbm.open, "text")
_gdbm.open("text", "n").close()
for name in ("text", "octets", "none"):
    print(name, dbm.whichdb(name))
with dbm.open("octets") as database:
    print(type(database), database["a"], dict(zip(database.keys(), map(database.get, database.keys()))))
with shelve.Shelf(_gdbm.open("shelf", "n")) as shelf:
    shelf["list"] = [1, {"a": (2, 3)}]
    print(shelf["list"], list(shelf), "list" in shelf, shelf.get("none", 7))
