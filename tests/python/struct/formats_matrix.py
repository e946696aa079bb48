"""struct: every code with each byte order, alignment, counts, padding, strings, Pascal strings, half floats,
errors, iteration."""
import struct


def attempt(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for code in "xcbB?hHiIlLqQnNefdspP":
    print(code, [attempt(struct.calcsize, order + code) for order in ("", "@", "=", "<", ">", "!")],
          [attempt(struct.calcsize, f"b{code}b"), attempt(struct.calcsize, f"=b{code}b"),
           attempt(struct.calcsize, f"3{code}"), attempt(struct.calcsize, f"0{code}")])
for code in "bBhHiIlLqQnN":
    size = struct.calcsize(code)
    print(code, [attempt(struct.pack, ">" + code if code not in "nN" else code, v) for v in (0, -1,
        2 ** (size * 8 - 1) - 1, 2 ** (size * 8 - 1), 2 ** (size * 8), -2 ** (size * 8 - 1) - 1, 1.0, "1", None,
        True)])
for code in "efd":
    print(code, [attempt(struct.pack, ">" + code, v) for v in (0, 1.5, -0.0, 1e10, 1e300, float("inf"),
                                                               float("nan"), 65504, 65520, 6e-8, "1", None,
                                                               10 ** 400, True)])
for fmt, args in (("3s", (b"abcdef",)), ("3s", (b"a",)), ("0s", (b"a",)), ("s", ("a",)),
                  ("s", (bytearray(b"xy"),)), ("4p", (b"abcdef",)), ("p", (b"a",)), ("1p", (b"",)),
                  ("300p", (b"x" * 299,)), ("c", (b"ab",)), ("c", (b"a",)), ("c", ("a",)), ("?", ([],)),
                  ("?", (5,)), ("2?", (1, "")), ("x", ()), ("3xb", (1,)), ("bxh", (1, 2)), ("P", (-1,)),
                  ("2h", (1,)), ("2h", (1, 2, 3)), ("", ()), ("", (1,)), ("z", ()), ("3", ()), ("b b", (1, 2)),
                  (" < b", (1,)), ("<>b", (1,)), ("99999999999999999999b", ()), ("-1b", ()), ("b\0", (1,)),
                  ("é", ()), (b"b", (1,)), (5, ()), ("<n", (1,)), ("<P", (1,)), ("qb0q", (1, 2))):
    print(fmt, len(args), attempt(struct.pack, fmt, *args))
for fmt, data in (("<hhl", b"\1\0\2\0\3\0\0\0"), ("<h", b"\1"), ("<h", b"\1\2\3"), ("<h", "ab"),
                  ("4s", memoryview(b"abcd")), ("5p", b"\3abcd"), ("5p", b"\xffabcd"), ("?", b"\2"),
                  ("<e", b"\0\x3c"), ("<e", b"\x01\0"), ("<f", b"\0\0\xc0\x7f"), ("", b""), ("x", b"a"),
                  ("3c", b"abc"), (">q", b"\xff" * 8), (">Q", b"\xff" * 8), ("<3xB", b"abcd")):
    print(fmt, attempt(struct.unpack, fmt, data))
s = struct.Struct("<hb")
print(s.size, s.format, s, s.pack(1, 2), s.unpack(b"\1\0\2"), list(s.iter_unpack(b"\1\0\2\3\0\4")),
      attempt(s.unpack, b""), attempt(s.iter_unpack, b"abcd"), attempt(s.iter_unpack, b""),
      attempt(struct.iter_unpack, "", b""), s.unpack_from(b"xx\1\0\2", 2), attempt(s.unpack_from, b"abc", 1),
      attempt(s.unpack_from, b"abc", -3), attempt(s.unpack_from, b"abc", -9),
      attempt(s.unpack_from, b"abc", 99))
buffer = bytearray(6)
s.pack_into(buffer, 1, 5, 6)
print(buffer, attempt(s.pack_into, buffer, 4, 1, 2), attempt(s.pack_into, buffer, -3, 1, 2), buffer,
      attempt(s.pack_into, buffer, -9, 1, 2), attempt(s.pack_into, b"abcdef", 0, 1, 2),
      attempt(s.pack_into, buffer, 0), attempt(s.pack_into, buffer), attempt(s.pack_into, buffer, "x", 1, 2),
      attempt(s.pack), attempt(s.pack, 1, 2, 3), attempt(struct.pack), attempt(struct.unpack, "b"),
      attempt(struct.Struct, "b").size, attempt(struct.Struct), attempt(struct.Struct, 5),
      attempt(struct.Struct, "é"))
it = struct.iter_unpack(">H", b"\0\1\0\2\0\3")
print(next(it), it.__length_hint__(), list(it), type(it).__name__, attempt(next, it))
class Index:
    def __index__(self): return 7
class Float:
    def __float__(self): return 1.5
class Bool:
    def __bool__(self): raise ArithmeticError("bool")
print(struct.pack("b", Index()), struct.pack("<d", Float()), attempt(struct.pack, "?", Bool()),
      attempt(struct.pack, "f", Index()), attempt(struct.pack, "b", Float()), struct.error.__mro__[1].__name__,
      struct._clearcache())
