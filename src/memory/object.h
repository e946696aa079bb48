// The head that every Python object starts with, and reference counting on it.
//
// Invariant: `refcount` is the number of owners. The owner that takes it to zero calls `destroy`, which
// runs the type's `dealloc` slot; nothing else frees an object. This folder knows no type: `destroy` is
// defined in `src/objects/`.
//
// CPython: Include/object.h
#pragma once

#include <cstddef>
#include <cstdint>

namespace minipy {

struct Type;

/// PyObject: every object begins with these two words.
struct Object {
    std::intptr_t refcount;
    Type* type;
};

/// PyVarObject: an object followed by `size` items (bytes, tuple slots, ...).
struct VarObject : Object {
    std::intptr_t size;
};

/// Ends an object's life: runs its type's `dealloc`. Called when the refcount reaches zero. _Py_Dealloc.
void destroy(Object* object) noexcept;

/// Whether a borrowed object that may be about to die can still be given an owner. From the moment its refcount
/// reaches zero on it must not: its death may be deferred.
inline bool is_alive(const Object* object) noexcept { return object->refcount > 0; }

inline void incref(Object* object) noexcept { ++object->refcount; }

inline void decref(Object* object) noexcept {
    if (--object->refcount == 0) destroy(object);
}

inline void xincref(Object* object) noexcept {
    if (object) incref(object);
}

inline void xdecref(Object* object) noexcept {
    if (object) decref(object);
}

}  // namespace minipy
