// What the files of set share: the table by entries, and the set operations on C++ level.
//
// Operations that make a new set give one of the plain type (`set` or `frozenset`) even for subclasses.
// Invariant: everything that may run Python code (hash, comparison, iteration) leaves the sets consistent,
// whatever that code does to them.
//
// CPython: Objects/setobject.c
#pragma once

#include "objects/set.h"

namespace minipy {

inline Set* as_set(Object* object) noexcept { return static_cast<Set*>(object); }

// table.cpp

/// An empty set of the type, which is set, frozenset or a subclass.
Ref<Set> new_set_of(Type* type);
Status set_add_with_hash(Set* set, Object* key, Hash hash);
/// Adds a key that equals none of a set that nothing has been removed from.
void set_add_distinct(Set* set, Object* key, Hash hash);
Result<bool> set_contains_with_hash(const Set* set, Object* key, Hash hash);
Result<bool> set_discard_with_hash(Set* set, Object* key, Hash hash);
/// Adds the items of another set. set_merge.
Status set_merge(Set* set, const Set* other);
/// Rebuilds the table if dummies take up more than a quarter of it.
void set_drop_dummies(Set* set);
/// Makes room for so many more items if the table would grow on the way.
void set_reserve(Set* set, Size more);
/// Exchanges the contents of two sets.
void set_swap(Set* left, Set* right) noexcept;
/// `set.pop()`; KeyError when empty.
NewRef set_pop_item(Set* set);
/// The memory of a table outside the object.
Size set_table_bytes(const Set* set) noexcept;

void set_dealloc(Object* self) noexcept;
int set_traverse(Object* self, Visit visit, void* context);
void set_clear_slot(Object* self);

// operations.cpp

/// `set` or `frozenset`, whichever the type derives from.
Type* plain_set_type(const Type* type) noexcept;
/// A set of the type with the items of the iterable (null: none).
Ref<Set> set_from(Type* type, Object* iterable_or_null);
/// A copy, of the plain type.
Ref<Set> set_copy(Set* set);
Ref<Set> set_intersection(Set* set, Object* other);
Ref<Set> set_difference(Set* set, Object* other);
Ref<Set> set_symmetric_difference(Set* set, Object* other);
Status set_difference_update(Set* set, Object* other);
Status set_symmetric_difference_update(Set* set, Object* other);
Result<bool> set_is_disjoint(Set* set, Object* other);
Result<bool> set_is_subset(Set* set, Object* other);
Result<bool> set_is_superset(Set* set, Object* other);

// compare.cpp
NewRef set_repr(Object* self);
NewRef set_compare(Object* left, Object* right, CompareOp op);
Result<Hash> frozenset_hash(Object* self);
Result<Size> set_length(Object* self);
/// `key in set`: a set as the key stands for the frozenset with its items.
Result<bool> set_contains_slot(Object* self, Object* key);

// iterator.cpp
extern Type set_iterator_type;
NewRef set_iter(Object* self);

// frozenset.cpp: what both types have

/// Intersection with each of the others in turn; a copy if there are none.
Ref<Set> set_intersect_all(Set* set, Tuple* others);
NewRef set_copy_method(Object* self, Object* const* arguments);
NewRef set_contains_method(Object* self, Object* const* arguments);
NewRef set_difference_method(Object* self, Object* const* arguments);
NewRef set_intersection_method(Object* self, Object* const* arguments);
NewRef set_is_disjoint_method(Object* self, Object* const* arguments);
NewRef set_is_subset_method(Object* self, Object* const* arguments);
NewRef set_is_superset_method(Object* self, Object* const* arguments);
NewRef set_reduce(Object* self, Object* const* arguments);
NewRef set_sizeof(Object* self, Object* const* arguments);
NewRef set_symmetric_difference_method(Object* self, Object* const* arguments);
NewRef set_union_method(Object* self, Object* const* arguments);

// The binary operators take sets only; anything else gives NotImplemented.
NewRef set_or(Object* left, Object* right);
NewRef set_and(Object* left, Object* right);
NewRef set_xor(Object* left, Object* right);
NewRef set_subtract(Object* left, Object* right);

}  // namespace minipy
