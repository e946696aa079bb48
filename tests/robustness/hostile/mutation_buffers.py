# own limit: when a view may be released differs while its own index is being found
# Buffers that are exported while their owner wants to change, and views that are released in the middle of their use.
import array
import io
import struct


def attempt(name, action):
    try:
        print(name, action())
    except Exception as error:
        print(name, type(error).__name__, error)


octets = bytearray(b"abcdefgh")
view = memoryview(octets)
for name, action in {
    "append": lambda: octets.append(1), "clear": octets.clear, "extend": lambda: octets.extend(b"a"), "pop": octets.pop,
    "del": lambda: octets.__delitem__(0), "slice": lambda: octets.__setitem__(slice(0, 1), b"xyz"), "same": lambda:
    octets.__setitem__(slice(0, 2), b"xy"), "iadd": lambda: octets.__iadd__(b"a"), "imul": lambda: octets.__imul__(2),
    "init": lambda: octets.__init__(b"a"), "insert": lambda: octets.insert(0, 1), "remove": lambda: octets.remove(99),
    "reverse": octets.reverse, "release twice": lambda: (view.release(), view.release()), "now": lambda: octets.append(1),
}.items():
    attempt(name, action)


class Releasing:
    def __init__(self, view):
        self.view = view

    def __index__(self):
        self.view.release()
        return 0

    def __eq__(self, other):
        self.view.release()
        return False

    __hash__ = None


for name, action in {
    "index": lambda view: view[Releasing(view)], "slice": lambda view: view[Releasing(view):].tobytes(),
    "set": lambda view: view.__setitem__(0, Releasing(view)), "set at": lambda view: view.__setitem__(Releasing(view), 1),
    "tuple": lambda view: view.__getitem__((Releasing(view),)), "eq": lambda view: view == Releasing(view),
    "in": lambda view: Releasing(view) in view, "cast": lambda view: view.cast("B", [Releasing(view)]),
    "pack": lambda view: struct.pack_into("b", view, 0, Releasing(view)), 
    "tobytes": lambda view: (view.release(), view.tobytes()), "iter": lambda view: [view.release() for _ in view],
    "contains": lambda view: view.tolist().count(Releasing(view)),
    "with": lambda view: view.__enter__().release() or view.__enter__(), "hash": lambda view: (view.release(), hash(view)),
    "len": lambda view: (view.release(), len(view)), "repr": lambda view: (view.release(), repr(view)[:20])[1],
}.items():
    attempt(name, lambda: action(memoryview(bytearray(b"abcdefgh"))))


class Growing:
    def __init__(self, owner):
        self.owner = owner

    def __index__(self):
        self.owner.clear()
        return 1


octets = bytearray(b"abc")
for name, action in {
    "setitem": lambda: octets.__setitem__(2, Growing(octets)), "index": lambda: octets[Growing(octets)],
    "setitem at": lambda: octets.__setitem__(Growing(octets), 5), "insert": lambda: octets.insert(3, Growing(octets)),
    "append": lambda: octets.append(Growing(octets)), "pop": lambda: octets.pop(Growing(octets)),
    "find": lambda: octets.find(b"c", Growing(octets)), "extend": lambda: octets.extend([Growing(octets)] * 3),
    "delete": lambda:
    octets.__delitem__(Growing(octets)), "mul": lambda: octets * Growing(octets), "slices": lambda:
    octets.__setitem__(slice(Growing(octets), None), b"12345"), "join": lambda: bytearray().join([octets, octets]),
}.items():
    octets[:] = b"abcdef"
    attempt(name, action)
numbers = array.array("i", range(5))


class Emptying:
    def __index__(self):
        del numbers[:]
        return 1


for name, action in {"at": lambda: numbers[Emptying()],
                     "insert": lambda: numbers.insert(4, Emptying()), "extend": lambda: numbers.extend([Emptying()] * 3),
                     "itself": lambda: numbers.extend(numbers), "pop": lambda: numbers.pop(Emptying())}.items():
    numbers[:] = array.array("i", range(5))
    attempt("array " + name, action)
stream = io.BytesIO(b"abcdef")
shown = stream.getbuffer()
for name, action in {"write": lambda: stream.write(b"x" * 100), "truncate": lambda: stream.truncate(1), "close": stream.close,
                     "release": shown.release, "closed": lambda: stream.close() or stream.closed}.items():
    attempt("BytesIO " + name, action)


class Closing:
    def __init__(self, stream):
        self.stream = stream

    def __index__(self):
        self.stream.close()
        return 1


for method in "read", "readline", "seek", "read1":
    stream = io.BytesIO(b"abcdef")
    attempt("closing " + method, lambda: getattr(stream, method)(Closing(stream)))
    stream = io.StringIO("abcdef")
    attempt("closing text " + method, lambda: getattr(stream, method, str)(Closing(stream)) and 1)
