"""bit_length, bit_count, to_bytes, from_bytes, as_integer_ratio, shifts and bitwise operators around word boundaries."""


def attempt(function, *args, **kw):
    try:
        return function(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


edges = [0, 1, -1, 2 ** 30 - 1, 2 ** 30, -2 ** 30, 2 ** 31, 2 ** 60, 2 ** 62, 2 ** 63 - 1, 2 ** 63, -2 ** 63, -2 ** 63 - 1,
         2 ** 64 - 1, 2 ** 64, -2 ** 64, 2 ** 127 + 5, True]
for n in edges:
    print(n, n.bit_length(), n.bit_count(), (-n).bit_length(), ~n, -n, abs(n), n.as_integer_ratio(), n.numerator, n.imag)
for a in edges:
    print([a & b for b in edges[::3]], [a | b for b in edges[1::4]], [a ^ b for b in edges[2::4]])
    print([attempt(lambda: a >> s) for s in (0, 1, 29, 30, 31, 62, 63, 64, 65, 200, 10 ** 20)],
          [attempt(lambda: a << s) for s in (0, 1, 30, 62, 63, 64)])
for args in ((1, -1), (1, 10 ** 30), (0, 10 ** 30), (1, 1.0), (1.0, 1), (-1, 10 ** 30), (True, 2)):
    print(args, attempt(lambda: args[0] >> args[1]), attempt(lambda: args[0] << args[1]))
for n in edges[:12]:
    for length in (1, 4, 8, 9):
        for order in ("big", "little"):
            for signed in (False, True):
                print(attempt(n.to_bytes, length, order, signed=signed), end=" ")
    print()
for args, kw in (((), {}), ((1,), {}), ((1, "big"), {}), ((0, "big"), {}), ((-1, "big"), {}), ((1, "middle"), {}), ((1, 3), {}),
                 ((1.5, "big"), {}), ((), {"length": 2}), ((), {"byteorder": "little", "length": 3}), ((1, "big", True), {}),
                 ((2, "big"), {"signed": "yes"})):
    print(args, kw, attempt((5).to_bytes, *args, **kw))
for data in (b"", b"\0", b"\xff", b"\x80\0", b"\x7f\xff", bytearray(b"\1\2"), [1, 2, 255], (0, 1), memoryview(b"\1\2\3"), "ab", 5,
             [256], [-1], ["a"], {3}, range(3), None, iter([1]), b"\xff" * 9):
    print(attempt(int.from_bytes, data), attempt(int.from_bytes, data, "little", signed=True))
class I(int):
    def __new__(cls, v): return super().__new__(cls, v + 1)
print(type(I.from_bytes(b"\1\2")).__name__, I.from_bytes(b"\1"), type(I(3) + 1).__name__, type(I(3).conjugate()).__name__,
      type(abs(I(3))), type(+I(3)), type(I(5).real), bool.from_bytes(b"\1"), bool.from_bytes(b"\0"))
