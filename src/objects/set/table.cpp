// set: the table.
//
// The order of slots is what iteration shows, so probing, growth and the treatment of removed items are
// CPython's. A comparison may run Python code that changes the very set: the search then starts again.
//
// CPython: Objects/setobject.c (set_lookkey, set_add_entry, set_table_resize, set_merge, set_pop)
#include <algorithm>
#include <new>
#include <utility>

#include "memory/collector.h"
#include "objects/dict/dict_internal.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/plain_keys.h"
#include "objects/protocol.h"
#include "objects/set/set_internal.h"
#include "objects/tuple.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

constexpr SetEntry dummy{nullptr, -1};

bool is_plain(const Type* type) noexcept { return type == &set_type || type == &frozenset_type; }

/// The first of the slots in which a key with that hash may be that `stops(entry)` approves of. They are tried
/// in runs of neighbours, from places that the hash determines.
template <class Stops>
SetEntry* probe(SetEntry* table, Size table_mask, Hash hash, Stops stops) {
    constexpr std::size_t neighbours = 9;
    const auto mask = static_cast<std::size_t>(table_mask);
    auto perturbation = static_cast<std::size_t>(hash);
    for (std::size_t start = perturbation & mask;; start = (start * 5 + 1 + perturbation) & mask) {
        SetEntry *entry = table + start, *last = entry + (start + neighbours <= mask ? neighbours : 0);
        for (; entry <= last; ++entry) {
            if (stops(entry)) return entry;
        }
        perturbation >>= 5;
    }
}

bool is_free(const SetEntry* entry) noexcept { return !entry->key && entry->hash == 0; }

/// Whether an entry that has the key's hash has an equal key: asked of Python code. Empty with an exception
/// pending if that fails, and without one if the table has changed meanwhile.
Result<bool> equal_by_code(const Set* set, const SetEntry* entry, Object* key) {
    SetEntry* const table = set->table;
    const Size mask = set->mask;
    Ref<Object> candidate = share(entry->key);
    const bool equal = TRY(compare_truth(candidate.get(), key, CompareOp::Eq));
    if (set->table != table || set->mask != mask || entry->key != candidate.get()) return failed;
    return equal;
}

/// The slot that holds the key, or the free one where it belongs.
Result<SetEntry*> find_slot(const Set* set, Object* key, Hash hash) {
    for (;;) {
        bool interrupted = false;
        SetEntry* found = probe(set->table, set->mask, hash, [&](const SetEntry* entry) {
            if (entry->key == key || is_free(entry)) return true;
            if (entry->hash != hash) return false;
            const PlainEquality plain = plain_equality(entry->key, key);
            if (plain != PlainEquality::Unknown) return plain == PlainEquality::Equal;
            const Result<bool> equal = equal_by_code(set, entry, key);
            interrupted = !equal;
            return interrupted || *equal;
        });
        if (!interrupted) return found;
        if (pending_exception()) return failed;
    }
}

/// Where a key goes whose search has ended at a free slot: the last dummy on the way there, or that slot.
SetEntry* last_dummy_before(const Set* set, Hash hash, SetEntry* free) noexcept {
    SetEntry* last = free;
    probe(set->table, set->mask, hash, [&](SetEntry* entry) {
        if (!entry->key && !is_free(entry)) last = entry;
        return entry == free;
    });
    return last;
}

std::size_t table_bytes(Size slot_count) noexcept {
    return static_cast<std::size_t>(slot_count) * sizeof(SetEntry);
}

void release_table(SetEntry* table, Size slot_count, const Set* set) noexcept {
    if (table != set->small_table) release(table, table_bytes(slot_count));
}

/// Puts a key that is not there into a table without dummies that has room.
void place(SetEntry* table, Size mask, const SetEntry& item) noexcept {
    *probe(table, mask, item.hash, [](const SetEntry* entry) { return !entry->key; }) = item;
}

