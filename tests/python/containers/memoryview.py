"""memoryview: items, slices, casts, release, comparison, errors."""


def show(action):
    try:
        print(repr(action()))
    except BaseException as error:
        print(type(error).__name__, error)


def store(view, key, value):
    def action():
        view[key] = value
        return view.tolist()

    return action


m = memoryview(bytearray(b"abcdef"))
for key in (0, -1, 10, "a", (1, 2), (1,)):
    show(lambda: m[key])
for key, value in ((0, 300), (0, "a"), (0, 1.5), (slice(0, 2), b"abc"), (slice(0, 2), 5), (9, 1), ("a", 1), (0, 65),
                   (slice(1, 3), b"xy"), (slice(0, 6, 2), b"123")):
    show(store(m, key, value))
show(lambda: memoryview(5))
show(lambda: memoryview())
show(lambda: hash(m))
show(lambda: m.cast("i"))
show(lambda: m.cast("H").cast("i"))
show(lambda: m.cast("z"))
show(lambda: m.cast("B", [2, 4]))
show(lambda: m.cast("B", 5))
show(lambda: m.cast("B", [0]))
show(lambda: m.cast("B", [1.5]))
show(lambda: m.cast(5))
show(lambda: m[::2].cast("B"))
grid = m.cast("B", (2, 3))
print(grid.tolist(), grid[1, 2], grid.shape, grid.strides, grid.ndim, grid.nbytes, len(grid))
show(lambda: grid[1])
show(lambda: grid[0, 5])
show(lambda: grid[0, 1, 2])
show(lambda: grid.tobytes("F"))
show(lambda: grid.tobytes("Q"))
r = memoryview(b"abc")
show(store(r, 0, 1))
print(r == b"abc", r != b"abd", r[::-1].tobytes(), r.hex(), r.hex(":"), hash(r) == hash(b"abc"), list(r), 98 in r)
print(r.readonly, r.format, r.itemsize, r.suboffsets, r.contiguous, r[::2].contiguous, r.toreadonly().readonly, r.obj)
words = memoryview(bytearray(8)).cast("i")
words[0] = -5
show(store(words, 1, 2**31))
print(words.tolist(), memoryview(words).cast("B").tolist())
doubles = memoryview(bytearray(8)).cast("d")
doubles[0] = 1.5
print(doubles[0], doubles.tolist())
released = memoryview(bytearray(3))
rest = released[1:]
released.release()
show(lambda: released[0])
print(rest[0], repr(released)[:16], released == released)
with memoryview(b"x") as inside:
    print(inside[0])
show(lambda: inside.tolist())
holder = bytearray(b"123")
view = memoryview(holder)
show(lambda: holder.append(1))
view.release()
holder.append(1)
print(holder)
