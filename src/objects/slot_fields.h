// Where the fields that `__slots__` declares lie.
//
// Each class made by Python code adds its fields to `basic_size`; they stand behind those of the built-in base.
// Behind a str stand its characters: the fields of its subclasses lie in front of the object, before both
// heads, whether the class needs these or not, so that a subclass that does finds the inherited fields where
// they were.
//
//   [last field | ... | first field] [ManagedHead] [GcHead] [Str | characters ...]
//
// CPython: Objects/typeobject.c (type_new_slots; its str keeps the characters of subclasses apart)
#pragma once

#include "objects/instance.h"
#include "objects/str.h"

namespace minipy {

inline constexpr std::size_t both_heads = sizeof(ManagedHead) + sizeof(GcHead);

/// How much of `basic_size` lies in front of the heads.
inline std::size_t front_field_bytes(const Type* type) noexcept {
    return type->has(type_flag::str_subclass) ? type->basic_size - str_type.basic_size : 0;
}

/// How much of the memory of the type's instances lies in front of the object.
inline std::size_t head_bytes(const Type* type) noexcept {
    if (const std::size_t fields = front_field_bytes(type)) return fields + both_heads;
    return (type->has(type_flag::collected) ? sizeof(GcHead) : 0) +
           (type->has(type_flag::managed_head) ? sizeof(ManagedHead) : 0);
}

/// The offset of the field for which `basic_size` had the value `place`; in front of the object it wraps
/// around.
inline std::size_t slot_field_offset(const Type* type, std::size_t place) noexcept {
    if (!type->has(type_flag::str_subclass)) return place;
    return -(both_heads + (place - str_type.basic_size) + sizeof(Object*));
}

}  // namespace minipy
