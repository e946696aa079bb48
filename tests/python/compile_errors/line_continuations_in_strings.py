# Where a backslash with something behind it goes wrong, in sources that are strings: line and column.
sources = ["a = 3 \\ 4", "1,\\#\n2", "\nfgdfgf\n1,\\#\n2\n", "a \\ \n", "x = (1,\\ 2)", "  \\ 4", "if 1:\n  a = 1 \\ 2\n", "if 1:\n  a = (1,\n  2 \\ 3)",
           "(\n\\ a", "(\n1 +\n\\ 2)\n", "def f():\n    return \\ 1\n", "a = [\n    1,\n    \\x\n]"]
for source in sources:
    for given in (source, source.encode()):
        for mode in ("exec", "eval", "single"):
            try:
                compile(given, "<string>", mode)
                print("fine")
            except SyntaxError as error:
                print(mode, repr(source), error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset)
for source in ("a = \\\n1", "if 1: \\\n  a = (2, \\\n 3)", "b = 'x\\\ny'"):
    names = {}
    exec(source, names)
    print({key: value for key, value in names.items() if len(key) == 1})
