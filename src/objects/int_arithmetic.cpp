// Arithmetic of ints: the word paths and the slots. What overflows a word, or was large to begin with,
// goes to int_large.cpp.
//
// Invariant: `//` rounds down and `%` takes the divisor's sign, so that q * b + r == a always.
//
// CPython: Objects/longobject.c
#include <array>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "objects/double_bits.h"
#include "objects/errors.h"
#include "objects/float.h"
#include "objects/int_large.h"
#include "objects/int_slots.h"
#include "objects/singletons.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

constexpr std::int64_t lowest_word = std::numeric_limits<std::int64_t>::min();
/// Whole numbers up to here are doubles, too.
constexpr std::int64_t exact_in_double = std::int64_t{1} << std::numeric_limits<double>::digits;

struct WordDivision {
    std::int64_t quotient, remainder;
};

/// Rounded down; not for a zero divisor nor lowest_word / -1.
WordDivision divide_words(std::int64_t left, std::int64_t right) noexcept {
    WordDivision division{left / right, left % right};
    if (division.remainder != 0 && (division.remainder ^ right) < 0) {
        --division.quotient;
        division.remainder += right;
    }
    return division;
}

bool divides_as_words(const Int* left, const Int* right) noexcept {
    return are_small(left, right) && !(right->small == -1 && left->small == lowest_word);
}

Failure raise_division_by_zero() {
    return raise(zero_division_error_type, "integer division or modulo by zero");
}

/// base**exponent by squaring; false when it leaves the word.
bool power_of_words(std::int64_t base, std::uint64_t exponent, std::int64_t& result) noexcept {
    result = 1;
    while (true) {
        if ((exponent & 1) && __builtin_mul_overflow(result, base, &result)) return false;
        exponent >>= 1;
        if (exponent == 0) return true;
        if (__builtin_mul_overflow(base, base, &base)) return false;
    }
}

std::int64_t power_modulo_word(std::int64_t base, std::uint64_t exponent, std::int64_t modulus) noexcept {
    const auto multiply = [modulus](std::int64_t left, std::int64_t right) {
        __int128 remainder = static_cast<__int128>(left) * right % modulus;
        if (remainder != 0 && (remainder < 0) != (modulus < 0)) remainder += modulus;
        return static_cast<std::int64_t>(remainder);
    };
    std::int64_t result = multiply(1, 1);
    for (base = multiply(base, 1); exponent; exponent >>= 1, base = multiply(base, base))
        if (exponent & 1) result = multiply(result, base);
    return result;
}

NewRef power_modulo(const Int* base, const Int* exponent, const Int* modulus) {
    if (modulus->is_zero()) return raise(value_error_type, "pow() 3rd argument cannot be 0");
    Ref<Int> inverse;
    Ref<Object> negated;
    if (exponent->is_negative()) {
        negated = TRY(int_negative_slot(const_cast<Int*>(exponent)));
        exponent = as_int(negated.get());
        inverse = TRY(large_invert(base, modulus));
        base = inverse.get();
    }
    if (base->is_small() && are_small(exponent, modulus))
        return new_int(
            power_modulo_word(base->small, static_cast<std::uint64_t>(exponent->small), modulus->small));
    return large_power_modulo(base, exponent, modulus);
}

NewRef power(const Int* base, const Int* exponent) {
    if (exponent->is_negative()) {
        const double left = TRY(int_to_double(base)), right = TRY(int_to_double(exponent));
        return double_power(left, right);
    }
    std::int64_t result;
    if (are_small(base, exponent) &&
        power_of_words(base->small, static_cast<std::uint64_t>(exponent->small), result))
        return new_int(result);
    return large_power(base, exponent);
}

