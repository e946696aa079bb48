// frozenset: the table, creation, comparison, hash, text.
//
// CPython: Objects/setobject.c
#include "objects/set.h"

#include <algorithm>
#include <string>

#include "memory/allocator.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {
namespace {

Set* as_set(Object* object) noexcept { return static_cast<Set*>(object); }

/// The slots in which a key with that hash may be, in the order in which they are tried.
class ProbeSequence {
  public:
    ProbeSequence(Hash hash, std::size_t mask)
        : mask_(mask), perturbation_(static_cast<std::size_t>(hash)), start_(perturbation_ & mask) {
        begin_run();
    }
    std::size_t operator*() const noexcept { return start_ + offset_; }
    void operator++() noexcept {
        if (offset_ < last_offset_) {
            ++offset_;
            return;
        }
        perturbation_ >>= 5;
        start_ = (start_ * 5 + 1 + perturbation_) & mask_;
        begin_run();
    }

  private:
    static constexpr std::size_t neighbours = 9;

    void begin_run() noexcept {
        offset_ = 0;
        last_offset_ = start_ + neighbours <= mask_ ? neighbours : 0;
    }

    std::size_t mask_, perturbation_, start_, offset_ = 0, last_offset_ = 0;
};

/// The slot that holds the key, or the free one where it belongs. A comparison may raise, or change the
/// set under our feet; then the search begins again.
Result<SetEntry*> find_slot(const Set* set, Object* key, Hash hash) {
restart:
    const SetEntry* table = set->table;
    for (ProbeSequence probe(hash, static_cast<std::size_t>(set->mask));; ++probe) {
        SetEntry* entry = set->table + *probe;
        if (!entry->key && entry->hash == 0) return entry;
        if (entry->hash != hash) continue;
        if (entry->key == key) return entry;
        Ref<Object> candidate = share(entry->key);
        bool equal = TRY(compare_truth(candidate.get(), key, CompareOp::Eq));
        if (set->table != table || entry->key != candidate.get()) goto restart;
        if (equal) return entry;
    }
}

std::size_t table_bytes(Size slot_count) noexcept {
    return static_cast<std::size_t>(slot_count) * sizeof(SetEntry);
}

void release_table(SetEntry* table, Size slot_count, const Set* set) noexcept {
    if (table != set->small_table) release(table, table_bytes(slot_count));
}

/// Moves the items, in the order of their slots, to a table of more than `least` slots. set_table_resize.
void grow(Set* set, Size least) {
    Size new_size = Set::small_size;
    while (new_size <= least) new_size *= 2;
    SetEntry* old_table = set->table;
    const Size old_size = set->mask + 1;
    set->table = static_cast<SetEntry*>(allocate(table_bytes(new_size)));
    std::fill_n(set->table, new_size, SetEntry{});
    set->mask = new_size - 1;
    set->fill = set->used;
    for (const SetEntry& entry : std::span(old_table, static_cast<std::size_t>(old_size))) {
        if (!entry.key) continue;
        ProbeSequence probe(entry.hash, static_cast<std::size_t>(set->mask));
        while (set->table[*probe].key) ++probe;
        set->table[*probe] = entry;
    }
    release_table(old_table, old_size, set);
}

void set_dealloc(Object* self) noexcept {
    Set* set = as_set(self);
    untrack(set);
    for (const SetEntry& entry : set->slots()) xdecref(entry.key);
    release_table(set->table, set->mask + 1, set);
    release_collected(set, sizeof(Set));
}

int set_traverse(Object* self, Visit visit, void* context) {
    for (const SetEntry& entry : as_set(self)->slots())
        if (entry.key)
            if (int result = visit(entry.key, context)) return result;
    return 0;
}

NewRef frozenset_repr(Object* self) {
    std::string text;
    for (const SetEntry& entry : as_set(self)->slots()) {
        if (!entry.key) continue;
        Ref<Str> item = TRY(repr(entry.key));
        text += text.empty() ? "{" : ", ";
        text += str_utf8(item.get());
    }
    if (!text.empty()) text += '}';
    return str_from_utf8(std::string(short_name(self->type)) + '(' + text + ')');
}

std::uint64_t shuffle_bits(std::uint64_t hash) noexcept {
    return ((hash ^ 89869747u) ^ (hash << 16)) * 3644798167u;
}

/// Independent of the order of the items and of the free slots.
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

Result<bool> is_subset(const Set* set, const Set* of) {
    if (set->used > of->used) return false;
    for (const SetEntry& entry : set->slots())
        if (entry.key && !TRY(find_slot(of, entry.key, entry.hash))->key) return false;
    return true;
}

/// `<` and its like speak of subsets.
NewRef frozenset_compare(Object* left, Object* right, CompareOp op) {
    if (!is_frozenset(left) || !is_frozenset(right)) return new_ref(&not_implemented);
    const Set *a = as_set(left), *b = as_set(right);
    switch (op) {
        case CompareOp::Eq: return new_bool(a->used == b->used && TRY(is_subset(a, b)));
        case CompareOp::Ne: return new_bool(a->used != b->used || !TRY(is_subset(a, b)));
        case CompareOp::Le: return new_bool(TRY(is_subset(a, b)));
        case CompareOp::Ge: return new_bool(TRY(is_subset(b, a)));
        case CompareOp::Lt: return new_bool(a->used < b->used && TRY(is_subset(a, b)));
        case CompareOp::Gt: return new_bool(b->used < a->used && TRY(is_subset(b, a)));
    }
    __builtin_unreachable();
}

Result<Size> set_length(Object* self) { return as_set(self)->used; }

Result<bool> set_contains_slot(Object* self, Object* key) { return set_contains(as_set(self), key); }

const TypeSpec frozenset_spec = {
    .name = "frozenset",
    .basic_size = sizeof(Set),
    .flags = type_flag::base_type | type_flag::collected | type_flag::match_self,
    .slots = {.dealloc = set_dealloc,
              .traverse = set_traverse,
              .repr = frozenset_repr,
              .hash = frozenset_hash,
              .compare = frozenset_compare,
              .length = set_length,
              .contains = set_contains_slot},
};

}  // namespace

Type frozenset_type(frozenset_spec);

Result<bool> set_contains(const Set* set, Object* key) {
    Hash key_hash = TRY(hash(key));
    return TRY(find_slot(set, key, key_hash))->key != nullptr;
}

Status set_add(Set* set, Object* key) {
    Hash key_hash = TRY(hash(key));
    SetEntry* entry = TRY(find_slot(set, key, key_hash));
    if (entry->key) return done;
    incref(key);
    *entry = {key, key_hash};
    ++set->fill;
    ++set->used;
    if (set->fill * 5 >= set->mask * 3) grow(set, set->used > 50000 ? set->used * 2 : set->used * 4);
    return done;
}

Ref<Set> new_frozenset(std::span<Object* const> items) {
    auto* set = static_cast<Set*>(allocate_collected(sizeof(Set)));
    *set = {{1, &frozenset_type}, 0, 0, Set::small_size - 1, nullptr, -1, 0, {}, nullptr};
    set->table = set->small_table;
    track(set);
    Ref<Set> owned = Ref<Set>::steal(set);
    for (Object* item : items) TRY(set_add(set, item));
    return owned;
}

}  // namespace minipy
