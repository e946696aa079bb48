"""Objects as text, read from memory.

`text(address)` writes a value as Python would where that is possible without running code, and else in angle
brackets. It never fails: what cannot be read is said so in its place. Depth, length and the number of objects
looked at are limited, and a container inside itself is shown as [...].
"""
import struct

import gdb

from .process import at, pointer_to, read, size_of

# Of src/objects/type.h.
HEAP = 1 << 2
INLINE_ATTRIBUTES = 1 << 13
MANAGED_DICT = 1 << 14
EXCEPTION_SUBCLASS = 1 << 22
TYPE_SUBCLASS = 1 << 23

MOST_OBJECTS = 400
LONGEST_WALK = 100_000  # entries of a table; more are taken for a broken one


class _Limit(gdb.Parameter):
    def __init__(self, name, value, what):
        self.set_doc = f"Set {what}."
        self.show_doc = f"Show {what}."
        super().__init__(name, gdb.COMMAND_DATA, gdb.PARAM_UINTEGER)
        self.value = value

    def get_set_string(self):
        return ""

    def get_show_string(self, value):
        return f"The limit is {value}."


depth_limit = _Limit("py-depth", 3, "how many containers inside each other are shown of a Python object")
length_limit = _Limit("py-length", 20, "how many items of a Python container are shown")
text_limit = _Limit("py-text", 80, "how many characters of a Python string are shown")


class Broken(Exception):
    """The address is not that of an object."""


# --- single fields

def object_type(address):
    """The object's type as a `Type *`; Broken if the address cannot be that of an object."""
    try:
        type_ = at(address, "Object")["type"]
        meta = type_["type"] if int(type_) else None
        if meta is not None and int(meta) and int(meta["type"]) and int(meta["flags"]) & TYPE_SUBCLASS:
            return type_
    except gdb.MemoryError:
        pass
    raise Broken


def type_name(type_):
    return type_["name"].string(errors="replace", length=-1)


def built_in_base(type_):
    """The type itself or the nearest of its bases that is built in: it knows the layout."""
    for _ in range(1000):
        if not int(type_["flags"]) & HEAP:
            return type_
        type_ = type_["base"]
    raise Broken


def str_value(address, limit=None):
    """A str object as a Python str, cut at `limit` characters."""
    string = at(address, "Str")
    kind, size = int(string["kind"]), int(string["size"])
    if kind not in (1, 2, 4) or size < 0:
        raise Broken
    count = size if limit is None else min(size, limit)
    data = read(address + size_of("Str"), count * kind)
    return data.decode({1: "latin-1", 2: "utf-16-le", 4: "utf-32-le"}[kind], "surrogatepass")


def name_value(address):
    """The same for what is only sometimes a str: a name, or "?"."""
    try:
        if int(address) and type_name(built_in_base(object_type(int(address)))) == "str":
            return str_value(int(address), 200)
    except (Broken, gdb.MemoryError, UnicodeError):
        pass
    return "?"


def int_value(address):
    integer = at(address, "Int")
    limbs = int(integer["limb_count"])
    if not limbs:
        return int(integer["small"])
    data = read(int(integer["limbs"].address), 8 * min(abs(limbs), LONGEST_WALK))
    return int.from_bytes(data, "little") * (1 if limbs > 0 else -1)


def bytes_value(address, limit=None):
    value = at(address, "Bytes")
    size = int(value["size"])
    return read(address + size_of("Bytes"), size if limit is None else min(size, limit))


def addresses(start, count):
    """The array of `count` pointers at `start`."""
    return struct.unpack(f"<{count}Q", read(start, 8 * count)) if count > 0 else ()


def tuple_items(address, limit=None):
    size = int(at(address, "Tuple")["size"])
    return addresses(address + size_of("Tuple"), size if limit is None else min(size, limit))


