// Memory of a dict's table.
//
// CPython: Objects/dictobject.c (new_keys_object, free_keys_object)
#include "objects/dict_keys.h"

#include <cstring>

#include "memory/allocator.h"

namespace minipy {
namespace {

std::uint8_t index_bytes_log2(std::uint8_t log2_size) noexcept {
    return static_cast<std::uint8_t>(log2_size + (log2_size < 8    ? 0
                                                  : log2_size < 16 ? 1
                                                  : log2_size < 32 ? 2
                                                                   : 3));
}

std::size_t usable_entries(std::uint8_t log2_size) noexcept { return (std::size_t{2} << log2_size) / 3; }

std::size_t keys_bytes(std::uint8_t log2_size, KeysKind kind) noexcept {
    const std::size_t entry = kind == KeysKind::General ? sizeof(GeneralEntry) : sizeof(StringEntry);
    return sizeof(DictKeys) + (std::size_t{1} << index_bytes_log2(log2_size)) +
           usable_entries(log2_size) * entry;
}

}  // namespace

DictKeys* new_dict_keys(std::uint8_t log2_size, KeysKind kind) {
    auto* keys = static_cast<DictKeys*>(allocate(keys_bytes(log2_size, kind)));
    keys->refcount = 1;
    keys->log2_size = log2_size;
    keys->log2_index_bytes = index_bytes_log2(log2_size);
    keys->kind = kind;
    keys->version = 0;
    keys->usable = static_cast<Size>(usable_entries(log2_size));
    keys->entry_count = 0;
    std::memset(keys->indices(), 0xff, std::size_t{1} << keys->log2_index_bytes);
    return keys;
}

std::uint32_t dict_keys_version(DictKeys* keys) noexcept {
    static std::uint32_t last_version = 0;
    if (keys->version || keys->kind != KeysKind::Strings || last_version + 1 == 0) return keys->version;
    return keys->version = ++last_version;
}

std::size_t dict_keys_bytes(const DictKeys* keys) noexcept { return keys_bytes(keys->log2_size, keys->kind); }

void release_dict_keys(DictKeys* keys) noexcept { release(keys, dict_keys_bytes(keys)); }

}  // namespace minipy