/// Moves the items, in the order of their slots, to a table of more than `least` slots. set_table_resize.
void resize(Set* set, Size least) {
    Size new_size = Set::small_size;
    while (new_size <= least) new_size *= 2;
    SetEntry* old_table = set->table;
    const Size old_size = set->mask + 1;
    SetEntry saved[Set::small_size];
    if (old_table == set->small_table && new_size == Set::small_size) {
        std::copy_n(old_table, Set::small_size, saved);
        old_table = saved;
    }
    set->table = new_size == Set::small_size ? set->small_table
                                             : static_cast<SetEntry*>(allocate(table_bytes(new_size)));
    std::fill_n(set->table, new_size, SetEntry{});
    set->mask = new_size - 1;
    set->fill = set->used;
    for (Size i = 0; i < old_size; ++i)
        if (old_table[i].key) place(set->table, set->mask, old_table[i]);
    if (old_table != saved) release_table(old_table, old_size, set);
}

Size grown_size(const Set* set) noexcept { return set->used > 50000 ? set->used * 2 : set->used * 4; }

void init_empty(Set* set) noexcept {
    set->fill = set->used = set->finger = 0;
    set->mask = Set::small_size - 1;
    set->table = set->small_table;
    set->hash = -1;
    std::fill_n(set->small_table, Set::small_size, SetEntry{});
}

}  // namespace

Status set_add_with_hash(Set* set, Object* key, Hash hash) {
    SetEntry* entry = TRY(find_slot(set, key, hash));
    if (entry->key) return done;
    if (set->fill != set->used) entry = last_dummy_before(set, hash, entry);
    const bool was_free = is_free(entry);
    incref(key);
    *entry = {key, hash};
    ++set->used;
    if (!was_free) return done;
    ++set->fill;
    if (set->fill * 5 >= set->mask * 3) resize(set, grown_size(set));
    return done;
}

void set_add_distinct(Set* set, Object* key, Hash hash) {
    incref(key);
    place(set->table, set->mask, {key, hash});
    ++set->fill;
    ++set->used;
    if (set->fill * 5 >= set->mask * 3) resize(set, grown_size(set));
}

Status set_add(Set* set, Object* key) { return set_add_with_hash(set, key, TRY(key_hash(key))); }

Result<bool> set_contains_with_hash(const Set* set, Object* key, Hash hash) {
    return TRY(find_slot(set, key, hash))->key != nullptr;
}

Result<bool> set_contains(const Set* set, Object* key) {
    return set_contains_with_hash(set, key, TRY(key_hash(key)));
}

Result<bool> set_discard_with_hash(Set* set, Object* key, Hash hash) {
    SetEntry* entry = TRY(find_slot(set, key, hash));
    if (!entry->key) return false;
    Ref<Object> removed = Ref<Object>::steal(std::exchange(*entry, dummy).key);
    --set->used;
    return true;
}

Result<bool> set_discard(Set* set, Object* key) { return set_discard_with_hash(set, key, TRY(key_hash(key))); }

void set_reserve(Set* set, Size more) {
    if ((set->fill + more) * 5 >= set->mask * 3) resize(set, (set->used + more) * 2);
}

Status set_merge(Set* set, const Set* other) {
    if (set == other || other->used == 0) return done;
    set_reserve(set, other->used);
    if (set->fill == 0) {  // no comparisons are needed
        const bool same_places = set->mask == other->mask && other->fill == other->used;
        for (Size i = 0; i <= other->mask; ++i) {
            const SetEntry& entry = other->table[i];
            if (!entry.key) continue;
            incref(entry.key);
            if (same_places)
                set->table[i] = entry;
            else
                place(set->table, set->mask, entry);
        }
        set->fill = set->used = other->used;
        return done;
    }
    Size position = 0;
    Hash hash;
    while (Object* key = set_next(other, position, &hash)) {
        Ref<Object> keep = share(key);
        TRY(set_add_with_hash(set, key, hash));
    }
    return done;
}

/// The items of an exact list or tuple, without an iterator. A list may change while its items are compared.
static Status set_add_items(Set* set, Object* sequence) {
    const bool is_list = is_exactly(sequence, list_type);
    auto size = [&] {
        return is_list ? static_cast<List*>(sequence)->size : static_cast<Tuple*>(sequence)->size;
    };
    for (Size i = 0; i < size(); ++i) {
        Ref<Object> item =
            share(is_list ? static_cast<List*>(sequence)->items[i] : static_cast<Tuple*>(sequence)->items()[i]);
        TRY(set_add(set, item.get()));
    }
    return done;
}

