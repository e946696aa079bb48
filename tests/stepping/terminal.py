"""`minipy --step` on a real terminal of 80 columns and 24 lines, and of other sizes: tmux types the keys and reads the
screen.

usage: python3.11 terminal.py MINIPY
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

SOCKET = f"minipy-step-{os.getpid()}"
PATIENCE = 30

PROGRAM = """def price(amount, each):
    return amount * each

total = price(3, 14)
name = input("who? ")
print("hello", name, total)
while total:
    pass
"""

failures = 0


def tmux(*words):
    done = subprocess.run(["tmux", "-L", SOCKET, "-f", "/dev/null", *words], capture_output=True, timeout=60)
    return done.stdout.decode()


def screen():
    return tmux("capture-pane", "-p", "-t", "session")


def wait_for(what, *texts):
    """Until all texts are on the screen."""
    global failures
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        shown = screen()
        if all(text in shown for text in texts):
            return shown
        time.sleep(0.1)
    failures += 1
    print(f"FAILED: {what}: {texts} not on the screen\n{screen()}")
    return screen()


def check(what, holds, shown):
    global failures
    if not holds:
        failures += 1
        print(f"FAILED: {what}\n{shown}")


def press(*keys):
    tmux("send-keys", "-t", "session", *keys)


def run_session(minipy):
    shell = f"'{minipy}' --step prog.py; echo left with $?; sleep 100"
    tmux("new-session", "-d", "-s", "session", "-x", "80", "-y", "24", shell)
    shown = wait_for("first stop", "prog.py in <module>, depth 1", "RESUME 0", "1 def price(amount, each):")
    check("24 lines of 80 columns", all(len(line) <= 80 for line in shown.splitlines()), shown)
    press("?")
    wait_for("help", "run one instruction", "end the program at once")
    press("Space", "b")
    wait_for("the question for a place", "break [WHERE]:")
    press("price", "Enter")
    wait_for("breakpoint set", "breakpoint 1: function price")
    press("c")
    wait_for("stop at it", "prog.py:1 in price, depth 2", "amount = 3 (shared)", "> price  prog.py:1")
    press("s", "s", "s")
    wait_for("value stack, top first", "6 BINARY_OP 5 (*)", "14 (shared)")
    press("Up")
    wait_for("the caller", "prog.py:4 in <module>, depth 1", "> <module>  prog.py:4")
    press("Down", "p")
    wait_for("the question for an expression", "print EXPR:")
    press("amount+each", "Enter")
    wait_for("its value", "\n17")
    for columns, lines in (100, 40), (60, 15), (20, 5), (80, 24):
        tmux("resize-window", "-t", "session", "-x", str(columns), "-y", str(lines))
        wait_for(f"{columns}x{lines}", "too small" if lines < 10 else "prog.py:2 in price, depth 2")
    press("o")
    wait_for("out of the function", "price returned 42", "prog.py:4 in <module>")
    press("l")
    wait_for("the next line", "prog.py:5 in <module>")
    press("l")
    wait_for("the program asks", "who?", "what you type goes to the program")
    press("you", "Enter")
    wait_for("it has its answer", "prog.py:6 in <module>", "name = 'you'")
    press(":", "line 2", "Enter")
    wait_for("output in its pane", "hello you 42", "prog.py:8 in <module>")
    press("c")
    wait_for("it runs", "Ctrl-C stops it")
    press("C-c")
    wait_for("interrupted", "interrupted", "in <module>, depth 1")
    press("q")
    wait_for("the shell is back", "left with 0")
    tmux("kill-session", "-t", "session")


def run_to_the_end(minipy):
    pathlib.Path("short.py").write_text("print('one')\nraise SystemExit(3)\n")
    shell = f"'{minipy}' --step short.py; echo left with $?; sleep 100"
    tmux("new-session", "-d", "-s", "session", "-x", "80", "-y", "24", shell)
    wait_for("first stop", "short.py in <module>")
    press("c")
    wait_for("the end", "the program has ended, exit code 3", "one")
    press("Enter")
    wait_for("what was printed stays", "one\nleft with 3")
    tmux("kill-session", "-t", "session")


def check_without_terminal(minipy):
    done = subprocess.run([minipy, "--step", "prog.py"], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
    check("no terminal", done.returncode == 2 and b"--step needs a terminal" in done.stderr, done.stderr)
    for words in (["--step"], ["--step", "--step-commands"]):
        done = subprocess.run([minipy, *words], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        check(f"{words}", done.returncode == 2 and done.stderr.startswith(b"usage: minipy --step"), done.stderr)
    for words in (["--step-commands", "nosuch", "prog.py"], ["--step-commands", os.devnull, "nosuch.py"]):
        done = subprocess.run([minipy, "--step", *words], stdin=subprocess.DEVNULL, capture_output=True, timeout=60)
        check(f"{words}", done.returncode == 2 and b"No such file" in done.stderr, done.stderr)


def main():
    minipy = os.path.abspath(sys.argv[1])
    if not shutil.which("tmux"):
        sys.exit("tmux is missing (see tools/packages.txt)")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        pathlib.Path("prog.py").write_text(PROGRAM)
        try:
            check_without_terminal(minipy)
            run_session(minipy)
            run_to_the_end(minipy)
        finally:
            tmux("kill-server")
            os.chdir("/")
    print(f"{failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
