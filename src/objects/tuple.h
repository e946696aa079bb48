// tuple: immutable array of objects. The slots follow the head directly; the empty tuple is one shared object.
//
// CPython: Include/cpython/tupleobject.h, Objects/tupleobject.c
#pragma once

#include <span>

#include "objects/type.h"

namespace minipy {

struct Tuple : VarObject {
    Object** items() noexcept { return reinterpret_cast<Object**>(this + 1); }
    Object* const* items() const noexcept { return reinterpret_cast<Object* const*>(this + 1); }
    Object* operator[](Size index) const noexcept { return items()[index]; }
    std::span<Object* const> span() const noexcept { return {items(), static_cast<std::size_t>(size)}; }
};

extern Type tuple_type;

inline bool is_tuple(const Object* object) noexcept { return object->type->has(type_flag::tuple_subclass); }

/// A tuple that owns new references to the items. PyTuple_Pack.
Ref<Tuple> new_tuple(std::span<Object* const> items);

/// `tuple_of(a, b)`: the same for objects at hand.
template <class... Items>
Ref<Tuple> tuple_of(Items*... items) {
    Object* array[] = {items...};
    return new_tuple(array);
}

/// A tuple of `size` empty slots to be filled by the caller before anybody else sees it. PyTuple_New.
Ref<Tuple> new_tuple_uninitialized(Size size);

}  // namespace minipy
