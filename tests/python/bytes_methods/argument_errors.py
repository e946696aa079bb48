"""Every method of bytes and bytearray with wrong numbers and types of arguments."""
METHODS = sorted({*dir(bytes), *dir(bytearray)})
ARGUMENTS = [(), (1,), (None,), ("a",), (b"a",), (bytearray(b"an"), b"b"), (b"a", 1), (b"a", b"b", 1), (300,),
             (-1,), (97, 1, 3),
             (memoryview(b"an"),), ([98, 97],), (b"", b"x"), ((b"b", b"x"),), (5, 98), (2, b"--")]
for name in METHODS:
    if name.startswith("__") and name not in ("__add__", "__mul__", "__contains__", "__getitem__", "__mod__",
                                              "__iadd__", "__imul__"):
        continue
    for arguments in ARGUMENTS:
        results = []
        for kind in (bytes, bytearray):
            if hasattr(kind, name):
                subject = kind(b"banana-x")
                try:
                    value = getattr(subject, name)(*arguments)
                    results.append(repr(value if value is not None else subject))
                except Exception as error:
                    results.append(f"{type(error).__name__} {error}")
        print(name, arguments if not isinstance(arguments[:1] and arguments[0], memoryview) else "view",
              *dict.fromkeys(results), sep=" | ")
for kind in (bytes, bytearray):
    for arguments, keywords in (((), {}), ((3,), {}), ((-1,), {}), ((2 ** 70,), {}), ((1.5,), {}), (("x",), {}),
                                (("é", "latin-1"), {}),
                                (("é", "ascii", "ignore"), {}), (("é", "nope"), {}), ((b"x", "ascii"), {}),
                                (([1, 2],), {}), (([256],), {}),
                                ((["a"],), {}), ((iter([1]),), {}), ((None,), {}), ((True,), {}),
                                ((), {"source": b"ab"}), ((), {"encoding": "ascii"}),
                                ((), {"source": "x", "encoding": "ascii"}), (("x",), {"errors": "strict"}),
                                ((1, 2, 3, 4), {}), (({1: 2},), {}), ((1j,), {})):
        try:
            print(kind.__name__, arguments, keywords, kind(*arguments,
                                                           **keywords)) if not hasattr(arguments[:1] and arguments[0], "__next__") else print(kind(*arguments))
        except Exception as error:
            print(kind.__name__, type(error).__name__, error)
    for text in ("00ff", "0 1", "0g", "a", "", " 0a  0B ", "é0", "0\n1", "00 0"):
        try:
            print(kind.fromhex(text), end=" ")
        except ValueError as error:
            print(error, end=" ")
    for arguments in ((), (":",), (":", 2), (":", -2), (b"-", 3), ("ab",), ("é",), ("", 1), (1,), (":", 0),
                      (":", 100)):
        try:
            print(kind(b"\1\xab\xff\0").hex(*arguments), end=" ")
        except Exception as error:
            print(error, end=" ")
    print()
a = bytearray(b"0123456789")
for action in ("a[0] = 256", "a[0] = 'x'", "a[20] = 1", "a[1:3] = 'ab'", "a[1:3] = 5", "a[::2] = b'x'",
               "a[1:3] = [1, 300]", "a.append(256)", "a.append(b'x')",
               "a.extend('ab')", "a.extend([1, -1])", "a.insert('x', 1)", "a.insert(0, 1000)", "a.pop(99)",
               "a.pop('x')", "a.remove(999)", "a.remove(7)", "a += 5",
               "a += 'x'", "a *= 1.5", "a *= -1", "bytearray().pop()", "del a[100]", "a.reverse(1)",
               "a[0:0] = a", "a['x']", "a[:] = memoryview(b'end')"):
    try:
        exec(action)
        print(action, a)
    except Exception as error:
        print(action, type(error).__name__, error, a)