NewRef shift_left(const Int* value, const Int* count) {
    if (count->is_negative()) return raise(value_error_type, "negative shift count");
    if (value->is_zero()) return new_int(0);
    if (!count->is_small()) {
        // CPython's limit: the number of 30-bit digits would not fit a size.
        if (TRY(int_to_double(count)) >= std::ldexp(30.0, 61))
            return raise(overflow_error_type, "too many digits in integer");
        return raise(memory_error_type);
    }
    if (value->is_small() && count->small < 63) {
        const auto shifted =
            static_cast<std::int64_t>(static_cast<std::uint64_t>(value->small) << count->small);
        if (shifted >> count->small == value->small) return new_int(shifted);
    }
    return large_left_shift(value, static_cast<std::size_t>(count->small));
}

NewRef shift_right(const Int* value, const Int* count) {
    if (count->is_negative()) return raise(value_error_type, "negative shift count");
    if (!count->is_small()) return new_int(value->is_negative() ? -1 : 0);
    if (value->is_small()) return new_int(value->small >> (count->small < 63 ? count->small : 63));
    return large_right_shift(value, static_cast<std::size_t>(count->small));
}

/// The frame of every binary slot: NotImplemented unless both operands are ints.
template <class Operation>
NewRef on_ints(Object* left, Object* right, Operation operation) {
    if (!is_int(left) || !is_int(right)) return new_ref(&not_implemented);
    return operation(as_int(left), as_int(right));
}

template <class Words>
NewRef on_bits(Object* left, Object* right, BitOperation operation, Words on_words) {
    return on_ints(left, right, [&](const Int* a, const Int* b) -> NewRef {
        return are_small(a, b) ? new_int(on_words(a->small, b->small)) : large_bits(operation, a, b);
    });
}

}  // namespace

NewRef int_exact(Object* value) {
    if (is_exactly(value, int_type)) return new_ref(value);
    const Int* number = as_int(value);
    if (number->is_small()) return new_int(number->small);
    return int_from_limbs(number->limbs, std::abs(number->limb_count), number->limb_count < 0);
}

Result<double> int_to_double(const Int* value) {
    if (value->is_small()) return static_cast<double>(value->small);
    IntParts parts(value);
    const mp_limb_t* limbs = parts.limbs();
    const mp_size_t top = parts.size() - 1;
    const int lead = std::countl_zero(limbs[top]);
    std::uint64_t mantissa = limbs[top] << lead;
    bool inexact = false;
    if (top > 0) {
        if (lead > 0) mantissa |= limbs[top - 1] >> (limb_bits - lead);
        inexact = mpn_scan1(limbs, 0) < static_cast<mp_bitcnt_t>(top) * limb_bits - lead;
    }
    const double result = compose_double(mantissa, inexact, top * static_cast<long>(limb_bits) - lead);
    if (std::isinf(result)) return raise(overflow_error_type, "int too large to convert to float");
    return parts.negative() ? -result : result;
}

Ref<Int> int_from_whole(double value) {
    constexpr double word_limit = 0x1p63;
    if (-word_limit <= value && value < word_limit) return new_int(static_cast<std::int64_t>(value));
    int exponent;
    const double fraction = std::frexp(std::fabs(value), &exponent);
    const auto mantissa = static_cast<std::uint64_t>(std::ldexp(fraction, 64));
    const int shift = exponent - 64;  // at least 0: the value has 64 bits or more
    std::array<mp_limb_t, 1024 / limb_bits + 1> limbs{};
    const std::size_t whole = static_cast<std::size_t>(shift) / limb_bits, rest = shift % limb_bits;
    limbs[whole] = mantissa << rest;
    if (rest > 0) limbs[whole + 1] = mantissa >> (limb_bits - rest);
    return int_from_limbs(limbs.data(), limbs.size(), value < 0);
}

NewRef int_floor_divide(const Int* left, const Int* right) {
    if (right->is_zero()) return raise_division_by_zero();
    if (divides_as_words(left, right)) return new_int(divide_words(left->small, right->small).quotient);
    Ref<Int> quotient;
    TRY(large_divide(left, right, &quotient, nullptr));
    return quotient;
}

