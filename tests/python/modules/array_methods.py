# array: methods, slices, buffers that forbid resizing, iterators, values that interfere.
import io
from array import array as A


def show(function, *arguments, **keywords):
    try:
        print(getattr(function, "__name__", "?"), function(*arguments, **keywords))
    except Exception as error:
        print(getattr(function, "__name__", "?"), type(error).__name__, error)


a = A("i", [1, 2, 3, 4, 5])
for call, *arguments in [(a.append, "x"), (a.append,), (a.insert, 1), (a.insert, 100, 9), (a.insert, -100, 8), (a.pop, 100), (a.pop,), (a.pop, 0),
                         (A("b").pop,), (a.remove, 77), (a.index, 77), (a.index, 3, 1), (a.index, 3, 5), (a.index, 3, -100, 100), (a.count, 3),
                         (a.extend, "abc"), (a.extend, A("b")), (a.extend, 5), (a.fromlist, (1,)), (a.fromlist, [1, "a"]), (a.frombytes, b"abc"),
                         (a.frombytes, "abc"), (a.fromunicode, "abc"), (a.tounicode,), (a.tofile, 5), (a.fromfile, 5, 5), (a.byteswap,),
                         (a.__setitem__, 0, "x"), (a.__setitem__, 100, 1), (a.__getitem__, 100), (a.__getitem__, "a"), (a.__setitem__, "a", 1),
                         (a.__setitem__, slice(0, 2), [1, 2]), (a.__setitem__, slice(0, 2), A("b", [1])), (a.__setitem__, slice(0, 4, 2), A("i", [1])),
                         (a.__delitem__, "a"), (a.__delitem__, 100), (a.__add__, [1]), (a.__add__, A("b")), (a.__iadd__, [1]), (a.__iadd__, A("b")),
                         (a.__mul__, "a"), (a.__mul__, 2**62), (a.__imul__, 2**62), (a.tobytes,), (a.tolist,), (a.reverse,), (a.tolist,)]:
    show(call, *arguments)
print(a, a.itemsize, a.typecode, len(a), 3 in a, "x" in a, a.buffer_info()[1])
steps = [None, -9, -3, -1, 0, 1, 2, 5, 9]
for start in steps:
    for stop in steps:
        for step in (None, -2, -1, 1, 2, 3):
            piece = slice(start, stop, step)
            as_list, as_array = list(range(7)), A("h", range(7))
            assert as_array[piece].tolist() == as_list[piece], piece
            del as_list[piece], as_array[piece]
            assert as_array.tolist() == as_list, piece
            as_list, as_array = list(range(7)), A("h", range(7))
            if step in (None, 1):
                as_list[piece] = [50, 51]
                as_array[piece] = A("h", [50, 51])
            else:
                count = len(as_list[piece])
                as_list[piece] = range(count)
                as_array[piece] = A("h", range(count))
            assert as_array.tolist() == as_list, piece
own = A("b", [1, 2, 3])
own[1:2] = own
own += own
own *= 2
own.extend(own)
print(own, own * 0, own[::-1][:3], 0 * own)
view = memoryview(a)
for call, *arguments in [(a.append, 1), (a.pop,), (a.extend, [1]), (a.__delitem__, 0), (a.__imul__, 0), (a.__imul__, 2), (a.frombytes, b"abcd"), (a.insert, 0, 1),
                         (a.__setitem__, slice(0, 1), A("i")), (a.fromlist, [1]), (a.fromlist, []), (a.frombytes, b""), (a.__setitem__, 0, 7)]:
    show(call, *arguments)
print(view[0], view.itemsize, view.format, view.readonly)
view.release()
iterator = iter(A("b", [1, 2]))
print(type(iterator).__name__, iterator.__reduce__()[1:], next(iterator), iterator.__reduce__()[1:])
iterator.__setstate__(0)
print(list(iterator), iterator.__reduce__()[1:])
show(iterator.__setstate__, "a")
stream = io.BytesIO()
A("d", range(20000)).tofile(stream)
stream.seek(0)
back = A("d")
back.fromfile(stream, 19999)
print(len(back), back[-1])
show(back.fromfile, stream, 2)
show(back.fromfile, stream, -1)
print(len(back), back[-1], A("u", "xyz").tounicode(), A("u", "a").__sizeof__() - A("u").__sizeof__())




class Clears:
    def __eq__(self, other):
        del victim[:]
        return False


victim = A("i", [1, 2, 3])
show(victim.remove, Clears())
show(victim.index, Clears())
show(victim.count, Clears())
