"""Instructions with the depth of the value stack before and after each, and the basic blocks that they form.

The depths come from a walk along all ways through the code: behind an instruction, over a jump, into an exception
handler. Every way to an instruction must bring the same depth; where none comes, the code is dead.
"""
import bisect
import dis
from dataclasses import dataclass, field

ENDS = {"RETURN_VALUE", "RAISE_VARARGS", "RERAISE"}
ALWAYS_JUMPS = {"JUMP_FORWARD", "JUMP_BACKWARD", "JUMP_BACKWARD_NO_INTERRUPT"}


@dataclass
class Row:
    """One instruction. `depth`: values on the stack before it, None if it is never reached."""
    instruction: dis.Instruction
    line: int | None
    effect: int
    depth: int | None = None
    handler: int | None = None      # the offset of the handler that covers it

    @property
    def offset(self):
        return self.instruction.offset

    @property
    def name(self):
        return self.instruction.opname

    @property
    def argument(self):
        """The argument in words; for opcodes that dis has none for, its number."""
        if hasattr(self.instruction.argval, "co_code"):
            return f"code {self.instruction.argval.co_name}"
        return self.instruction.argrepr or ("" if self.instruction.arg is None else str(self.instruction.arg))

    @property
    def after(self):
        return None if self.depth is None else self.depth + self.effect

    @property
    def target(self):
        return self.instruction.argval if self.instruction.opcode in dis.hasjabs + dis.hasjrel else None

    @property
    def falls_through(self):
        return self.name not in ENDS | ALWAYS_JUMPS


@dataclass
class Block:
    """Instructions that run one after the other: in at the first, out at the last."""
    number: int
    rows: list
    successors: list = field(default_factory=list)      # pairs (number of a block, "next" | "jump" | "error")

    @property
    def offset(self):
        return self.rows[0].offset


class Listing:
    """All that is known of one code object."""

    def __init__(self, code):
        self.code = code
        lines = {}
        for start, end, line in code.co_lines():
            lines.update(dict.fromkeys(range(start, end, 2), line))
        self.rows = [Row(instruction, lines.get(instruction.offset), effect_of(instruction))
                     for instruction in dis.get_instructions(code)]
        self.by_offset = {row.offset: row for row in self.rows}
        self.handlers = list(dis.Bytecode(code).exception_entries)
        for entry in self.handlers:
            for row in self.rows:
                if entry.start <= row.offset < entry.end:
                    row.handler = entry.target
        self._find_depths()
        self.blocks = self._find_blocks()

    def _next(self, row):
        index = bisect.bisect_right(self.rows, row.offset, key=lambda other: other.offset)
        return self.rows[index] if index < len(self.rows) else None

    def _find_depths(self):
        waiting = [(self.rows[0], 0)] if self.rows else []
        while waiting:
            row, depth = waiting.pop()
            if row is None or row.depth is not None:
                continue
            row.depth = depth
            if row.falls_through:
                waiting.append((self._next(row), depth + effect_of(row.instruction, jump=False)))
            if row.target is not None:
                waiting.append((self.by_offset[row.target], depth + effect_of(row.instruction, jump=True)))
            for entry in self.handlers:
                if entry.start <= row.offset < entry.end:
                    # The stack is cut to the entry's depth, then comes the exception, before it maybe the place.
                    waiting.append((self.by_offset[entry.target], entry.depth + 1 + entry.lasti))

    def _find_blocks(self):
        starts = {self.rows[0].offset} if self.rows else set()
        starts |= {row.target for row in self.rows if row.target is not None}
        starts |= {entry.target for entry in self.handlers}
        for row in self.rows:
            follower = self._next(row)
            if follower and (row.target is not None or not row.falls_through):
                starts.add(follower.offset)
        groups = []
        for row in self.rows:
            if row.offset in starts:
                groups.append([])
            groups[-1].append(row)
        blocks = [Block(number, rows) for number, rows in enumerate(groups)]
        numbers = {block.offset: block.number for block in blocks}
        for block in blocks:
            last = block.rows[-1]
            follower = self._next(last)
            if last.falls_through and follower:
                block.successors.append((numbers[follower.offset], "next"))
            if last.target is not None:
                block.successors.append((numbers[last.target], "jump"))
            for handler in sorted({row.handler for row in block.rows if row.handler is not None}):
                block.successors.append((numbers[handler], "error"))
        return blocks

    @property
    def deepest(self):
        return max((max(row.depth, row.after) for row in self.rows if row.depth is not None), default=0)

    @property
    def name(self):
        return self.code.co_qualname

    def inner(self):
        """The code objects among the constants: functions, classes and comprehensions inside."""
        return [constant for constant in self.code.co_consts if hasattr(constant, "co_code")]


def effect_of(instruction, jump=False):
    """How many values more (or fewer) are on the stack behind the instruction."""
    if instruction.opname == "RETURN_GENERATOR":
        return 1        # whoever wakes the generator for the first time pushes a value
    argument = instruction.arg if instruction.opcode >= dis.HAVE_ARGUMENT else None
    return dis.stack_effect(instruction.opcode, argument, jump=jump)


def analyse(code, deep=False):
    """The listings of a code object and, if wanted, of all in it, outermost first."""
    listings = [Listing(code)]
    if deep:
        for inner in listings[0].inner():
            listings += analyse(inner, deep=True)
    return listings
