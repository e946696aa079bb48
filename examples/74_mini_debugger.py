"""A debugger in a hundred lines: breakpoints, steps and looks around, on top of sys.settrace."""
import linecache
import sys


class Debugger:
    """Reads commands from an iterable: b LINE [if CONDITION], c, s, n, r, p EXPRESSION, w, l, set NAME VALUE, q."""

    def __init__(self, commands):
        self.commands = iter(commands)
        self.breakpoints = {}                    # line -> condition
        self.stop_when = lambda frame, event: True

    def run(self, function, *arguments):
        self.base = sys._getframe()
        sys.settrace(self.trace)
        try:
            return function(*arguments)
        except SystemExit:
            print("(left)")
        finally:
            sys.settrace(None)

    def trace(self, frame, event, argument):
        if frame.f_code.co_filename != __file__:
            return None                          # the library is none of our business
        if event == "exception":
            print(f"! {argument[0].__name__}: {argument[1]}")
        if event == "line" and (self.stop_when(frame, event) or self.is_breakpoint(frame)):
            self.interact(frame)
        elif event == "return" and self.stop_when(frame, event):
            print(f"< {frame.f_code.co_name} returns {argument!r}")
        return self.trace

    def is_breakpoint(self, frame):
        condition = self.breakpoints.get(frame.f_lineno, False)
        return condition is None or condition and eval(condition, frame.f_globals, frame.f_locals)

    def interact(self, frame):
        self.values = frame.f_locals             # fetched once: each time it is asked for it is filled anew
        text = linecache.getline(__file__, frame.f_lineno).strip()
        print(f"{frame.f_code.co_name}: {text}")
        for line in self.commands:
            print(f"(debug) {line}")
            name, _, rest = line.partition(" ")
            command = getattr(self, "do_" + name, None)
            if command is None:
                print(f"  no command {name!r}")
            elif command(frame, rest):
                return
        self.do_c(frame, "")                     # no more commands: run on

    def stack(self, frame):
        while frame is not None and frame is not self.base:
            yield frame
            frame = frame.f_back

    # Commands that let the program go on return True.
    def do_s(self, frame, _):
        self.stop_when = lambda other, event: True
        return True

    def do_n(self, frame, _):
        self.stop_when = lambda other, event: other is frame or other is frame.f_back
        return True

    def do_r(self, frame, _):
        self.stop_when = lambda other, event: other is frame and event == "return" or other is frame.f_back
        return True

    def do_c(self, frame, _):
        self.stop_when = lambda other, event: False
        return True

    def do_q(self, frame, _):
        raise SystemExit

    def do_b(self, frame, rest):
        offset, _, condition = rest.partition(" if ")
        line = frame.f_code.co_firstlineno + int(offset)
        self.breakpoints[line] = condition or None
        print(f"  stops at {linecache.getline(__file__, line).strip()!r}" + (f" if {condition}" if condition else ""))

    def do_p(self, frame, expression):
        try:
            print("  ", repr(eval(expression, frame.f_globals, self.values)))
        except Exception as error:
            print(f"   {type(error).__name__}: {error}")

    def do_w(self, frame, _):
        for level, each in enumerate(self.stack(frame)):
            print(f"  #{level} {each.f_code.co_name} {sorted(each.f_locals)}")

    def do_l(self, frame, _):
        first = frame.f_code.co_firstlineno
        for line in range(max(first, frame.f_lineno - 1), frame.f_lineno + 2):
            print(f"  {'->' if line == frame.f_lineno else '  '} {linecache.getline(__file__, line).rstrip()}")

    def do_set(self, frame, rest):
        name, _, value = rest.partition(" ")
        self.values[name] = eval(value, frame.f_globals, self.values)   # written back when `trace` returns


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


def longest(limit):
    best = max(range(1, limit), key=lambda n: collatz(n))
    return best, collatz(best)


print(Debugger(["n", "p n", "s", "s", "l", "w", "p n / 0", "jump", "c"]).run(collatz, 6))
print(Debugger(["b 3 if n == 16", "c", "p n, steps", "set steps 100", "n", "p steps", "r", "c"]).run(collatz, 3))
print(Debugger(["s", "s", "w", "r", "c"]).run(longest, 3))
print(Debugger(["c"]).run(collatz, 7))
print(Debugger(["s", "q"]).run(collatz, 7))
