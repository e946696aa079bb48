// Instances of classes: where their attributes and weak references are kept.
//
// A class made by Python code that lets its instances have a `__dict__` gives them a `ManagedHead` in front
// of the collector's header, and room for the attributes right behind the object: a `DictValues` whose keys
// are the class's shared keys. Invariant: `head->dict` null means that the inline values are the truth; when
// somebody asks for the `__dict__`, the values move into a dict and `head->dict` is the truth from then on.
//
//   [dict | weakrefs] [next | previous] [refcount | type | fields ...] [capacity, order | values ... | order]
//
// CPython: Include/internal/pycore_object.h (managed dicts), Objects/dictobject.c (inline values)
#pragma once

#include "memory/collector.h"
#include "objects/dict.h"

namespace minipy {

struct ManagedHead {
    Dict* dict;
    Object* weakrefs;
};

inline ManagedHead* managed_head(Object* object) noexcept {
    return reinterpret_cast<ManagedHead*>(gc_head(object)) - 1;
}

/// The inline values behind the object; only for types with `type_flag::inline_attributes`.
inline DictValues* inline_values(Object* object) noexcept {
    return reinterpret_cast<DictValues*>(reinterpret_cast<char*>(object) + object->type->basic_size);
}

/// A new instance with all fields zero and `items` items, tracked if its type is collected; it owns its
/// type if that is a class made at run time. PyType_GenericAlloc.
Object* allocate_instance(Type* type, Size items = 0);
/// How every `dealloc` slot ends: gives the memory of an untracked object back, whatever its type, and drops
/// the reference to a class made at run time. tp_free.
void free_object(Object* object) noexcept;
/// The same for a type whose item count does not follow from `size` (int).
void free_object(Object* object, Size items) noexcept;

/// The same where the object is most often exactly of a collected built-in type of fixed size, `exact`: no look
/// at what its type says of layout.
template <class T>
void free_collected(T* object, const Type& exact) noexcept {
    if (object->type == &exact) [[likely]] return release_collected(object, sizeof(T));
    free_object(object);
}

/// Runs the finalizer of a dying object, which happens at most once in its life if it is collected. False if
/// the object has been brought back to life: `dealloc` ends at once then. PyObject_CallFinalizerFromDealloc.
bool run_finalizer(Object* self) noexcept;

/// The nearest base that is built in: the one whose life-cycle slots are its own.
inline Type* built_in_base(Type* type) noexcept {
    while (type->has(type_flag::heap)) type = type->base;
    return type;
}

/// The attribute `__dict__` of instances that have one. PyObject_GenericGetDict, PyObject_GenericSetDict.
NewRef get_dict_attribute(Object* self);
Status set_dict_attribute(Object* self, Object* value_or_null);

/// `dealloc`, `traverse` and `clear` of classes made by Python code: finalizer, weak references, slots,
/// attributes, then the base's. subtype_dealloc and its relatives.
void instance_dealloc(Object* self) noexcept;
int instance_traverse(Object* self, Visit visit, void* context);
void instance_clear(Object* self);

/// The part of these three that concerns the attributes, for built-in types whose instances have inline ones.
void clear_attributes(Object* self);
int traverse_attributes(Object* self, Visit visit, void* context);

/// Moves the inline values into a new dict, which becomes the object's `__dict__`; borrowed.
Dict* materialize_dict(Object* object);

/// The attribute among the inline values, borrowed, or null. No `__dict__` has been made.
Object* inline_get(Object* object, Str* name) noexcept;
/// Stores (null: deletes). False if the shared keys or the room do not admit it: make a dict then.
bool inline_set(Object* object, Str* name, Object* value_or_null, bool& existed);

}  // namespace minipy
