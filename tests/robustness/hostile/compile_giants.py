# Sources of extreme size and depth, given to compile, eval, exec and ast.
import ast


def attempt(name, source, mode="exec"):
    try:
        code = compile(source, "<giant>", mode)
        print(name, "compiled", len(code.co_code) > 0)
        return code
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError):
        print(name, "refused")


attempt("long sum", "+".join(["1"] * 900))
attempt("brackets", "[" * 150 + "]" * 150)
attempt("many brackets", "[" * 10_000 + "]" * 10_000)
attempt("unclosed", "(" * 100_000)
attempt("many minuses", "-" * 200_000 + "1")
attempt("many nots", "not " * 100_000 + "1")
attempt("lines", "a = 1\n" * 20_000)
attempt("long list", "[" + "1," * 50_000 + "]")
attempt("names", "\n".join("n%d = %d" % (i, i) for i in range(10_000)))
attempt("arguments", "f(" + ",".join("a%d" % i for i in range(5000)) + ")")
attempt("keywords", "f(" + ",".join("a%d=1" % i for i in range(5000)) + ")")
attempt("parameters", "def f(" + ",".join("a%d" % i for i in range(5000)) + "): pass")
attempt("string", "'" + "a" * 1_000_000 + "'")
attempt("number", "9" * 4000)
attempt("huge number", "9" * 5000)
attempt("hex", "0x" + "f" * 100_000)
attempt("ifs", "\n".join(" " * i + "if 1:" for i in range(99)) + "\n" + " " * 99 + "pass")
attempt("too many ifs", "\n".join(" " * i + "if 1:" for i in range(200)) + "\n" + " " * 200 + "pass")
attempt("elifs", "if 0: pass\n" + "elif 0: pass\n" * 300)
attempt("loops", "\n".join(" " * i + "for x in y:" for i in range(21)) + "\n" + " " * 21 + "pass")
attempt("withs", "\n".join(" " * i + "with x:" for i in range(19)) + "\n" + " " * 19 + "pass")
attempt("tries", "\n".join(" " * i + "try:" for i in range(25)))
attempt("strings", "'a' " * 20_000)
attempt("f-strings", "f'" + "{1}" * 10_000 + "'")
attempt("comparisons", "1 < " * 900 + "2")
attempt("decorators", "@a\n" * 1000 + "def f(): pass")
attempt("targets", "a = " * 3000 + "1")
attempt("null", "a = 1\0")
attempt("unpacked", "".join("a%d," % i for i in range(300)) + "*b = c")
code = attempt("power", "9 ** 9 ** 2", "eval")
print(eval(code) > 0)
tree = ast.Constant(1)
for _ in range(100_000):
    tree = ast.UnaryOp(ast.USub(), tree)
attempt("tree", ast.fix_missing_locations(ast.Expression(ast.Constant(1))), "eval")
try:
    compile(ast.Expression(tree, lineno=1, col_offset=0), "", "eval")
except (RecursionError, TypeError, ValueError) as error:
    print(type(error).__name__ in ("RecursionError", "TypeError"))
del tree
