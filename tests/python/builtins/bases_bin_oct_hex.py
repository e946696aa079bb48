"""bin, oct, hex, chr, ord, ascii: every sign and size, __index__, and the errors."""


def attempt(function, *arguments):
    try:
        print(function.__name__, repr(function(*arguments)))
    except Exception as error:
        print(function.__name__, type(error).__name__, error)


class Index:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


for function in (bin, oct, hex):
    for value in (0, 1, -1, 255, -256, True, 2 ** 64, -(2 ** 65) + 1, Index(10), Index(True)):
        attempt(function, value)
    for value in (1.0, "1", None, Index("x"), Index(1.5)):
        attempt(function, value)

for value in (0, 65, 0xE9, 0x20AC, 0x1F600, 0x10FFFF, 0x110000, -1, Index(66), "x", 2 ** 40, 1.5):
    attempt(chr, value)
for value in ("a", "\u20ac", "\U0001f600", b"z", bytearray(b"y"), "", "ab", b"", b"ab", 5, None):
    attempt(ord, value)
for value in ("plain", "caf\xe9", "\u20ac\U0001f600\n\t'", [1, "\xff"], {"\xe4": 1}, b"\xff"):
    attempt(ascii, value)


class Wrong:
    def __repr__(self):
        return 5


attempt(ascii, Wrong())
attempt(repr, Wrong())
attempt(ascii)
