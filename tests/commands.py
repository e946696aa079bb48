"""The inspection commands agree on help, exit codes, unreadable files and -W.

usage: python3.11 commands.py MINIPY

Warnings and the errors made of them must be those of this interpreter, byte for byte.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

COMMANDS = "--tokens --ast --symtable --dis --cfg --compare --compile".split()
FROM_STDIN = "--tokens --ast --symtable --dis --cfg".split()

WARNING_SOURCES = {
    "escape": "x = '\\d'\n",
    "bytes": "if 1:\n    x = b'\\d' \n",
    "joined": "x = ('a'\n  'b\\8')\n",
    "fstring": "f'{1}\\d'\n",
    "number": "x = 100if 1 else 0x1for 2 in 3\n",
    "comparison": "x = 1\nx is 2\n",
    "call": "x = [(1)\n   (2), 3] if 0 else 0\n",
    "index": "def f():\n    return 'a'['b'] \n",
    "tuple": "assert (1, 'message')\n",
    "before an error": "x = '\\d'\nx is 1\nx y\n",
    "before a compiler error": "1 is 1\nreturn\n",
    "several": "x = '\\d'; y = '\\e'\n'\\z'; 1 is 1; x = 1if 2 else 3\nf'\\w{1}'; 1()\n",
}
WARNING_OPTIONS = [
    [], ["-Wdefault"], ["-W", "error"], ["-Wignore"], ["-Wall"], ["-Wonce"], ["-Wmodule"], ["-We", "-Wi"],
    ["-W", "error::SyntaxWarning"], ["-W", "error::DeprecationWarning"], ["-Wignore::SyntaxWarning"],
    ["-W", 'error:"IS" with'], ["-W", "error:::prog"], ["-W", "error:::other"], ["-W", "error::::2"],
    ["-Wd::DeprecationWarning", "-We:::prog:3"], ["-W", "bad"], ["-W", "error::Foo"], ["-W", "error::::x"],
    ["-W", "a:b:c:d:e:f"], ["-W", "error::ImportWarning"],
]
# CPython compiles only: programs with names and calls that fail at run time are of no use here.
COMPILE_ONLY = "with open('prog.py', 'rb') as file: compile(file.read(), 'prog.py', 'exec')"

failures = 0


def check(what, holds, detail=""):
    global failures
    if not holds:
        failures += 1
        print(f"FAILED: {what}\n{detail}")


def run(*command, text=b""):
    result = subprocess.run(command, input=text, capture_output=True, timeout=60)
    return result.returncode, result.stdout.decode(errors="replace"), result.stderr.decode(errors="replace")


def check_usage(minipy):
    code, output, errors = run(minipy, "--help")
    check("--help", code == 0 and not errors and all(name in output for name in COMMANDS), output + errors)
    for command in COMMANDS:
        code, output, errors = run(minipy, command, "--help")
        check(f"{command} --help", code == 0 and output.startswith(f"usage: minipy {command}") and not errors)
    for command in COMMANDS:
        if command not in ("--tokens", "--ast"):
            code, output, errors = run(minipy, command, "--no-such-option", "x.py")
            check(f"{command}, unknown option", (code, output) == (2, "") and errors.startswith("usage: minipy"))
    for words in (["--no-such-command"], ["-W"]):
        code, _, _ = run(minipy, *words)
        check(f"minipy {words}", code == 2)


def check_files(minipy):
    unreadable = {"missing.py": "No such file or directory", ".": "Is a directory",
                  "prog.py/below.py": "Not a directory"}
    pathlib.Path("prog.py").write_text("x = 1\n")
    for command in COMMANDS:
        for name, reason in unreadable.items():
            code, output, errors = run(minipy, command, name)
            says = errors.startswith(f"minipy: can't open file '{name}': [Errno ") and errors.endswith(f"{reason}\n")
            check(f"{command} {name}", (code, output) == (2, "") and says, f"{code} {output}{errors}")
        if os.getuid() != 0:
            pathlib.Path("secret.py").write_text("")
            os.chmod("secret.py", 0)
            code, output, errors = run(minipy, command, "secret.py")
            check(f"{command} secret.py", code == 2 and "Permission denied" in errors, errors)
        odd_name = b"odd\xff.py"
        pathlib.Path(os.fsdecode(odd_name)).write_text("def f(): pass\n")
        code, _, errors = run(minipy, command, odd_name)
        check(f"{command}, name that is no UTF-8", code == 0, errors)
    for command in FROM_STDIN:
        from_file, from_stdin = run(minipy, command, "prog.py"), run(minipy, command, "-", text=b"x = 1\n")
        check(f"{command} -", from_stdin[0] == 0 and not from_stdin[2] and from_stdin[1], from_stdin[2])
    code, _, errors = run(minipy, "--compile", "-", "-o", "out.pyc", text=b"print(6 * 7)\n")
    check("--compile - -o", code == 0 and run(sys.executable, "out.pyc")[1] == "42\n", errors)
    pathlib.Path("bad.py").write_text("x = = 1\n")
    for command in COMMANDS[1:]:
        code, output, errors = run(minipy, command, "bad.py")
        check(f"{command} bad.py", code == 1 and errors.endswith("SyntaxError: invalid syntax\n"), errors)
    check("nothing half done is left", not pathlib.Path("__pycache__/bad.cpython-311.pyc").exists())


TRACED = """def double(n):
    return n + n
print(double(21))
"""
TRACE_OF_DOUBLE = """call double(n=21)
     1  def double(n):
           0 RESUME                    0                      []  ->  []
     2      return n + n
           2 LOAD_FAST                 0 (n)                  []  ->  [21]
           4 LOAD_FAST                 0 (n)                  [21]  ->  [21, 21]
           6 BINARY_OP                 0 (+)                  [21, 21]  ->  [42]
          10 RETURN_VALUE                                     [42]
return 42
"""


def check_trace(minipy):
    pathlib.Path("traced.py").write_text(TRACED)
    code, output, errors = run(minipy, "--trace", "--trace-function", "double", "traced.py")
    check("--trace-function", (code, output, errors) == (0, "42\n", TRACE_OF_DOUBLE), errors)
    code, output, errors = run(minipy, "--trace", "traced.py")
    inner = "".join(f"  {line}\n" for line in TRACE_OF_DOUBLE.splitlines())
    check("--trace", code == 0 and output == "42\n" and inner in errors and
          errors.startswith("call <module>()\n") and errors.endswith("return None\n"), errors)
    for words in ([], ["--trace-function"]):
        code, _, errors = run(minipy, "--trace", *words)
        check(f"--trace {words}", code == 2 and errors.startswith("usage: minipy --trace"), errors)


def without_traceback(text):
    """CPython's traceback starts in the program that called compile()."""
    lines = text.splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(("Traceback", '  File "<string>"')))


def check_warnings(minipy):
    for name, source in WARNING_SOURCES.items():
        pathlib.Path("prog.py").write_text(source)
        for options in WARNING_OPTIONS:
            code, _, errors = run(minipy, *options, "--compile", "prog.py", "-o", "out.pyc")
            their_code, _, their_errors = run(sys.executable, "-S", *options, "-c", COMPILE_ONLY)
            their_errors = without_traceback(their_errors)
            check(f"{name}, {options}", (code, errors) == (their_code, their_errors),
                  f"--- ours, {code}\n{errors}--- CPython's, {their_code}\n{their_errors}")


def main():
    minipy = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        check_usage(minipy)
        check_files(minipy)
        check_warnings(minipy)
        check_trace(minipy)
        os.chdir("/")
    print(f"{failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
