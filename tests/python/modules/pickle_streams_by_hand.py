"""Streams that no pickler writes: numbers as text, opcodes without what they need, classes that make no instances, memos set by hand."""

import _pickle
import io
import pickle


def show(name, call, *arguments, **keywords):
    try:
        print(name, repr(call(*arguments, **keywords)))
    except Exception as error:
        print(name, type(error).__name__, error)


def load(stream, **keywords):
    show(stream, pickle.loads, stream, **keywords)


for text in (b"010", b"001", b"-01", b"01", b"00", b"1", b" 1", b"1 ", b"0x10", b"-0x10", b"0b11", b"1_0", b"", b"99999999999999999999",
             b"9223372036854775808", b"-9223372036854775809", b"0o17", b"+5", b"5\0", b"000", b"12\r", b"-9223372036854775808"):
    load(b"I" + text + b"\n.")
    load(b"p" + text + b"\n.")
    load(b"F" + text + b"\n.")
for text in (b"abc", b"1a", b"08", b"0777777777777777777777777", b"1.5", b"\xff", b"-", b"0x"):
    load(b"I" + text + b"\n.")
for text in (b"1", b"5L", b"1 ", b"99999999999999999999L", b"0x10L", b"-5", b"", b"5\0L", b"00", b"\xff"):
    load(b"L" + text + b"\n.")
for text in (b"1e999", b"-1e999", b"1e-999", b" 1", b"nan", b"inf", b"-inf", b"infinity", b"0x1p3", b".5", b"5.", b"1e", b"abc", b"+-1", b"--1", b"\xff", b"1\0x", b"1.5e3"):
    load(b"F" + text + b"\n.")
for text in (b"0x5", b"010", b"5", b" 5", b"5 ", b"1_0", b"-5", b"+5", b"99999999999999999999999", b"a", b"5\0", b"\xff", b"5L"):
    load(b"Np" + text + b"\n0g" + text + b"\n.")
    load(b"g" + text + b"\n.")
load(b"Np010\n0g10\n.")
for stream in (b"c\n\n.", b"cos\n\n.", b"c\nf\n.", b"(i\n\n.", b"(ios\n\n.", b"S\n.", b"V\n.", b"P\n.", b"P1\n.", b"Q.", b"NQ.", b"I", b"cos", b"Np\n.", b"g\n.", b"g",
               b"\x93.", b"N\x93.", b"NN\x93.", b"T\xff\xff\xff\xff.", b"T\xff\xff\xff\x7f.", b"\x8e" + b"\xff" * 8, b"\x8d" + b"\xff" * 8, b"\x96" + b"\xff" * 8,
               b"B" + b"\xff" * 4, b"X" + b"\xff" * 4, b"\x8b" + b"\xff" * 4, b"\x97.", b"\x80\x04cos\nf.<locals>.g\n.", b"\x80\x02cos\nf.<locals>.g\n.", b"\x80\x04cos\nf.g\n."):
    load(stream)
load(b"\x97.", buffers=[])
load(b"\x97.", buffers=None)
for keywords in ({"encoding": 5}, {"errors": 5}, {"encoding": "a\0"}):
    show(keywords, _pickle.loads, b"N.", **keywords)
    show(keywords, _pickle.load, io.BytesIO(b"N."), **keywords)
    show(keywords, _pickle.Unpickler, io.BytesIO(b"N."), **keywords)

for size in (0, 1, 7, 8, 9, 15, 16, 17, 255):
    for last in (b"", b"\x7f", b"\x80", b"\xff", b"\0"):
        octets = (b"\x01\xfe" * size)[: max(size - len(last), 0)] + last
        for stream in (b"\x8a" + bytes([len(octets)]) + octets + b".", b"\x8b" + len(octets).to_bytes(4, "little") + octets + b"."):
            assert len(octets) > 255 or pickle.loads(stream) == int.from_bytes(octets, "little", signed=True) == int.from_bytes(octets[::-1], "big", signed=True)
        print(len(octets), hex(pickle.loads(stream)))

for name in ("types GeneratorType", "types CoroutineType", "types AsyncGeneratorType", "types FrameType", "types BuiltinFunctionType", "types WrapperDescriptorType",
             "types MethodDescriptorType", "types GetSetDescriptorType", "types MemberDescriptorType", "types ClassMethodDescriptorType", "re Pattern", "re Match",
             "os DirEntry", "unicodedata UCD", "types TracebackType"):
    load(b"c" + name.replace(" ", "\n").encode() + b"\n)\x81.")
    load(b"c" + name.replace(" ", "\n").encode() + b"\n)}\x92.")


class Unready(_pickle.Pickler):
    def __init__(self):
        pass


show("unready", Unready().dump, 1)
show("unready", _pickle.Pickler.__new__(_pickle.Pickler).dump, 1)
show("unready", _pickle.Unpickler.__new__(_pickle.Unpickler).load)
unpickler = _pickle.Unpickler(io.BytesIO())
for arguments in ((1, 2), ("os", 2), (1, "x"), (b"a", "a"), ("os", "f.<locals>.g")):
    show(arguments, unpickler.find_class, *arguments)

pickler = _pickle.Pickler(io.BytesIO())
for memo in ({1: (5, "x")}, {1: 5}, {1: ("a", "b")}, {2: (1.5, "c")}, {3: (True, "c")}, {4: (10**30, "y")}, {1: (1, "a"), 2: 5}, None, {1: (2, 3, 4)}, {1: [1, 2]}, {}):
    show(memo, setattr, pickler, "memo", memo)
    print(list(pickler.memo.copy().values()))
for memo in ({"x": 5}, {-1: 5}, {10**30: 4}, {1.5: 2}, None):
    show(memo, setattr, unpickler, "memo", memo)

scattered = memoryview(b"abcdef")[::2]
for call, *arguments in ((pickle.PickleBuffer(scattered).raw,), (pickle.dumps, pickle.PickleBuffer(scattered), 5), (pickle.dumps, pickle.PickleBuffer(b""), 4),
                         (pickle.PickleBuffer,), (pickle.PickleBuffer, b"", 1), (bytes, pickle.PickleBuffer(scattered)), (bytearray, pickle.PickleBuffer(scattered)),
                         (bytes, pickle.PickleBuffer(memoryview(b"abcdef").cast("B", (2, 3))))):
    show("buffer", call, *arguments)
show("buffer", pickle.PickleBuffer, b=1)
show("buffer", pickle.dumps, pickle.PickleBuffer(scattered), 5, buffer_callback=print)
