// list: a growable array of objects.
//
// Invariant: `items` has room for `capacity` objects, the first `size` are owned references. Growth is
// CPython's: about an eighth beyond what is needed, so that appending is constant time on average.
//
// CPython: Include/cpython/listobject.h, Objects/listobject.c
#pragma once

#include <span>

#include "objects/type.h"

namespace minipy {

struct List : VarObject {
    Object** items;
    Size capacity;

    std::span<Object*> span() noexcept { return {items, static_cast<std::size_t>(size)}; }
};

extern Type list_type;

inline bool is_list(const Object* object) noexcept { return object->type->has(type_flag::list_subclass); }

/// PyList_New: `size` empty slots to be filled before anybody else sees the list.
Ref<List> new_list(Size size = 0);
/// A list that owns new references to the items.
Ref<List> new_list(std::span<Object* const> items);

/// PyList_Append; takes a reference of its own. Fails only for lack of memory.
Status list_append(List* list, Object* item);
/// Appends and takes over the caller's reference.
Status list_append_steal(List* list, Object* item);
/// `list.extend(iterable)`.
Status list_extend(List* list, Object* iterable);
/// PyList_Insert, PyList_Sort, PyList_Reverse, PyList_AsTuple.
Status list_insert(List* list, Size index, Object* item);
Status list_sort(List* list, Object* key_or_null = nullptr, bool reverse = false);
Ref<Tuple> list_to_tuple(List* list);

}  // namespace minipy
