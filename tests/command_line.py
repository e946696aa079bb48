"""The interpreter's command line: the same words, environment and input under CPython 3.11 and minipy must give
the same output, errors and exit code.

usage: python3.11 command_line.py MINIPY [NAME...]      NAME: only cases whose name contains it

A case is a row of `CASES`: a name, the words, and what else it needs. The interpreter's own path reads PROG in what is
compared, and so does the name by which usage messages call it. Cases of the prompt are in `SESSIONS` (input from a
pipe, with -i) and `TERMINALS` (on a terminal of their own, where only what stands between marks is compared).
"""
import concurrent.futures
import difflib
import os
import pathlib
import pty
import re
import select
import subprocess
import sys
import tempfile
import time

import environment

FLAGS = "import sys; print(sys.flags, sys.warnoptions, sys._xoptions)"
STREAMS = ("import sys; print(sys.flags.utf8_mode, sys.stdout.encoding, sys.stdout.errors, sys.stdin.errors, "
           "sys.stderr.errors)")
FILTERS = "import sys, _warnings; print(sys.warnoptions, _warnings.filters)"
SERVER = """import http.server as h, threading, urllib.request as r
class Quiet(h.SimpleHTTPRequestHandler):
    def log_message(self, *words): pass
server = h.HTTPServer(("127.0.0.1", 0), Quiet)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(r.urlopen("http://127.0.0.1:%d/wrong.py" % server.server_port).read())
server.shutdown()"""
ARGV = "import sys; print(sys.orig_argv[1:], sys.argv)"

