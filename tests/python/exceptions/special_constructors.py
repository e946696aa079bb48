"""StopIteration, SystemExit, UnicodeError family, ImportError, NameError, AttributeError, KeyError, SyntaxError made by hand."""


def attempt(function, *args, **kw):
    try:
        error = function(*args, **kw)
        print(repr(error), "|", str(error), "|", error.args)
        return error
    except Exception as error:
        print(function.__name__, args, kw, "->", type(error).__name__, error)


for arguments in ((), (1,), (1, 2)):
    print(StopIteration(*arguments).value, SystemExit(*arguments).code, StopAsyncIteration(*arguments).args)
attempt(KeyError, "quoted")
attempt(KeyError)
attempt(KeyError, 1, 2)
attempt(KeyError, ("t",))
attempt(KeyError, "")
e = attempt(ImportError, "msg", name="mod", path="/p")
print(e.name, e.path, e.msg)
attempt(ImportError, "a", "b")
attempt(ImportError, wrong=1)
attempt(ModuleNotFoundError, "m", name=5)
e = attempt(NameError, "n", name="x")
print(e.name)
attempt(NameError, bad=1)
e = attempt(AttributeError, "a", name="n", obj=3)
print(e.name, e.obj)
attempt(AttributeError, obj=1, other=2)
attempt(UnicodeDecodeError, "utf-8", b"abc", 0, 1, "reason")
attempt(UnicodeDecodeError, "utf-8", b"abc", 0, 3, "reason")
attempt(UnicodeDecodeError, "utf-8", "abc", 0, 3, "reason")
attempt(UnicodeDecodeError, "utf-8", b"abc")
attempt(UnicodeDecodeError, 5, b"abc", 0, 3, "reason")
attempt(UnicodeEncodeError, "ascii", "aé😀", 1, 2, "reason")
attempt(UnicodeEncodeError, "ascii", "aé😀", 2, 3, "reason")
attempt(UnicodeEncodeError, "ascii", "aé😀", 1, 3, "reason")
attempt(UnicodeEncodeError, "ascii", "x", 5, 9, "beyond")
attempt(UnicodeTranslateError, "aĀb", 1, 2, "why")
attempt(UnicodeTranslateError, "abc", 1, 3, "why")
e = UnicodeDecodeError("utf-8", bytearray(b"ab\xff"), 2, 3, "bad")
print(type(e.object), e.encoding, e.start, e.end, e.reason)
e.start, e.end, e.reason = 0, 2, "changed"
print(e)
e.object = b""
print(e)
e.reason = 5
print(e)
del e.object
try:
    print(str(e))
except TypeError as error:
    print(error)
attempt(SyntaxError, "m")
e = attempt(SyntaxError, "m", ("f", 1, 2, "text"))
print(e.filename, e.lineno, e.offset, e.text, e.end_lineno, e.print_file_and_line)
attempt(SyntaxError, "m", ("f", 1, 2, "text", 3, 4))
attempt(SyntaxError, "m", ("f", 1, 2))
attempt(SyntaxError, "m", 5)
attempt(SyntaxError, "m", ("f", 1, 2, "t", 3))
attempt(SyntaxError, "m", ("dir/f.py", 7, None, None))
attempt(SyntaxError, 1, 2, 3)
attempt(BaseException, *range(3))
attempt(Exception, key=1)
attempt(ValueError, [])
attempt(BaseExceptionGroup, "g", [ValueError()])
attempt(ExceptionGroup, "g", [KeyboardInterrupt()])
attempt(ExceptionGroup, "g", [])
attempt(ExceptionGroup, 5, [ValueError()])
attempt(ExceptionGroup, "g", 5)
attempt(ExceptionGroup, "g", [ValueError])
attempt(ExceptionGroup, "g")
e = SystemExit()
e.code = 3
print(e.code, e.args, SystemExit((1, 2)).code)
e = Exception("a", 1)
e.args = [5, 6]
print(e, e.args, e.__reduce__())
e.extra = 1
print(e.__reduce__(), e.__dict__, e.__setstate__({"more": 2}), e.more)
attempt(e.__setstate__, 5)
attempt(e.with_traceback, 5)
attempt(e.add_note, 5)
