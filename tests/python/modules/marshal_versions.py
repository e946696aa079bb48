"""marshal: what each version writes, and that all of it is read back."""
import marshal

values = [None, 7, -1, 2 ** 40, 0.1, -0.0, 1e300, float("inf"), 1 - 2.5j, "abc", "\xe9", "\u20ac" * 3, b"xy", (), (1,),
          tuple(range(300)), [1, [2]], {"k": (1, 2)}, {3}, frozenset({"f"}), ..., True, "long " * 60]
for version in (0, 1, 2, 3, 4, 5, -1):
    print("version", version)
    for value in values:
        data = marshal.dumps(value, version)
        shown = bytes([data[0] & 0x7F]) + data[1:24]        # whether others refer to it is the interpreter's own
        if version < 3 or not isinstance(value, (str, tuple, list, dict, set, frozenset)):
            print(" ", shown.hex(), len(data))
        again = marshal.loads(data)
        assert again == value and type(again) is type(value), (version, value, again)

shared = ["x"]
for version in (2, 3, 4):
    left, right = marshal.loads(marshal.dumps((shared, shared), version))
    print(version, left is right)
code = compile("def f(x=(1, 2.5)):\n    return 'text', x", "<f>", "exec")
for version in (0, 1, 2, 3, 4):
    namespace = {}
    exec(marshal.loads(marshal.dumps(code, version)), namespace)
    print(version, namespace["f"]())
for bad in ("4", None):
    try:
        marshal.dumps(1, bad)
    except TypeError as error:
        print(type(error).__name__, error)
