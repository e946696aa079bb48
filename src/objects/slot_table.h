// Slots and dunder methods: one table that says which special method fills which slot, and both directions
// of going through it.
//
// A class that defines `__len__` gets the *dispatcher* `dispatch_length` in its `length` slot, which calls the
// method. A built-in type that fills `length` gets a *wrapper* `__len__` in its dictionary, which calls the
// slot. Invariant: after `update_slots` a slot of a class holds a dispatcher only if the method found along
// its MRO is not itself the wrapper of a C++ function.
//
// CPython: Objects/typeobject.c (slotdefs, wrap_*, slot_*, update_one_slot)
#pragma once

#include <cstddef>
#include <span>

#include "objects/type.h"

namespace minipy {

/// Calls the C++ function in a slot with the arguments of the wrapper's call.
using SlotWrapper = NewRef (*)(Object* self, Object* const* arguments, Size positional, Tuple* keyword_names,
                               void* wrapped);

struct SlotDefinition {
    const char* name;       // "__add__"
    std::size_t offset;     // of the slot in `Slots`
    void* dispatcher;       // for classes made by Python code; null: not filled from the method
    SlotWrapper wrapper;    // null: the slot shows no wrapper
    const char* signature;  // "($self, value, /)"
    const char* doc;
    Str* interned_name;  // set when the table is first used
};

/// The table, ordered so that the definitions of one slot stand together.
std::span<SlotDefinition> slot_definitions();

inline void*& slot_at(Slots& slots, std::size_t offset) noexcept {
    return *reinterpret_cast<void**>(reinterpret_cast<char*>(&slots) + offset);
}

/// Adds the wrappers of the slots that the built-in type fills itself to its dictionary. add_operators.
void add_slot_wrappers(Type* type);

/// Fills the slots of a class from the methods found along its MRO.
void fill_slots(Type* type);

/// Refills the slots that the attribute name concerns, in the class and its subclasses. update_slot.
void update_slots(Type* type, Str* name);

/// The `hash` slot of a class with `__hash__ = None`. PyObject_HashNotImplemented.
Result<Hash> hash_not_implemented(Object* self);

/// The `next` slot of a class that has lost its `__next__`: loops that are running go on calling the slot.
/// _PyObject_NextNotImplemented.
NewRef next_not_implemented(Object* self);

/// Whether the object has a `__next__`. PyIter_Check.
inline bool is_iterator(const Object* object) noexcept {
    return object->type->slots.next && object->type->slots.next != next_not_implemented;
}

}  // namespace minipy
