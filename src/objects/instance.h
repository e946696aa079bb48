// Room for instances of any type, subclasses of built-in ones included.
//
// CPython: Objects/typeobject.c (PyType_GenericAlloc, PyObject_Free)
#pragma once

#include <cstring>

#include "memory/allocator.h"
#include "objects/type.h"

namespace minipy {

inline std::size_t instance_bytes(const Type* type, Size items) noexcept {
    return type->basic_size + static_cast<std::size_t>(items) * type->item_size;
}

/// A zeroed instance with room for `items`, its head filled in; not yet tracked.
inline Object* allocate_instance(Type* type, Size items = 0) {
    const std::size_t bytes = instance_bytes(type, items);
    void* memory = type->has(type_flag::collected) ? allocate_collected(bytes) : allocate(bytes);
    std::memset(memory, 0, bytes);
    auto* object = static_cast<Object*>(memory);
    object->refcount = 1;
    object->type = type;
    if (type->has(type_flag::heap)) incref(type);
    return object;
}

/// Gives the memory back; the type and the fields are the caller's to let go.
inline void release_instance(Object* object, Size items = 0) noexcept {
    const std::size_t bytes = instance_bytes(object->type, items);
    if (object->type->has(type_flag::collected))
        release_collected(object, bytes);
    else
        release(object, bytes);
}

}  // namespace minipy
