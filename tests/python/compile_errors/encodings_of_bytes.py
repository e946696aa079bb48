"""compile() of bytes: cookies under any name that a codec goes by, and what is wrong with them."""
SOURCES = [b"# coding: utf8\nx = 'h\xc3\xa9'", b"# coding: U8\nx = 'h\xc3\xa9'", b"# coding: latin-1\nx = '\xe9'",
           b"# coding: cp1252\nx = '\x80'", b"#!/usr/bin/python\n# vim: set fileencoding=koi8-r :\nx = '\xc1'",
           b"# coding: ascii\nx = '\xe9'", b"# coding: utf-9\nx = 1", b"# coding: rot13\nk = 1",
           b"# coding: hex\nk = 1", b"\xef\xbb\xbf# coding: utf-8\nx = '\xc3\xa9'",
           b"\xef\xbb\xbf# coding: latin-1\nx = 1", b"\xef\xbb\xbf# coding: nonsense\nx = 1",
           b"# coding: idna\nx = 1"]

for source in SOURCES:
    space = {}
    try:
        exec(compile(source, "source", "exec"), space)
    except SyntaxError as error:
        print(source[:24], type(error).__name__, error.args)
    else:
        print(source[:24], ascii(space["x"]))
