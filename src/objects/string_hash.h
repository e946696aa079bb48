// The keyed hash of text and octets: SipHash-1-3, so that nobody who does not know the key can choose
// strings that collide.
//
// Invariant: the key is set before the first string is hashed; it changes at most once after, before any table
// of hashes but that of the interned strings exists. PYTHONHASHSEED=0 means a key of zeros, another number a
// key drawn from it, anything else a random one.
//
// CPython: Python/pyhash.c, Python/bootstrap_hash.c
#pragma once

#include <cstdint>
#include <string_view>

#include "objects/type.h"

namespace minipy {

/// Makes the key from the text of PYTHONHASHSEED (null when it is not set). False: the text is neither
/// "random" nor a number in 0..4294967295. Without a call the environment variable is read at the first hash.
bool set_hash_seed(const char* text) noexcept;

/// Gives the interned strings, which are older than `main`, hashes under the key set last.
void rehash_interned();

/// Hash of the bytes under the key; 0 for none, never -1. _Py_HashBytes.
Hash hash_octets(const void* octets, std::size_t size) noexcept;

/// Hash of the bytes under a key of the caller's: the same in every process. _Py_KeyedHash.
std::uint64_t keyed_hash(std::uint64_t key, std::string_view octets) noexcept;

inline Hash hash_octets(std::string_view octets) noexcept { return hash_octets(octets.data(), octets.size()); }

}  // namespace minipy
