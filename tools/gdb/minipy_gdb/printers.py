"""Pretty-printers: a pointer to an object, a `Ref` and a `NewRef` print as the Python value, a pointer to a frame
as what it runs. `print *pointer` still shows the C++ fields, and `print/r` the bare address.
"""
import functools

import gdb

from .frames import Frame
from .values import is_object_type, text


class ValuePrinter:
    def __init__(self, address):
        self.address = address

    def to_string(self):
        return text(self.address)


class FramePrinter:
    def __init__(self, frame):
        self.frame = frame

    def to_string(self):
        try:
            return f"<frame {self.frame.title()}>"
        except gdb.MemoryError:
            return f"<no frame at {int(self.frame.value):#x}>"


@functools.cache
def kind_of(type_name, pointer):
    """What a C++ type of that name (or a pointer to it) is to us."""
    if pointer:
        if type_name == "minipy::Frame":
            return "frame"
        if type_name.startswith("minipy::"):
            return "object" if is_object_type(gdb.lookup_type(type_name)) else None
    elif type_name.startswith("minipy::Ref<"):
        return "ref"
    elif type_name == "minipy::NewRef":
        return "new ref"
    return None


def printer_for(value):
    type_ = value.type.strip_typedefs()
    pointer = type_.code == gdb.TYPE_CODE_PTR
    if pointer:
        type_ = type_.target().strip_typedefs()
    name = type_.unqualified().name
    kind = kind_of(name, pointer) if name else None
    if kind == "object":
        return ValuePrinter(int(value))
    if kind == "ref":
        return ValuePrinter(int(value["pointer_"]))
    if kind == "new ref":
        return ValuePrinter(int(value["object"]))
    if kind == "frame" and int(value):
        return FramePrinter(Frame(value))
    return None
