"""What is incomplete, what is wrong: codeop, and the flags of compile() behind it."""
import codeop
import warnings

warnings.simplefilter("ignore")
SOURCES = ["", "x = 1", "if 9 == 3:\n   pass\nelse:\n   pass", "if 1:\n pass", "if 1:\n pass\n", "def f():",
           "def f():\n pass\n#c", "(a **", "(a, b, (", "a = '''x", "a = 'a\\", "a = 'a\\\n", "'\\e' 1", "a b", "a = 'x",
           "lambda z: \\", "x = [1,\n", "try:\n pass", "@d\n", "for x in y:\n  z", "del (1,)", "1 +", "'\\e' + ("]

for symbol in ("single", "exec", "eval"):
    for source in SOURCES:
        try:
            result = codeop.compile_command(source, "<in>", symbol)
            shown = "incomplete" if result is None else "complete"
        except (SyntaxError, OverflowError, ValueError) as error:
            shown = type(error).__name__
        print(symbol, repr(source), shown)

DONT_IMPLY_DEDENT, ALLOW_INCOMPLETE = 0x200, 0x4000
for flags in (0, DONT_IMPLY_DEDENT, DONT_IMPLY_DEDENT | ALLOW_INCOMPLETE):
    for source in ("if 1:\n pass", "if 1:\n pass\n", "while 1:\n  x = 1\n  if x: pass"):
        try:
            print(hex(flags), repr(source), type(compile(source, "<in>", "single", flags)).__name__)
        except SyntaxError as error:
            print(hex(flags), repr(source), error.msg)
