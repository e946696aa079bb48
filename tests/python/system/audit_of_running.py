# The events of starting a program: file, command, module, standard input, start-up file and the prompt's hook.
import os
import subprocess
import sys
import tempfile

HOOK = r"""
import os, sys
def tell(event, arguments):
    if event.startswith("cpython.run"):
        shown = [os.path.basename(a) if isinstance(a, str) else type(a).__name__ for a in arguments]
        print(event, shown, flush=True)
        if event == os.environ.get("FORBID"):
            raise RuntimeError("forbidden: " + event)
        if event == os.environ.get("EXIT"):
            raise SystemExit(7)
sys.addaudithook(tell)
"""


def run(*arguments, text="", **variables):
    result = subprocess.run([sys.executable, *arguments], input=text, capture_output=True, text=True, cwd=folder,
                            env={**os.environ, "PYTHONPATH": folder, **variables})
    errors = result.stderr.replace(sys.executable, "python").replace(folder, "folder")
    lines = [line for line in errors.splitlines() if not line.startswith((" ", "Python", "Type"))]
    print(arguments, result.returncode, result.stdout.splitlines(), lines)


with tempfile.TemporaryDirectory() as folder:
    folder = os.path.realpath(folder)
    for name, text in (("sitecustomize", HOOK), ("program", "print('program')"), ("started", "print('started')")):
        with open(os.path.join(folder, name + ".py"), "w") as file:
            file.write(text)
    started = os.path.join(folder, "started.py")
    for variables in ({}, {"FORBID": "cpython.run_file"}, {"FORBID": "cpython.run_command"},
                      {"FORBID": "cpython.run_module"}, {"FORBID": "cpython.run_stdin"},
                      {"EXIT": "cpython.run_command"}):
        run("program.py", **variables)
        run("missing.py", **variables)
        run("-c", "print('command')", **variables)
        run("-m", "program", **variables)
        run(text="print('input')", **variables)
    for forbidden in ("", "cpython.run_startup", "cpython.run_interactivehook", "cpython.run_stdin"):
        run("-i", "-q", text="print('typed')\n", PYTHONSTARTUP=started, FORBID=forbidden)
