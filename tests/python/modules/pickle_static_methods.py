"""Static methods of built-in types: pickled by their type, shown with it, equal only to themselves; badly quoted strings."""
import pickle

for method in (str.maketrans, bytes.maketrans, bytearray.maketrans):
    copies = {pickle.loads(pickle.dumps(method, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)}
    print(copies == {method}, method.__reduce__()[1], method.__self__, method.__qualname__, repr(method)[:44])
print(bytes.maketrans == bytearray.maketrans, bytes.maketrans == bytes.maketrans, len.__reduce__(), "a".index.__reduce__()[1])
print(dict.fromkeys.__reduce__()[1], {}.fromkeys == dict.fromkeys, [].append.__qualname__, repr(len))
for text in (b"'a'", b'"a"', b"'", b'"', b"''", b"'\"", b"' ' ", b" ''", b"", b"a", b"'a'\r", b"'a\\x41\\n'", b"'a'b'"):
    try:
        print(text, pickle.loads(b"S" + text + b"\n."), pickle.loads(b"S" + text + b"\n.", encoding="bytes"))
    except Exception as error:
        print(text, type(error).__name__, error)
