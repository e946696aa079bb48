"""`minipy --step` on a real terminal of 80 columns and 24 lines, and of other sizes: tmux types the keys and reads the
screen.

usage: python3.11 terminal.py MINIPY [SESSION...]     SESSION: only these functions
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata

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


def begin(minipy, text, columns=80, lines=24):
    """A shell on a terminal of that size; it steps through the program, says how that ended and with which modes."""
    pathlib.Path("short.py").write_text(text)
    shell = (f"trap : INT; stty -a | tail -n +2 >before; '{minipy}' --step short.py; echo left with $?; stty -a | tail -n +2 >after; "
             "cmp before after && echo modes as before; sleep 100")
    tmux("new-session", "-d", "-s", "session", "-x", str(columns), "-y", str(lines), shell)
    return wait_for("first stop", "short.py in <module>" if lines >= 10 else "too small; q quits")


def end():
    wait_for("the terminal as it was", "modes as before")
    shown = tmux("display-message", "-p", "-t", "session", "#{alternate_on} #{cursor_flag} #{keypad_cursor_flag}")
    check("screen left, cursor shown, keys as before", shown == "0 1 0\n", shown)
    tmux("kill-session", "-t", "session")


def run_to_the_end(minipy):
    begin(minipy, "print('one')\nraise SystemExit(3)\n")
    press("c")
    wait_for("the end", "the program has ended, exit code 3", "one")
    press("Enter")
    wait_for("what was printed stays", "one\nleft with 3")
    end()


def quit_in_all_places(minipy):
    begin(minipy, "import time\nfor n in range(3): print('line', n)\ntime.sleep(100)\n")
    press("b", "Escape", ":", "nonsense", "Enter")
    wait_for("an error", "error: there is no command 'nonsense'")
    press("?", "q")
    wait_for("out of the help", "short.py in <module>")
    press("c")
    wait_for("it sleeps", "Ctrl-C stops it", "line 2")
    press("C-c")
    wait_for("told to stop", "it stops at its next instruction; Ctrl-C again interrupts what it waits for")
    press("C-c")
    wait_for("interrupted, as the program sees it", "the program has ended")
    press("Enter")
    wait_for("as without a stepper", "KeyboardInterrupt", "left with 130")
    end()
    begin(minipy, "pass\n", 20, 5)
    press("s", "q")
    wait_for("quit where there is no room", "left with 0")
    end()


def die(minipy):
    """Programs that give nobody the time to leave the screen."""
    for last_words, told in (("os._exit(5)", "left at once, exit code 5"), ("os.abort()", "signal: Aborted"),
                             ("os.kill(os.getpid(), 9)", "signal: Killed"),
                             ("os.kill(os.getpid(), 15)", "signal: Terminated"),
                             ("os.execv('/bin/false', ['false'])", "left at once, exit code 1")):
        begin(minipy, f"import os\nos.environ.get('x')\n{last_words}\n")
        press("c")
        wait_for(last_words, "minipy: the program", told)
        end()
    begin(minipy, "pass\n")
    found = subprocess.run(["pgrep", "-f", f"^{minipy} --step short.py"], capture_output=True, text=True)
    os.kill(int(found.stdout.split()[0]), 15)  # the guardian, which hands it on
    wait_for("the guardian is told to end", "left with")
    end()


def fork(minipy):
    begin(minipy, "import os\nif os.fork(): print('status', os.wait()[1])\nelse: print('the child')\nprint('both')\n")
    press("b")
    wait_for("the question", "break [WHERE]:")
    press("4", "Enter", "c")
    wait_for("the parent stands", "breakpoint 1: short.py:4", "the child", "both", "status 0")
    press("c")
    wait_for("the end", "the program has ended, exit code 0")
    press("Enter")
    end()


def print_much(minipy):
    begin(minipy, "for n in range(3000): print('line', n)\nprint('\\033[31mred\\033[0m\\ttab\\bX')\nx = 1\n")
    press(":", "line 1", "Enter", "b", "3", "Enter", "c")
    wait_for("much was printed", "breakpoint 1: short.py:3", "red", "line 2999")
    press("O")
    wait_for("the last of it", "what the program has printed", "line 2980", "line 2999")
    press("Up")
    wait_for("a page before", "line 2959")
    press("q")
    wait_for("back at the program", "source", "bytecode")
    press("c")
    wait_for("the end", "the program has ended")
    press("Escape")
    end()


def show_wide_text(minipy):
    begin(minipy, "größe = '日本語' * 10\n東京 = [größe]\nprint(東京)\n")
    press("l", "l", "l")
    shown = wait_for("wide names and values", "東京", "größe", "日本語")
    check("no line is wider than the screen", all(width(line) <= 80 for line in shown.splitlines()), shown)
    tmux("resize-window", "-t", "session", "-x", "41", "-y", "11")
    shown = wait_for("in a narrow window", "2 東京", "source              bytecode")
    check("nor than a narrow one", all(width(line) <= 41 for line in shown.splitlines()), shown)
    press("w")
    wait_for("the question", "watch [NAME]:")
    press("größe", "BSpace", "BSpace", "ße", "Enter")
    wait_for("typed and corrected", "watch 1: größe")
    press("q")
    end()


def width(line):
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in line)


def read_input(minipy):
    begin(minipy, "import sys\nfor line in sys.stdin: print('got', line.strip())\nprint('end of input')\n")
    press("c")
    wait_for("it reads", "what you type goes to the program")
    press("ab", "BSpace", "c", "Enter")
    wait_for("first line", "got ac")  # what is typed meanwhile would show up within what the program prints
    press("second", "Enter")
    wait_for("second line", "got second")
    press("C-d")
    wait_for("end of file", "the program has ended, exit code 0", "end of input")
    press("Enter")
    end()


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
    minipy, wanted = os.path.abspath(sys.argv[1]), sys.argv[2:]
    if not shutil.which("tmux"):
        sys.exit("tmux is missing (see tools/packages.txt)")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        pathlib.Path("prog.py").write_text(PROGRAM)
        try:
            check_without_terminal(minipy)
            tmux("new-session", "-d", "-s", "keep", "sleep 10000")  # without a session tmux would end
            for session in (run_session, run_to_the_end, quit_in_all_places, die, fork, print_much, show_wide_text,
                            read_input):
                if not wanted or session.__name__ in wanted:
                    session(minipy)
        finally:
            tmux("kill-server")
            os.chdir("/")
    print(f"{failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
