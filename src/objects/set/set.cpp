// set: what only the mutable type has, and the type itself.
//
// CPython: Objects/setobject.c
#include <fmt/format.h>

#include "objects/arguments.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/set/set_internal.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "objects/union_type.h"

namespace minipy {
namespace {

NewRef set_add_method(Object* self, Object* const* arguments) {
    TRY(set_add(as_set(self), arguments[0]));
    return new_none();
}

NewRef set_clear_method(Object* self, Object* const*) {
    set_clear(as_set(self));
    return new_none();
}

/// Discards a key; an unhashable set stands for the frozenset with its items.
Result<bool> discard_key(Set* set, Object* key) {
    Result<bool> found = set_discard(set, key);
    if (found || !is_instance_of(key, set_type) || !pending_matches(type_error_type)) return found;
    clear_exception();
    Ref<Set> frozen = TRY(set_from(&frozenset_type, key));
    return set_discard(set, frozen.get());
}

NewRef set_discard_method(Object* self, Object* const* arguments) {
    TRY(discard_key(as_set(self), arguments[0]));
    return new_none();
}

NewRef set_remove(Object* self, Object* const* arguments) {
    if (!TRY(discard_key(as_set(self), arguments[0]))) return raise_key_error(arguments[0]);
    return new_none();
}

NewRef set_pop(Object* self, Object* const*) { return set_pop_item(as_set(self)); }

NewRef set_difference_update_method(Object* self, Object* const* arguments) {
    for (Object* other : static_cast<Tuple*>(arguments[0])->span())
        TRY(set_difference_update(as_set(self), other));
    return new_none();
}

NewRef set_intersection_update_method(Object* self, Object* const* arguments) {
    Ref<Set> result = TRY(set_intersect_all(as_set(self), static_cast<Tuple*>(arguments[0])));
    set_swap(as_set(self), result.get());
    return new_none();
}

NewRef set_symmetric_difference_update_method(Object* self, Object* const* arguments) {
    TRY(set_symmetric_difference_update(as_set(self), arguments[0]));
    return new_none();
}

NewRef set_update_method(Object* self, Object* const* arguments) {
    for (Object* other : static_cast<Tuple*>(arguments[0])->span()) TRY(set_update(as_set(self), other));
    return new_none();
}

NewRef set_inplace_or(Object* self, Object* other) {
    if (!is_any_set(other)) return new_ref(&not_implemented);
    TRY(set_update(as_set(self), other));
    return new_ref(self);
}

NewRef set_inplace_and(Object* self, Object* other) {
    if (!is_any_set(other)) return new_ref(&not_implemented);
    Ref<Set> result = TRY(set_intersection(as_set(self), other));
    set_swap(as_set(self), result.get());
    return new_ref(self);
}

NewRef set_inplace_xor(Object* self, Object* other) {
    if (!is_any_set(other)) return new_ref(&not_implemented);
    TRY(set_symmetric_difference_update(as_set(self), other));
    return new_ref(self);
}

NewRef set_inplace_subtract(Object* self, Object* other) {
    if (!is_any_set(other)) return new_ref(&not_implemented);
    TRY(set_difference_update(as_set(self), other));
    return new_ref(self);
}

NewRef set_new(Type* type, Tuple*, Dict*) { return new_set_of(type); }

Status set_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    Object* iterable = TRY(only_argument("set", arguments, keywords_or_null));
    set_clear(as_set(self));
    return iterable ? set_update(as_set(self), iterable) : Status(done);
}

/// `set(iterable)` without an argument tuple.
NewRef set_construct(Object*, Object* const* arguments, Size positional, Tuple* keyword_names) {
    if (keyword_names && keyword_names->size)
        return raise(type_error_type, "set() takes no keyword arguments");
    if (positional > 1)
        return raise(type_error_type, fmt::format("set expected at most 1 argument, got {}", positional));
    return set_from(&set_type, positional ? arguments[0] : nullptr);
}

constexpr NativeDef set_methods[] = {
    {"__contains__", set_contains_method, "-($self, object, /)", "y in x."},
    {"add", set_add_method, "-($self, object, /)", "Adds an item; nothing happens if it is there already."},
    {"clear", set_clear_method, "-($self, /)", "Removes all items."},
    {"copy", set_copy_method, "-($self, /)", "A shallow copy."},
    {"discard", set_discard_method, "-($self, object, /)", "Removes an item if it is there."},
    {"difference", set_difference_method, "-($self, *others)", "The items that are in none of the others."},
    {"difference_update", set_difference_update_method, "-($self, *others)", "Removes the others' items."},
    {"intersection", set_intersection_method, "-($self, *others)", "The items that are in all of the others."},
    {"intersection_update", set_intersection_update_method, "-($self, *others)",
     "Keeps the items that are in all of the others."},
    {"isdisjoint", set_is_disjoint_method, "-($self, other, /)", "Whether there are no common items."},
    {"issubset", set_is_subset_method, "-($self, other, /)", "Whether the other has all the items."},
    {"issuperset", set_is_superset_method, "-($self, other, /)", "Whether all items of the other are here."},
    {"pop", set_pop, "-($self, /)", "Removes and returns some item. Raises KeyError if there is none."},
    {"__reduce__", set_reduce, "-($self, /)", "The state for pickling."},
    {"remove", set_remove, "-($self, object, /)", "Removes an item. Raises KeyError if it is not there."},
    {"__sizeof__", set_sizeof, "-($self, /)", "The size of the set in memory, in bytes."},
    {"symmetric_difference", set_symmetric_difference_method, "-($self, other, /)",
     "The items that are in one of the two only."},
    {"symmetric_difference_update", set_symmetric_difference_update_method, "-($self, other, /)",
     "Keeps and takes over the items that are in one of the two only."},
    {"union", set_union_method, "-($self, *others)", "The items of all."},
    {"update", set_update_method, "-($self, *others)", "Adds the items of the others."},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};

const TypeSpec set_spec = {
    .name = "set",
    .basic_size = sizeof(Set),
    .flags = type_flag::base_type | type_flag::collected | type_flag::match_self,
    .doc = "set() -> empty set\nset(iterable) -> set of its items",
    .slots = {.new_ = set_new,
              .init = set_init,
              .dealloc = set_dealloc,
              .traverse = set_traverse,
              .clear = set_clear_slot,
              .repr = set_repr,
              .compare = set_compare,
              .construct = set_construct,
              .iter = set_iter,
              .subtract = set_subtract,
              .bit_and = set_and,
              .bit_xor = set_xor,
              .bit_or = set_or,
              .inplace_subtract = set_inplace_subtract,
              .inplace_bit_and = set_inplace_and,
              .inplace_bit_xor = set_inplace_xor,
              .inplace_bit_or = set_inplace_or,
              .length = set_length,
              .contains = set_contains_slot},
    .methods = set_methods,
    .weakrefs_offset = offsetof(Set, weak_references),
};

}  // namespace

Type set_type(set_spec);

}  // namespace minipy
