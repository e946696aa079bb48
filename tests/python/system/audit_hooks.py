"""sys.addaudithook and sys.audit: order, refusal, tracing, hooks that fail, exceptions that are pending."""
import subprocess
import sys

PROGRAM = """
import sys
log = []
def first(event, arguments):
    if event.startswith("my."):
        print("first", event, arguments)
    if event == "my.stop":
        raise RuntimeError("stopped by the first")
def second(event, arguments):
    if event.startswith("my."):
        print("second", event, arguments)
    if event == "sys.addaudithook" and refusing:
        raise refusing
refusing = None
print(sys.addaudithook(first), sys.addaudithook(second))
sys.audit("my.event")
sys.audit("my.event", 1, [2], None)
try:
    sys.audit("my.stop", 1)
except RuntimeError as error:
    print(error)
refusing = ValueError("refused")
print(sys.addaudithook(lambda event, arguments: print("never")))
refusing = KeyboardInterrupt("refused")
try:
    sys.addaudithook(print)
except BaseException as error:
    print(repr(error))
for arguments in ((), (1,), (None,)):
    try:
        sys.audit(*arguments)
    except TypeError as error:
        print(error)
refusing = None
sys.addaudithook(7) # not callable: every event fails from now on
try:
    sys.audit("my.last")
except TypeError as error:
    sys.stdout.write(str(error) + "\\n")
"""
UNSHOWN = """
import sys
def hook(event, arguments):
    if event == "sys.excepthook":
        print("heard of", repr(arguments[2]), arguments[0] is sys.excepthook)
        raise RuntimeError("keep quiet")
sys.addaudithook(hook)
1 / 0
"""
FAILING = UNSHOWN.replace("RuntimeError", "ValueError")
UNRAISABLE = """
import sys
def hook(event, arguments):
    if event == "sys.unraisablehook":
        print("heard of", arguments[1].exc_value)
        raise ValueError("refused")
sys.addaudithook(hook)
class Failing:
    def __del__(self):
        raise KeyError("lost")
del_it = Failing()
del del_it
print("goes on")
"""
FORBIDDING = """
import sys
def hook(event, arguments):
    if event in ("open", "import", "exec", "compile"):
        raise PermissionError(event)
sys.addaudithook(hook)
for action in (lambda: open("/dev/null"), lambda: exec("1"), lambda: __import__("colorsys"), lambda: eval("1")):
    try:
        action()
    except PermissionError as error:
        print(repr(error))
"""
TRACED = """
import sys
def hook(event, arguments):
    pass
hook.__cantrace__ = True
def quiet(event, arguments):
    pass
def trace(frame, event, argument):
    calls.append(frame.f_code.co_name)
calls = []
sys.addaudithook(hook)
sys.addaudithook(quiet)
sys.settrace(trace)
sys.audit("event")
sys.settrace(None)
print(calls)
"""
for program in (PROGRAM, UNSHOWN, FAILING, UNRAISABLE, FORBIDDING, TRACED):
    done = subprocess.run([sys.executable, "-S", "-c", program], capture_output=True, text=True)
    print(done.returncode, done.stdout, done.stderr, sep="\n")
