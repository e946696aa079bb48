// set and frozenset: a hash table of objects.
//
// Open addressing over a power of two of slots: a key is looked for in ten neighbouring slots, then at a
// place that depends on all bits of its hash. A removed item leaves a dummy, so that searches go on past it
// until the next growth. The order of the slots is what iteration and `repr` show, so
// the probing and the moments of growth are CPython's. Invariant: fewer than three fifths of the slots are
// in use or dummies. Up to five items live in the object itself.
//
// CPython: Include/cpython/setobject.h, Objects/setobject.c
#pragma once

#include <span>

#include "objects/type.h"

namespace minipy {

struct SetEntry {
    Object* key;  // null: free, or a dummy
    Hash hash;    // of the key; of a free slot 0, of a dummy -1 (which is no object's hash)
};

struct Set : Object {
    static constexpr Size small_size = 8;

    Size fill;  // slots in use and dummies
    Size used;
    Size mask;  // number of slots, less 1
    SetEntry* table;
    Hash hash;  // of a frozenset; -1: not computed yet
    Size finger;  // where set.pop() goes on searching
    SetEntry small_table[small_size];
    Object* weak_references;

    /// All slots, free ones included.
    std::span<const SetEntry> slots() const noexcept { return {table, static_cast<std::size_t>(mask) + 1}; }
};

extern Type set_type, frozenset_type;

/// Whether the object is a set or a frozenset, or of a subclass. PyAnySet_Check.
inline bool is_any_set(const Object* object) noexcept {
    return is_exactly(object, set_type) || is_exactly(object, frozenset_type) ||
           is_subtype(object->type, &set_type) || is_subtype(object->type, &frozenset_type);
}
inline bool is_frozenset(const Object* object) noexcept { return object->type == &frozenset_type; }

/// A frozenset of the items. Raises TypeError for an unhashable one. PyFrozenSet_New.
Ref<Set> new_frozenset(std::span<Object* const> items);
/// The same of an iterable's items; a frozenset of exactly that type is given back itself.
Ref<Set> new_frozenset_from(Object* iterable);

/// An empty set. PySet_New.
Ref<Set> new_set();
/// PySet_Add; `set.update(iterable)`.
Status set_add(Set* set, Object* key);
Status set_update(Set* set, Object* iterable);

/// Takes the key out; whether it was there. PySet_Discard.
Result<bool> set_discard(Set* set, Object* key);
/// Empties the set. PySet_Clear.
void set_clear(Set* set) noexcept;

/// Whether the key is in the set. PySet_Contains.
Result<bool> set_contains(const Set* set, Object* key);

/// The next item at or after the slot `position` (start at 0), borrowed; null at the end. _PySet_NextEntry.
inline Object* set_next(const Set* set, Size& position, Hash* hash = nullptr) noexcept {
    while (position <= set->mask) {
        const SetEntry& entry = set->table[position++];
        if (!entry.key) continue;
        if (hash) *hash = entry.hash;
        return entry.key;
    }
    return nullptr;
}

}  // namespace minipy
