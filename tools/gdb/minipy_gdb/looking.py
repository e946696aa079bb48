"""The commands that look: py-bt, py-list, py-stack, py-locals, py-dis, py-print, py-up, py-down."""
import gdb

from .codes import code_copy
from .frames import Frame, running_frame, selection
from .process import at
from .values import Broken, attributes, built_in_base, dict_items, name_value, object_type, text, type_name


class _Group(gdb.Command):
    """Look at the Python program that minipy runs, and step through it.

Objects print as Python values: `print frame`, `print object`; `print *object` shows the C++ fields.
The commands read memory only, so they work on core files too. To set how much is shown of a value:
`set py-depth`, `set py-length`, `set py-text`."""

    def __init__(self):
        super().__init__("minipy", gdb.COMMAND_DATA, prefix=True)

    def invoke(self, argument, from_tty):
        gdb.execute("help minipy")


_group = _Group()


class Command(gdb.Command):
    """A command of ours: `name` is its name, `run(words)` does the work. `minipy NAME` without "py-" is the
    same command, so that `help minipy` lists them all."""

    name = None
    kind = gdb.COMMAND_STACK

    def __init_subclass__(cls):
        if cls.name:
            cls(cls.name)
            cls("minipy " + cls.name.removeprefix("py-"))

    def __init__(self, name):
        super().__init__(name, self.kind)

    def invoke(self, argument, from_tty):
        try:
            self.run(argument.split())
        except (gdb.MemoryError, Broken) as error:
            raise gdb.GdbError(f"The memory does not look as it should: {error}") from error

def call_text(frame):
    """"f (n=3) at /home/me/file.py:2"."""
    arguments = ", ".join(f"{name}={brief(address)}" for name, address in frame.arguments())
    return f"{frame.code.qualified_name} ({arguments}) at {frame.code.filename}:{frame.line or '?'}"


def brief(address):
    """A value in a few words."""
    value = text(address, depth=1, fields=False)
    return value if len(value) <= 60 else value[:57] + "..."


def stack_text(frame):
    stack = frame.stack()
    return "?" if stack is None else f"[{', '.join(map(brief, stack))}]"


def instruction_text(frame, instruction):
    """Offset, opcode, argument and what became of the instruction, in the columns of `dis`."""
    parts = f"{instruction.offset:6} {instruction.opname:<24}"
    if instruction.arg is not None:
        parts += f" {instruction.arg:4}"
        if instruction.argrepr:
            parts += f" ({instruction.argrepr})"
    specialized = frame.code.specialized_name(instruction.offset)
    if specialized:
        parts = f"{parts:<52} as {specialized}"
    return parts.rstrip()


def show_place(frame):
    """Where a frame stands: the call, the source line, the instruction under way with the value stack."""
    print(call_text(frame))
    source = frame.source_line()
    if source is not None:
        print(f"{frame.line}\t{source}")
    for instruction in frame.code.instructions:
        if instruction.offset == frame.offset:
            print(f"{instruction_text(frame, instruction):<48}  {stack_text(frame)}")


class Backtrace(Command):
    """Show the Python frames of the selected thread, innermost first, with their arguments.
The frame that py-up and py-down have selected is marked. The line (C++) stands where a frame was called by a function in C++.
Usage: py-bt [COUNT]"""

    name = "py-bt"

    def run(self, words):
        count = int(words[0]) if words and words[0].isdigit() else None
        frame, level = running_frame(), 0
        if frame is None:
            raise gdb.GdbError("No Python code is running in this thread.")
        while frame and level != count:
            mark = "*" if level == selection.level and level else " "
            print(f"{mark}#{level:<3} {call_text(frame)}")
            source = frame.source_line()
            if source is not None:
                print(f"        {source.strip()}")
            caller = frame.caller
            if caller and int(frame.value["entry"]):
                print("      (C++)")
            frame, level = caller, level + 1
        if frame:
            print("(more frames follow)")


class List(Command):
    """Show the Python source around the line that runs, or around another line of that file.
Usage: py-list [LINE]"""

    name = "py-list"
    kind = gdb.COMMAND_FILES

    def run(self, words):
        frame = selection.frame()
        if frame.source is None:
            raise gdb.GdbError(f"The source file {frame.code.filename} cannot be read.")
        middle = int(words[0]) if words and words[0].isdigit() else frame.line or 1
        for number in range(max(middle - 5, 1), min(middle + 5, len(frame.source)) + 1):
            mark = "->" if number == frame.line else "  "
            print(f"{mark} {number:4}  {frame.source[number - 1]}".rstrip())


