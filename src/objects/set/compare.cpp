// set: text, comparison, hash, membership.
//
// `<` and its like speak of subsets. The hash of a frozenset does not depend on the order of its items.
//
// CPython: Objects/setobject.c (set_repr, set_richcompare, frozenset_hash, set_contains)
#include <string>

#include "objects/call.h"
#include "objects/errors.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/set/set_internal.h"
#include "objects/singletons.h"
#include "objects/str_builder.h"

namespace minipy {
namespace {

std::uint64_t shuffle_bits(std::uint64_t hash) noexcept {
    return ((hash ^ 89869747u) ^ (hash << 16)) * 3644798167u;
}

Result<bool> equal(Set* left, Set* right) {
    if (left->used != right->used) return false;
    if (left->hash != -1 && right->hash != -1 && left->hash != right->hash) return false;
    return set_is_subset(left, right);
}

}  // namespace

NewRef set_repr(Object* self) {
    ReprGuard guard(self);
    if (guard.failed()) return failed;
    if (guard.nested()) return str_from_utf8(std::string(self->type->name) + "(...)");
    if (as_set(self)->used == 0) return str_from_utf8(std::string(self->type->name) + "()");
    const bool plain = is_exactly(self, set_type);
    // The items first: showing one may change the set.
    Ref<List> items = new_list();
    TRY(list_extend(items.get(), self));
    StrBuilder text;
    if (!plain) text.append_utf8(std::string(self->type->name) + "(");
    text.append_ascii("{");
    for (Size i = 0; i < items->size; ++i) {
        if (i) text.append_ascii(", ");
        text.append(TRY(repr(items->items[i])).get());
    }
    text.append_ascii(plain ? "}" : "})");
    return text.finish();
}

NewRef set_compare(Object* left, Object* right, CompareOp op) {
    if (!is_any_set(right) || !is_any_set(left)) return new_ref(&not_implemented);
    RecursionGuard guard(" in comparison");
    if (!guard.entered()) return failed;
    Set *a = as_set(left), *b = as_set(right);
    switch (op) {
        case CompareOp::Eq: return new_bool(TRY(equal(a, b)));
        case CompareOp::Ne: return new_bool(!TRY(equal(a, b)));
        case CompareOp::Le: return new_bool(TRY(set_is_subset(a, b)));
        case CompareOp::Ge: return new_bool(TRY(set_is_subset(b, a)));
        case CompareOp::Lt: return new_bool(a->used < b->used && TRY(set_is_subset(a, b)));
        case CompareOp::Gt: return new_bool(b->used < a->used && TRY(set_is_subset(b, a)));
    }
    __builtin_unreachable();
}

Result<Hash> frozenset_hash(Object* self) {
    Set* set = as_set(self);
    if (set->hash != -1) return set->hash;
    std::uint64_t hash = 0;
    for (const SetEntry& entry : set->slots())
        if (entry.key) hash ^= shuffle_bits(static_cast<std::uint64_t>(entry.hash));
    hash ^= (static_cast<std::uint64_t>(set->used) + 1) * 1927868237u;
    hash ^= (hash >> 11) ^ (hash >> 25);
    hash = hash * 69069u + 907133923u;
    set->hash = hash == static_cast<std::uint64_t>(-1) ? 590923713 : static_cast<Hash>(hash);
    return set->hash;
}

Result<Size> set_length(Object* self) { return as_set(self)->used; }

Result<bool> set_contains_slot(Object* self, Object* key) {
    Result<bool> found = set_contains(as_set(self), key);
    if (found || !is_instance_of(key, set_type) || !pending_matches(type_error_type)) return found;
    clear_exception();
    Ref<Set> frozen = TRY(set_from(&frozenset_type, key));
    return set_contains(as_set(self), frozen.get());
}

}  // namespace minipy
