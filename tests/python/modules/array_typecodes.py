"""array: every type code at its limits, conversion errors, byteswap, buffers, slices, comparison, files and
pickles."""
import array
import copy
import io
import pickle


def attempt(function, *args):
    try:
        return function(*args)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(array.typecodes, array.ArrayType is array.array)
for code in array.typecodes:
    a = array.array(code)
    bits = a.itemsize * 8
    print(code, a.itemsize, a, [attempt(array.array, code, [v]) for v in (0, -1, 127, 128, 255, 256,
        2 ** (bits - 1) - 1, 2 ** (bits - 1), 2 ** bits - 1, 2 ** bits, -2 ** (bits - 1), -2 ** (bits - 1) - 1,
        1.5, "a", None, True)])
for args in ((), ("x",), (1,), ("ii",), ("i", 5), ("i", "abc"), ("u", "héy"), ("u", ["a", "bc"]), ("u", [1]),
             ("i", b"\1\0\0\0"), ("i", b"\1\0"), ("i", [1, "a"]), ("i", array.array("h", [1, 2])),
             ("f", [1, 2.5, 1e300]), ("d", range(3)), ("b", bytearray(b"ab")), ("i", None), ("B", iter([1])),
             ("i", [1], 2), (b"i",), ("i", {1: 2})):
    print(args[:1], attempt(array.array, *args))
a = array.array("i", range(6))
for action in (lambda: a[10], lambda: a["x"], lambda: a[1:3], lambda: a[::-2], lambda: a.__setitem__(0, "x"),
               lambda: a.__setitem__(slice(0, 2), [1]), lambda: a.__setitem__(slice(0, 2),
                   array.array("h", [1])), lambda: a.append("x"), lambda: a.append(2 ** 40),
                   lambda: a.extend([1, "x"]), lambda: a.extend(array.array("d", [1])), lambda: a.extend(5),
                   lambda: a + [1], lambda: a + array.array("h"), lambda: a * 2, lambda: a * -1, lambda: 2 * a,
                   lambda: a.index(99), lambda: a.remove(99), lambda: a.pop(99), lambda: a.insert(100, 7),
                   lambda: a.count(1), lambda: a.index(3, 1, 2),
               lambda: a.fromlist([1, "x"]), lambda: a.fromlist((1,)), lambda: a.fromunicode("x"),
               lambda: a.tounicode(), lambda: a.frombytes(b"abc"), lambda: a.frombytes("abc"),
               lambda: a.tobytes(), lambda: a.tolist(), lambda: a.buffer_info()[1],
               lambda: a == array.array("d", a), lambda: a < array.array("i", [99]), lambda: a == [1],
               lambda: a < [1], lambda: hash(a), lambda: a.byteswap(), lambda: a,
               lambda: array.array("h", [1, 256]).byteswap(), lambda: memoryview(a)[0],
               lambda: a.fromfile(io.BytesIO(b"\1\0\0\0"), 2), lambda: a.tofile(5),
               lambda: a.fromfile(io.BytesIO(b""), -1), lambda: a.x, lambda: array.array("u", "añ").tounicode(),
               lambda: array.array("u", "x").typecode):
    print(attempt(action), len(a))
view = memoryview(a)
print(attempt(a.append, 1), attempt(a.pop), attempt(a.extend, [1]), attempt(lambda: a.__delitem__(0)),
      attempt(a.insert, 0, 1), attempt(a.frombytes, b"\0" * 4))
view.release()
out = io.BytesIO()
array.array("H", [1, 2, 3]).tofile(out)
back = array.array("H")
back.fromfile(io.BytesIO(out.getvalue()), 3)
print(back, copy.copy(back), copy.deepcopy(back), [pickle.loads(pickle.dumps(back,
    p)) == back for p in range(6)], iter(back).__reduce__()[1][1:], list(reversed(back)), 2 in back,
    back.__contains__("x"))
back[1:2] = array.array("H", [7, 8, 9])
del back[::2]
back *= 2
back += array.array("H", [1])
back.reverse()
print(back, attempt(lambda: exec("back += [1]")), bool(array.array("b")),
      str(array.array("d", [1.5, float("nan")])), array.array("f", [0.1])[0])
class A(array.array):
    def __new__(cls, *a): return super().__new__(cls, "i", [1, 2])
    def __repr__(self): return "A!"
print(A(), A()[0], type(A()[:1]).__name__, type(copy.copy(A())).__name__)
def changing():
    x = array.array("i", [1, 2, 3])
    for v in x:
        if len(x) < 6: x.append(v * 10)
    return x
print(changing(), array.array("i", [1]) == array.array("i", [1.0 == 1]),
      array._array_reconstructor(array.array, "h", 4, b"\0\1\0\2"),
      attempt(array._array_reconstructor, array.array, "h", 99, b""))
