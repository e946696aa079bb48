"""What one object is: identity, type, size and the number of references to it."""
import reprlib
import sys
import types
from dataclasses import dataclass

# Values that the interpreter shares as it likes: how often is its own affair, and says nothing about a program.
ATOMS = (type(None), type(...), type(NotImplemented), bool, int, float, complex, str, bytes, type, types.ModuleType,
         types.BuiltinFunctionType, types.CodeType)


class ShortRepr(reprlib.Repr):
    """reprlib's texts, which show a few elements only, with words for objects that have no text of their own."""

    def __init__(self):
        super().__init__()
        self.maxstring = self.maxother = 30
        self.maxlist = self.maxtuple = self.maxdict = self.maxset = self.maxfrozenset = 4
        self.maxlevel = 2

    def repr_instance(self, thing, level):
        if isinstance(thing, type):
            return f"class {thing.__qualname__}"
        if isinstance(thing, types.FunctionType):
            return f"function {thing.__qualname__}"
        if isinstance(thing, types.CellType) or type(thing).__repr__ is object.__repr__:
            return f"a {type(thing).__qualname__}"
        try:
            text = " ".join(repr(thing).split())
        except Exception as error:
            return f"<{type(thing).__name__}: repr raises {type(error).__name__}>"
        return text if len(text) <= self.maxother else text[:self.maxother - 3] + "..."


_short = ShortRepr()


@dataclass(frozen=True)
class Measurement:
    identity: int
    type_name: str
    size: int
    references: int | None      # None: shared by the interpreter
    text: str


def is_atom(thing):
    return isinstance(thing, ATOMS)


def short_repr(thing):
    """The object's text in a few words."""
    return _short.repr(thing)


def measure(thing, ignored_references=0):
    """The figures of one object. `ignored_references`: those that belong to whoever measures."""
    # One reference is the parameter of this function, one that of getrefcount.
    references = None if is_atom(thing) else sys.getrefcount(thing) - 2 - ignored_references
    return Measurement(id(thing), type(thing).__qualname__, sys.getsizeof(thing), references, short_repr(thing))


def deep_size(objects):
    """The bytes of all the objects together, each counted once."""
    seen = set()
    total = 0
    for thing in objects:
        if id(thing) not in seen:
            seen.add(id(thing))
            total += sys.getsizeof(thing)
    return total


def human(size):
    """A size for people: 999 B, 1.5 KiB, 3.2 MiB."""
    amount = float(size)
    for unit in ("B", "KiB", "MiB", "GiB"):
        if amount < 1024 or unit == "GiB":
            return f"{amount:.0f} {unit}" if unit == "B" else f"{amount:.1f} {unit}"
        amount /= 1024
