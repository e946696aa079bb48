"""mmap: octets by index and slice, the interface of a file, limits, exports, errors."""
import mmap
import os
import tempfile


def show(call):
    try:
        print(repr(call()))
    except BaseException as error:
        print(type(error).__name__, error)


m = mmap.mmap(-1, 64)
print(m, len(m), m.closed)
for call in [lambda: mmap.mmap(), lambda: mmap.mmap(-1), lambda: mmap.mmap("a", 1), lambda: mmap.mmap(-1, -1),
             lambda: mmap.mmap(-1, 0), lambda: mmap.mmap(-1, 10, access=9), lambda: mmap.mmap(-1, 10, access=1, prot=1),
             lambda: mmap.mmap(-1, 10, foo=1), lambda: mmap.mmap(-1, 10, offset=-1), lambda: m[9999], lambda: m["a"],
             lambda: m[5], lambda: m[1:3], lambda: m[::16], lambda: m.__setitem__(0, 300),
             lambda: m.__setitem__(0, "a"), lambda: m.__setitem__(slice(0, 2), b"a"), lambda: m.__delitem__(0),
             lambda: m.__delitem__(slice(0, 1)), lambda: m.find(b""), lambda: m.find("a"), lambda: m.move(1, 2, -1),
             lambda: m.move(1, 2, 9999), lambda: m.read("a"), lambda: m.seek(1, 7), lambda: m.seek(-1),
             lambda: m.seek(99999), lambda: m.write(b"one\ntwo\n"), lambda: m.tell(), lambda: m.seek(0),
             lambda: m.readline(), lambda: m.find(b"o"), lambda: m.rfind(b"o"), lambda: m.move(10, 0, 4), lambda: m[:16],
             lambda: m.write(b"a" * 99), lambda: m.write_byte(300), lambda: m.write_byte(-1), lambda: m.read_byte(),
             lambda: m.seek(0, 2), lambda: m.read_byte(), lambda: m.write_byte(1), lambda: m.read(),
             lambda: b"o" in m, lambda: list(m)[:2], lambda: m.madvise(0, -1), lambda: m.resize(-1)]:
    show(call)
m[3:11:2] = b"wxyz"
print(m[:16])

view = memoryview(m)
show(m.close)
show(lambda: m.resize(32))
view.release()
m.resize(32)
print(len(m))
with m as entered:
    print(entered is m)
show(lambda: m[0])
print(m)

read_only = mmap.mmap(-1, 10, prot=mmap.PROT_READ)
for call in [lambda: read_only.write(b"a"), lambda: read_only.resize(5), lambda: read_only.__setitem__(0, 1),
             lambda: memoryview(read_only).readonly, read_only.flush]:
    show(call)

with tempfile.TemporaryFile() as file:
    show(lambda: mmap.mmap(file.fileno(), 0))
    file.write(b"x" * 100)
    file.flush()
    show(lambda: mmap.mmap(file.fileno(), 200))
    show(lambda: mmap.mmap(file.fileno(), 0, offset=4096))
    with mmap.mmap(file.fileno(), 0) as mapped:
        mapped[:3] = b"abc"
        mapped.flush()
        file.seek(0)
        print(file.read(5), mapped.size(), mapped)
        mapped.resize(50)
        print(os.fstat(file.fileno()).st_size, mapped.size())
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY) as copy:
        copy[0] = 0
        file.seek(0)
        print(file.read(1), copy[0])
        show(lambda: copy.resize(3))
