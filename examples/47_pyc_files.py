"""A .pyc is a head of 16 bytes and a code object written by marshal."""
import importlib.util
import marshal
import pathlib
import py_compile
import struct
import sys
import tempfile
import types

SOURCE = "def double(x):\n    return x + x\n\nanswer = double(21)\n"

with tempfile.TemporaryDirectory() as folder:
    source = pathlib.Path(folder, "tool.py")
    source.write_text(SOURCE)
    import os
    os.utime(source, (1_000_000_000, 1_000_000_000))
    compiled = pathlib.Path(py_compile.compile(str(source), str(source) + "c"))
    data = compiled.read_bytes()

    # magic number, flags, then time and size of the source.
    magic, flags, time, size = data[:4], *struct.unpack("<3I", data[4:16])
    print(magic == importlib.util.MAGIC_NUMBER, struct.unpack("<H", magic[:2])[0], flags, time, size == len(SOURCE))

    code = marshal.loads(data[16:])
    print(code.co_names, [c.co_name if isinstance(c, types.CodeType) else c for c in code.co_consts])
    namespace = {}
    exec(code, namespace)
    print(namespace["answer"])

    # A .pyc without its source is a module, too.
    source.unlink()
    sys.path.insert(0, folder)
    import tool
    print(tool.answer, type(tool.__loader__).__name__)

    # The head can hold a hash of the source instead of its time.
    source.write_text(SOURCE)
    hashed = py_compile.compile(str(source), str(source) + "c",
                                invalidation_mode=py_compile.PycInvalidationMode.CHECKED_HASH)
    head = pathlib.Path(hashed).read_bytes()[:16]
    print(struct.unpack("<I", head[4:8])[0], head[8:] == importlib.util.source_hash(source.read_bytes()))

    source.write_text("def broken(:\n")
    try:
        py_compile.compile(str(source), doraise=True)
    except py_compile.PyCompileError as error:
        print(error.exc_type_name, error.exc_value.lineno)

# marshal alone: the type of each value is one letter, then its bytes.
for value in (None, True, 7, 2.5, "abc", b"xy", (1, 2), 10 ** 20):
    print(f"{value!r:22} {marshal.dumps(value, 2).hex(' ')}")
again = marshal.loads(marshal.dumps({"a": [1, (2, frozenset({3}))]}))
print(again)
for bad in (b"", b"i\x01", b"?"):
    try:
        marshal.loads(bad)
    except (EOFError, ValueError) as error:
        print(type(error).__name__, error)
try:
    marshal.dumps(object())
except ValueError as error:
    print(error)
