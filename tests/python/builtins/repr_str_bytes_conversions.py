"""str(), repr(), bytes() and the conversions' hooks: wrong returns, encodings, buffers."""


def attempt(label, function):
    try:
        print(label, repr(function()))
    except Exception as error:
        print(label, type(error).__name__, error)


class Both:
    def __repr__(self):
        return "repr"

    def __str__(self):
        return "str"

    def __bytes__(self):
        return b"bytes"


class OnlyRepr:
    def __repr__(self):
        return "<only repr \u20ac>"


class Wrong:
    def __repr__(self):
        return b"x"

    def __str__(self):
        return None

    def __bytes__(self):
        return "x"


class Text(str):
    def __str__(self):
        return "changed"


print(str(Both()), repr(Both()), [Both()], f"{Both()} {Both()!r}", bytes(Both()), "%s %r" % (Both(), Both()))
print(str(OnlyRepr()), ascii(OnlyRepr()), {1: OnlyRepr()})
for function in (str, repr, bytes, ascii):
    attempt(function.__name__, lambda: function(Wrong()))
print(str(Text("kept")), repr(Text("kept")), f"{Text('kept')}", "%s" % Text("kept"), Text("kept") + "!", type(str(Text("a"))).__name__)
attempt("decode", lambda: str(b"caf\xc3\xa9", "utf-8"))
attempt("errors only", lambda: str(b"caf\xe9", errors="replace"))
attempt("ascii", lambda: str(b"caf\xe9", "ascii"))
attempt("decode str", lambda: str("x", "utf-8"))
attempt("decode int", lambda: str(5, "utf-8"))
attempt("bytes as text", lambda: str(b"x"))
attempt("codec", lambda: str(b"x", "no-such"))
attempt("empty", lambda: str() + repr(bytes()))
for value in (5, 0, b"ab", bytearray(b"cd"), [1, 2, 255], range(3), memoryview(b"mv"), "text", -1, 2.5, [256], [-1], ["a"], None, (1, b"a")):
    attempt(value if not isinstance(value, memoryview) else "view", lambda: bytes(value))
attempt("encoded", lambda: bytes("caf\xe9", "latin-1"))
attempt("strict", lambda: bytes("\u20ac", "ascii"))
attempt("replace", lambda: bytes("\u20ac", "ascii", "replace"))
attempt("xml", lambda: bytes("\u20ac", "ascii", "xmlcharrefreplace"))
attempt("named", lambda: bytes(source="a", encoding="utf-16-le"))
attempt("encoding of bytes", lambda: bytes(b"a", "utf-8"))
attempt("errors alone", lambda: bytes("a", errors="strict"))
attempt("huge", lambda: bytes(10 ** 30))
recursive = [1]
recursive.append(recursive)
mapping = {"self": recursive}
mapping["me"] = mapping
print(recursive, mapping)
