// Weak references: a list per referent, cleared when the referent dies.
//
// Invariant: as long as the referent lives it heads the list of its references (managed head or the field at
// `weakrefs_offset`); when it dies every reference on the list is emptied before the first callback runs.
//
// CPython: Include/cpython/weakrefobject.h, Objects/weakrefobject.c
#pragma once

#include "objects/type.h"

namespace minipy {

struct WeakReference : Object {
    Object* referent;  // borrowed; null once dead
    Object* callback;  // or null
    Hash hash;         // -1: not computed yet
    WeakReference* next;
    WeakReference* previous;
};

extern Type weak_reference_type, weak_proxy_type, weak_callable_proxy_type;

/// Where the object keeps its list; null if it cannot be weakly referred to.
WeakReference** weak_reference_list(Object* object) noexcept;

/// PyWeakref_NewRef. TypeError "cannot create weak reference to 'int' object".
Ref<Object> new_weak_reference(Object* referent, Object* callback_or_null);

/// Empties all references to the dying object and runs their callbacks. PyObject_ClearWeakRefs.
void clear_weak_references(Object* object) noexcept;

}  // namespace minipy
