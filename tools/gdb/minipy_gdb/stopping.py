"""The commands that stop: py-break, py-step, py-next.

The eval loop itself does the waiting: the scripts write what to wait for into `debugger_stops` and make
`debugger_listener` the listener of each thread, which switches the thread to the reporting form of the loop
(src/vm/debugger.h). A breakpoint of ours is a gdb breakpoint on `debugger_stop` that asks the process whether it
is meant, so `info breakpoints`, `delete`, `disable`, `ignore` and `commands` work on it as on any other.
"""
import re
import struct

import gdb

from .codes import base_opcodes, opcode_names
from .frames import at_debugger_stop, running_frame, selection
from .looking import Command, show_place
from .process import address_of, at, is_live, selected_thread, size_of, threads, write_field

# Of src/vm/debugger.h.
OPCODE, FUNCTION, LINE = 1, 2, 3
NO_STEP, STEP_INSTRUCTION, STEP_LINE = 0, 1, 2
CAPACITY = 31
TEXT_SIZE = 248
POINT = struct.Struct(f"<ii{TEXT_SIZE}s")
STOP_FUNCTION = "minipy::debugger_stop"

breakpoints = []  # our PyBreakpoints that have not been deleted


def debugger_stops():
    """`debugger_stops` of the process, as a pointer."""
    return at(address_of("debugger_stops"), "DebuggerStops")


def reached():
    """The bits that say why `debugger_stop` was called."""
    return int(debugger_stops()["reached"])


class PyBreakpoint(gdb.Breakpoint):
    """A breakpoint on Python code. Bit 1 + its place in `breakpoints` says that it is reached."""

    def __init__(self, kind, number, name, shown):
        self.point = POINT.pack(kind, number, name.encode())
        self.shown = shown
        super().__init__(STOP_FUNCTION)
        self.silent = True

    def stop(self):
        return self in breakpoints and bool(reached() & 2 << breakpoints.index(self))


class StepBreakpoint(gdb.Breakpoint):
    """Where py-step and py-next end. Not shown among the breakpoints."""

    def __init__(self):
        super().__init__(STOP_FUNCTION, internal=True)
        self.silent = True

    def stop(self):
        return bool(reached() & 1)


class StartBreakpoint(gdb.Breakpoint):
    """Tells a new process what to wait for before it does anything."""

    def __init__(self):
        super().__init__("main", internal=True)

    def stop(self):
        tell_process()
        return False


def tell_process():
    """Writes all breakpoints into the process, and who is to look at them."""
    if not is_live():
        return
    stops = debugger_stops()
    assert size_of("StopPoint") == POINT.size
    points = b"".join(each.point if each.enabled else bytes(POINT.size) for each in breakpoints)
    write_field(stops, "points", points.ljust(CAPACITY * POINT.size, b"\0"))
    wanted = any(points) or int(stops["stepping"]) != NO_STEP
    if wanted == bool(stops["active"]) and not wanted:
        return
    write_field(stops, "active", bytes([wanted]))
    listener = address_of("debugger_listener") if wanted else 0
    for thread in threads():
        observed = wanted or bool(int(thread["trace_function"]) or int(thread["profile_function"]))
        write_field(thread, "listener", listener.to_bytes(8, "little"))
        write_field(thread, "observed", bytes([observed]))
        if observed:
            write_field(thread, "breaker", b"\1")


start_breakpoint = step_breakpoint = None


def prepare():
    """Sets the breakpoints of our own that the others rest on."""
    global start_breakpoint, step_breakpoint
    start_breakpoint = start_breakpoint or StartBreakpoint()
    step_breakpoint = step_breakpoint or StepBreakpoint()


def breakpoint_changed(changed):
    if changed in breakpoints:
        tell_process()


def breakpoint_deleted(deleted):
    if deleted in breakpoints:
        breakpoints.remove(deleted)
        tell_process()


def stopped(event):
    """Shows where a breakpoint of ours has been reached; gdb is silent about these."""
    hit = [each for each in getattr(event, "breakpoints", ()) if each in breakpoints and each.stop()]
    if hit:
        print(f"\nBreakpoint {', '.join(str(each.number) for each in hit)}, ", end="")
        show_place(running_frame())


gdb.events.breakpoint_modified.connect(breakpoint_changed)
gdb.events.breakpoint_deleted.connect(breakpoint_deleted)
gdb.events.stop.connect(stopped)