def table_entries(keys):
    """(key, value) of each entry of a `DictKeys *`, holes included."""
    count = int(keys["entry_count"])
    if not 0 <= count <= LONGEST_WALK:
        raise Broken
    start = int(keys) + size_of("DictKeys") + (1 << int(keys["log2_index_bytes"]))
    if int(keys["kind"]):
        words = addresses(start, 2 * count)
        return zip(words[::2], words[1::2])
    words = addresses(start, 3 * count)
    return zip(words[1::3], words[2::3])


def dict_items(address):
    return [(key, value) for key, value in table_entries(at(address, "Dict")["keys"]) if value]


def dict_get(address, name):
    """The value under a str key, or 0."""
    if int(address):
        for key, value in dict_items(int(address)):
            if name_value(key) == name:
                return value
    return 0


def set_items(address):
    value = at(address, "Set")
    slots = int(value["mask"]) + 1
    if not 0 < slots <= LONGEST_WALK:
        raise Broken
    return [key for key in addresses(int(value["table"]), 2 * slots)[::2] if key]


def attributes(address, type_=None):
    """(name, value) of what the instance carries itself, in the order of setting."""
    type_ = type_ or object_type(address)
    flags = int(type_["flags"])
    namespace = 0
    if flags & MANAGED_DICT:
        head = address - size_of("GcHead") - size_of("ManagedHead")
        namespace = int(at(head, "ManagedHead")["dict"])
        if not namespace and flags & INLINE_ATTRIBUTES:
            return _inline_attributes(address, type_)
    elif int(type_["dict_offset"]):
        namespace = addresses(address + int(type_["dict_offset"]), 1)[0]
    return [(name_value(key), value) for key, value in dict_items(namespace)] if namespace else []


def _inline_attributes(address, type_):
    values = address + int(type_["basic_size"])
    capacity, count = read(values, 2)
    slots = addresses(values + size_of("DictValues"), capacity)
    order = read(values + size_of("DictValues") + 8 * capacity, min(count, capacity))
    names = [key for key, _ in table_entries(type_["shared_keys"])]
    return [(name_value(names[slot]), slots[slot]) for slot in order if slots[slot]]


# --- whole values

