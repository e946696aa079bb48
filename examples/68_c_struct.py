"""A struct as C has it: fields with types and offsets in a run of bytes, described by class annotations."""
import struct

CODES = {"int8": "b", "uint8": "B", "int16": "h", "uint16": "H", "int32": "i", "uint32": "I", "int64": "q",
         "float": "f", "double": "d"}


class Field:
    """A descriptor that reads and writes its bytes."""

    def __init__(self, code, offset):
        self.format, self.offset = struct.Struct("<" + code), offset

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return self.format.unpack_from(instance.memory, self.offset)[0]

    def __set__(self, instance, value):
        try:
            packed = self.format.pack(value)
        except struct.error as error:
            raise ValueError(f"{self.name}: {error}") from None
        instance.memory[self.offset:self.offset + self.format.size] = packed


class Nested(Field):
    """A struct inside a struct: a view of the same memory."""

    def __init__(self, kind, offset):
        self.kind, self.offset = kind, offset

    def __get__(self, instance, owner=None):
        return self if instance is None else self.kind(instance.memory[self.offset:self.offset + self.kind.size])


class Struct:
    """Fields lie at multiples of their own size, and the whole is padded to that of the largest: as in C."""

    def __init_subclass__(cls, packed=False):
        offset, alignment, cls.fields = 0, 1, []
        for name, kind in cls.__annotations__.items():
            nested = isinstance(kind, type) and issubclass(kind, Struct)
            size = kind.size if nested else struct.calcsize("<" + CODES[kind])
            align = 1 if packed else kind.alignment if nested else size
            offset = (offset + align - 1) // align * align
            field = Nested(kind, offset) if nested else Field(CODES[kind], offset)
            field.__set_name__(cls, name)
            setattr(cls, name, field)
            cls.fields.append((name, offset, size))
            offset, alignment = offset + size, max(alignment, align)
        cls.size, cls.alignment = (offset + alignment - 1) // alignment * alignment, alignment

    def __init__(self, memory=None, **values):
        self.memory = memoryview(bytearray(self.size)) if memory is None else memory
        for name, value in values.items():
            setattr(self, name, value)

    def __repr__(self):
        return f"{type(self).__name__}({', '.join(f'{name}={getattr(self, name)!r}' for name, *_ in self.fields)})"


class Point(Struct):
    x: "int32"
    y: "int32"


class Pixel(Struct):
    at: Point
    colour: "uint8"
    depth: "double"
    flags: "int16"


class Packed(Struct, packed=True):
    tag: "uint8"
    value: "double"


for kind in (Point, Pixel, Packed):
    print(kind.__name__, "size", kind.size, "alignment", kind.alignment, kind.fields)

pixel = Pixel(colour=255, depth=0.5)
pixel.at.x = -2
pixel.flags = 0x1234
print(pixel)
print(bytes(pixel.memory).hex(" "))
for field, value in (("colour", 256), ("flags", "x")):
    try:
        setattr(pixel, field, value)
    except ValueError as error:
        print(error)

# The bytes are what a file or a network would carry: read back they are the same pixel.
again = Pixel(memoryview(bytearray(pixel.memory)))
print(again, again.at.x, bytes(again.memory) == struct.pack("<iiB7xdh6x", -2, 0, 255, 0.5, 0x1234))

# Two names for the same memory, as with a pointer: a write through one is seen through the other.
alias = Point(pixel.memory[:Point.size])
alias.y = 7
print(pixel.at, Point.y.offset, Pixel.depth.offset)
