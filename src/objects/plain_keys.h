// Keys that hash and compare without running Python code: strings, small ints, and tuples of such.
//
// dict, set and the hash of tuples ask here first. Invariant: a plain answer is the one that the slots would
// give.
//
// CPython: Objects/dictobject.c (unicodekeys_lookup_unicode), Objects/setobject.c (set_lookkey)
#pragma once

#include <algorithm>

#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

namespace minipy {

/// `hash(key)` with the short way for strings and small ints (which are their own hash, but for -1).
inline Result<Hash> key_hash(Object* key) {
    if (is_exactly(key, str_type)) return str_hash(static_cast<Str*>(key));
    if (is_exactly(key, int_type)) {
        constexpr std::int64_t modulus = (std::int64_t{1} << 61) - 1;
        const auto* number = static_cast<const Int*>(key);
        if (number->is_small() && 0 <= number->small && number->small < modulus) return number->small;
    }
    return hash(key);
}

/// Whether two keys of equal hash are equal, where that can be told without running Python code.
enum class PlainEquality { Equal, Different, Unknown };

inline PlainEquality plain_equality_of_atoms(Object* left, Object* right) noexcept {
    if (left == right) return PlainEquality::Equal;
    if (left->type != right->type) return PlainEquality::Unknown;
    bool equal;
    if (left->type == &str_type)
        equal = str_equal(static_cast<Str*>(left), static_cast<Str*>(right));
    else if (left->type == &int_type && are_small(as_int(left), as_int(right)))
        equal = as_int(left)->small == as_int(right)->small;
    else
        return PlainEquality::Unknown;
    return equal ? PlainEquality::Equal : PlainEquality::Different;
}

/// Items decide before lengths do, as in the comparison of tuples.
inline PlainEquality plain_equality(Object* left, Object* right) noexcept {
    if (left->type != &tuple_type || right->type != &tuple_type) return plain_equality_of_atoms(left, right);
    const auto a = static_cast<Tuple*>(left)->span(), b = static_cast<Tuple*>(right)->span();
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        if (const PlainEquality items = plain_equality_of_atoms(a[i], b[i]); items != PlainEquality::Equal)
            return items;
    return a.size() == b.size() ? PlainEquality::Equal : PlainEquality::Different;
}

}  // namespace minipy
