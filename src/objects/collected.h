// Which objects the cycle collector has to look at.
//
// CPython: Include/internal/pycore_object.h (_PyObject_GC_MAY_BE_TRACKED)
#pragma once

#include "memory/collector.h"
#include "objects/tuple.h"
#include "objects/type.h"

namespace minipy {

/// Whether the object can be part of a cycle: it is collected, and neither a built-in type nor a tuple that has
/// been found harmless.
inline bool may_be_in_cycle(Object* object) noexcept {
    if (!object->type->has(type_flag::collected)) return false;
    if (object->type == &tuple_type) return is_tracked(object);
    if (object->type == &type_type) return static_cast<Type*>(object)->has(type_flag::heap);
    return true;
}

}  // namespace minipy
