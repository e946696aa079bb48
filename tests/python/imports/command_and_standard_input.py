"""Running code by -c, -m and standard input: __name__, sys.argv, __main__ of packages, exit codes, -O, -W,
-i left out."""
import os
import subprocess
import sys


def run(*arguments, stdin="", cwd=None):
    done = subprocess.run([sys.executable, "-S", *arguments], input=stdin, capture_output=True, text=True,
                          cwd=cwd, env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
    errors = done.stderr.strip().replace(cwd or "//", "FOLDER").replace(sys.executable, "PYTHON")
    print(arguments, done.returncode, done.stdout.strip(), "|", "\n".join(errors.splitlines()[-3:]))


run("-c", "import sys; print(__name__, sys.argv, sys.path[0] == '', '__file__' in globals(), __spec__)", "a",
    "-b")
run("-c", "raise SystemExit(3)")
run("-c", "x = (")
run("-c", "  x = 1")
run("-c", "import os; os._exit(7)")
run("-", "arg",
    stdin="import sys\nprint(__name__, sys.argv, __file__ if '__file__' in globals() else 'no file')\n")
run(stdin="print('from stdin')\n1/0\n")
run(stdin="def f():\n  return 1\nprint(f())\nx = = 1\n")
run("-OO", "-c", "def f(): 'doc'\nprint(f.__doc__, __debug__)")
run("-W", "error", "-c", "import warnings; warnings.warn('w')")
run("-c", "print(input('prompt> '), input())", stdin="one\ntwo\n")
run("-B", "-E", "-I", "-c",
    "import sys; print(sys.flags.isolated, sys.flags.ignore_environment, sys.flags.dont_write_bytecode, sys.flags.safe_path)")
run("-X", "utf8", "-X", "dev", "-X", "name=value", "-c",
    "import sys; print(sorted(sys._xoptions.items()), sys.flags.utf8_mode, sys.flags.dev_mode)")
run("-m", "no_such_module_here")
run("/no/such/file.py")
