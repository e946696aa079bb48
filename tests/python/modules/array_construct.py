# array: construction from everything, ranges of each type code, repr, comparison, pickling helpers.
import array
from array import array as A


def show(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


for arguments in [(), ("x",), (1,), ("bb",), (b"b",), ("b", 1), ("b", "abc"), ("u", "abc"), ("b", [1, 300]), ("b", [1.5]), ("b", [1], 2), ("b", None),
                  ("b", A("u", "ab")), ("u", A("b", [1])), ("i", A("b", [1])), ("i", b"abc"), ("i", b"abcd"), ("i", bytearray(b"abcd")),
                  ("i", memoryview(b"abcd")), ("u", ["ab"]), ("u", [b"a"]), ("u", [1]), ("d", (1, 2.5)), ("q", range(3)), ("H", {1: 2})]:
    show(A, *arguments)
for code in "bBhHiIlLqQ":
    size = A(code).itemsize
    low, high = (0, 2 ** (8 * size) - 1) if code.isupper() else (-2 ** (8 * size - 1), 2 ** (8 * size - 1) - 1)
    print(A(code, [low, high]), A(code).itemsize)
    for value in (low - 1, high + 1, 2**70, -2**70, "a", 1.5, None):
        show(A, code, [value])
for value in ("x", 10**400, None, 1e300, True):
    show(A, "f", [value])
    show(A, "d", [value])
show(A, typecode="b")
print(repr(A("u", "a\ud800")), A("u"), A("b"), A("d", [1.5, 2]), A("f", [0.1, float("nan"), float("-inf")]))
pairs = [(A("i", [1]), A("d", [1.0])), (A("i", [1]), A("i", [2])), (A("i", [1, 2]), A("i", [1])), (A("u", "a"), A("u", "b")),
         (A("d", [float("nan")]), A("d", [float("nan")])), (A("b", [-1]), A("B", [255])), (A("b"), A("u")), (A("Q", [2**64 - 1]), A("q", [-1]))]
for left, right in pairs:
    print(left == right, left != right, left < right, left <= right, left > right, left >= right)
print(A("i", [1]) == [1], A("i").__lt__([1]))
reconstruct = array._array_reconstructor
for arguments in [(A, "i", 5, b"abcd"), (A, "i", 8, b"abc"), (A, "i", 8, "abc"), (int, "i", 8, b"abcd"), (1, "i", 8, b"abcd"), (A, "x", 8, b"abcd"),
                  (A, "i", 99, b"abcd"), (A, "i", 9, b"\0\0\0\1"), (A, "f", 15, b"\0\0\0\1"), (A, "u", 18, b"a\0b\0"), (A, "l", 13, b"\xff" * 7 + b"\xfe"),
                  (A, "b", 1, b"\xff"), (A, "d", 17, b"\x3f\xf0" + bytes(6)), (A, "u", 21, b"\0\0\0a"), (A, "H", 3, b"\1\2\3")]:
    show(reconstruct, *arguments)
for code in "buhiqfd":
    value = A(code, "ab" if code == "u" else [1, 2])
    print(value.__reduce_ex__(2), value.__reduce_ex__(3)[1:])
show(A("b").__reduce_ex__, "x")


class Sub(A):
    def __init__(self, *arguments, **keywords):
        self.mark = keywords.get("mark")


sub = Sub("b", [1], mark="m")
print(sub, sub.mark, sub + A("b", [2]), type(sub * 2).__name__, type(sub[:]).__name__, sub.__reduce_ex__(4)[2])
print(array.typecodes, array.ArrayType is A, A.__hash__, A("b", [1]).__copy__(), A("b").__deepcopy__(1))
print(memoryview(A("u", "ab")).format, memoryview(A("L", [1, 2])).tolist(), memoryview(A("d", [1])).format, bytes(A("h", [1, 2])))
match A("b", [1, 2]):
    case [first, second]:
        print(first, second)
