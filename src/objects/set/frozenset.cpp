// frozenset: the methods and operators that it shares with set, and the type itself.
//
// CPython: Objects/setobject.c
#include <fmt/format.h>

#include "objects/arguments.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/set/set_internal.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "objects/union_type.h"

namespace minipy {
namespace {

Tuple* as_tuple(Object* object) noexcept { return static_cast<Tuple*>(object); }

bool both_sets(const Object* left, const Object* right) noexcept {
    return is_any_set(left) && is_any_set(right);
}

}  // namespace

// --- methods of both types

Ref<Set> set_intersect_all(Set* set, Tuple* others) {
    if (others->size == 0) return set_copy(set);
    Ref<Set> result = share(set);
    for (Object* other : others->span()) result = TRY(set_intersection(result.get(), other));
    return result;
}

NewRef set_copy_method(Object* self, Object* const*) { return set_copy(as_set(self)); }

NewRef set_contains_method(Object* self, Object* const* arguments) {
    return new_bool(TRY(set_contains_slot(self, arguments[0])));
}

NewRef set_difference_method(Object* self, Object* const* arguments) {
    const Tuple* others = as_tuple(arguments[0]);
    if (others->size == 0) return set_copy(as_set(self));
    Ref<Set> result = TRY(set_difference(as_set(self), (*others)[0]));
    for (Size i = 1; i < others->size; ++i) TRY(set_difference_update(result.get(), (*others)[i]));
    return result;
}

NewRef set_intersection_method(Object* self, Object* const* arguments) {
    return set_intersect_all(as_set(self), as_tuple(arguments[0]));
}

NewRef set_is_disjoint_method(Object* self, Object* const* arguments) {
    return new_bool(TRY(set_is_disjoint(as_set(self), arguments[0])));
}

NewRef set_is_subset_method(Object* self, Object* const* arguments) {
    return new_bool(TRY(set_is_subset(as_set(self), arguments[0])));
}

NewRef set_is_superset_method(Object* self, Object* const* arguments) {
    return new_bool(TRY(set_is_superset(as_set(self), arguments[0])));
}

/// (type, ([items],), state)
NewRef set_reduce(Object* self, Object* const*) {
    Ref<List> items = new_list();
    TRY(list_extend(items.get(), self));
    Ref<Tuple> arguments = tuple_of(items.get());
    Ref<Object> state = TRY(call_method(self, name<"__getstate__">));
    return tuple_of(self->type, arguments.get(), state.get());
}

NewRef set_sizeof(Object* self, Object* const*) {
    return new_int(static_cast<Size>(self->type->basic_size) + set_table_bytes(as_set(self)));
}

NewRef set_symmetric_difference_method(Object* self, Object* const* arguments) {
    return set_symmetric_difference(as_set(self), arguments[0]);
}

NewRef set_union_method(Object* self, Object* const* arguments) {
    Ref<Set> result = TRY(set_copy(as_set(self)));
    for (Object* other : as_tuple(arguments[0])->span())
        if (other != self) TRY(set_update(result.get(), other));
    return result;
}

// --- operators of both types

NewRef set_or(Object* left, Object* right) {
    if (!both_sets(left, right)) return new_ref(&not_implemented);
    Ref<Set> result = TRY(set_copy(as_set(left)));
    if (left != right) TRY(set_update(result.get(), right));
    return result;
}

NewRef set_and(Object* left, Object* right) {
    if (!both_sets(left, right)) return new_ref(&not_implemented);
    return set_intersection(as_set(left), right);
}

NewRef set_xor(Object* left, Object* right) {
    if (!both_sets(left, right)) return new_ref(&not_implemented);
    return set_symmetric_difference(as_set(left), right);
}

NewRef set_subtract(Object* left, Object* right) {
    if (!both_sets(left, right)) return new_ref(&not_implemented);
    return set_difference(as_set(left), right);
}

namespace {

NewRef frozenset_copy(Object* self, Object* const* arguments) {
    if (is_frozenset(self)) return new_ref(self);
    return set_copy_method(self, arguments);
}

NewRef frozenset_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    const bool plain = type == &frozenset_type || type->slots.init == frozenset_type.slots.init;
    if (arguments->size > 1)
        return raise(type_error_type,
                     fmt::format("{} expected at most 1 argument, got {}", type->name, arguments->size));
    Object* iterable = TRY(only_argument("frozenset", arguments, plain ? keywords_or_null : nullptr));
    if (type == &frozenset_type && iterable) return new_frozenset_from(iterable);
    return set_from(type, iterable);
}

constexpr NativeDef frozenset_methods[] = {
    {"__contains__", set_contains_method, "-($self, object, /)", "y in x."},
    {"copy", frozenset_copy, "-($self, /)", "A shallow copy."},
    {"difference", set_difference_method, "-($self, *others)", "The items that are in none of the others."},
    {"intersection", set_intersection_method, "-($self, *others)", "The items that are in all of the others."},
    {"isdisjoint", set_is_disjoint_method, "-($self, other, /)", "Whether there are no common items."},
    {"issubset", set_is_subset_method, "-($self, other, /)", "Whether the other has all the items."},
    {"issuperset", set_is_superset_method, "-($self, other, /)", "Whether all items of the other are here."},
    {"__reduce__", set_reduce, "-($self, /)", "The state for pickling."},
    {"__sizeof__", set_sizeof, "-($self, /)", "The size of the set in memory, in bytes."},
    {"symmetric_difference", set_symmetric_difference_method, "-($self, other, /)",
     "The items that are in one of the two only."},
    {"union", set_union_method, "-($self, *others)", "The items of all."},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};

const TypeSpec frozenset_spec = {
    .name = "frozenset",
    .basic_size = sizeof(Set),
    .flags = type_flag::base_type | type_flag::collected | type_flag::match_self,
    .doc = "frozenset() -> empty frozenset\nfrozenset(iterable) -> frozenset of its items",
    .slots = {.new_ = frozenset_new,
              .dealloc = set_dealloc,
              .traverse = set_traverse,
              .clear = set_clear_slot,
              .repr = set_repr,
              .hash = frozenset_hash,
              .compare = set_compare,
              .iter = set_iter,
              .subtract = set_subtract,
              .bit_and = set_and,
              .bit_xor = set_xor,
              .bit_or = set_or,
              .length = set_length,
              .contains = set_contains_slot},
    .methods = frozenset_methods,
    .weakrefs_offset = offsetof(Set, weak_references),
};

}  // namespace

Type frozenset_type(frozenset_spec);

}  // namespace minipy
