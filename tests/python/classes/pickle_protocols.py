"""pickle over every protocol: classes by name, state, __getnewargs__, __reduce__ forms, recursion, persistent ids, errors."""
import copyreg
import io
import pickle


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return vars(self) == vars(other)


class Money(int):
    def __new__(cls, amount, currency):
        self = super().__new__(cls, amount)
        self.currency = currency
        return self

    def __getnewargs__(self):
        return int(self), self.currency


class Keyword:
    def __new__(cls, *, key):
        self = super().__new__(cls)
        self.key = key
        return self

    def __getnewargs_ex__(self):
        return (), {"key": self.key}


class Slots:
    __slots__ = ("a", "b")


class Nested:
    class Inner:
        pass


class Stack(list):
    def __reduce__(self):
        return Stack, (), None, iter(self), None


class Table(dict):
    def __reduce__(self):
        return Table, (), {"state": "set"}, None, iter(self.items())


values = [None, True, 0, 255, 65536, -1, 2 ** 31, 2 ** 100, -2 ** 100, 1.5, float("inf"), 1j, "é\n\ud800", b"bytes\0", bytearray(b"x"), (), (1,), (1, 2, 3, 4), [1, [2]], {"a": {1}}, {1, 2}, frozenset({3}), ..., NotImplemented, int, len, Point(1, [2]), Nested.Inner, range(1, 9, 2), slice(1, 2), ValueError("x", 1), type(None), pickle.dumps, dict.fromkeys, [].append]
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    bad = []
    for value in values:
        try:
            back = pickle.loads(pickle.dumps(value, protocol))
            if back != value and repr(back) != repr(value) and not callable(value):
                bad.append((value, back))
        except Exception as error:
            bad.append(f"{type(error).__name__}: {error}")
    print(protocol, bad)
money = pickle.loads(pickle.dumps(Money(5, "EUR")))
print(money, money.currency, pickle.loads(pickle.dumps(Keyword(key=3))).key)
s = Slots()
s.a = 1
print(pickle.loads(pickle.dumps(s)).a)
for protocol in (0, 1):
    try:
        pickle.dumps(s, protocol)
    except TypeError as error:
        print(error)
print(pickle.loads(pickle.dumps(Stack([1, 2]))), vars(pickle.loads(pickle.dumps(Table(a=1)))), pickle.loads(pickle.dumps(Table(a=1))))
loop = {}
loop["self"] = [loop]
back = pickle.loads(pickle.dumps(loop))
print(back["self"][0] is back)
for value in (lambda: 0, (i for i in ()), open("/dev/null"), type("Local", (), {}), __import__("sys")):
    try:
        pickle.dumps(value)
    except Exception as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
for data in (b"", b"garbage", b"\x80\x09.", b"N", b"(lp0\n", b"cnomodule\nx\n.", b"cbuiltins\nnope\n.", b"\x80\x04K", b".", b"0.", b"I5", b"Ix\n.", b"h\x05.", b"\x80\x04\x95\xff\x00\x00\x00\x00\x00\x00\x00N.", b"S'abc\n.", b"}K\x01s."):
    try:
        print(pickle.loads(data))
    except Exception as error:
        print(data, type(error).__name__, error)


class Persistent(pickle.Pickler):
    def persistent_id(self, value):
        return f"point-{value.x}" if isinstance(value, Point) else None


class Loader(pickle.Unpickler):
    def persistent_load(self, text):
        return f"<{text}>"

    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"{module}.{name} is forbidden")


stream = io.BytesIO()
Persistent(stream, 4).dump([Point(7, 8), 1])
print(Loader(io.BytesIO(stream.getvalue())).load())
for action in (lambda: pickle.loads(stream.getvalue()), lambda: Loader(io.BytesIO(pickle.dumps(len))).load(), lambda: pickle.dumps(1, 99), lambda: pickle.dump(1, 5), lambda: pickle.load(5), lambda: pickle.loads("text")):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
copyreg.pickle(Nested.Inner, lambda value: (str, ("was inner",)))
print(pickle.loads(pickle.dumps(Nested.Inner())), pickle.dumps((1, "a", [2.5]), 0), pickle.dumps({"k": (1, 2)}, 4))
buffers = []
data = pickle.dumps(pickle.PickleBuffer(b"outside"), 5, buffer_callback=buffers.append)
print(len(buffers), bytes(pickle.loads(data, buffers=buffers)))
