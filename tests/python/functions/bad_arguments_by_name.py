# What is said of an argument of the wrong type: None is "None" where the parser of arguments speaks, "NoneType" where a
# function does; a type of an extension module by its full name or by its last part.
import _imp
import _weakref
import array
import codecs
import collections
import datetime
import decimal
import io
import itertools
import socket
import sqlite3
import struct
import sys
import types
import _symtable

decoder = codecs.getincrementaldecoder("shift_jis")
encoder = codecs.getincrementalencoder("shift_jis")
cursor = sqlite3.connect(":memory:").cursor()
code = (lambda: 0).__code__


def attempt(function, *arguments, **keywords):
    try:
        print(function(*arguments, **keywords))
    except Exception as error:
        print(type(error).__name__, error)


for value in (None, decimal.Decimal(1), datetime.date(2020, 1, 1), types.SimpleNamespace(), 3.5):
    print("---", type(value))
    for function, *arguments in (
            (array.array, value), (array._array_reconstructor, array.array, value, 1, b""),
            (codecs.escape_encode, value), (_imp._fix_co_filename, value, "a"), (_weakref._remove_dead_weakref, value, 1),
            (type(iter(collections.deque())), value), (datetime.datetime(2020, 1, 1).isoformat, value),
            (io.FileIO, "/dev/null", value), (io.StringIO().write, value), (io.BytesIO().readinto, value),
            (io.TextIOWrapper(io.BytesIO()).write, value), (io.StringIO, "", value or 3),
            (itertools.product().__setstate__, value), (itertools.cycle([]).__setstate__, (value, 1)),
            (itertools._grouper, value, 1), (itertools._tee_dataobject, [], value, None), (itertools._tee, value),
            (itertools.tee([], 1)[0].__setstate__, (value, 0)),
            (decoder, value or 3), (decoder().setstate, value), (encoder, value or 3), (encoder().setstate, value),
            (sqlite3.Cursor, value), (sqlite3.Row, value, ()), (sqlite3.Row, cursor, value),
            (cursor.connection, value), (cursor.connection.backup, value),
            (struct.pack_into, "i", value, 0), (struct.Struct, value),
            (_symtable.symtable, "x", "f", value), (sys.call_tracing, print, value), (sys.setswitchinterval, value or "x"),
            (types.FunctionType, value, {}), (types.FunctionType, code, value), (types.ModuleType, value),
            (types.TracebackType, 3, value, 0, 0), (super, value, 1),
            (type.__new__, type, value, (), {}), (type.__new__, type, "a", value, {}), (type.__new__, type, "a", (), value),
            (b"".ljust, 3, value), (bytes, "a", value), (bytes, "a", "ascii", value),
            (int.from_bytes, b"1", value), ((1).to_bytes, 1, value), (memoryview(b"").cast, value),
            (memoryview(b"").tobytes, value or 3), (float.__getformat__, value), (format, "", value),
            (str.maketrans, "a", value)):
        attempt(function, *arguments)
sys.setswitchinterval(0.005)
attempt(types.TracebackType, None, sys._getframe(), 2**40, 0)

# An option of a socket: a number, octets, or None and a length.
option = socket.SOL_SOCKET, socket.SO_REUSEADDR
stream = socket.socket()
for arguments in ((1,), (None, "x"), (1, 4), (b"x", 4), ("x",), (None,), (1.5,), (True,), ((1).to_bytes(4, sys.byteorder),)):
    attempt(stream.setsockopt, *option, *arguments)
    print(stream.getsockopt(*option))
stream.close()
