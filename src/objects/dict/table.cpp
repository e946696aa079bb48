// dict: the hash table.
//
// Probing follows CPython's sequence (perturbed by the upper bits of the hash), so iteration order and the
// cost of collisions are the same. A comparison may run Python code that changes the very table: the search
// then starts again.
//
// CPython: Objects/dictobject.c
#include <bit>
#include <cstring>
#include <new>
#include <utility>

#include "memory/collector.h"
#include "objects/collected.h"
#include "objects/dict/dict_internal.h"
#include "objects/dict_keys.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/protocol.h"

namespace minipy {
namespace {

DictKeys* empty_keys() noexcept {
    static DictKeys* const keys = [] {
        DictKeys* made = new_dict_keys(dict_min_log2_size, KeysKind::Strings);
        made->usable = 0;
        return made;
    }();
    return keys;
}

void drop_keys(DictKeys* keys) noexcept {
    if (--keys->refcount) return;
    for_each_entry(keys, [](auto& entry) {
        xdecref(entry.key);
        xdecref(entry.value);
    });
    release_dict_keys(keys);
}

std::uint8_t log2_size_for(Size entries) noexcept {
    const auto wanted = static_cast<std::size_t>(entries) * 3 / 2 + 1;
    const auto log2 = static_cast<std::uint8_t>(std::bit_width(wanted - 1));
    return log2 < dict_min_log2_size ? dict_min_log2_size : log2;
}

/// Moves the live entries into a new table with room for `entries`, of the given kind. Owns as before.
void rebuild(Dict* dict, Size entries, KeysKind kind) {
    DictKeys* old = dict->keys;
    DictKeys* keys = new_dict_keys(log2_size_for(entries), kind);
    const bool shared_empty = old->refcount > 1;
    for_each_entry(old, [&](auto& entry) {
        if (!entry.value) {
            if (!shared_empty) xdecref(entry.key);
            return;
        }
        append_entry(keys, entry.key, entry_hash(entry), entry.value);
    });
    if (shared_empty)
        --old->refcount;
    else
        release_dict_keys(old);
    dict->keys = keys;
}

Size grown(const Dict* dict) noexcept { return dict->used * 2 + 1; }

/// A dict is not tracked until something that may be part of a cycle comes into it. MAINTAIN_TRACKING.
void keep_tracking(Dict* dict, Object* key, Object* value) noexcept {
    if (!is_tracked(dict) && (may_be_in_cycle(value) || may_be_in_cycle(key))) track(dict);
}

/// Adds a key that is known to be missing; takes over both references.
void insert_new(Dict* dict, Object* key, Hash hash, Object* value) {
    const bool general = dict->keys->kind == KeysKind::Strings && !is_exactly(key, str_type);
    if (general || dict->keys->usable <= 0)
        rebuild(dict, dict->keys->usable > 0 ? dict->used + 1 : grown(dict),
                general ? KeysKind::General : dict->keys->kind);
    keep_tracking(dict, key, value);
    append_entry(dict->keys, key, hash, value);
    dict->keys->version = 0;
    ++dict->used;
}

DictEntry entry_at(DictKeys* keys, Size index) noexcept {
    if (keys->kind == KeysKind::General) {
        const GeneralEntry& entry = keys->general_entries()[index];
        return {entry.key, entry.value, entry.hash};
    }
    const StringEntry& entry = keys->string_entries()[index];
    return {entry.key, entry.value, entry.key ? entry.key->hash : 0};
}

struct Found {
    Size index;      // of the entry, or negative
    Object** value;  // its place, or null
};

Object** value_place(DictKeys* keys, Size index) noexcept {
    return keys->kind == KeysKind::General ? &keys->general_entries()[index].value
                                           : &keys->string_entries()[index].value;
}

/// Looks for a key that is no exact string, or among keys that are not: comparisons may run Python code.
Result<Found> find_general(Dict* dict, Object* key, Hash hash) {
restart:
    DictKeys* keys = dict->keys;
    const std::uint8_t log2_size = keys->log2_size;
    for (Probe probe(keys, hash);; probe.advance()) {
        const Size index = dict_index(keys, probe.position);
        if (index == index_empty) return Found{index_empty, nullptr};
        if (index < 0) continue;
        const DictEntry candidate = entry_at(keys, index);
        if (candidate.key == key) return Found{index, value_place(keys, index)};
        if (candidate.hash != hash) continue;
        const PlainEquality plain = plain_equality(candidate.key, key);
        if (plain == PlainEquality::Equal) return Found{index, value_place(keys, index)};
        if (plain == PlainEquality::Different) continue;
        Ref<Object> keep = share(candidate.key);
        const bool equal = TRY(compare_truth(candidate.key, key, CompareOp::Eq));
        // Another table may even lie at the same address.
        if (dict->keys != keys || keys->log2_size != log2_size || index >= keys->entry_count ||
            entry_at(keys, index).key != candidate.key)
            goto restart;
        if (equal) return Found{index, value_place(keys, index)};
    }
}

Found find_string(DictKeys* keys, Str* key, Hash hash) noexcept {
    StringEntry* entries = keys->string_entries();
    const Size index = find_string_index(keys, key, hash);
    return {index, index < 0 ? nullptr : &entries[index].value};
}

Result<Found> find(Dict* dict, Object* key, Hash hash) {
    if (dict->keys->kind == KeysKind::Strings && is_exactly(key, str_type))
        return find_string(dict->keys, static_cast<Str*>(key), hash);
    return find_general(dict, key, hash);
}

/// A copy of a table without holes: the same bytes.
DictKeys* copied_keys(DictKeys* keys) {
    DictKeys* copy = new_dict_keys(keys->log2_size, keys->kind);
    std::memcpy(static_cast<void*>(copy), keys, dict_keys_bytes(keys));
    copy->refcount = 1;
    copy->version = 0;
    for_each_entry(copy, [](auto& entry) {
        incref(entry.key);
        incref(entry.value);
    });
    return copy;
}

}  // namespace

Result<Size> dict_find_entry(Dict* dict, Object* key, Hash hash) { return TRY(find(dict, key, hash)).index; }

Object* dict_entry_key(DictKeys* keys, Size index) noexcept { return entry_at(keys, index).key; }
Object* dict_entry_value(DictKeys* keys, Size index) noexcept { return entry_at(keys, index).value; }

Object* dict_remove_entry(Dict* dict, Hash hash, Size index) noexcept {
    DictKeys* keys = dict->keys;
    for (Probe probe(keys, hash);; probe.advance())
        if (dict_index(keys, probe.position) == index) {
            set_dict_index(keys, probe.position, index_deleted);
            break;
        }
    Object *key, *value;
    if (keys->kind == KeysKind::General) {
        GeneralEntry& entry = keys->general_entries()[index];
        key = std::exchange(entry.key, nullptr), value = std::exchange(entry.value, nullptr);
    } else {
        StringEntry& entry = keys->string_entries()[index];
        key = std::exchange(entry.key, nullptr), value = std::exchange(entry.value, nullptr);
    }
    --dict->used;
    keys->version = 0;
    decref(key);
    return value;
}

void dict_init_empty(Dict* dict) noexcept {
    dict->used = 0;
    dict->keys = empty_keys();
    ++dict->keys->refcount;
}

Ref<Dict> new_dict(Size expected) {
    auto* dict = static_cast<Dict*>(allocate_collected(sizeof(Dict)));
    dict->refcount = 1;
    dict->type = &dict_type;
    dict_init_empty(dict);
    if (expected > 0) {
        --dict->keys->refcount;
        dict->keys = new_dict_keys(log2_size_for(expected), KeysKind::Strings);
    }
    return Ref<Dict>::steal(dict);
}

void dict_dealloc(Object* self) noexcept {
    auto* dict = static_cast<Dict*>(self);
    untrack(dict);
    drop_keys(dict->keys);
    free_collected(dict, dict_type);
}

int dict_traverse(Object* self, Visit visit, void* context) {
    DictKeys* keys = static_cast<Dict*>(self)->keys;
    int result = 0;
    for_each_entry(keys, [&](auto& entry) {
        if (result || !entry.value) return;
        if constexpr (std::is_same_v<std::decay_t<decltype(entry)>, GeneralEntry>)
            result = visit(entry.key, context);
        if (!result) result = visit(entry.value, context);
    });
    return result;
}

Result<Object*> dict_get_with_hash(Dict* dict, Object* key, Hash hash) {
    const Found found = TRY(find(dict, key, hash));
    return found.value ? *found.value : nullptr;
}

Result<Object*> dict_get(Dict* dict, Object* key) {
    // A string among strings: no comparison can fail or run code.
    if (is_exactly(key, str_type) && dict->keys->kind == KeysKind::Strings) {
        auto* text = static_cast<Str*>(key);
        const Size index = find_string_index(dict->keys, text, str_hash(text));
        return index < 0 ? nullptr : dict->keys->string_entries()[index].value;
    }
    return dict_get_with_hash(dict, key, TRY(key_hash(key)));
}

Object* dict_get(Dict* dict, Str* key) noexcept {
    const Hash hash = str_hash(key);
    if (dict->keys->kind == KeysKind::Strings) {
        Object** value = find_string(dict->keys, key, hash).value;
        return value ? *value : nullptr;
    }
    Result<Found> found = find_general(dict, key, hash);
    if (!found) {
        clear_exception();
        return nullptr;
    }
    return (*found).value ? *(*found).value : nullptr;
}

Status dict_set(Dict* dict, Object* key, Object* value) {
    return dict_set_with_hash(dict, key, value, TRY(key_hash(key)));
}

Status dict_set_with_hash(Dict* dict, Object* key, Object* value, Hash hash) {
    Object** place;
    if (dict->keys->kind == KeysKind::Strings && is_exactly(key, str_type)) [[likely]]
        place = find_string(dict->keys, static_cast<Str*>(key), hash).value;
    else
        place = TRY(find_general(dict, key, hash)).value;
    incref(value);
    if (place) {
        keep_tracking(dict, key, value);
        decref(std::exchange(*place, value));
        return done;
    }
    incref(key);
    insert_new(dict, key, hash, value);
    return done;
}

Result<Object*> dict_set_default(Dict* dict, Object* key, Object* value) {
    return dict_set_default_with_hash(dict, key, value, TRY(key_hash(key)));
}

Result<Object*> dict_set_default_with_hash(Dict* dict, Object* key, Object* value, Hash hash) {
    const Found found = TRY(find(dict, key, hash));
    if (found.value) return *found.value;
    incref(key);
    incref(value);
    insert_new(dict, key, hash, value);
    return value;
}

Result<Object*> dict_pop(Dict* dict, Object* key) {
    if (dict->used == 0) return static_cast<Object*>(nullptr);
    return dict_pop_with_hash(dict, key, TRY(key_hash(key)));
}

Result<Object*> dict_pop_with_hash(Dict* dict, Object* key, Hash hash) {
    const Found found = TRY(find(dict, key, hash));
    if (!found.value) return static_cast<Object*>(nullptr);
    return dict_remove_entry(dict, hash, found.index);
}

Status dict_delete(Dict* dict, Object* key) {
    const Hash hash = TRY(key_hash(key));
    const Found found = TRY(find(dict, key, hash));
    if (!found.value) return raise_key_error(key);
    decref(dict_remove_entry(dict, hash, found.index));
    return done;
}

void dict_clear(Dict* dict) {
    DictKeys* old = std::exchange(dict->keys, empty_keys());
    ++dict->keys->refcount;
    dict->used = 0;
    drop_keys(old);
}

bool dict_pop_last(Dict* dict, Ref<Object>& key, Ref<Object>& value) noexcept {
    if (dict->used == 0) return false;
    Size index = dict->keys->entry_count;
    const DictEntry last = dict_previous_entry(dict, index);
    key = share(last.key);
    value = Ref<Object>::steal(dict_remove_entry(dict, last.hash, index));
    // The entry's room is given back, so that popping from the end never has to skip holes again.
    dict->keys->entry_count = index;
    return true;
}

DictEntry dict_next_entry(Dict* dict, Size& position) noexcept {
    DictKeys* keys = dict->keys;
    while (position < keys->entry_count)
        if (const DictEntry entry = entry_at(keys, position++); entry.value) return entry;
    return {};
}

DictEntry dict_previous_entry(Dict* dict, Size& position) noexcept {
    DictKeys* keys = dict->keys;
    if (position > keys->entry_count) position = keys->entry_count;
    while (position > 0)
        if (const DictEntry entry = entry_at(keys, --position); entry.value) return entry;
    return {};
}

bool dict_next(Dict* dict, Size& position, Object*& key, Object*& value) noexcept {
    const DictEntry entry = dict_next_entry(dict, position);
    key = entry.key, value = entry.value;
    return value != nullptr;
}

void dict_reserve(Dict* dict, Size more) {
    if (dict->keys->usable >= more) return;
    rebuild(dict, dict->used + more, dict->keys->kind);
}

Size dict_table_bytes(const Dict* dict) noexcept {
    return dict->keys == empty_keys() ? 0 : static_cast<Size>(dict_keys_bytes(dict->keys));
}

Ref<Dict> dict_copy(Dict* dict) {
    Ref<Dict> copy = new_dict();
    dict_copy_into(copy.get(), dict);
    return copy;
}

void dict_copy_into(Dict* target, Dict* source) {
    if (source->used == 0) return;
    if (is_tracked(source) && !is_tracked(target)) track(target);
    if (source->keys->entry_count == source->used) {
        drop_keys(std::exchange(target->keys, copied_keys(source->keys)));
        target->used = source->used;
        return;
    }
    rebuild(target, source->used, source->keys->kind);
    for_each_entry(source->keys, [&](auto& entry) {
        if (!entry.value) return;
        incref(entry.key);
        incref(entry.value);
        append_entry(target->keys, entry.key, entry_hash(entry), entry.value);
        ++target->used;
    });
}

}  // namespace minipy