# name, words, environment, input, shell line in place of words ("PROG" is the interpreter)
CASES = [
    ("unknown short option", ["-z"]),
    ("unknown joined option", ["-Bz"]),
    ("unknown long option", ["--foo"]),
    ("no command", ["-c"]),
    ("no module", ["-m"]),
    ("no warning", ["-W"]),
    ("no x option", ["-X"]),
    ("joined no command", ["-ic"]),
    ("jython", ["-J"]),
    ("no hash word", ["--check-hash-based-pycs"]),
    ("bad hash word", ["--check-hash-based-pycs", "foo", "-c", "pass"]),
    ("hash word", ["--check-hash-based-pycs", "never", "-c", "import _imp; print(_imp.check_hash_based_pycs)"]),
    ("version", ["-V"]),
    ("long version", ["--version"]),
    ("digits too few", ["-Xint_max_str_digits=12", "-c", "pass"]),
    ("digits without number", ["-X", "int_max_str_digits", "-c", "pass"]),
    ("digits", ["-X", "int_max_str_digits=700", "-c", FLAGS + "; print(sys.get_int_max_str_digits()); str(10**700)"]),
    ("digits variable", ["-c", FLAGS], {"PYTHONINTMAXSTRDIGITS": "0"}),
    ("bad digits variable", ["-c", FLAGS], {"PYTHONINTMAXSTRDIGITS": "x"}),
    ("option over digits variable", ["-X", "int_max_str_digits=900", "-c", FLAGS], {"PYTHONINTMAXSTRDIGITS": "0"}),
    ("frozen modules", ["-X", "frozen_modules=x", "-c", "pass"]),
    ("no frozen modules", ["-X", "frozen_modules=off", "-c", "import os; print(os.__spec__.origin)"]),
    ("bad utf8 option", ["-X", "utf8=3", "-c", "pass"]),
    ("bad utf8 variable", ["-c", "pass"], {"PYTHONUTF8": "4"}),
    ("bad seed", ["-c", "pass"], {"PYTHONHASHSEED": "x"}),
    ("large seed", ["-c", "pass"], {"PYTHONHASHSEED": "99999999999"}),
    ("seed", ["-c", "import sys; print(hash('spam'), sys.flags.hash_randomization)"], {"PYTHONHASHSEED": "42"}),
    ("seed of none", ["-c", "import sys; print(hash('spam'), sys.flags.hash_randomization)"],
     {"PYTHONHASHSEED": "0"}),
    ("seed ignored", ["-E", "-c", "import sys; print(sys.flags.hash_randomization)"], {"PYTHONHASHSEED": "0"}),
    ("bad tracemalloc", ["-X", "tracemalloc=x", "-c", "pass"]),
    ("developer mode", ["-X", "dev", "-c", FLAGS]),
    ("all counts", ["-bb", "-d", "-q", "-OO", "-c", FLAGS]),
    ("joined options", ["-OBsP", "-c", FLAGS]),
    ("isolated", ["-I", "-c", FLAGS], {"PYTHONSAFEPATH": "1", "PYTHONOPTIMIZE": "2"}),
    ("x options", ["-Xfoo=bar=baz", "-Xz", "-X", "z=1", "-c", FLAGS]),
    ("optimize variable", ["-c", FLAGS], {"PYTHONOPTIMIZE": "abc"}),
    ("optimize larger wins", ["-O", "-c", FLAGS], {"PYTHONOPTIMIZE": "2"}),
    ("other variables", ["-c", FLAGS], {"PYTHONUNBUFFERED": "1", "PYTHONNOUSERSITE": "x", "PYTHONSAFEPATH": "1",
                                        "PYTHONDONTWRITEBYTECODE": "0", "PYTHONDEBUG": "3"}),
    ("variables ignored", ["-E", "-c", FLAGS], {"PYTHONOPTIMIZE": "2", "PYTHONWARNINGS": "error"}),
    ("assert and docstring", ["-OO", "-c", "'doc'\nassert 0\nprint(__debug__, __doc__)"]),
    ("warnings kept once", ["-W", "ignore", "-Werror::UserWarning", "-Wignore", "-c", FLAGS]),
    ("warnings of all kinds", ["-Wa", "-b", "-X", "dev", "-c", FLAGS], {"PYTHONWARNINGS": "once,,always"}),
    ("first filters", ["-S", "-c", FILTERS]),
    ("filters set", ["-Wd", "-bb", "-c", FILTERS]),
    ("bad warning", ["-W", "foo", "-c", "pass"]),
    ("warning as error", ["-W", "error", "-c", "import warnings\nwarnings.warn('x', DeprecationWarning)"]),
    ("bytes warnings", ["-b", "-c", "print(str(b'a'), b'a' == 'a', b'a' != 1, bytearray(b'x') == 'x', b'' < 1)"]),
    ("bytes errors", ["-bb", "-c", "b'a' == 'a'"]),
    ("cache prefix", ["-X", "pycache_prefix=p", "-c", "import sys; print(sys.pycache_prefix)"]),
    ("cache prefix none", ["-X", "pycache_prefix=", "-c", "import sys; print(sys.pycache_prefix)"],
     {"PYTHONPYCACHEPREFIX": "x"}),
    ("path", ["-S", "-c", "import sys; print(sys.path[:4])"], {"PYTHONPATH": "a::b/../c"}),
    ("path of a module", ["-m", "shown", "x"]),
    ("path of a file", ["sub/shown.py", "x", "-c"]),
    ("path of a link", ["link.py"]),
    ("safe path", ["-P", "sub/shown.py"]),
    ("path of standard input", ["-", "a"], {}, "import sys; print(sys.argv, repr(sys.path[0]), __file__)"),
    ("standard input", [], {}, "print(__name__, __spec__, __loader__)\n1/0\n"),
    ("end of options", ["--", "sub/shown.py", "-V"]),
    ("arguments of a command", ["-c", ARGV, "--", "-V", "é"]),
    ("argument that is no text", ["-c", ARGV, b"a\xff"]),
    ("command that is no text", ["-c", b"print('\xff')"]),
    ("file that is missing", ["nosuch.py"]),
    ("directory without main", ["empty"]),
    ("directory", ["package", "x"]),
    ("archive", ["archive.zip", "x"]),
    ("module that is missing", ["-m", "nosuch"]),
    ("module below a module", ["-m", "os.nosuch"]),
    ("package without main", ["-m", "plain"]),
    ("main of a file", ["main.py"]),
    ("main of a command", ["-c", "import __main__; print(sorted(vars(__main__)))"]),
    ("first line skipped", ["-x", "bad_first_line.py"]),
    ("bytecode", ["compiled.pyc"]),
    ("bytecode of another version", ["old.pyc"]),
    ("error in a file", ["failing.py"]),
    ("error of syntax", ["wrong.py"]),
    ("exit without site", ["-S", "-c", "exit(3)"]),
    ("exit with site", ["-c", "exit(3)"]),
    ("names of site", ["-c", "print(exit, quit, help)"]),
    ("exit with a text", ["-c", "import sys; sys.exit('foo')"]),
    ("exit with a tuple", ["-c", "raise SystemExit((1, 2))"]),
    ("exit with a large number", ["-c", "raise SystemExit(2**80)"]),
    ("exit with -1", ["-c", "raise SystemExit(-1)"]),
    ("exit with True", ["-c", "raise SystemExit(True)"]),
    ("exit with a float", ["-c", "raise SystemExit(1.5)"]),
    ("exit of a thread", ["-c", "import _thread\ntry: _thread.exit()\nexcept SystemExit: print('caught')"]),
    ("stdout closed by the program", ["-c", "import sys; sys.stdout.close()"]),
    ("stdout gone", ["-c", "import sys; print(1); del sys.stdout"]),
    ("no room on stdout", None, {}, "", "PROG -c 'print(1)' > /dev/full"),
    ("stdout closed", None, {}, "", "PROG -c 'print(1)' >&-"),
    ("stdin closed", None, {}, "", "PROG -c 'import sys; print(sys.stdin)' <&-"),
    ("broken pipe", None, {}, "", "PROG -c 'while 1: print(1)' | head -1"),
    ("stderr None", ["-c", "import sys; sys.stderr = None; 1/0"]),
    ("hook missing", ["-c", "import sys; del sys.excepthook; 1/0"]),
    ("hook that fails", ["-c", "import sys; sys.excepthook = None; 1/0"]),
    ("interrupted", ["-c", "import os; os.kill(os.getpid(), 2)"]),
    ("at exit", ["-c", "import atexit, sys\natexit.register(lambda: 1/0)\natexit.register(print, 'x')\n"
                 "atexit.register(sys.exit, 3)"]),
    ("exception at exit after error", ["-c", "import atexit; atexit.register(print, 'bye'); 1/0"]),
    ("finalizers at the end", ["finalizers.py"]),
    ("finalizer that fails", ["-c", "class A:\n  def __del__(self): 1/0\na = A()"]),
    ("C locale", ["-c", STREAMS], {"LC_ALL": "C"}),
    ("C locale, no UTF-8", ["-c", STREAMS], {"LC_ALL": "C", "PYTHONUTF8": "0"}),
    ("no coercion", ["-c", STREAMS], {"LC_ALL": None, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
    ("coercion told", ["-c", STREAMS], {"LC_ALL": None, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "warn"}),
    ("encoding and errors", ["-c", STREAMS], {"PYTHONIOENCODING": "latin-1:replace"}),
    ("errors alone", ["-c", STREAMS], {"PYTHONIOENCODING": ":ignore"}),
    ("encoding alone", ["-c", STREAMS], {"PYTHONIOENCODING": "ascii"}),
    ("utf8 mode", ["-X", "utf8", "-c", STREAMS], {"PYTHONIOENCODING": "ascii"}),
    ("unbuffered", ["-u", "-c", "import sys; print(sys.stdout.write_through, sys.stdout.line_buffering)"]),
    ("prompt after a command", ["-i", "-c", "x = 5; raise SystemExit(7)"], {}, "x\n__name__\n"),
    ("prompt asked for by the program", ["-c", "import os; os.environ['PYTHONINSPECT'] = '1'"], {}, "1\n"),
    ("start-up file", ["-i", "-q"], {"PYTHONSTARTUP": "startup.py"}, "started\n"),
    ("start-up file missing", ["-i", "-q"], {"PYTHONSTARTUP": "nosuch"}, "1\n"),
    ("import that fails", ["-c", "import broken_module"]),
    ("verbose", None, {}, "", "PROG -S -v -c 'import this' 2>&1 >/dev/null | grep -c 'import .this'"),
    ("closed error stream", None, {}, "", "PROG -c 'import sys; print(sys.stderr)' 2>&-"),
    ("module code", ["-m", "code", "-q"], {}, "for i in 1, 2:\n    i\n\nif 1: 3\n\nx = 5\n'a\\\nb'\n1/0\n"),
    ("module pdb", ["-m", "pdb", "sub/shown.py"], {}, "n\nn\nw\np 1 +\np sys.argv\nb 2\nc\nq\n"),
    ("module pdb with a missing file", ["-m", "pdb", "nosuch.py"]),
    ("module doctest", ["-m", "doctest", "tested.py"]),
    ("module unittest", None, {}, "", "PROG -m unittest -q nosuch_tests 2>&1 | grep -v '^Ran'"),
    ("module json.tool", ["-m", "json.tool", "--sort-keys"], {}, '{"b": [1, 2.5, null], "a": {}}'),
    ("module json.tool, bad text", ["-m", "json.tool"], {}, "{1: 2}"),
    ("module ast", ["-m", "ast", "-a", "shown.py"]),
    ("module tokenize", ["-m", "tokenize", "-e", "shown.py"]),
    ("module tokenize, bad text", ["-m", "tokenize"], {}, "if x:\n  y = (\n"),
    ("module dis", ["-m", "dis", "shown.py"]),
    ("module this", ["-m", "this"]),
    ("module calendar", ["-m", "calendar", "2023", "5"]),
    ("module trace", ["-m", "trace", "-l", "shown.py"]),
    ("module compileall", ["-m", "compileall", "nosuch"]),
    ("module zipapp", ["-m", "zipapp", "empty"]),
    ("module site", ["-m", "site", "--user-site", "--user-base"]),
    ("module timeit, bad statement", ["-m", "timeit", "-n", "3", "x +"]),
    ("module cProfile, bad order", ["-m", "cProfile", "-s", "bad", "shown.py"]),
    ("module inspect", ["-m", "inspect", "textwrap:dedent"]),
    ("module pydoc", ["-m", "pydoc", "textwrap.shorten"]),
    ("module tabnanny", ["-m", "tabnanny", "-v", "shown.py"]),
    ("server of files", ["-c", SERVER]),
    ("user site of none", ["-s", "-c", "import site; print(site.ENABLE_USER_SITE)"]),
]

# Input of a prompt: everything is compared, prompts included.
SESSIONS = {
    "values": "1\n'a'\nNone\n_\n[1,\n\n2]\n1; 2\n",
    "blocks": "def f():\n  return 5\n\nf()\nif 1: print(2)\n\nif 0: pass\nelse: 7\n\nfor i in 1, 2:\n    # c\n    i\n\n",
    "errors": "1/0\nfoo bar\nfor\n'a\n  pass\ndef f(:\n1\n",
    "errors in blocks": "if 1:\n    4\n    \n5\nclass A: pass\nprint(1)\n\nif 1: x\n  \nwith open('nosuch'): pass\n\n",
    "texts over lines": "x = '''abc\ndef'''\nx\ny = 1 +\\\n2\ny\n(\n1)\n",
    "comments": "# comment\n\n   \n  # more\n1  # value\n",
    "decorators": "@property\ndef f(): pass\n\nclass A:\n  @f\n",
    "prompts": "import sys\nsys.ps1 = '> '\nsys.ps2 = '+ '\nif 1:\n  2\n\nclass P:\n  n = 0\n  def __str__(self):\n"
               "    P.n += 1; return f'{P.n}: '\n\nsys.ps1 = P()\n1\n2\n",
    "display hook": "import sys\nsys.displayhook = lambda v: print('value', v)\n1\nNone\nsys.displayhook = 5\n1\n2\n",
    "exit": "raise SystemExit(4)\n1\n",
    "exit with a text": "import sys\nsys.exit('bye')\n",
    "end inside a block": "if 1:\n  print(3)",
    "future": "from __future__ import annotations\ndef f(x: zzz): pass\n\nf.__annotations__\n",
    "no file": "__file__\n__name__\n__doc__\n",
    "recursion": "def f(): f()\n\nf()\n1\n",
    "traceback of functions": "def f():\n  1/0\n\ndef g():\n  f()\n\ng()\nimport sys; sys.last_type\n",
    "match": "match 1:\n  case 1: print('one')\n\nmatch = 3\nmatch\n",
    "async": "async def f(): pass\n\nf\nawait 1\n",
    "block ended by an empty line": "class A:\n\n  x = 1\n\nif 1:\n\n1\ntry:\n  1\n\n2\n",
    "line continued in a text": "x = \\\n1\nx\n'a\\\nb'\n(1,\n\n2)\n",
    "incomplete lines": "x = [1,\n2,\n3\n]\nlen(x)\nprint('a',\n  'b')\n",
    "unicode": "'é'\ns = 'ñandú'\ns\né = 1\né\n",
}

# Keys on a terminal; "\x04" is Ctrl-D, "\x03" Ctrl-C.
TERMINALS = {
    "statement": "print('<<', 6 * 7, '>>')\n",
    "block": "for i in 1, 2: print('<<', i, '>>')\n\n",
    "interrupt": "12345\x03print('<< after >>')\n",
    "interrupt while running": "while True: pass\n\n\x03print('<< still there >>')\n",
    "line edited": "print('<<', 12\x7f3, '>>')\n",
    "history": "print('<< again >>')\n\x1b[A\n",
    "input": "x = input()\nspam\nprint('<<', x, '>>')\n",
    "streams": "import sys; print('<<', sys.stdin.isatty(), sys.stdout.line_buffering, '>>')\n",
}

FILES = {
    "shown.py": "import sys\nprint(sys.argv[1:], sys.path[0] == HERE, __name__, __file__ == HERE + '/shown.py')\n",
    "sub/shown.py": "import sys, os\nprint(sys.argv, os.path.basename(sys.path[0]), __file__.endswith('sub/shown.py'))\n",
    "package/__main__.py": "import sys, os\nprint(sys.argv, os.path.basename(sys.path[0]), __package__, __spec__.name)\n",
    "plain/__init__.py": "",
    "main.py": "import __main__\nprint(sorted(vars(__main__)), type(__loader__).__name__, __cached__, __builtins__)\n",
    "bad_first_line.py": "this is no Python\nprint('second')\n1/0\n",
    "failing.py": "def f(x):\n    return 1 / x\n\nprint('before')\nf(0)\n",
    "wrong.py": "x = 1\ny = = 2\n",
    "startup.py": "print('hello', __file__)\nstarted = 1\n",
    "tested.py": "'''\n>>> 1 + 1\n2\n>>> 1 + 2\n4\n'''\n",
    "broken_module.py": "import os\nos.nosuch\n",
    "finalizers.py": """import sys
from posix import write
class Noisy:
    def __init__(self, name): self.name = name
    def __del__(self, write=write): write(1, ("del %s\\n" % self.name).encode())
a = Noisy("a")
b = Noisy("b")
_c = Noisy("_c")
cycle = Noisy("cycle"); cycle.self = cycle
def function(): pass
function.attribute = Noisy("attribute")
import builtins
builtins.extra = Noisy("in builtins")
""",
}


def prepare(folder):
    """The files that cases run, made by CPython where they are compiled or archived."""
    import py_compile
    import zipfile
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text.replace("HERE", repr(str(folder))))
    (folder / "empty").mkdir()
    (folder / "link.py").symlink_to("sub/shown.py")
    with zipfile.ZipFile(folder / "archive.zip", "w") as archive:
        archive.write(folder / "package/__main__.py", "__main__.py")
    (folder / "compiled.py").write_text("print(__name__, type(__loader__).__name__)\n")
    py_compile.compile(folder / "compiled.py", folder / "compiled.pyc")
    (folder / "old.pyc").write_bytes(b"\x00" * 16)


def environment_of(changes):
    base = {"PYTHONHASHSEED": None, "HOME": "/nonexistent", "TERM": "dumb"}
    return environment.for_programs(**{**base, **changes})


def normal(data, program):
    data = data.replace(os.fsencode(program), b"PROG")
    data = data.replace(b"`minipy -h'", b"`python -h'")
    return re.sub(rb"0x[0-9a-f]{6,}", b"0x", data)


def run(program, words, changes=None, text="", shell=None):
    command = ["sh", "-c", shell.replace("PROG", program)] if shell else [program, *words]
    done = subprocess.run(command, env=environment_of(changes or {}), input=text.encode(), capture_output=True,
                          timeout=60)
    return normal(done.stdout, program), normal(done.stderr, program), done.returncode


def on_terminal(program, keys):
    """What stands between << and >> on the screen of a session with these keys, and how the session ended. Keys are
    typed when there is a prompt, or when nothing has been shown for five seconds."""
    child, screen = pty.fork()
    if child == 0:
        os.execve(program, [program, "-q"], environment_of({}))
    shown, start, idle = b"", time.monotonic(), 0
    pieces = re.findall("[^\n\x03]*[\n\x03]", keys) + ["\x04"]
    while time.monotonic() - start < 60:
        ready, _, _ = select.select([screen], [], [], 0.2)
        if ready:
            try:
                data = os.read(screen, 65536)
            except OSError:
                break
            if not data:
                break
            shown += data
            idle = 0
            continue
        idle += 1
        if pieces and (idle >= 25 or shown.endswith((b">>> ", b"... "))):
            os.write(screen, pieces.pop(0).encode())
            idle = 0
    os.close(screen)
    _, status = os.waitpid(child, 0)
    # The line as it is typed holds quotes around the marks.
    return re.findall(rb"<< .*? >>", re.sub(rb"'<<.*?>>'|'<<'.*?'>>'", b"", shown)), status


def differences(expected, found):
    if expected == found:
        return None
    lines = []
    for what, left, right in zip(("stdout", "stderr"), expected, found):
        lines += difflib.unified_diff(left.decode(errors="replace").splitlines(),
                                      right.decode(errors="replace").splitlines(),
                                      f"CPython {what}", f"minipy {what}", lineterm="", n=1)
    if expected[2] != found[2]:
        lines.append(f"exit code {expected[2]} under CPython, {found[2]} under minipy")
    return "\n".join(lines[:40])


def check_case(minipy, arguments):
    return differences(run(sys.executable, *arguments), run(minipy, *arguments))


def check_terminal(minipy, keys):
    expected, found = on_terminal(sys.executable, keys), on_terminal(minipy, keys)
    if expected == found and expected[0]:
        return None
    return f"CPython shows {expected}, minipy {found}"


def main():
    minipy, wanted = os.path.abspath(sys.argv[1]), sys.argv[2:]
    jobs = [(case[0], check_case, case[1:]) for case in CASES]
    jobs += [(f"session: {name}", check_case, (["-i", "-q"], {}, text)) for name, text in SESSIONS.items()]
    jobs += [(f"terminal: {name}", check_terminal, keys) for name, keys in TERMINALS.items()]
    jobs = [job for job in jobs if not wanted or any(name in job[0] for name in wanted)]
    failed = 0
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        prepare(pathlib.Path(folder).resolve())
        os.chdir(folder)
        results = pool.map(lambda job: job[1](minipy, job[2]), jobs)
        for (name, _, _), difference in zip(jobs, results):
            if difference is not None:
                failed += 1
                print(f"--- {name}\n{difference}")
        os.chdir("/")
    print(f"{len(jobs)} cases, {failed} different")
    return 1 if failed or not jobs else 0


if __name__ == "__main__":
    sys.exit(main())
