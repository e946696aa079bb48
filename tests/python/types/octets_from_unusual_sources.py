"""bytes and bytearray of sources that only look like a number, a buffer or a sequence; parts and separators."""


class Items:
    def __getitem__(self, index):
        return (10, 20, 30)[index]


class Texts:
    def __init__(self, *items):
        self.items = items

    def __getitem__(self, index):
        return self.items[index]


class Refusing(bytes):
    def __index__(self):
        raise TypeError("no number")


class Failing:
    def __index__(self):
        raise ValueError("failed")


def show(text):
    try:
        print(text, "->", repr(eval(text)))
    except Exception as error:
        print(text, "->", type(error).__name__ + ":", error)


for kind in ("bytes", "bytearray"):
    for source in ("Items()", "Refusing(b'ab')", "Failing()", "Texts(1, 'x')", "Texts(256)"):
        show(f"{kind}({source})")
show("'-'.join(Texts('a', 'b'))")
show("b'-'.join(Texts(b'a', b'b'))")
show("'-'.join(5)")
show("b'ab\\x00'.hex('\\0')")
show("b'abcd'.hex(b'\\0', 2)")
show("b'abcd'.hex(':', -3)")

array = bytearray(b"abc")
before, middle, after = array.partition(b"x")
print(before, middle is after, before is array)
first, second, _ = array.rpartition(b"x")
print(first is second)

array = bytearray(b"0123456789")
array[1:-1:2] = b""
print(array)
view = memoryview(array)
for change in ("array[0:4:2] = b''", "del array[0:4:2]", "array[0:4:2] = b'x'"):
    try:
        exec(change)
    except Exception as error:
        print(change, "->", type(error).__name__ + ":", error)

for left in ("b'a'", "bytearray(b'a')", "view"):
    for right in ("b'b'", "bytearray(b'b')", "memoryview(b'b')"):
        show(f"{left} < {right}")
        show(f"{left} == {right}")
