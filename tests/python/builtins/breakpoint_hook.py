"""breakpoint() passes its arguments to sys.breakpointhook, which can be replaced and lost; PYTHONBREAKPOINT."""
import os
import sys

sys.breakpointhook = lambda *args, **kwargs: print("hook", args, kwargs)
breakpoint()
breakpoint(1, x=2)
del sys.breakpointhook
try:
    breakpoint()
except RuntimeError as error:
    print(error)
sys.breakpointhook = sys.__breakpointhook__
for value in ("0", "builtins.print", "print"):
    os.environ["PYTHONBREAKPOINT"] = value
    print(value, breakpoint("one", "two"))
