"""int from text in every base and script, with underscores, signs, spaces; and the errors, for str, bytes and bytearray."""


def attempt(*args, **kw):
    try:
        return int(*args, **kw)
    except Exception as error:
        return f"{type(error).__name__} {error}"


for text in ("0", " 12 ", "\n-7\t", "+5", "--5", "+ 5", "1_000", "_1", "1_", "1__0", "0x10", "0b1", "", " ", "١٢٣", "१२", "1２",
             "²", "½", "Ⅷ", "𝟙𝟚", "1e3", "1.0", "\0", "1\0", "\u20035", "0_7", "00", "-0", "0o17", "１_０", "\ud800", "9" * 30,
             "- 1", "1 2", "１\u3000", "\x1c5", "\x855"):
    print(ascii(text), attempt(text), attempt(text, 0), attempt(text, 16), attempt(text, 36), sep=" | ")
for base in (-1, 1, 2, 37, 0, 36, True, 2.0, None, "10", 10 ** 30, -10 ** 30):
    print(base, attempt("10", base))
for text in ("0x1F", "0X1f", "0b101", "0B_101", "0o_17", "0x", "0b", "0b2", "0o8", "0xg", "x10", "0_x10", "0x_1", "0x__1", "012",
             "0_0", "0b1_0_", "-0x1f", "- 0x1f", "+0b1"):
    print(text, [attempt(text, base) for base in (0, 2, 8, 16, 36)])
for raw in (b"12", b" 1_2 ", bytearray(b"-3"), memoryview(b"45"), b"", b"\xff", b"1\x00", b"0x1", b"abc", b"1" * 50, b"12\xc3"):
    print(raw if not isinstance(raw, memoryview) else "view", attempt(raw), attempt(raw, 16) if len(raw) < 9 else "")
for args in ((), (5,), (5, 10), (True,), (5.9,), (-5.9,), (float("nan"),), (float("inf"),), (1j,), (None,), ([],), ("5", "5"),
             (5.5, 10), (1e20,), (b"5", None)):
    print(args, attempt(*args))
print(attempt("11", base=2), attempt(x="5"), attempt(base=5), attempt("z" * 12, 36), attempt("1", 2, 3))
for n in (0, 1, -1, 255, -255, 2 ** 64, -2 ** 100):
    print(bin(n), oct(n), hex(n), f"{n:#b} {n:#o} {n:#X} {n:_b} {n:_x} {n:,}", str(n), repr(n), n.__format__(""))
for n in (0, 7, -8, 2 ** 70):
    print(int(str(n)) == n, int(bin(n), 2) == n, int(hex(n), 0) == n, int(oct(n), 8) == n, eval(repr(n)) == n)
