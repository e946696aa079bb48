"""bytearray in place: item and slice assignment, append, extend, insert, pop, del, exports."""
data = bytearray(b"hello")
data[0] = 72
data[1:3] = b"EEE"
print(data, len(data))
data[::2] = b"____"[:len(data[::2])]
print(data)
data.append(33)
data.extend([1, 2])
data.extend(b"xy")
data.insert(0, 255)
data.insert(-100, 0)
data.insert(100, 9)
print(data, data.pop(), data.pop(0), data.pop(-1))
del data[0]
del data[1:3]
del data[::2]
print(data)
data += b"abc"
data *= 2
data.reverse()
print(data, data.copy() is data, data == bytes(data))
data.remove(97)
data.clear()
print(data, bool(data))
data[:] = range(5)
print(data, data[1:4], data[-1], bytearray(3), bytearray("é", "utf-8"), bytearray([1, 2]))
for call in (lambda: data.append(256), lambda: data.append("a"), lambda: data.insert(0, -1), lambda: data.remove(99),
             lambda: data.pop(99), lambda: bytearray().pop(), lambda: data.extend([1, 300]), lambda: data.extend("ab"),
             lambda: data.extend(5), lambda: data.__setitem__(0, 256), lambda: data.__setitem__(9, 1),
             lambda: data.__setitem__(slice(0, 4, 2), b"xyz"), lambda: data.__setitem__(slice(0, 1), "a"),
             lambda: bytearray(-1), lambda: bytearray("a"), lambda: hash(data), lambda: bytearray([256])):
    try:
        print(call())
    except (ValueError, TypeError, IndexError) as error:
        print(type(error).__name__, error)
view = memoryview(data)
try:
    data.append(1)
except BufferError as error:
    print(error)
data[0] = 200
print(view[0])
view.release()
data.append(1)
print(data)
