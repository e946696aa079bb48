"""bytearray: slices assigned and deleted of every shape, resizing blocked by exported views, arithmetic in place."""
import sys


def attempt(function):
    try:
        return function()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


for key, value in ((slice(1, 3), b"XYZ"), (slice(None, None, 2), b"123"), (slice(4, 1), b"-"), (slice(None, None, -1), b"543210"), (slice(2, 2), b"in"), (slice(None), b""), (slice(-2, None), [65, 66]), (slice(1, 2), 3), (slice(None, None, 2), b"12"), (slice(1, 3), "xy"), (slice(0, 1), [300]), (slice(0, 1), None), (0, 5), (-1, 255), (6, 1), (0, 256), (0, -1), (0, "a"), (0, b"a"), ("x", 1), (slice(0, 2), range(3)), (slice(0, 2), (x for x in b"gen"))):
    b = bytearray(b"abcdef")
    result = attempt(lambda: b.__setitem__(key, value))
    print(key, value if not hasattr(value, "gi_frame") else "generator", b, result)
for key in (0, -1, 6, slice(1, 3), slice(None, None, 2), slice(None, None, -2), slice(4, 2), slice(1, 100, 3), "x"):
    b = bytearray(b"abcdef")
    print(key, attempt(lambda: b.__delitem__(key)), b)
b = bytearray(b"abc")
b[1:1] = b
print(b)
b *= 2
b += b"!"
b += memoryview(b"mv")
print(b, attempt(lambda: b.__iadd__("x")), attempt(lambda: b.__iadd__(5)), attempt(lambda: b.__imul__("x")), attempt(lambda: b * -1), attempt(lambda: b.__imul__(2 ** 62)))
view = memoryview(b)
for action in (lambda: b.append(1), lambda: b.extend(b"x"), lambda: b.clear(), lambda: b.pop(), lambda: b.__delitem__(0), lambda: b.__setitem__(slice(0, 1), b"xx"), lambda: b.__iadd__(b"x"), lambda: b.insert(0, 1), lambda: b.remove(98), lambda: b.__init__(b"new"), lambda: b.__imul__(2)):
    print(attempt(action))
b[0:2] = b"ZZ"
b.reverse()
b[0] = 33
print(b, bytes(view) == bytes(b), attempt(lambda: b.__iadd__(b"")))
view.release()
b.append(46)
print(b, b.pop(0), b.pop(), b.pop(-2), attempt(lambda: b.pop(100)), attempt(lambda: bytearray().pop()), attempt(lambda: b.remove(0)), attempt(lambda: b.append(256)), attempt(lambda: b.append("a")), attempt(lambda: b.insert("x", 1)), attempt(lambda: b.extend([1, "a"])), attempt(lambda: b.extend(5)), attempt(lambda: b.extend("text")))
b.extend(x for x in (1, 2))
b.insert(-100, 9)
b.insert(100, 8)
print(b, b.copy() == b, b.copy() is b, b.index(9), attempt(lambda: b.index(77)), b.count(b""), hash(bytes(b)) == hash(bytes(b)), attempt(lambda: hash(b)))
print(b"a" + bytearray(b"b"), bytearray(b"a") + b"b", type(b"a" + bytearray()), type(bytearray() + b"a"), attempt(lambda: b"a" + "b"), attempt(lambda: bytearray() + 5), b"%s|%b|%a|%c|%d|%5.1f|%x" % (b"s", b"b", "é", 65, 5, 2.5, 255), bytearray(b"%r") % (b"x",), attempt(lambda: b"%s" % "text"), attempt(lambda: b"%c" % 300), attempt(lambda: b"%d" % b"1"), attempt(lambda: b"%q" % 1), attempt(lambda: b"%s %s" % (b"",)))
print(sys.getsizeof(bytearray()) > 0, bytearray(3), bytearray(b"x") == b"x", bytearray(b"a") < b"b", attempt(lambda: bytearray() < "x"), b"a" != "a", bytearray(b"q").__alloc__() >= 2)
