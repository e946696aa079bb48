// set and frozenset: a hash table of objects.
//
// Open addressing over a power of two of slots: a key is looked for in ten neighbouring slots, then at a
// place that depends on all bits of its hash. The order of the slots is what iteration and `repr` show, so
// the probing and the moments of growth are CPython's. Invariant: fewer than three fifths of the slots are
// in use or dummies. Up to five items live in the object itself.
//
// CPython: Include/cpython/setobject.h, Objects/setobject.c
#pragma once

#include <span>

#include "objects/type.h"

namespace minipy {

struct SetEntry {
    Object* key;  // null: free
    Hash hash;    // of the key; 0 with a null key
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

extern Type frozenset_type;

inline bool is_frozenset(const Object* object) noexcept { return object->type == &frozenset_type; }

/// A frozenset of the items. Raises TypeError for an unhashable one. PyFrozenSet_New.
Ref<Set> new_frozenset(std::span<Object* const> items);

/// An empty set. PySet_New.
Ref<Set> new_set();
/// PySet_Add; `set.update(iterable)`.
Status set_add(Set* set, Object* key);
Status set_update(Set* set, Object* iterable);

/// Whether the key is in the set. PySet_Contains.
Result<bool> set_contains(const Set* set, Object* key);

}  // namespace minipy
