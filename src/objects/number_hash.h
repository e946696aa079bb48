// The hash of numbers: the value modulo the prime 2**61 - 1, with the sign kept; equal numbers of
// different types hash equally. -1 is no hash (it says "not computed" elsewhere), so it becomes -2.
//
// CPython: Python/pyhash.c (_Py_HashDouble), Objects/longobject.c (long_hash)
#pragma once

#include <cstdint>

#include "objects/type.h"

namespace minipy {

struct Int;

inline constexpr int hash_bits = 61;
inline constexpr std::uint64_t hash_modulus = (std::uint64_t{1} << hash_bits) - 1;
inline constexpr Hash hash_of_infinity = 314159;
inline constexpr std::uint64_t hash_of_imaginary_unit = 1000003;

inline Hash finish_hash(std::uint64_t residue, bool negative) noexcept {
    Hash hash = negative ? -static_cast<Hash>(residue) : static_cast<Hash>(residue);
    return hash == -1 ? -2 : hash;
}

Hash int_hash(const Int* value) noexcept;

/// The hash of a double; of a nan, that of `owner`'s address. _Py_HashDouble.
Hash double_hash(const Object* owner, double value) noexcept;

}  // namespace minipy
