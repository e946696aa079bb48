// The inside of a dict's table: indices, entries, probing. Included by the files of dict and of instances.
//
// CPython: Objects/dictobject.c (dictkeys_*), Include/internal/pycore_dict.h
#pragma once

#include "objects/dict.h"

namespace minipy {

inline constexpr std::uint8_t dict_min_log2_size = 3;
inline constexpr std::uint8_t shared_keys_log2_size = 6;  // room for 30 names and more
inline constexpr Size index_empty = -1;
inline constexpr Size index_deleted = -2;

/// A table without entries; `usable` is two thirds of its size.
DictKeys* new_dict_keys(std::uint8_t log2_size, KeysKind kind);
void release_dict_keys(DictKeys* keys) noexcept;
/// Gives a table of strings a version if it has none; 0 if it has other keys or the versions have run out.
std::uint32_t dict_keys_version(DictKeys* keys) noexcept;
/// The memory that a table takes.
std::size_t dict_keys_bytes(const DictKeys* keys) noexcept;

inline Size dict_index(DictKeys* keys, std::size_t position) noexcept {
    std::int8_t* bytes = keys->indices();
    if (keys->log2_size < 8) return bytes[position];
    if (keys->log2_size < 16) return reinterpret_cast<std::int16_t*>(bytes)[position];
    if (keys->log2_size < 32) return reinterpret_cast<std::int32_t*>(bytes)[position];
    return reinterpret_cast<std::int64_t*>(bytes)[position];
}

inline void set_dict_index(DictKeys* keys, std::size_t position, Size index) noexcept {
    std::int8_t* bytes = keys->indices();
    if (keys->log2_size < 8)
        bytes[position] = static_cast<std::int8_t>(index);
    else if (keys->log2_size < 16)
        reinterpret_cast<std::int16_t*>(bytes)[position] = static_cast<std::int16_t>(index);
    else if (keys->log2_size < 32)
        reinterpret_cast<std::int32_t*>(bytes)[position] = static_cast<std::int32_t>(index);
    else
        reinterpret_cast<std::int64_t*>(bytes)[position] = index;
}

/// The sequence of positions to look at for a hash.
struct Probe {
    std::size_t mask;
    std::size_t perturb;
    std::size_t position;

    Probe(const DictKeys* keys, Hash hash) noexcept
        : mask((std::size_t{1} << keys->log2_size) - 1),
          perturb(static_cast<std::size_t>(hash)),
          position(perturb & mask) {}
    void advance() noexcept {
        perturb >>= 5;
        position = (position * 5 + perturb + 1) & mask;
    }
};

/// The entry index of a string key in a table of strings, or negative. Cannot run Python code.
inline Size find_string_index(DictKeys* keys, Str* key, Hash hash) noexcept {
    const StringEntry* entries = keys->string_entries();
    for (Probe probe(keys, hash);; probe.advance()) {
        const Size index = dict_index(keys, probe.position);
        if (index >= 0) {
            Str* candidate = entries[index].key;
            if (candidate == key || (candidate->hash == hash && str_equal(candidate, key))) return index;
        } else if (index == index_empty) {
            return index_empty;
        }
    }
}

/// The value of a string if the first place to look at holds that very string; else null, which says nothing.
/// So are most names and literal keys found. Gain over `dict_get`: no call, a quarter of the instructions.
inline Object* dict_peek(Dict* dict, const Str* key) noexcept {
    DictKeys* keys = dict->keys;
    if (keys->kind != KeysKind::Strings || keys->log2_size >= 8) return nullptr;
    const std::size_t mask = (std::size_t{1} << keys->log2_size) - 1;
    const Size index = keys->indices()[static_cast<std::size_t>(key->hash) & mask];
    if (index < 0) return nullptr;
    const StringEntry& entry = keys->string_entries()[index];
    return entry.key == key ? entry.value : nullptr;
}

inline Hash entry_hash(const GeneralEntry& entry) noexcept { return entry.hash; }
inline Hash entry_hash(const StringEntry& entry) noexcept { return entry.key->hash; }

/// Calls `action(entry)` for every entry in order, holes included.
template <class Action>
void for_each_entry(DictKeys* keys, Action action) {
    if (keys->kind == KeysKind::General)
        for (Size i = 0; i < keys->entry_count; ++i) action(keys->general_entries()[i]);
    else
        for (Size i = 0; i < keys->entry_count; ++i) action(keys->string_entries()[i]);
}

/// Adds an entry at the end for a key that is not in the table, which has room. Takes over the references.
inline void append_entry(DictKeys* keys, Object* key, Hash hash, Object* value) noexcept {
    Probe probe(keys, hash);
    while (dict_index(keys, probe.position) >= 0) probe.advance();
    set_dict_index(keys, probe.position, keys->entry_count);
    if (keys->kind == KeysKind::General)
        keys->general_entries()[keys->entry_count] = {hash, key, value};
    else
        keys->string_entries()[keys->entry_count] = {static_cast<Str*>(key), value};
    ++keys->entry_count;
    --keys->usable;
}

}  // namespace minipy
