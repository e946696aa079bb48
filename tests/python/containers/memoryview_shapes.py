"""memoryview: casts, formats, multi-dimensional access, slices with steps, readonly, release, comparison, hash, errors."""
import array


def attempt(text):
    try:
        print(text, "=", eval(text))
    except Exception as error:
        print(text, "->", type(error).__name__, error)


data = bytearray(range(24))
m = memoryview(data)
print(m.nbytes, m.itemsize, m.format, m.shape, m.strides, m.suboffsets, m.ndim, m.readonly, m.contiguous, m.c_contiguous, m.f_contiguous, m.obj is data, len(m))
grid = m.cast("B", (4, 6))
cube = m.cast("B", shape=[2, 3, 4])
ints = m.cast("i")
print(grid.shape, grid.strides, grid[1, 2], grid[-1, -1], cube[1, 2, 3], cube.tolist()[1][0], ints.tolist(), ints.shape, grid.tobytes() == bytes(data), grid.c_contiguous, grid.f_contiguous)
grid[0, 0] = 99
print(data[0], m[::2].tobytes()[:3], m[::-1][:3].tolist(), m[::3].strides, m[5:1:-2].tolist(), m[::2].contiguous)
m[1:4] = b"abc"
m[::8] = b"xyz"
print(bytes(m[:10]), ints[0])
ints[1] = -1
print(m[4:8].tolist(), m[4:6] == b"\xff\xff", m[:0] == b"", ints == ints, ints[:1] == m[:4], memoryview(b"ab") == memoryview(array.array("b", b"ab")), memoryview(array.array("i", [1])) == memoryview(array.array("q", [1])), memoryview(b"a") == "a", m != m)
for text in ("grid[0]", "grid[1, 2, 3]", "grid[9, 0]", "grid[0:1]", "grid[0:1, 0:1]", "len(grid)", "cube[0, 0]", "list(grid)", "m[100]", "m['a']", "m[1.0]", "m[1, 2]", "m.cast('Z')", "m.cast('i', (5,))", "m.cast('B', (5, 5))", "m.cast('B', (0, 24))", "m[1:].cast('i')", "m[::2].cast('i')", "ints.cast('h')", "ints.cast('B').cast('h')[0]", "grid.cast('i')", "grid.cast('B')", "m.cast('B', 5)", "m.cast('B', (2.0,))", "m.cast(5)", "m.__setitem__(0, 256)", "m.__setitem__(0, 'a')", "m.__setitem__(0, b'a')", "m.__setitem__(slice(0, 2), b'a')", "m.__setitem__(slice(0, 2), 'ab')", "m.__setitem__(slice(0, 2), array.array('h', [1]))", "m.__delitem__(0)", "m + b'x'",
             "memoryview('text')", "memoryview(5)", "memoryview()", "memoryview(b'ro').__setitem__(0, 1)", "hash(memoryview(b'ab')) == hash(b'ab')", "hash(m)", "hash(memoryview(array.array('i', [1])))", "memoryview(b'ab').toreadonly().readonly", "m.toreadonly().__setitem__(0, 1)", "m.tobytes('F') == m.tobytes('A')", "grid.tobytes('F')[:4]", "grid.tobytes('X')", "m[:3].hex('-')", "m.cast('c')[0]", "m.cast('c').tolist()[:2]", "m.cast('c').__setitem__(0, 5)", "m.cast('?').tolist()[:3]", "m.cast('d').shape", "m.cast('@i').format", "m.cast('<i')", "97 in memoryview(b'abc')", "list(reversed(memoryview(b'abc')))", "memoryview(b'abc').index(1)", "bytes(m[20:])", "m.itemsize.x", "m[...] is m", "m.cast('B', ())", "memoryview(b'x').cast('B', ())[()]", "memoryview(b'x').cast('B', ()).tolist()", "len(memoryview(b'x').cast('B', ()))"):
    attempt(text)
w = memoryview(b"released")
part = w[1:]
w.release()
w.release()
for text in ("w[0]", "len(w)", "w.tobytes()", "repr(w)[:22]", "w == w", "part[0]", "w.nbytes", "w.__enter__()", "hash(w)", "w.obj", "w.cast('B')"):
    attempt(text)
with memoryview(bytearray(b"x")) as inside:
    other = memoryview(inside)
    print(inside[0])
attempt("inside[0]")
attempt("other[0]")
floats = array.array("d", [1.5, -2.0, float("nan")])
f = memoryview(floats)
f[1] = 7
print(f.tolist(), f == f, f[:2] == f[:2], f.format, floats)
attempt("f.__setitem__(0, 'x')")
attempt("floats.append(1)")