class Writer:
    """Writes one value; remembers what it is inside of, and how much it has written."""

    def __init__(self, depth=None, fields=True):
        self.fields = fields
        self.depth = depth_limit.value if depth is None else depth
        self.length = length_limit.value or LONGEST_WALK
        self.left = MOST_OBJECTS
        self.inside = []

    def text(self, address):
        address = int(address)
        if not address:
            return "NULL"
        self.left -= 1
        if self.left < 0:
            return "..."
        try:
            type_ = object_type(address)
            if int(at(address, "Object")["refcount"]) <= 0:
                return f"<dead {type_name(type_)} at {address:#x}>"
            return self._text(address, type_)
        except gdb.MemoryError:
            return f"<unreadable memory at {address:#x}>"
        except (Broken, UnicodeError, ValueError, IndexError, OverflowError, gdb.error):
            return f"<no object at {address:#x}>"

    def _text(self, address, type_):
        base = built_in_base(type_)
        own = type_name(base)
        if int(base["flags"]) & EXCEPTION_SUBCLASS:
            return self.exception(address, type_)
        if int(type_["flags"]) & TYPE_SUBCLASS:
            return f"<class '{self.class_name(at(address, 'Type'))}'>"
        write = WRITERS.get(own)
        if int(type_) == int(base):
            return write(self, address) if write else self.instance(address, type_)
        return self.instance(address, type_, write and write(self, address))

    def nested(self, address, write):
        """What `write` gives for the inside of a container, within the limits."""
        if address in self.inside or len(self.inside) >= self.depth:
            return "..."
        self.inside.append(address)
        try:
            return write()
        finally:
            self.inside.pop()

    def items(self, address, items, size=None):
        """Items in a row, as many as are to be shown; `size`: how many there are."""
        size = len(items) if size is None else size
        shown = items[:self.length]
        more = ["..."] if size > len(shown) else []
        return self.nested(address, lambda: ", ".join([self.text(item) for item in shown] + more))

    def instance(self, address, type_, value=None):
        fields = attributes(address, type_) if self.fields else []
        text = f"<{self.class_name(type_)}" + (f" {value}" if value else f" at {address:#x}")
        if fields:
            shown = fields[:self.length]
            more = ["..."] if len(fields) > len(shown) else []
            text += " " + self.nested(address, lambda: " ".join(
                [f"{name}={self.text(item)}" for name, item in shown] + more))
        return text + ">"

    @staticmethod
    def class_name(type_):
        qualified = int(type_["qualified_name"])
        return name_value(qualified) if qualified else type_name(type_)

    def exception(self, address, type_):
        args = int(at(address, "BaseException")["args"])
        inside = self.items(address, tuple_items(args, self.length), int(at(args, "Tuple")["size"])) if args else ""
        return f"{self.class_name(type_)}({inside})"

    # What follows writes values of one type each: see WRITERS.

    def integer(self, address):
        value = int_value(address)
        if abs(value) < 1 << 4096:
            return str(value)
        return f"<int of {value.bit_length()} bits>"

    def boolean(self, address):
        return str(bool(int_value(address)))

    def floating(self, address):
        return repr(struct.unpack("<d", read(int(at(address, "Float")["value"].address), 8))[0])

    def complex(self, address):
        return repr(complex(*struct.unpack("<2d", read(int(at(address, "Complex")["real"].address), 16))))

    def string(self, address):
        return self.cut(repr(str_value(address, text_limit.value)), int(at(address, "Str")["size"]))

    @staticmethod
    def cut(text, size):
        return text + "..." if size > text_limit.value else text

    def octets(self, address):
        return self.cut(repr(bytes_value(address, text_limit.value)), int(at(address, "Bytes")["size"]))

    def bytearray(self, address):
        array = at(address, "ByteArray")
        size = int(array["size"])
        return self.cut(f"bytearray({read(int(array['items']), min(size, text_limit.value))!r})", size)

    def list(self, address):
        value = at(address, "List")
        size = int(value["size"])
        return f"[{self.items(address, addresses(int(value['items']), min(size, self.length)), size)}]"

    def tuple(self, address):
        size = int(at(address, "Tuple")["size"])
        return f"({self.items(address, tuple_items(address, self.length), size)}{',' if size == 1 else ''})"

    def dict(self, address):
        entries = dict_items(address)
        shown = entries[:self.length]
        more = ["..."] if len(entries) > len(shown) else []
        return "{" + self.nested(address, lambda: ", ".join(
            [f"{self.text(key)}: {self.text(value)}" for key, value in shown] + more)) + "}" if entries else "{}"

    def set(self, address):
        items = set_items(address)
        return f"{{{self.items(address, items)}}}" if items else "set()"

    def frozenset(self, address):
        items = set_items(address)
        return f"frozenset({{{self.items(address, items)}}})" if items else "frozenset()"

    def slice(self, address):
        value = at(address, "Slice")
        return f"slice({', '.join(self.text(value[field]) for field in ('start', 'stop', 'step'))})"

    def range(self, address):
        value = at(address, "Range")
        start, stop, step = (int_value(int(value[field])) for field in ("start", "stop", "step"))
        return repr(range(start, stop, step))

    def cell(self, address):
        content = int(at(address, "Cell")["content"])
        return f"<cell {self.items(address, [content])}>" if content else "<empty cell>"

    def wrapper(self, name):
        return lambda address: f"<{name} {self.text(at(address, 'CallableWrapper')['callable'])}>"

    def property(self, address):
        return f"<property {self.text(at(address, 'Property')['getter'])}>"

    def weak_reference(self, address):
        referent = int(at(address, "WeakReference")["referent"])
        return f"<weak reference to {self.items(address, [referent])}>" if referent else "<dead weak reference>"

    def module(self, address):
        return f"<module '{name_value(dict_get(at(address, 'Module')['dict'], '__name__'))}'>"

    def built_in(self, address):
        function = at(address, "BuiltinFunction")
        name = function["signature"]["definition"]["name"].string()
        owner = int(function["owner"])
        if owner and int(function["self"]):
            return f"<built-in method {name} of {type_name(at(owner, 'Type'))}>"
        return f"<built-in function {name}>"

    def descriptor(self, address):
        descriptor = at(address, "Descriptor")
        return f"<{type_name(object_type(address))} {name_value(descriptor['name'])} of {type_name(descriptor['owner'])}>"

    def function(self, address):
        function = at(address, "Function")
        return f"<function {name_value(function['qualified_name'])} at {self.place(function['code'])}>"

    def method(self, address):
        method = at(address, "Method")
        function = int(method["function"])
        is_function = type_name(object_type(function)) == "function"
        name = name_value(at(function, "Function")["qualified_name"]) if is_function else self.text(function)
        return f"<bound method {name} of {self.items(address, [int(method['self'])])}>"

    @staticmethod
    def place(code):
        """Where the code begins."""
        return f"{short_path(name_value(code['filename']['pointer_']))}:{int(code['first_line'])}"

    def code(self, address):
        code = at(address, "Code")
        return f"<code {name_value(code['qualified_name']['pointer_'])} at {self.place(code)}>"

    def generator(self, kind):
        def write(address):
            from .frames import Frame

            value = at(address, "Generator")
            states = ("created", "suspended", "running", "finished")
            state = states[int(value["state"])]
            where = f" at {Frame(value['frame'].address).place()}" if state != "finished" else ""
            return f"<{kind} {name_value(value['qualified_name'])} {state}{where}>"
        return write

    def frame(self, address):
        from .frames import Frame

        frame = int(at(address, "FrameObject")["frame"])
        return f"<frame {Frame(at(frame, 'Frame')).title()}>" if frame else "<frame>"


