"""Python frames: found through the state of the thread, as a release build keeps nothing of them in C++ locals.

`frame->ip` is always that of the instruction under way. Where the value stack ends is written into the frame
only when the frame is left or reported; else it follows from the code: how deep the stack is where the
instruction begins is fixed when it is compiled.
"""
import functools
import os

import gdb

from . import values
from .codes import CELL, FREE, code_copy
from .process import at, selected_thread, size_of


class Frame:
    """A `Frame *` of the process."""

    def __init__(self, value, callee=None):
        self.value = value
        self.callee = callee  # the frame that runs on top of it

    @functools.cached_property
    def code(self):
        return code_copy(self.value["code"])

    @property
    def offset(self):
        """Of the instruction under way, in bytes."""
        return max(int(self.value["ip"]) - self.code.words, 0) if self.code.words else 0

    @property
    def line(self):
        return self.code.line(self.offset)

    @property
    def caller(self):
        previous = self.value["previous"]
        return Frame(previous, self) if int(previous) else None

    def place(self):
        return f"{values.short_path(self.code.filename)}:{self.line or '?'}"

    def title(self):
        """"f at file.py:3"."""
        return f"{self.code.qualified_name} at {self.place()}"

    # --- locals

    def slots(self):
        """(name, kinds, address or 0) of each fast local."""
        start = int(self.value) + size_of("Frame")
        words = values.addresses(start, len(self.code.local_names))
        return list(zip(self.code.local_names, self.code.local_kinds, words))

    def arguments(self):
        """(name, address) of the parameters, as they are bound now."""
        return [(name, self._content(kinds, word))
                for name, kinds, word in self.slots()[:self.code.argument_count] if word]

    @staticmethod
    def _content(kinds, word):
        """What a variable holds that may live in a cell. (A cell that has not been made yet holds the argument
        itself.)"""
        if kinds & (CELL | FREE) and values.type_name(values.object_type(word)) == "cell":
            return int(at(word, "Cell")["content"])
        return word

    def locals(self):
        """(name, address) of what is bound: of a class body, a module or `exec` the namespace."""
        namespace = int(self.value["locals"])
        if namespace:
            own = values.type_name(values.built_in_base(values.object_type(namespace)))
            return [(values.name_value(key), value) for key, value in values.dict_items(namespace)] \
                if own == "dict" else []
        found = [(name, self._content(kinds, word)) for name, kinds, word in self.slots() if word]
        return [(name, address) for name, address in found if address]

    def lookup(self, name):
        """The address of what the name means in the frame, or 0."""
        for known, address in self.locals():
            if known == name:
                return address
        return values.dict_get(self.value["globals"], name) or values.dict_get(self.value["builtins"], name)

    # --- the value stack

    def stack(self):
        """The addresses on the value stack, lowest first; None where it cannot be told."""
        base = int(self.value) + size_of("Frame") + 8 * len(self.code.local_names)
        if self._stack_is_written():
            depth = (int(self.value["stack"]) - base) // 8
        else:
            depth = self.code.depths.get(self.offset)
        if depth is None or not 0 <= depth <= self.code.copy.co_stacksize:
            return None
        return list(values.addresses(base, depth))

    def _stack_is_written(self):
        if self.callee:
            return not int(self.callee.value["entry"])
        return at_debugger_stop()

    # --- the source

    @functools.cached_property
    def source(self):
        """The lines of the file, or None if it cannot be read."""
        for path in self._paths():
            try:
                with open(path, encoding="utf-8", errors="replace") as file:
                    return file.read().splitlines()
            except OSError:
                continue
        return None

    def _paths(self):
        """A relative name is relative to where the process is."""
        yield os.path.join(f"/proc/{gdb.selected_inferior().pid}/cwd", self.code.filename)
        yield self.code.filename

    def source_line(self):
        line = self.line
        if line and self.source and line <= len(self.source):
            return self.source[line - 1].rstrip()
        return None


def at_debugger_stop():
    """Whether the selected thread stands in `debugger_stop` (src/vm/debugger.h): all of its frame is written."""
    try:
        name = gdb.newest_frame().name()
    except gdb.error:
        return False
    return name is not None and name.split("(")[0] == "minipy::debugger_stop"


def running_frame():
    """The innermost Python frame of the selected thread, or None."""
    thread = selected_thread()
    frame = thread["frame"] if thread is not None else 0
    return Frame(frame) if int(frame) else None


class Selection:
    """Which frame the commands look at: `level` frames above the innermost, back to that one at every stop."""

    level = 0

    def frame(self):
        frame = running_frame()
        for _ in range(self.level):
            frame = frame and frame.caller
        if frame is None:
            raise gdb.GdbError("No Python code is running in this thread.")
        return frame

    def move(self, by):
        """Selects the frame so many levels above the selected one."""
        level = self.level + by
        if level < 0:
            raise gdb.GdbError("This is the innermost Python frame.")
        frame = running_frame()
        for _ in range(level):
            frame = frame and frame.caller
        if frame is None:
            raise gdb.GdbError("There is no caller above this Python frame.")
        self.level = level


selection = Selection()
gdb.events.stop.connect(lambda event: setattr(selection, "level", 0))
