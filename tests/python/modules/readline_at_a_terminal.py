# input() on a terminal with readline imported: editing, history, completion, hooks, the end of input, Ctrl-C.
import os
import pty
import select
import sys

PROGRAM = r"""
import os, readline, sys

def tell(*what):
    os.write(int(sys.argv[1]), (" ".join(map(ascii, what)) + "\n").encode())

def complete(text, state):
    found = [word for word in ("alpha", "alfred", "beta") if word.startswith(text)]
    if state == 0:
        tell("asked", readline.get_line_buffer(), readline.get_begidx(), readline.get_endidx())
    return found[state] if state < len(found) else None

def show(common, matches, longest):
    tell("show", common, sorted(matches), longest)
    raise ValueError("does not matter")

def ask(label):
    try:
        tell(label, input(label + "? "))
    except BaseException as error:
        tell(label, error)

readline.parse_and_bind("set bell-style none")
readline.parse_and_bind("tab: complete")
ask("edited")
ask("history")
readline.set_startup_hook(lambda: readline.insert_text("pre"))
ask("startup")
readline.set_startup_hook(lambda: 1 / 0)
readline.set_pre_input_hook(lambda: (readline.insert_text("\xe9"), readline.redisplay())[1])
ask("pre-input")
readline.set_startup_hook()
readline.set_pre_input_hook(None)
readline.set_completer(complete)
readline.set_completion_display_matches_hook(show)
ask("completed")
ask("shown")
readline.set_completer(lambda text, state: 1 / 0)
ask("failing")
readline.set_auto_history(False)
ask("forgotten")
readline.set_startup_hook(lambda: ask("inner"))
ask("nested")
readline.set_startup_hook()
ask("end")
ask("interrupt")
tell([readline.get_history_item(i + 1) for i in range(readline.get_current_history_length())])
tell(readline.get_completion_type() in range(256), readline.get_completer_delims())
"""

KEYS = {"edited": b"bcd\x01a\x05e\n", "history": b"\x10f\n", "startup": b"fix\n", "pre-input": b"!\n",
        "completed": b"x be\t.\n", "shown": b"al\t\t\n", "failing": b"q\tr\n", "forgotten": b"gone\n",
        "nested": b"n\n", "end": b"\x04", "interrupt": b"half"}

told, tell = os.pipe()
os.set_inheritable(tell, True)
child, terminal = pty.fork()
if child == 0:
    environment = dict(os.environ, TERM="dumb", INPUTRC="/dev/null", PYTHONIOENCODING="utf-8", LC_ALL="C.UTF-8")
    os.execve(sys.executable, [sys.executable, "-S", "-c", PROGRAM, str(tell)], environment)
os.close(tell)
for label, keys in KEYS.items():
    shown = b""
    while not shown.endswith(label.encode() + b"? ") and (label != "pre-input" or b"? " not in shown):
        if not select.select([terminal], [], [], 10)[0]:
            sys.exit(f"no prompt {label}")
        shown += os.read(terminal, 4096)
        if label == "startup" and shown.endswith(b"pre"):
            break
    os.write(terminal, keys)
while not shown.endswith(b"half"):
    shown += os.read(terminal, 4096)
so_far = os.read(told, 65536)
while not select.select([told], [], [], 0)[0]:  # a Ctrl-C just before readline waits is noticed at the next key only
    os.write(terminal, b"\x03")
    select.select([told], [], [], 2)
print((so_far + open(told, "rb").read()).decode(), end="")
os.waitpid(child, 0)
os.close(terminal)
