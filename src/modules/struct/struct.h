// The module `_struct`: values laid out in memory as a format string says.
//
// A format is compiled once into a list of `Field`s, each with its place; packing and unpacking walk that list.
// Invariant: the fields lie within `Layout::size` octets and do not overlap.
//
// CPython: Modules/_struct.c
#pragma once

#include <string_view>
#include <vector>

#include "objects/module.h"

namespace minipy {

enum class FieldKind { Signed, Unsigned, Pointer, Float, Bool, Char, Bytes, PascalString };

/// `count` values (one for the string kinds) of `width` octets each from `offset` on.
struct Field {
    FieldKind kind;
    char code;
    Size width;
    Size offset;
    Size count;
};

struct Layout {
    std::vector<Field> fields;
    Size size = 0;
    Size values = 0;  // that packing takes and unpacking gives
    bool native = true;
    bool big_endian = false;
};

/// struct.error.
Type& struct_error();

/// Compiles a format. Raises struct.error. prepare_s.
Status parse_layout(std::string_view format, Layout& layout);

/// Writes a value at the address. Raises struct.error, OverflowError. values.cpp.
Status pack_value(const Layout& layout, const Field& field, Object* value, unsigned char* target);
/// The value that lies at the address.
NewRef unpack_value(const Layout& layout, const Field& field, const unsigned char* source);

Ref<Module> make_struct_module();

}  // namespace minipy
