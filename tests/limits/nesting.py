"""Sources of extreme depth and size: minipy must end with success or with CPython's kind of error.

usage: python3.11 nesting.py MINIPY [--only NAME] [--figures]

Each source goes through the commands that show the front half and the compiler, each in a process that may
have 2 GiB of memory. Wanted: exit code 0, or 1 with a message of an exception; never a signal, never a hang.
For --dis, which runs everything, the kind of exception is compared with the oracle's `compile` as well.
"""
import argparse
import concurrent.futures
import os
import re
import resource
import subprocess
import sys
import tempfile
import time

COMMANDS = ("--tokens", "--ast", "--symtable", "--dis", "--compile")
MAIN = ("--tokens", "--ast", "--dis")  # of large sources
MEMORY = 2 << 30
SECONDS = 120
MILLION = 1_000_000
LARGE = 50_000_000
LEVELS = 3000  # of indentation: a million would need a text of a terabyte

# Which limit is hit first depends on CPython's stack and on the memory of its nodes; minipy may need less.
EITHER = {"MemoryError", "RecursionError", "SyntaxError"}
LIMITS = {"MemoryError", "RecursionError"}


def indented(header, levels=LEVELS):
    return "".join(" " * level + header + "\n" for level in range(levels)) + " " * levels + "pass\n"


