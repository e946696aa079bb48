// bytearray: a mutable array of octets.
//
// Invariant: `items` has room for `capacity` octets and holds `size` of them and a zero. While `exports` is
// not zero somebody looks at the memory, and the size must not change.
//
// CPython: Include/cpython/bytearrayobject.h, Objects/bytearrayobject.c
#pragma once

#include <string_view>

#include "objects/type.h"

namespace minipy {

struct ByteArray : VarObject {
    char* items;
    Size capacity;  // the terminating zero included
    Size exports;

    std::string_view view() const noexcept { return {items, static_cast<std::size_t>(size)}; }
};

extern Type bytearray_type;

inline bool is_bytearray(const Object* object) noexcept {
    return object->type == &bytearray_type || is_subtype(object->type, &bytearray_type);
}

/// PyByteArray_FromStringAndSize.
Ref<ByteArray> new_bytearray(std::string_view octets);

/// Changes the size; new octets are undefined. BufferError while there are exports. PyByteArray_Resize.
Status bytearray_resize(ByteArray* array, Size size);

}  // namespace minipy
