"""IndentationError and TabError, unterminated things, odd characters, line continuation, null bytes, nesting too deep."""
sources = ["if x:\npass", "if x:\n  a\n b", "  x", "x\n  y", "if x:\n\ta\n        b", "if x:\n        a\n\tb", "def f():\n", "class A:\n\n\nx", "for x in y:\n# comment\nz", "while x:\n    pass\n  else:\n    pass", "try:\nx\nexcept: pass", "with x:\ny", "else:\n x",
           "if x:\n    if y:\n    z", "def f():\n  '''doc\n'''\n x", "x = '''abc", "x = 'abc", 'x = "abc\\', "x = (", "x = [1,\n2,\n", "x = {'a': (1, [2}", "f(]", "x = 5 \\ y", "x = 5 \\", "x \\\n\n= 5", "\\\nx", "x\u00a0= 1", "x = “quoted”", "é = 1; ñ² = 2", "x = 1 – 2", "x = \u200b1", "a\u0301 = 1",
           "5abc", "0x", "1__0", "'\\N{x}'", "x = 'a' 'b", "f'{'", "f'{x'", "f'{x!}'", "f'{x!z}'", "f'{}'", "f'{x:{y:{z}}}'", "f'}'", "f'{a b}'", "f'{#}'", "f'{\\n}'", "f'{lambda x: 1}'", "f'{x=!r:>{5}}'", "f'{*x}'", "f'{yield}'", "f'{a:{'", "f'{(}'", "f'{a[}'", "f'{!r}'", "f'{ }'", "f'{x,!r}'", "f'''{\n1 +\n}'''", "f\"{'\"",
           "# coding: nonsense\nx", "x = 1 # ok\n\x0cy = 2", "x;;y", ";", "x; ; y", "if x: a; b\n", "if x: if y: z", "if x: def f(): pass", "a = b = ", "a, b += 1", "x: int: y", "lambda: (yield) = 1", "$", "?", "a!b", "a != = b", "a -> b", "def f() - > int: pass", "def f() -> : pass", ":=5", "(x := 1) = 2", "x := 1", "f(x := 1, y=2)", "f(x = y := 1)",
           "{x := 1: 2}", "[x := 1, y := 2]", "a[x := 1]", "lambda: x := 1", "(lambda: x := 1)", "(x.y := 1)", "(x[0] := 1)", "((a, b) := 1)", "(5 := x)", "(True := 1)", "[i := 0 for i in x]", "[[(j := 0) for i in x] for j in y]", "[x for x in (y := z)]", "class A: [y := x for x in z]"]
for source in sources:
    try:
        compile(source, "<source>", "exec")
        print(ascii(source), "compiles")
    except SyntaxError as error:
        print(ascii(source), "->", type(error).__name__, ascii(error.msg), error.lineno, error.offset)
for text in ("x = 1\n" * 3 + "  y", "(" * 250, "[" * 150 + "]" * 150, "x" + ".y" * 3000, "-" * 80 + "1", "if x:\n" + "".join(" " * i + "if x:\n" for i in range(1, 120)) + " " * 120 + "pass", "lambda: " * 60 + "1", "1" + "+1" * 3000, "not " * 80 + "x", "x" + "[0]" * 80, "x" + "()" * 80, "(" * 90 + ")" * 90):
    try:
        compile(text, "<deep>", "exec")
        print(text[:12].strip(), len(text), "compiles")
    except (SyntaxError, MemoryError, RecursionError) as error:
        print(text[:12].strip(), len(text), type(error).__name__, getattr(error, "msg", ""))