NewRef int_remainder(const Int* left, const Int* right) {
    if (right->is_zero()) return raise(zero_division_error_type, "integer modulo by zero");
    if (divides_as_words(left, right)) return new_int(divide_words(left->small, right->small).remainder);
    Ref<Int> remainder;
    TRY(large_divide(left, right, nullptr, &remainder));
    return remainder;
}

Result<double> int_true_divide(const Int* left, const Int* right) {
    if (right->is_zero()) return raise(zero_division_error_type, "division by zero");
    const auto is_exact = [](std::int64_t word) { return -exact_in_double <= word && word <= exact_in_double; };
    if (are_small(left, right) && is_exact(left->small) && is_exact(right->small))
        return static_cast<double>(left->small) / static_cast<double>(right->small);
    return large_true_divide(left, right);
}

NewRef int_add_slot(Object* left, Object* right) { return on_ints(left, right, int_add); }
NewRef int_subtract_slot(Object* left, Object* right) { return on_ints(left, right, int_subtract); }
NewRef int_multiply_slot(Object* left, Object* right) { return on_ints(left, right, int_multiply); }
NewRef int_remainder_slot(Object* left, Object* right) { return on_ints(left, right, int_remainder); }
NewRef int_floor_divide_slot(Object* left, Object* right) { return on_ints(left, right, int_floor_divide); }
NewRef int_left_shift_slot(Object* left, Object* right) { return on_ints(left, right, shift_left); }
NewRef int_right_shift_slot(Object* left, Object* right) { return on_ints(left, right, shift_right); }

NewRef int_true_divide_slot(Object* left, Object* right) {
    return on_ints(left, right,
                   [](const Int* a, const Int* b) -> NewRef { return new_float(TRY(int_true_divide(a, b))); });
}

NewRef int_divmod_slot(Object* left, Object* right) {
    return on_ints(left, right, [](const Int* a, const Int* b) -> NewRef {
        if (b->is_zero()) return raise_division_by_zero();
        Ref<Int> quotient, remainder;
        if (divides_as_words(a, b)) {
            const WordDivision division = divide_words(a->small, b->small);
            quotient = new_int(division.quotient);
            remainder = new_int(division.remainder);
        } else {
            TRY(large_divide(a, b, &quotient, &remainder));
        }
        Object* const pair[] = {quotient.get(), remainder.get()};
        return new_tuple(pair);
    });
}

NewRef int_power_slot(Object* base, Object* exponent, Object* modulus) {
    return on_ints(base, exponent, [modulus](const Int* a, const Int* b) -> NewRef {
        if (is_none(modulus)) return power(a, b);
        if (!is_int(modulus)) return new_ref(&not_implemented);
        return power_modulo(a, b, as_int(modulus));
    });
}

NewRef int_negative_slot(Object* self) {
    const Int* value = as_int(self);
    if (value->is_small() && value->small != lowest_word) return new_int(-value->small);
    IntParts parts(value);
    return int_from_limbs(parts.limbs(), parts.size(), !parts.negative());
}

NewRef int_absolute_slot(Object* self) {
    return as_int(self)->is_negative() ? int_negative_slot(self) : int_exact(self);
}

NewRef int_invert_slot(Object* self) {
    const Int* value = as_int(self);
    return value->is_small() ? NewRef(new_int(~value->small)) : large_subtract(&shared_int(-1), value);
}

NewRef int_and_slot(Object* left, Object* right) {
    return on_bits(left, right, BitOperation::And, [](std::int64_t a, std::int64_t b) { return a & b; });
}

NewRef int_xor_slot(Object* left, Object* right) {
    return on_bits(left, right, BitOperation::Xor, [](std::int64_t a, std::int64_t b) { return a ^ b; });
}

NewRef int_or_slot(Object* left, Object* right) {
    return on_bits(left, right, BitOperation::Or, [](std::int64_t a, std::int64_t b) { return a | b; });
}

NewRef int_float_slot(Object* self) { return new_float(TRY(int_to_double(as_int(self)))); }

}  // namespace minipy
