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

/// The referent, borrowed, or null if it is dead or about to die. PyWeakref_GET_OBJECT.
inline Object* live_referent(const Object* reference) noexcept {
    Object* referent = static_cast<const WeakReference*>(reference)->referent;
    return referent && is_alive(referent) ? referent : nullptr;
}

extern Type weak_reference_type, weak_proxy_type, weak_callable_proxy_type;

/// Where the object keeps its list; null if it cannot be weakly referred to.
WeakReference** weak_reference_list(Object* object) noexcept;

/// Whether the object is a weak reference or a proxy. PyWeakref_Check.
inline bool is_weak_reference(const Object* object) noexcept {
    return is_instance_of(object, weak_reference_type) || object->type == &weak_proxy_type ||
           object->type == &weak_callable_proxy_type;
}

/// PyWeakref_NewRef. TypeError "cannot create weak reference to 'int' object".
Ref<Object> new_weak_reference(Object* referent, Object* callback_or_null);

/// A proxy, callable if the referent is. PyWeakref_NewProxy.
Ref<Object> new_weak_proxy(Object* referent, Object* callback_or_null);

/// Makes the reference forget its referent; its callback stays. _PyWeakref_ClearRef.
void empty_weak_reference(WeakReference* reference) noexcept;

/// `dealloc`, `traverse` and `clear` of references and proxies.
void weak_reference_dealloc(Object* self) noexcept;
int weak_reference_traverse(Object* self, Visit visit, void* context);
void weak_reference_clear(Object* self);

/// Empties all references to the dying object and runs their callbacks. PyObject_ClearWeakRefs.
void clear_weak_references(Object* object) noexcept;

}  // namespace minipy
