"""pickle: hooks of classes, protocols, persistent ids, dispatch tables, what cannot be pickled, damaged streams."""
import copyreg
import io
import pickle


class Point:
    def __init__(self, x, y): self.x, self.y = x, y
    def __eq__(self, other): return vars(self) == vars(other)


class Guarded:
    def __init__(self): self.open, self.kept = "handle", 1
    def __getstate__(self): return {"kept": self.kept}
    def __setstate__(self, state): self.__dict__ = state | {"open": "reopened"}


class Singleton:
    def __reduce__(self): return "THE_ONE"


THE_ONE = Singleton()


class Slotted:
    __slots__ = ("a", "b")


class Outer:
    class Inner:
        pass


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for protocol in range(6):
    values = [Point(1, [2]), Slotted if protocol > 1 else 0, {1: (2, 3)}, {4, 5}, frozenset([6]), b"bytes", bytearray(b"ba"), "é\U0001f600", 2 ** 100, -1, 1.5, None, True, ..., len, Outer.Inner, int, range(3), slice(1, 2), 1j, print, ValueError("v"), type(None), NotImplemented]
    back = [pickle.loads(pickle.dumps(v, protocol)) for v in values]
    print(protocol, sum(a == b for a, b in zip(values, back)), pickle.loads(pickle.dumps(THE_ONE, protocol)) is THE_ONE, vars(pickle.loads(pickle.dumps(Guarded(), protocol))))
s = Slotted()
s.a = 5
print(pickle.loads(pickle.dumps(s)).a, hasattr(pickle.loads(pickle.dumps(s)), "b"), attempt(lambda: pickle.dumps(s, 0)))
loop = [1]
loop.append(loop)
back = pickle.loads(pickle.dumps(loop))
print(back[1] is back, back[0])
for value in (lambda: 0, (x for x in ""), open(__file__), type("Local", (), {}), io, [lambda: 1]):
    print(attempt(lambda: pickle.dumps(value)).split(" at 0x")[0] if isinstance(attempt(lambda: pickle.dumps(value)), str) else "fine")
good = pickle.dumps([1, "two", Point(3, 4)])
for data in (b"", good[:-1], good[:5], b"garbage", b"\x80\x09.", b".", b"0.", b"cno_such_module\nname\n.", b"cbuiltins\nnope\n.", b"I12", b"(lp0\n", b"\x80\x04\x95\xff\xff\xff\xff\xff\xff\xff\xff.", b"h\x05.", "text", 5):
    result = attempt(lambda: pickle.loads(data))
    print(data if not isinstance(data, bytes) or len(data) < 30 else "cut", result)
class P(pickle.Pickler):
    def persistent_id(self, obj): return ("id", obj.x) if isinstance(obj, Point) else None
    def reducer_override(self, obj): return (str, ("complex!",)) if isinstance(obj, complex) else NotImplemented
class U(pickle.Unpickler):
    def persistent_load(self, pid): return f"loaded {pid}"
    def find_class(self, module, name): print("find", module, name); return super().find_class(module, name)
out = io.BytesIO()
P(out).dump([Point(7, 8), 1j, str])
print(U(io.BytesIO(out.getvalue())).load(), attempt(lambda: pickle.loads(out.getvalue())))
copyreg.pickle(Outer.Inner, lambda o: (list, ("ab",)))
print(pickle.loads(pickle.dumps(Outer.Inner())))
buffers = []
print(pickle.loads(pickle.dumps(pickle.PickleBuffer(b"oob"), 5, buffer_callback=buffers.append), buffers=buffers), len(buffers), attempt(lambda: pickle.dumps(1, 99)), attempt(lambda: pickle.dumps(1, "x")), attempt(lambda: pickle.load(5)), pickle.DEFAULT_PROTOCOL)