WRITERS = {
    "NoneType": lambda writer, address: "None",
    "ellipsis": lambda writer, address: "Ellipsis",
    "NotImplementedType": lambda writer, address: "NotImplemented",
    "int": Writer.integer, "bool": Writer.boolean, "float": Writer.floating, "complex": Writer.complex,
    "str": Writer.string, "bytes": Writer.octets, "bytearray": Writer.bytearray,
    "list": Writer.list, "tuple": Writer.tuple, "dict": Writer.dict,
    "set": Writer.set, "frozenset": Writer.frozenset, "slice": Writer.slice, "range": Writer.range,
    "cell": Writer.cell, "property": Writer.property, "module": Writer.module,
    "staticmethod": lambda writer, address: writer.wrapper("staticmethod")(address),
    "classmethod": lambda writer, address: writer.wrapper("classmethod")(address),
    "weakref": Writer.weak_reference, "weakref.ReferenceType": Writer.weak_reference,
    **dict.fromkeys(("method_descriptor", "classmethod_descriptor", "wrapper_descriptor", "getset_descriptor",
                     "member_descriptor"), Writer.descriptor),
    "builtin_function_or_method": Writer.built_in, "function": Writer.function, "method": Writer.method,
    "code": Writer.code, "frame": Writer.frame,
    "generator": lambda writer, address: writer.generator("generator")(address),
    "coroutine": lambda writer, address: writer.generator("coroutine")(address),
    "async_generator": lambda writer, address: writer.generator("async_generator")(address),
}


def text(address, depth=None, fields=True):
    """The value; `depth`: another limit than the user's; `fields`: with the attributes of instances."""
    return Writer(depth, fields).text(address)


def short_path(path):
    """The last part of a file's path: enough to tell where one is."""
    return path.rpartition("/")[2]


def is_object_type(type_):
    """Whether the C++ type is `minipy::Object` or derives from it first of all."""
    try:
        while type_.code == gdb.TYPE_CODE_STRUCT:
            if type_.name == "minipy::Object":
                return True
            fields = type_.fields()
            if not fields or not fields[0].is_base_class:
                return False
            type_ = fields[0].type.strip_typedefs()
    except gdb.error:
        pass
    return False
