// int: whole numbers of any size. Small values sit in the object itself, large ones are GMP limbs.
//
// Representation: `limb_count == 0` says that `small` is the value (a signed machine word). Otherwise the
// value does not fit a word: |limb_count| limbs of 64 bits follow, least significant first, the sign of
// `limb_count` is the number's. Invariant: every value that fits a word is stored as `small`, so equal
// numbers have equal representations. -5..256 are shared objects.
//
// CPython: Include/cpython/longintrepr.h, Objects/longobject.c
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "memory/allocator.h"
#include "objects/type.h"

namespace minipy {

struct Int : Object {
    std::intptr_t limb_count;
    union {
        std::int64_t small;
        std::uint64_t limbs[1];  // |limb_count| of them
    };

    bool is_small() const noexcept { return limb_count == 0; }
    bool is_negative() const noexcept { return is_small() ? small < 0 : limb_count < 0; }
    bool is_zero() const noexcept { return is_small() && small == 0; }
};

extern Type int_type;
extern Type bool_type;
extern Int true_object, false_object;

inline constexpr std::int64_t smallest_shared_int = -5, largest_shared_int = 256;
extern std::array<Int, largest_shared_int - smallest_shared_int + 1> shared_ints;
/// The one object for a value of -5..256.
inline Int& shared_int(std::int64_t value) noexcept { return shared_ints[value - smallest_shared_int]; }

/// PyLong_FromLongLong. Shared object for -5..256, else new. Never fails for lack of anything but memory.
inline Ref<Int> new_int(std::int64_t value) {
    if (smallest_shared_int <= value && value <= largest_shared_int) return share(&shared_int(value));
    Int* made = static_cast<Int*>(allocate(sizeof(Int)));
    made->refcount = 1;
    made->type = &int_type;
    made->limb_count = 0;
    made->small = value;
    return Ref<Int>::steal(made);
}
Ref<Int> new_int_unsigned(std::uint64_t value);

/// The value of an integer literal's digits in a base of 2..36 (no prefix, no underscores, no sign).
/// `limit_digits`: raises ValueError past the 4300-digit limit for bases that are no power of two.
/// PyLong_FromString.
Ref<Int> int_from_digits(std::string_view digits, int base, bool limit_digits = true);

/// Decimal text. Raises ValueError past the 4300-digit limit.
Ref<Str> int_repr(const Int* value);

/// The digits in a base of 2..36 with a minus sign if need be, no prefix, no limit.
std::string int_digits(const Int* value, int base);

/// Most digits that conversions to and from decimal text accept; 0: no limit.
/// sys.set_int_max_str_digits.
extern Size int_max_str_digits;

inline NewRef new_bool(bool value) noexcept {
    return new_ref(reinterpret_cast<Object*>(value ? &true_object : &false_object));
}

inline bool is_int(const Object* object) noexcept { return object->type->has(type_flag::int_subclass); }
inline bool is_bool(const Object* object) noexcept { return object->type == &bool_type; }

inline const Int* as_int(const Object* object) noexcept { return static_cast<const Int*>(object); }

/// -1, 0 or 1.
int int_compare(const Int* left, const Int* right) noexcept;

/// The nearest double. Raises OverflowError "int too large to convert to float". PyLong_AsDouble.
Result<double> int_to_double(const Int* value);
/// The whole part of a finite double.
Ref<Int> int_from_whole(double value);
/// A new reference to an int's value as an object of exactly type int (True becomes 1). _PyLong_Copy.
NewRef int_exact(Object* value);

NewRef large_add(const Int* left, const Int* right);
NewRef large_subtract(const Int* left, const Int* right);
NewRef large_multiply(const Int* left, const Int* right);

inline bool are_small(const Int* left, const Int* right) noexcept {
    return (left->limb_count | right->limb_count) == 0;
}

inline NewRef int_add(const Int* left, const Int* right) {
    std::int64_t sum;
    if (are_small(left, right) && !__builtin_add_overflow(left->small, right->small, &sum)) [[likely]]
        return new_int(sum);
    return large_add(left, right);
}

inline NewRef int_subtract(const Int* left, const Int* right) {
    std::int64_t difference;
    if (are_small(left, right) && !__builtin_sub_overflow(left->small, right->small, &difference)) [[likely]]
        return new_int(difference);
    return large_subtract(left, right);
}

inline NewRef int_multiply(const Int* left, const Int* right) {
    std::int64_t product;
    if (are_small(left, right) && !__builtin_mul_overflow(left->small, right->small, &product)) [[likely]]
        return new_int(product);
    return large_multiply(left, right);
}

/// Rounded down, remainder with the divisor's sign. Raise ZeroDivisionError.
NewRef int_floor_divide(const Int* left, const Int* right);
NewRef int_remainder(const Int* left, const Int* right);
/// Correctly rounded. Raises ZeroDivisionError, OverflowError.
Result<double> int_true_divide(const Int* left, const Int* right);

}  // namespace minipy
