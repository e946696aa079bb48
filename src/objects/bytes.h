// bytes: immutable array of octets.
//
// The octets follow the head directly, with a terminating zero. The empty value and the 256 single octets
// are shared objects.
//
// CPython: Include/cpython/bytesobject.h, Objects/bytesobject.c
#pragma once

#include <string_view>

#include "objects/type.h"

namespace minipy {

struct Bytes : VarObject {
    Hash hash;  // -1: not computed yet

    const char* data() const noexcept { return reinterpret_cast<const char*>(this + 1); }
    char* data() noexcept { return reinterpret_cast<char*>(this + 1); }
    std::string_view view() const noexcept { return {data(), static_cast<std::size_t>(size)}; }
};

extern Type bytes_type;

inline bool is_bytes(const Object* object) noexcept { return object->type->has(type_flag::bytes_subclass); }

/// PyBytes_FromStringAndSize.
Ref<Bytes> new_bytes(std::string_view octets);

/// `size` octets to be filled in by the caller before anybody else sees them. Raises MemoryError.
Ref<Bytes> new_bytes_uninitialized(Size size);

bool bytes_equal(const Bytes* left, const Bytes* right) noexcept;
Hash bytes_hash(Bytes* bytes) noexcept;

/// The text that `repr(bytes)` shows: b'...'.
Ref<Str> bytes_repr(const Bytes* bytes);

/// The text that `repr(bytearray)` shows: the same inside "name(...)", with single quotes always escaped.
Ref<Str> bytearray_repr_text(std::string_view octets, std::string_view name);

}  // namespace minipy
