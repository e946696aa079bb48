"""Code objects of the process, copied into gdb's own Python.

minipy's bytecode is CPython 3.11's, byte for byte, and gdb has a CPython 3.11 inside: so a code object is read
from memory and built again as a real one, and the modules `dis` and `opcode` do the rest. Only constants are
stand-ins that know their text. What `co_code` does not show, the specialised instructions that the eval loop
works with, is read from the loop's own copy of the instructions.
"""
import dis
import functools
import types

import gdb

from .process import layout, read, size_of
from .values import Broken, bytes_value, name_value, text, tuple_items

# Of src/objects/code.h (local_kind, code_flag).
LOCAL, CELL, FREE = 0x20, 0x40, 0x80
GENERATORS = 0x20 | 0x80 | 0x200


class Constant:
    """Stands for a constant in a copied code object."""

    def __init__(self, address):
        self.address = address

    def __repr__(self):
        return text(self.address)


class CodeCopy:
    """What the scripts want to know of a `Code *`."""

    def __init__(self, code):
        self.address = int(code)
        self.name = name_value(code["name"]["pointer_"])
        self.qualified_name = name_value(code["qualified_name"]["pointer_"])
        self.filename = name_value(code["filename"]["pointer_"])
        self.argument_count = int(code["argument_count"]) + int(code["keyword_only_count"])
        self.argument_count += bool(int(code["flags"]) & 4) + bool(int(code["flags"]) & 8)
        self.local_names = [name_value(name) for name in tuple_items(int(code["local_names"]["pointer_"]))]
        self.local_kinds = bytes_value(int(code["local_kinds"]["pointer_"]))
        self.words = int(code["words"])
        self.copy = self._copied(code)

    def _copied(self, code):
        def bytes_of(field):
            return bytes_value(int(code[field]["pointer_"]))

        def names(kind, but=0):
            return tuple(name for name, kinds in zip(self.local_names, self.local_kinds)
                         if kinds & kind and not kinds & but)

        return types.CodeType(
            int(code["argument_count"]), int(code["positional_only_count"]), int(code["keyword_only_count"]),
            len(names(LOCAL)), int(code["stack_size"]), int(code["flags"]), bytes_of("code"),
            tuple(map(Constant, tuple_items(int(code["constants"]["pointer_"])))),
            tuple(name_value(name) for name in tuple_items(int(code["names"]["pointer_"]))), names(LOCAL),
            self.filename, self.name, self.qualified_name, int(code["first_line"]), bytes_of("line_table"),
            bytes_of("exception_table"), names(FREE), names(CELL))

    def line(self, offset):
        """The line of the instruction at the offset, or None."""
        for start, end, line in self.copy.co_lines():
            if start <= offset < end:
                return line
        return None

    @functools.cached_property
    def instructions(self):
        return list(dis.get_instructions(self.copy))

    def specialized_name(self, offset):
        """What the eval loop has made of the instruction, or None if it is still what `co_code` says."""
        if not self.words:
            return None
        number = read(self.words + offset, 1)[0]
        return None if number == self.copy.co_code[offset] else opcode_names().get(number)

    @functools.cached_property
    def depths(self):
        """How many values lie on the stack when the instruction at an offset begins."""
        depths = {}
        following = [(0, 0)]
        following += [(target, depth + last_i + 1) for target, depth, last_i in self._handlers()]
        index = {instruction.offset: i for i, instruction in enumerate(self.instructions)}
        while following:
            offset, depth = following.pop()
            while offset in index and offset not in depths:
                depths[offset] = depth
                at = index[offset]
                instruction = self.instructions[at]
                argument = instruction.arg if instruction.opcode >= dis.HAVE_ARGUMENT else None
                if instruction.opcode in dis.hasjrel or instruction.opcode in dis.hasjabs:
                    taken = dis.stack_effect(instruction.opcode, argument, jump=True)
                    following.append((instruction.argval, depth + taken))
                depth += dis.stack_effect(instruction.opcode, argument, jump=False)
                # A generator is resumed with a value to send, which the first POP_TOP drops.
                depth += instruction.opname == "RETURN_GENERATOR"
                if instruction.opname in ENDS or at + 1 == len(self.instructions):
                    break
                offset = self.instructions[at + 1].offset
        return depths

    def _handlers(self):
        """(target, depth, whether the place is pushed too) of each entry of the exception table."""
        numbers, number = [], 0
        for byte in self.copy.co_exceptiontable:
            number = number << 6 | byte & 63
            if not byte & 64:
                numbers.append(number)
                number = 0
        for target, packed in zip(numbers[2::4], numbers[3::4]):
            yield 2 * target, packed >> 1, packed & 1


ENDS = {"RETURN_VALUE", "RAISE_VARARGS", "RERAISE", "JUMP_FORWARD", "JUMP_BACKWARD",
        "JUMP_BACKWARD_NO_INTERRUPT"}


@functools.cache
def opcode_names():
    """Number -> name, specialised ones included, from the binary."""
    return {field.enumval: field.name.rpartition("::")[2] for field in layout("Opcode").fields()}


def base_opcodes():
    """Names of the opcodes that stand in `co_code` -> number."""
    return {name: number for name, number in dis.opmap.items() if number < 256}


def code_copy(code):
    """The copy of a `Code *`; gdb.GdbError if it cannot be made."""
    try:
        return CodeCopy(code)
    except (Broken, ValueError, TypeError, UnicodeError, IndexError, gdb.MemoryError) as error:
        raise gdb.GdbError(f"No code object can be read at {int(code):#x}.") from error
