"""Programs that cannot be run, or that end badly, under `--trace`, `--step` and `--dis --adaptive`: messages and exit
codes are those of the bare program, and words that make no sense are refused.

usage: python3.11 refusals.py MINIPY
"""
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile
import time

WATCHED = {"trace": ["--trace"], "step": ["--step", "--step-commands", os.devnull], "adaptive": ["--dis", "--adaptive"]}

PROGRAMS = {
    "wrong.py": b"x = 1\ndef f(:\n",
    "indent.py": b"if 1:\nx\n",
    "bytes.py": b"x = '\xff'\n",
    "cookie.py": b"# coding: nosuch\n",
    "null.py": b"x = 1\0\n",
    "empty.py": b"",
    "raises.py": b"def f(): raise ValueError('told')\nf()\n",
    "exits.py": b"import sys\nsys.exit(7)\n",
    "exits_with_text.py": b"raise SystemExit('text')\n",
    "leaves.py": b"import os\nprint('before', flush=True)\nos._exit(9)\n",
    "aborts.py": b"import os\nos.abort()\n",
    "killed.py": b"import os\nos.kill(os.getpid(), 9)\n",
    "interrupted.py": b"import os\nos.kill(os.getpid(), 2)\nfor i in range(10): pass\n",
    "recursion.py": b"def f(): f()\nf()\n",
    "memory.py": b"x = 'a' * (1 << 62)\n",
    "broken_import.py": b"import nosuch_module\n",
    "fails_in_thread.py": b"import threading\nt = threading.Thread(target=lambda: 1 / 0, name='t')\nt.start(); t.join()\n",
    "hook.py": b"import sys\nsys.excepthook = lambda *x: print('hook', x[0].__name__, file=sys.stderr)\n1/0\n",
    "at_exit.py": b"import atexit\natexit.register(lambda: 1/0)\n",
    "closes.py": b"import sys\nsys.stdout.close()\n",
}
MISSING = ["nosuch.py", "folder", "folder/", "/dev/null/x.py", ""]

# Words, and what standard error holds.
REFUSED = [
    (["--trace"], "usage: minipy --trace"),
    (["--trace", "--trace-function"], "usage: minipy --trace"),
    (["--trace", "--trace-function", "f"], "usage: minipy --trace"),
    (["--trace", "--nosuch", "empty.py"], "unknown option --nosuch"),
    (["--step"], "usage: minipy --step"),
    (["--step", "--step-commands"], "usage: minipy --step"),
    (["--step", "--step-commands="], "usage: minipy --step"),
    (["--step", "--step-commands", "empty.py"], "usage: minipy --step"),
    (["--step", "--step-commands", "nosuch", "empty.py"], "can't open file 'nosuch': [Errno 2] No such file or directory"),
    (["--step", "--step-commands", "folder", "empty.py"], "can't open file 'folder': [Errno 21] Is a directory"),
    (["--step", "empty.py"], "--step needs a terminal; without one give it commands: --step-commands FILE"),
    (["--step", "-z", "empty.py"], "--step needs a terminal"),
    (["--dis", "--adaptive"], "usage: minipy --dis"),
]
failures = 0


def run(minipy, *words, text=""):
    done = subprocess.run([minipy, *words], input=text, capture_output=True, text=True, errors="replace", timeout=60)
    done.stderr = re.sub("0x[0-9a-f]{6,}", "0x...", done.stderr.replace(minipy, "minipy"))
    return done


def check(what, holds, *shown):
    global failures
    if not holds:
        failures += 1
        print(f"FAILED: {what}", *shown, sep="\n")


def check_program(minipy, name):
    bare = run(minipy, name)
    for kind, words in WATCHED.items():
        done = run(minipy, *words, name)
        check(f"{kind} {name!r}: exit code {done.returncode}, bare {bare.returncode}", done.returncode == bare.returncode,
              done.stderr[-500:])
        same = bare.stderr.splitlines()[-1:] == done.stderr.splitlines()[-1:]
        if kind == "trace":  # its own lines may follow
            same = all(line in done.stderr for line in bare.stderr.splitlines())
        check(f"{kind} {name!r}: standard error", same, bare.stderr[-500:], done.stderr[-500:])
        check(f"{kind} {name!r}: standard output", bare.stdout in done.stdout, bare.stdout, done.stdout[:500])


def check_interrupt(minipy):
    """Ctrl-C ends a program that is watched as it ends the bare one; under --step it stops it first."""
    pathlib.Path("endless.py").write_text("print('begun', flush=True)\nwhile True: pass\n")
    for kind, words in WATCHED.items():
        with tempfile.TemporaryFile() as errors:
            process = subprocess.Popen([minipy, *words, "endless.py"], stdout=subprocess.PIPE,
                                       stderr=subprocess.DEVNULL if kind == "trace" else errors)
            while b"begun" not in process.stdout.readline():
                pass
            time.sleep(0.3)
            process.send_signal(signal.SIGINT)
            rest, _ = process.communicate(timeout=60)
            errors.seek(0)
            shown = errors.read()
        check(f"{kind}: interrupted, ended by {process.returncode}", process.returncode == -signal.SIGINT, rest, shown)
        check(f"{kind}: KeyboardInterrupt", kind == "trace" or b"KeyboardInterrupt" in shown, shown)


def main():
    minipy = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.mkdir("folder")
        for name, text in PROGRAMS.items():
            pathlib.Path(name).write_bytes(text)
        for name in [*PROGRAMS, *MISSING]:
            check_program(minipy, name)
        for words, wanted in REFUSED:
            done = run(minipy, *words)
            check(f"{words}: exit code {done.returncode}", done.returncode == 2, done.stderr)
            check(f"{words}: {wanted}", wanted in done.stderr, done.stderr)
        check_interrupt(minipy)
        os.chdir("/")
    print(f"{len(PROGRAMS) + len(MISSING)} programs, {len(REFUSED)} refusals, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
