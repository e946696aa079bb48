# sqlite3.Blob: reading, writing, seeking, items and slices, closing, blobs that have expired.
import sqlite3

connection = sqlite3.connect(":memory:")
connection.execute("create table files (name text, data blob)")
connection.execute("insert into files values ('digits', ?), ('empty', zeroblob(0))", (b"0123456789",))


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


blob = connection.blobopen("files", "data", 1)
print(len(blob), blob.tell(), blob.read(3), blob.tell(), blob.read(), blob.read(5), blob.tell())
for place in ((0,), (4, 0), (-2, 1), (-3, 2), (0, 2), (10,), (11,), (-1,), (1, 2), (2**31 - 1, 2), (0, 3), (2**31,), ("a",)):
    attempt(blob.seek, *place)
    print(blob.tell(), end=" ")
print()
blob.seek(2)
blob.write(b"ab")
blob.write(memoryview(b"cd"))
attempt(blob.write, b"x" * 5)
attempt(blob.write, "text")
print(connection.execute("select data from files where rowid = 1").fetchone(), blob.tell())

print(blob[0], blob[-1], blob[2:6], blob[::3], blob[5:2], blob[-3:], blob[1:9:4])
blob[0] = 255
blob[-1] = True
blob[1:3] = b"XY"
blob[4:9:2] = b"pqr"
blob[3:3] = b""
print(blob[:])


class Index:
    def __index__(self):
        return 1


print(blob[Index()])
for key in (10, -11, 2**70, "a", 1.5, None):
    attempt(blob.__getitem__, key)
    attempt(blob.__setitem__, key, 1)
for value in (256, -1, 2**70, b"a", "a", 1.0, None):
    attempt(blob.__setitem__, 0, value)
for value in (b"", b"abc", "ab", 5):
    attempt(blob.__setitem__, slice(0, 2), value)
attempt(blob.__delitem__, 0)
attempt(blob.__delitem__, slice(0, 1))
attempt(iter, blob)
attempt(lambda: 1 in blob)
attempt(lambda: blob + blob)

with connection.blobopen("files", "data", 2, readonly=True) as empty:
    print(len(empty), empty.read(), empty[:])
    attempt(empty.write, b"")
    attempt(empty.write, b"a")
attempt(empty.read)
with connection.blobopen("files", "data", 1, readonly=True, name="main") as reading:
    attempt(reading.write, b"a")
for arguments, keywords in ((("files", "data", 3), {}), (("files", "nothing", 1), {}), (("nothing", "data", 1), {}),
                            (("files", "name", 1), {"name": "other"}), (("files", "data", "1"), {}),
                            (("files", "data"), {}), ((b"files", "data", 1), {}), (("files\0", "data", 1), {}),
                            (("files", "data", 2**40), {})):
    attempt(connection.blobopen, *arguments, **keywords)
attempt(sqlite3.Blob)

connection.execute("update files set data = zeroblob(4) where rowid = 1")
attempt(blob.read)
attempt(blob.close)
attempt(blob.close)
attempt(len, blob)
last = connection.blobopen("files", "data", 1)
connection.close()
for use in (last.read, last.close, last.tell, last.__enter__, lambda: last[0], lambda: len(last)):
    attempt(use)
