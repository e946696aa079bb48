// set: union, intersection, difference and their like, with a set, a dict or any iterable on the other side.
//
// Which side is walked decides the order of the result's slots, so the choices are CPython's. An item is
// owned while it is looked up: the comparison may remove it from the set that it was found in.
//
// CPython: Objects/setobject.c
#include "objects/dict/dict_internal.h"
#include "objects/errors.h"
#include "objects/plain_keys.h"
#include "objects/protocol.h"
#include "objects/set/set_internal.h"

namespace minipy {
namespace {

/// Calls `action(key, hash)`, which gives a Status, for each item of a set.
template <class Action>
Status for_each_item(const Set* set, Action action) {
    Size position = 0;
    Hash hash;
    while (Object* key = set_next(set, position, &hash)) {
        Ref<Object> keep = share(key);
        TRY(action(key, hash));
    }
    return done;
}

/// The same for any iterable.
template <class Action>
Status for_each_of(Object* iterable, Action action) {
    if (is_any_set(iterable)) return for_each_item(as_set(iterable), action);
    if (is_exactly(iterable, dict_type)) {
        Size position = 0;
        while (DictEntry entry = dict_next_entry(as_dict(iterable), position)) {
            Ref<Object> keep = share(entry.key);
            TRY(action(entry.key, entry.hash));
        }
        return done;
    }
    Ref<Object> iterator = TRY(iterate(iterable));
    while (Ref<Object> item = next(iterator.get())) TRY(action(item.get(), TRY(key_hash(item.get()))));
    if (pending_exception()) return failed;
    return done;
}

/// The first answer other than "go on" that `question(key, hash)` gives for an item.
template <class Question>
Result<bool> any_of(Object* iterable, Question question) {
    bool found = false;
    // A found item ends the walk like a failure does, but without an exception.
    Status status = for_each_of(iterable, [&](Object* key, Hash hash) -> Status {
        found = TRY(question(key, hash));
        if (found) return failed;
        return done;
    });
    if (!status && !found) return failed;
    return found;
}

Ref<Set> copy_without(Set* set, Object* other) {
    Ref<Set> copy = TRY(set_copy(set));
    TRY(set_difference_update(copy.get(), other));
    return copy;
}

}  // namespace

Type* plain_set_type(const Type* type) noexcept {
    return is_subtype(type, &set_type) ? &set_type : &frozenset_type;
}

Ref<Set> set_from(Type* type, Object* iterable_or_null) {
    Ref<Set> set = new_set_of(type);
    if (iterable_or_null) TRY(set_update(set.get(), iterable_or_null));
    return set;
}

Ref<Set> set_copy(Set* set) { return set_from(plain_set_type(set->type), set); }

Ref<Set> new_frozenset_from(Object* iterable) {
    if (is_frozenset(iterable)) return share(as_set(iterable));
    return set_from(&frozenset_type, iterable);
}

Ref<Set> set_intersection(Set* set, Object* other) {
    if (set == other) return set_copy(set);
    Ref<Set> result = new_set_of(plain_set_type(set->type));
    Set* searched = set;
    Object* walked = other;
    if (is_any_set(other) && as_set(other)->used > set->used) {
        searched = as_set(other);
        walked = set;
    }
    const bool distinct = is_any_set(walked);
    TRY(for_each_of(walked, [&](Object* key, Hash hash) -> Status {
        if (!TRY(set_contains_with_hash(searched, key, hash))) return done;
        if (!distinct) return set_add_with_hash(result.get(), key, hash);
        set_add_distinct(result.get(), key, hash);
        return done;
    }));
    return result;
}

Status set_difference_update(Set* set, Object* other) {
    if (set == other) {
        set_clear(set);
        return done;
    }
    Ref<Object> removed = share(other);
    // Of a much larger set only the common items count.
    if (is_any_set(other) && as_set(other)->used >> 3 > set->used) removed = TRY(set_intersection(set, other));
    TRY(for_each_of(removed.get(), [&](Object* key, Hash hash) -> Status {
        TRY(set_discard_with_hash(set, key, hash));
        return done;
    }));
    set_drop_dummies(set);
    return done;
}

Ref<Set> set_difference(Set* set, Object* other) {
    const bool other_is_set = is_any_set(other);
    if (!other_is_set && !is_exactly(other, dict_type)) return copy_without(set, other);
    const Size other_size = other_is_set ? as_set(other)->used : as_dict(other)->used;
    if (set->used >> 2 > other_size) return copy_without(set, other);
    Ref<Set> result = new_set_of(plain_set_type(set->type));
    TRY(for_each_item(set, [&](Object* key, Hash hash) -> Status {
        const bool found = other_is_set ? TRY(set_contains_with_hash(as_set(other), key, hash))
                                        : TRY(dict_get_with_hash(as_dict(other), key, hash)) != nullptr;
        if (!found) set_add_distinct(result.get(), key, hash);
        return done;
    }));
    return result;
}

Status set_symmetric_difference_update(Set* set, Object* other) {
    if (set == other) {
        set_clear(set);
        return done;
    }
    Ref<Object> items = share(other);
    // Items that come twice must not be taken out again.
    if (!is_any_set(other) && !is_exactly(other, dict_type))
        items = TRY(set_from(plain_set_type(set->type), other));
    return for_each_of(items.get(), [&](Object* key, Hash hash) -> Status {
        if (!TRY(set_discard_with_hash(set, key, hash))) TRY(set_add_with_hash(set, key, hash));
        return done;
    });
}

Ref<Set> set_symmetric_difference(Set* set, Object* other) {
    Ref<Set> result = TRY(set_from(plain_set_type(set->type), other));
    TRY(set_symmetric_difference_update(result.get(), set));
    return result;
}

Result<bool> set_is_disjoint(Set* set, Object* other) {
    if (set == other) return set->used == 0;
    Set* searched = set;
    Object* walked = other;
    if (is_any_set(other) && as_set(other)->used > set->used) {
        searched = as_set(other);
        walked = set;
    }
    return !TRY(
        any_of(walked, [&](Object* key, Hash hash) { return set_contains_with_hash(searched, key, hash); }));
}

Result<bool> set_is_subset(Set* set, Object* other) {
    if (!is_any_set(other)) return TRY(set_intersection(set, other))->used == set->used;
    if (set->used > as_set(other)->used) return false;
    return !TRY(any_of(set, [&](Object* key, Hash hash) -> Result<bool> {
        return !TRY(set_contains_with_hash(as_set(other), key, hash));
    }));
}

Result<bool> set_is_superset(Set* set, Object* other) {
    if (is_any_set(other)) return set_is_subset(as_set(other), set);
    return !TRY(any_of(other, [&](Object* key, Hash hash) -> Result<bool> {
        return !TRY(set_contains_with_hash(set, key, hash));
    }));
}

}  // namespace minipy
