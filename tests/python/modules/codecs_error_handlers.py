"""The built-in error handlers as functions: each kind of exception, places outside of its object, objects of other types."""
import codecs


def attempt(function, *arguments):
    try:
        return ascii(function(*arguments))
    except Exception as error:
        return f"{type(error).__name__}: {error}"


NAMES = ("strict", "ignore", "replace", "xmlcharrefreplace", "backslashreplace", "namereplace", "surrogatepass",
         "surrogateescape")
for name in NAMES:
    handler = codecs.lookup_error(name)
    for error in (UnicodeEncodeError("ascii", "a\u3042b\udc80", 1, 3, "why"),
                  UnicodeDecodeError("ascii", b"a\xffb", 1, 2, "why"),
                  UnicodeTranslateError("a\u3042\U0001f600", 1, 3, "why"),
                  UnicodeEncodeError("ascii", "abc", -5, 99, "why"),
                  UnicodeDecodeError("utf-8", b"ab\xed\xb0\x80", 2, 99, "why"),
                  UnicodeTranslateError("abc", 0, 0, "why"),
                  UnicodeEncodeError("utf-8", "a\udc80", 1, 2, "why")):
        print(name, type(error).__name__, error.args[1:4], attempt(handler, error))
    for error, other in ((UnicodeEncodeError("ascii", "a", 0, 1, "why"), []), (UnicodeDecodeError("ascii", b"a", 0, 1, "why"), "s"),
                         (UnicodeTranslateError("a", 0, 1, "why"), b"b")):
        error.object = other
        print(name, type(error).__name__, attempt(handler, error) if name != "strict" else "")
        del error.object
        print(name, type(error).__name__, attempt(handler, error) if name != "strict" else "")
    print(name, attempt(handler, 42), attempt(handler, ValueError("x")))

print(attempt(codecs.lookup, "a\0b"), attempt(codecs.lookup, "\ud800"), attempt(codecs.encode, "a", "a\0b"))
print(attempt(codecs.decode, b"a", "utf-8", "a\0"), attempt(codecs.lookup_error, "a\0"), attempt(codecs.encode, "a", 5))
codecs.register_error("wide", lambda error: ("\U0001f40d", error.end))
codecs.register_error("plain", lambda error: ("snake", error.end))
for encoding in ("utf-8", "utf-16", "utf-16-be", "utf-32", "ascii", "latin-1", "gbk"):
    print(encoding, attempt("[\udc80]".encode, encoding, "plain"), attempt("[\udc80]".encode, encoding, "wide"))
