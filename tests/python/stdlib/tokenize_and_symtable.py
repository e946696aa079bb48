"""tokenize of small sources, round trips, errors; symtable of scopes; keyword, token, code, codeop."""
import code
import codeop
import io
import keyword
import symtable
import token
import tokenize

for text in ("x = 1 + 2.5j # c\n", "def f(a):\n    return [a,\n  b]\n", "if x:\n\ty\n\n\tz\n", "'''a\nb''' + r'c' f'{d}'\n", "a->b:=c**=d//e...f<>g\n", "x = \\\n  1\n", "no newline", "", "é = '日'\n", "@a\nasync def f(): await b\n", "0x1F 1_0 1e5 .5 1.\n", "$ ? !\n"):
    try:
        for t in tokenize.generate_tokens(io.StringIO(text).readline):
            print(token.tok_name[t.exact_type], repr(t.string), *t.start, *t.end, end="; ")
        print()
    except (tokenize.TokenError, SyntaxError) as error:
        print(type(error).__name__, error)
for text in ("(a", "'''x", "if 1:\n  a\n b\n", "'a", "\\"):
    try:
        list(tokenize.generate_tokens(io.StringIO(text).readline))
        print(repr(text), "fine")
    except (tokenize.TokenError, IndentationError) as error:
        print(repr(text), type(error).__name__, error.args[0])
source = "def f( a ,b ):\n  return  a+b # sum\n"
tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
print(repr(tokenize.untokenize(tokens)), repr(tokenize.untokenize([t[:2] for t in tokens])), tokenize.detect_encoding(io.BytesIO(b"# coding: latin-1\nx").readline), tokens[0])
for raw in (b"\xef\xbb\xbfx", b"# coding: nope\n", b"\xff", b"\xef\xbb\xbf# coding: latin-1\n"):
    try:
        print(tokenize.detect_encoding(io.BytesIO(raw).readline))
    except SyntaxError as error:
        print(error)
table = symtable.symtable("x: int = 1\nglobal g\nclass C:\n  a = x\n  def m(self, *p, k=a):\n    global g\n    def inner():\n      nonlocal k\n      k = self; return [q for q in p]\n    return inner, __class__\nimport os\nf = lambda z: z + g\n", "f", "exec")
def show(t, depth=0):
    print("  " * depth + f"{t.get_type()} {t.get_name()} nested={t.is_nested()} optimized={t.is_optimized()} children={t.has_children()}")
    for s in sorted(t.get_symbols(), key=lambda s: s.get_name()):
        print("  " * depth + "  " + s.get_name(), [n for n in ("referenced", "parameter", "global", "declared_global", "local", "free", "imported", "assigned", "annotated", "nonlocal", "namespace") if getattr(s, "is_" + n)()])
    for child in t.get_children():
        show(child, depth + 1)
show(table)
f = table.get_children()[0].get_children()[0]
print(f.get_parameters(), f.get_locals(), f.get_globals(), f.get_nonlocals(), f.get_frees(), table.get_children()[0].get_methods(), table.lookup("x"), f)
for text in ("1", "1 +", "if x:", "if x:\n  y", "if x:\n  y\n", "(", "'''", "x = = 1", "", "# c", "@d", "def f(): pass", "x\\"):
    try:
        print(repr(text), codeop.compile_command(text) is not None, end="; ")
    except SyntaxError as error:
        print(repr(text), error.msg, end="; ")
print()
console = code.InteractiveInterpreter({"v": 5})
import sys
sys.stderr = sys.stdout
print(console.runsource("v + 1"), console.runsource("if v:"), console.runsource("1/0"), console.runsource("x ="))
lines = iter(["y = 2", "for i in range(2):", "  print(i * y)", "", "undefined", "raise SystemExit" if False else "y"])
def reading(prompt):
    print(prompt, end="")
    try:
        return next(lines)
    except StopIteration:
        raise EOFError
code.InteractiveConsole().interact(banner="banner", exitmsg="bye") if False else code.interact("banner", reading, {"z": 1}, "bye")
print(keyword.iskeyword("match"), keyword.issoftkeyword("match"), len(keyword.kwlist), token.ISTERMINAL(token.NAME), token.EXACT_TOKEN_TYPES["->"] == token.RARROW)
