"""Views with gaps: what copies their octets in order, and what wants them side by side."""

import array
import hashlib
import io
import pickle
import struct
import zlib


def show(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


view = memoryview(b"abcdef")[::2]
backwards = memoryview(b"abcdef")[::-1]
numbers = memoryview(array.array("h", range(6)))[1::2]
table = memoryview(b"abcdef").cast("B", (2, 3))
octets = bytearray(b"xyz")
for source in (view, backwards, numbers, table, memoryview(b"")[::2], pickle.PickleBuffer(view)):
    for call in (lambda: bytes(source), lambda: bytearray(source), lambda: b"%b" % source, lambda: b"%s|" % source, lambda: int.from_bytes(source, "big"),
                 lambda: b"".join([source]), lambda: b"".join([b"a", source]), lambda: b"x" + source, lambda: bytearray(b"x") + source, lambda: octets.__iadd__(source),
                 lambda: octets.extend(source), lambda: octets.__setitem__(slice(1, 2), source), lambda: b"abc".find(source), lambda: bytes(source) == source,
                 lambda: bytearray(bytes(source)) == source, lambda: bytearray(bytes(source)) != source, lambda: bytearray(b"a") < source, lambda: b"ab".strip(source)):
        show(call)
    print(octets)
for call in (lambda: int(view), lambda: float(view), lambda: array.array("B", view), lambda: io.BytesIO(view), lambda: io.BytesIO().write(view),
             lambda: struct.unpack("3s", view), lambda: hashlib.md5(view), lambda: zlib.crc32(view), lambda: b"abc".translate(view), lambda: bytes.maketrans(view, view),
             lambda: compile(view, "f", "exec"), lambda: eval(view), lambda: exec(view), lambda: b"a" + 5, lambda: bytearray() + "a", lambda: b"".join([b"", 5]), lambda: compile(5, "f", "exec")):
    show(call)
