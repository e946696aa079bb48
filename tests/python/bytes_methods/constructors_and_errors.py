"""bytes and bytearray made of every kind of argument; negative sizes, values out of range, encodings, buffers, __bytes__."""


class Bytes:
    def __bytes__(self):
        return b"from bytes"


class Both(Bytes):
    def __index__(self):
        return 3


class Iter:
    def __iter__(self):
        return iter([1, 2])


class Seq:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i


class BadBytes:
    def __bytes__(self):
        return "text"


class Hint:
    def __iter__(self):
        return iter(b"ab")

    def __length_hint__(self):
        return -1


cases = ["", "5", "0", "-1", "True", "2 ** 70", "-2 ** 70", "1.5", "None", "'text'", "'é', 'utf-8'", "'é', 'ascii'", "'é', 'ascii', 'replace'", "'é', errors='ignore', encoding='ascii'", "b'x', 'utf-8'", "5, 'utf-8'", "errors='strict'", "encoding='utf-8'", "[1, 2, 255]", "[256]", "[-1]", "[2 ** 70]", "['a']", "[1.0]", "[True]", "(x for x in (65, 66))", "range(3)", "{65}", "{66: 1}",
         "bytearray(b'ba')", "memoryview(b'mv')[::2]", "__import__('array').array('h', [1, 2])", "Bytes()", "Both()", "Iter()", "Seq()", "BadBytes()", "Hint()", "object()", "int", "b'a', b'b'", "1, 2, 3, 4", "source=b'x'", "string='x'", "[Both()]", "'x', 5", "'x', 'no-such'", "iter(b'it')", "map(int, '12')", "['a', 1]", "[[]]"]
for text in cases:
    row = []
    for kind in ("bytes", "bytearray"):
        try:
            row.append(repr(eval(f"{kind}({text})")))
        except Exception as error:
            row.append(f"{type(error).__name__}: {error}")
    print(text, "->", row[0] if row[0] == row[1] else row)
for text in ("'0a ff'", "'0'", "'0g'", "' 0 a'", "'0a  0b\\n0c'", "b'0a'", "5", "'é0'", "''", "'0A0b'"):
    try:
        print(text, bytes.fromhex(eval(text)), bytearray.fromhex(eval(text)))
    except (ValueError, TypeError) as error:
        print(text, "->", type(error).__name__, error)
print(b"\x01\xab\xff\0".hex(), b"\x01\xab\xff\0\x10".hex(":"), b"\x01\xab\xff\0\x10".hex("-", 2), b"\x01\xab\xff\0\x10".hex("-", -2), b"ab".hex(b"_"), b"".hex(":"))
for arguments in (("é",), ("ab",), ("",), (5,), (":", "x"), (":", 0)):
    try:
        print(b"abc".hex(*arguments))
    except (ValueError, TypeError) as error:
        print(arguments, type(error).__name__, error)


class Sub(bytes):
    def __new__(cls, *a):
        return super().__new__(cls, *a)


print(type(Sub(b"x") + b""), type(Sub.fromhex("00")), type(Sub(b"a")[:]), type(bytes(Sub(b"q"))), repr(Sub(b"r")), repr(bytearray(b"'\"")), repr(b"'"), b'"', b"'\"\\\t\n\r\x00\x7f\x80")