class Break(Command):
    """Stop when minipy is about to run an instruction, begins a function or reaches a line.
An OPCODE is a name as `dis` shows it, such as BINARY_OP. A FUNCTION is the name or qualified name of a Python
function; it stops at each call, in a generator when it is first resumed. FILE is the name of a source file or the
end of its path; without it LINE is one of the file that runs. Opcodes and functions of the frozen modules that
minipy starts with do not count.
The breakpoints are gdb's: `info breakpoints`, `delete`, `disable`, `ignore` and `commands` work on them.
While there are any, minipy runs in the reporting form of its loop, several times slower.
Usage: py-break OPCODE|FUNCTION|FILE:LINE|LINE
       py-break                 lists what is set"""

    name = "py-break"
    kind = gdb.COMMAND_BREAKPOINTS

    def run(self, words):
        if not words:
            return list_breakpoints()
        if len(words) != 1:
            raise gdb.GdbError("Usage: py-break OPCODE|FUNCTION|FILE:LINE|LINE")
        if len(breakpoints) == CAPACITY:
            raise gdb.GdbError(f"There are {CAPACITY} Python breakpoints already.")
        point = parse_point(words[0])
        if len(point[2].encode()) >= TEXT_SIZE:
            raise gdb.GdbError("That name is too long.")
        prepare()
        made = quietly(lambda: PyBreakpoint(*point))
        breakpoints.append(made)
        tell_process()
        print(f"Breakpoint {made.number} on {made.shown}")


def parse_point(word):
    """(kind, number, name, what to show) of what the user wants to stop at."""
    line = re.fullmatch(r"(?:(.+):)?(\d+)", word)
    if line:
        file = line[1] or selection.frame().code.filename
        return LINE, int(line[2]), file, f"{file}:{line[2]}"
    opcodes = base_opcodes()
    if word in opcodes:
        return OPCODE, opcodes[word], "", f"the instruction {word}"
    if word in opcode_names().values():
        raise gdb.GdbError(f"{word} is a specialised form, which the loop does not run while it is watched. "
                           f"Break on the opcode that stands in `dis`.")
    return FUNCTION, 0, word, f"the function {word}"


def quietly(make):
    """Makes a breakpoint without gdb's own lines about it, which tell of C++."""
    made = []
    maker.action = lambda: made.append(make())
    gdb.execute("maintenance minipy-quietly", to_string=True)
    return made[0]


class _Maker(gdb.Command):
    """Run what the scripts of minipy ask for, with the output kept back."""

    def __init__(self):
        super().__init__("maintenance minipy-quietly", gdb.COMMAND_MAINTENANCE)

    def invoke(self, argument, from_tty):
        self.action()


maker = _Maker()


def list_breakpoints():
    if not breakpoints:
        print("No Python breakpoints.")
    for each in breakpoints:
        print(f"{each.number:3}  {each.shown}{'' if each.enabled else ' (disabled)'}")


def go_on(stepping):
    """Lets the process run until the step is over or something else stops it, and shows where it is then."""
    thread = selected_thread()
    if thread is None:
        raise gdb.GdbError("No thread runs Python code.")
    prepare()
    stops = debugger_stops()
    frame = running_frame()
    line = frame.line if frame else None
    write_field(stops, "thread", int(thread).to_bytes(8, "little"))
    write_field(stops, "frame", int(frame.value if frame else 0).to_bytes(8, "little"))
    write_field(stops, "line", struct.pack("<i", -1 if line is None else line))
    write_field(stops, "stepping", struct.pack("<i", stepping))
    write_field(stops, "reached", bytes(4))
    tell_process()
    gdb.execute("continue")
    if not is_live():
        return False
    write_field(stops, "stepping", struct.pack("<i", NO_STEP))
    tell_process()
    over = at_debugger_stop() and reached() == 1
    if over:
        show_place(running_frame())
    return over


class _StepCommand(Command):
    kind = gdb.COMMAND_RUNNING

    def run(self, words):
        count = int(words[0]) if words and words[0].isdigit() else 1
        for _ in range(count):
            if not go_on(self.stepping):
                break


class Step(_StepCommand):
    """Run one instruction of Python bytecode, also into the function that it calls.
Where minipy was stopped by other means than py-break and py-step, the first stop may come a little later: at the
next call or jump back.
Usage: py-step [COUNT]"""

    name = "py-step"
    stepping = STEP_INSTRUCTION


class Next(_StepCommand):
    """Run to the next line of the Python function, over the functions that it calls.
When the function returns or yields, it stops in its caller.
Usage: py-next [COUNT]"""

    name = "py-next"
    stepping = STEP_LINE
