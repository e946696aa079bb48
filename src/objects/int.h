// int: whole numbers of any size. Small values sit in the object itself, large ones are GMP limbs.
//
// Representation: `limb_count == 0` says that `small` is the value (a signed machine word). Otherwise the
// value does not fit a word: |limb_count| limbs of 64 bits follow, least significant first, the sign of
// `limb_count` is the number's. Invariant: every value that fits a word is stored as `small`, so equal
// numbers have equal representations. -5..256 are shared objects.
//
// CPython: Include/cpython/longintrepr.h, Objects/longobject.c
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "objects/type.h"

namespace minipy {

struct Int : Object {
    std::intptr_t limb_count;
    union {
        std::int64_t small;
        std::uint64_t limbs[1];  // |limb_count| of them
    };

    bool is_small() const noexcept { return limb_count == 0; }
};

extern Type int_type;
extern Type bool_type;
extern Int true_object, false_object;

/// PyLong_FromLongLong. Shared object for -5..256, else new. Never fails for lack of anything but memory.
Ref<Int> new_int(std::int64_t value);
Ref<Int> new_int_unsigned(std::uint64_t value);

/// The value of an integer literal's digits in a base of 2..36 (no prefix, no underscores, no sign).
/// `limit_digits`: raises ValueError past the 4300-digit limit for bases that are no power of two.
/// PyLong_FromString.
Ref<Int> int_from_digits(std::string_view digits, int base, bool limit_digits = true);

/// Decimal text. Raises ValueError past the 4300-digit limit.
Ref<Str> int_repr(const Int* value);

inline NewRef new_bool(bool value) noexcept {
    return new_ref(reinterpret_cast<Object*>(value ? &true_object : &false_object));
}

inline bool is_int(const Object* object) noexcept { return object->type->has(type_flag::int_subclass); }
inline bool is_bool(const Object* object) noexcept { return object->type == &bool_type; }

}  // namespace minipy