def works():
    """Sources that must be accepted."""
    for opening, closing in ("()", "[]", "{}"):
        yield f"100 x {opening}", opening * 100 + "1" + closing * 100
    yield "100 calls", "f(" * 100 + ")" * 100
    yield "90 blocks", indented("if x:", 90)
    yield "string of 50 MB", "x = '" + "a" * LARGE + "'\n"
    yield "comment of 50 MB", "#" * LARGE + "\nx = 1\n"
    yield "docstring of 50 MB in lines", "'''" + ("a" * 99 + "\n") * (LARGE // 100) + "'''\n"
    yield "names of 12 MB in one line", "x = [" + "abcdefghi," * (LARGE // 40) + "]\n"
    yield "million lines", "x = 1\n" * MILLION
    yield "million blank lines", "\n" * MILLION + "x = 1\n"
    yield "million continuations", "x = " + "\\\n" * MILLION + "1\n"
    yield "million statements on a line", "a;" * (MILLION // 10) + "\n"
    yield "million comparisons", "x = 1" + " < 1" * (MILLION // 10) + "\n"
    yield "arguments by name", "f(" + ",".join(f"a{i}=1" for i in range(MILLION // 50)) + ")\n"
    yield "million decorators", "@a\n" * (MILLION // 100) + "def f(): pass\n"
    yield "million handlers", "try: pass\n" + "except A: pass\n" * (MILLION // 50)


def any_end():
    """Sources that must end in success or in an error."""
    for text in "(", "[", "{", "-", "not ", "~", "lambda: ", "a if b else ", "2 ** ", "await ", "[x for x in ", "f(":
        yield f"million x {text}", "x = " + text * MILLION + "1\n"
    for text in ("* ", "*(", "print ", "x = ", "yield ", "x := ", "(x := ", "a.", "a[", "a[b:", "{1: ", "**", "lambda x=",
                 "async ", "@", "from . import ", "del (", "with (", "match (", "if x: ", "not(", "...", "a @ ",
                 "lambda *a, b=", "\\\n", ";", "\f", "\0", "'", "f'{", '"""', "\\", "#\r", "0x", "1_", "1e", "a" * 10):
        yield f"million x {text!r} from the start", text * MILLION
    for operator in "+", "*", "and", "or", "|", ",", "==", "if 1 else", "is not":
        yield f"million terms of {operator}", "x = 1" + f" {operator} 1" * MILLION + "\n"
    yield "million attributes", "a" + ".b" * MILLION + "\n"
    yield "million calls in a row", "f" + "()" * MILLION + "\n"
    yield "million subscripts", "a" + "[0]" * MILLION + "\n"
    yield "million targets", "x = " * MILLION + "1\n"
    yield "million strings joined", "x = (" + "'a' " * MILLION + ")\n"
    yield "million f-strings joined", "x = (" + "f'{a}' " * (MILLION // 10) + ")\n"
    yield "digits of 50 MB", "x = " + "7" * LARGE + "\n"
    yield "hexadecimal digits of 50 MB", "x = 0x" + "f" * LARGE + "\n"
    yield "digits of 50 MB behind the point", "x = 0." + "7" * LARGE + "\n"
    yield "name of 50 MB", "a" * LARGE + " = 1\n"
    yield "name of 10 MB beyond ASCII", "\u00e9" * (LARGE // 10) + " = 1\n"
    yield "bytes of 50 MB", "x = b'" + "\\x00" * (LARGE // 4) + "'\n"
    yield "escapes of 50 MB", "x = '" + "\\n" * (LARGE // 2) + "'\n"
    yield "string without end", "x = '''" + "a\n" * (LARGE // 10)
    yield "opened and closed", "x = " + "(" * MILLION + "1" + ")" * MILLION + "\n"
    yield "lists opened and closed", "x = " + "[" * MILLION + "]" * MILLION + "\n"
    for header in ("if x:", "while x:", "for x in y:", "def f():", "class C:", "try:", "with x:", "async def f():",
                   "match x:", "if x:\n pass\nelse:"):
        yield f"indentation of {header!r}", indented(header)
    yield "elif chain", "if x: pass\n" + "elif x: pass\n" * (MILLION // 10)
    yield "else if by indentation", "".join(f"{' ' * i}if x: pass\n{' ' * i}else:\n" for i in range(LEVELS)) + (
        " " * LEVELS + "pass\n")
    yield "indents that only grow", "".join(" " * i + "x\n" for i in range(LEVELS))
    yield "dedents that fit nothing", indented("if x:", 99) + "".join(" " * i + "x\n" for i in range(98, 0, -1))
    for depth in 3, 50, 400:
        yield f"f-strings {depth} deep", "x = " + "f'{(" * depth + "1" + ")}'" * depth + "\n"
    yield "format specs", "x = f'" + "{a:" * MILLION + "}" * MILLION + "'\n"
    yield "brackets in an f-string", "x = f'{" + "(" * MILLION + ")" * MILLION + "}'\n"
    for opening, closing in ("[]", "()", ("C(", ")"), ("{1: ", "}"), ("x|(", ")"), ("C(x=", ")")):
        for count in 300, MILLION:
            yield f"pattern {opening} {count}", f"match x:\n case {opening * count}y{closing * count}: pass\n"
    captures = ",".join(f"a{i}" for i in range(10_000))
    yield "captures of a sequence", f"match x:\n case [{captures}]: pass\n"
    yield "captures of a mapping", "match x:\n case {" + ",".join(f"{i}: a{i}" for i in range(10_000)) + "}: pass\n"
    yield "alternatives that capture", f"match x:\n case [{captures}] | [a1, {captures}]: pass\n"
    yield "keywords of a class pattern", "match x:\n case C(" + ",".join(f"a{i}=1" for i in range(MILLION // 50)) + (
        "): pass\n")
    yield "lambdas", "x = [" + "lambda: 1," * (MILLION // 20) + "]\n"
    yield "comprehensions", "x = [" + "[a for b in c]," * (MILLION // 20) + "]\n"
    yield "constant tuples", "x = (" + ",".join(f"({i}, 2)" for i in range(MILLION // 10)) + ")\n"
    yield "alternatives", "match x:\n case " + "1 | " * (MILLION // 4) + "1: pass\n"
    yield "cases", "match x:\n" + " case 1: pass\n" * (MILLION // 10)
    yield "comprehension in comprehension", "x = " + "[y for y in " * 300 + "z" + "]" * 300 + "\n"
    yield "clauses of a comprehension", "x = [y " + "for y in z " * (MILLION // 10) + "]\n"
    yield "conditions of a comprehension", "x = [y for y in z " + "if y " * (MILLION // 10) + "]\n"
    yield "lambdas in arguments", "x = " + "lambda a=(" * 300 + "1" + "): a" * 300 + "\n"
    yield "parameters", "def f(" + ",".join(f"a{i}" for i in range(MILLION // 4)) + "): pass\n"
    yield "names of a global", "def f():\n global " + ",".join(f"a{i}" for i in range(MILLION // 4)) + "\n"
    yield "names of an import", "from a import (" + ",".join(f"a{i}" for i in range(MILLION // 4)) + ")\n"
    yield "dotted import", "import a" + ".a" * MILLION + "\n"
    yield "walrus in parentheses", "(a := " * 300 + "1" + ")" * 300 + "\n"
    yield "starred targets", "*" * MILLION + "a = b\n"
    yield "nested targets", "(" * 5000 + "a," + ")," * 4999 + ") = b\n"
    yield "slices", "a[" + ":," * MILLION + "]\n"
    yield "annotations", "a: " * MILLION + "b\n"
    yield "keys", "x = {" + "1: 2, " * (MILLION // 2) + "}\n"
    yield "with items", "with " + "a, " * (MILLION // 10) + "b: pass\n"


def limit_memory():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def run(command):
    """(exit code, end of standard error, seconds)."""
    start = time.monotonic()
    try:
        done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=SECONDS,
                              preexec_fn=limit_memory)
        return done.returncode, done.stderr[-3000:].decode("utf-8", "replace"), time.monotonic() - start
    except subprocess.TimeoutExpired:
        return "no end", "", time.monotonic() - start


def exception_of(text):
    """The name of the exception that the last line tells of."""
    lines = [line for line in text.splitlines() if re.match(r"\w*(Error|Exception)\b", line)]
    return re.match(r"\w+", lines[-1]).group() if lines else None


def oracle(path):
    """Name of the exception of CPython; "" if it compiles the file, None if it crashes or takes too long."""
    program = "import sys, warnings; warnings.simplefilter('ignore'); compile(open(sys.argv[1], 'rb').read(), 'f', 'exec')"
    code, text, _ = run([sys.executable, "-S", "-c", program, path])
    kind = exception_of(text)
    if kind == "ValueError":  # null characters: `compile` refuses them, a file ends there
        return None
    return {0: "", 1: kind}.get(code)


def check(pool, minipy, name, source, accepted, folder):
    """Complaints about one source, and the line of figures."""
    path = os.path.join(folder, "source.py")
    with open(path, "w", encoding="utf-8") as file:
        file.write(source)
    answer = pool.submit(oracle, path)
    words = {command: [minipy, command, path] for command in COMMANDS if len(source) < LARGE // 4 or command in MAIN}
    if "--compile" in words:
        words["--compile"] += ["-o", os.path.join(folder, "out.pyc")]
    runs = {command: pool.submit(run, line) for command, line in words.items()}
    complaints, seconds, kind = [], 0.0, ""
    for command, ran in runs.items():
        code, text, taken = ran.result()
        seconds = max(seconds, taken)
        if code not in (0, 1) or (code == 1 and not text.strip()):
            complaints.append(f"{name}: {command}: exit code {code} after {taken:.1f} s: {text[-200:]}")
        elif accepted and code == 1 and command in ("--tokens", "--dis"):
            complaints.append(f"{name}: {command}: rejected: {text[-200:]}")
        if command == "--dis" and code == 1:
            kind = exception_of(text)
    if kind == "ValueError":  # compiled, but too many digits to be shown
        kind = ""
    wanted = answer.result()
    if wanted is not None and wanted != kind and not {wanted, kind} <= EITHER and (kind or wanted not in LIMITS):
        complaints.append(f"{name}: minipy says {kind or 'success'}, CPython {wanted or 'success'}")
    told = "no answer" if wanted is None else wanted or "success"
    return complaints, f"{name:50} {seconds:6.1f} s  {kind or 'success':16} CPython: {told}"


def main():
    options = argparse.ArgumentParser()
    options.add_argument("minipy")
    options.add_argument("--only", default="")
    options.add_argument("--figures", action="store_true")
    arguments = options.parse_args()
    tried = wrong = 0
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as pool:
        for accepted, cases in (False, any_end()), (True, works()):
            for name, source in cases:
                if arguments.only not in name:
                    continue
                complaints, figures = check(pool, arguments.minipy, name, source, accepted, folder)
                for line in complaints + [figures] * arguments.figures:
                    print(line, flush=True)
                tried += 1
                wrong += bool(complaints)
    print(f"{tried} sources, {wrong} with complaints")
    return 1 if wrong or not tried else 0


if __name__ == "__main__":
    sys.exit(main())