Status set_update(Set* set, Object* iterable) {
    if (is_any_set(iterable)) return set_merge(set, as_set(iterable));
    if (is_exactly(iterable, dict_type)) {
        set_reserve(set, as_dict(iterable)->used);
        Size position = 0;
        while (DictEntry entry = dict_next_entry(as_dict(iterable), position)) {
            Ref<Object> keep = share(entry.key);
            TRY(set_add_with_hash(set, entry.key, entry.hash));
        }
        return done;
    }
    if (is_exactly(iterable, list_type) || is_exactly(iterable, tuple_type))
        return set_add_items(set, iterable);
    Ref<Object> iterator = TRY(iterate(iterable));
    while (Ref<Object> item = next(iterator.get())) TRY(set_add(set, item.get()));
    if (pending_exception()) return failed;
    return done;
}

void set_drop_dummies(Set* set) {
    if (set->fill - set->used > set->mask / 4) resize(set, grown_size(set));
}

void set_clear(Set* set) noexcept {
    if (set->fill == 0 && set->table == set->small_table) return;
    SetEntry saved[Set::small_size];
    SetEntry* table = set->table;
    const Size slot_count = set->mask + 1;
    if (table == set->small_table) {
        std::copy_n(table, Set::small_size, saved);
        table = saved;
    }
    init_empty(set);
    // Dropped last: a finalizer may look at the set.
    for (Size i = 0; i < slot_count; ++i) xdecref(table[i].key);
    if (table != saved) release(table, table_bytes(slot_count));
}

void set_swap(Set* left, Set* right) noexcept {
    const bool left_small = left->table == left->small_table, right_small = right->table == right->small_table;
    std::swap(left->fill, right->fill);
    std::swap(left->used, right->used);
    std::swap(left->mask, right->mask);
    std::swap(left->table, right->table);
    std::swap(left->small_table, right->small_table);
    if (right_small) left->table = left->small_table;
    if (left_small) right->table = right->small_table;
    const bool hashes_stay =
        is_subtype(left->type, &frozenset_type) && is_subtype(right->type, &frozenset_type);
    if (hashes_stay)
        std::swap(left->hash, right->hash);
    else
        left->hash = right->hash = -1;
}

NewRef set_pop_item(Set* set) {
    if (set->used == 0) return raise(key_error_type, "pop from an empty set");
    Size index = set->finger & set->mask;
    while (!set->table[index].key) index = index < set->mask ? index + 1 : 0;
    set->finger = index + 1;
    --set->used;
    return NewRef(std::exchange(set->table[index], dummy).key);
}

Size set_table_bytes(const Set* set) noexcept {
    return set->table == set->small_table ? 0 : static_cast<Size>(table_bytes(set->mask + 1));
}

void set_dealloc(Object* self) noexcept {
    Set* set = as_set(self);
    untrack(set);
    if (set->weak_references) clear_weak_references(set);
    for (const SetEntry& entry : set->slots()) xdecref(entry.key);
    release_table(set->table, set->mask + 1, set);
    is_plain(set->type) ? release_collected(set, sizeof(Set)) : free_object(set);
}

int set_traverse(Object* self, Visit visit, void* context) {
    for (const SetEntry& entry : as_set(self)->slots())
        if (entry.key)
            if (int result = visit(entry.key, context)) return result;
    return 0;
}

void set_clear_slot(Object* self) { set_clear(as_set(self)); }

Ref<Set> new_set_of(Type* type) {
    if (!is_plain(type)) {
        auto* set = static_cast<Set*>(allocate_instance(type));
        init_empty(set);
        return Ref<Set>::steal(set);
    }
    auto* set = static_cast<Set*>(allocate_collected(sizeof(Set)));
    set->refcount = 1;
    set->type = type;
    set->weak_references = nullptr;
    init_empty(set);
    track(set);
    return Ref<Set>::steal(set);
}

Ref<Set> new_set() { return new_set_of(&set_type); }

Ref<Set> new_frozenset(std::span<Object* const> items) {
    Ref<Set> set = new_set_of(&frozenset_type);
    for (Object* item : items) TRY(set_add(set.get(), item));
    return set;
}

}  // namespace minipy