class Stack(Command):
    """Show the value stack of the Python frame, topmost value first.
At a stop of py-break, py-step and py-next it is the stack before the instruction; elsewhere it is as it was when
the instruction under way began, and what that has consumed already may be shown as dead.
Usage: py-stack"""

    name = "py-stack"

    def run(self, words):
        stack = selection.frame().stack()
        if stack is None:
            raise gdb.GdbError("How deep the value stack is here cannot be told.")
        if not stack:
            print("The value stack is empty.")
        for index, address in reversed(list(enumerate(stack))):
            print(f"{index:3}  {text(address)}")


class Locals(Command):
    """Show the local variables of the Python frame, those in cells included.
In the body of a module or class it is the namespace.
Usage: py-locals"""

    name = "py-locals"
    kind = gdb.COMMAND_DATA

    def run(self, words):
        shown = [(name, address) for name, address in selection.frame().locals()
                 if not (name.startswith("__") and name.endswith("__"))]
        if not shown:
            print("No locals.")
        for name, address in shown:
            print(f"{name} = {text(address)}")


class Print(Command):
    """Show what a name means in the Python frame: a local variable, a global or a built-in.
Attributes that an instance, module or class carries itself can be named behind dots.
Usage: py-print NAME[.ATTRIBUTE...]"""

    name = "py-print"
    kind = gdb.COMMAND_DATA

    def run(self, words):
        if len(words) != 1:
            raise gdb.GdbError("Usage: py-print NAME[.ATTRIBUTE...]")
        print(f"{words[0]} = {text(find(selection.frame(), words[0]))}")


def find(frame, path):
    """The address of what a dotted name means in the frame."""
    name, *rest = path.split(".")
    address = frame.lookup(name)
    for attribute in rest:
        if not address:
            break
        kind = type_name(built_in_base(object_type(address)))
        if kind == "module":
            own = [(name_value(key), value) for key, value in dict_items(int(at(address, "Module")["dict"]))]
        elif kind == "type":
            own = [(name_value(key), value) for key, value in dict_items(int(at(address, "Type")["dict"]))]
        else:
            own = attributes(address)
        address = dict(own).get(attribute, 0)
    if not address:
        raise gdb.GdbError(f"There is no {path} here.")
    return address


class Object(gdb.Function):
    """The object that a name means in the Python frame, for C++ expressions.
`print *(minipy::List*)$py("data")` shows the fields of a list. Usage: $py("NAME[.ATTRIBUTE...]")"""

    def __init__(self):
        super().__init__("py")

    def invoke(self, path):
        return at(find(selection.frame(), path.string()), "Object")


Object()


class Disassemble(Command):
    """Show the bytecode of the Python frame's code with the instruction under way marked.
Behind an instruction that the eval loop has replaced stands what runs in its place ("as ...").
With a NAME the bytecode of that function is shown.
Usage: py-dis [NAME]"""

    name = "py-dis"
    kind = gdb.COMMAND_DATA

    def run(self, words):
        frame = selection.frame()
        shown = frame
        if words:
            shown = FunctionCode(find(frame, words[0]))
        line = None
        for instruction in shown.code.instructions:
            if instruction.starts_line and line:
                print()
            line = instruction.starts_line or line
            number = instruction.starts_line or ""
            mark = "-->" if shown is frame and instruction.offset == frame.offset else "   "
            target = ">>" if instruction.is_jump_target else "  "
            print(f"{number:>4} {mark} {target}{instruction_text(shown, instruction)}")


class FunctionCode:
    """The code of a function or method, which no frame runs."""

    def __init__(self, address):
        kind = type_name(object_type(address))
        if kind == "method":
            address = int(at(address, "Method")["function"])
            kind = type_name(object_type(address))
        if kind != "function":
            raise gdb.GdbError(f"{text(address)} is not a Python function.")
        self.code = code_copy(at(address, "Function")["code"])


class Up(Command):
    """Select the caller of the Python frame, for py-list, py-locals and the other commands that look.
Usage: py-up"""

    name = "py-up"

    def run(self, words):
        selection.move(1)
        show_place(selection.frame())


class Down(Command):
    """Select the Python frame that the selected one has called.
Usage: py-down"""

    name = "py-down"

    def run(self, words):
        selection.move(-1)
        show_place(selection.frame())

