// Arithmetic on ints of any size over GMP: the frequent operations on bare limbs, the rare ones through
// its integer functions.
//
// Invariant: no input ends the process. GMP aborts when memory runs out or a number passes 2**31 limbs, so
// sizes are checked before, and its allocation functions throw.
//
// CPython: Objects/longobject.c (x_add, k_mul, x_divrem, long_pow, long_true_divide)
#include "objects/int_large.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <new>

#include "objects/double_bits.h"
#include "objects/errors.h"
#include "objects/memory_guard.h"

namespace minipy {
namespace {

void* gmp_allocate(std::size_t bytes) {
    void* block = std::malloc(bytes);
    if (!block) throw std::bad_alloc();
    return block;
}

void* gmp_reallocate(void* block, std::size_t, std::size_t bytes) {
    void* moved = std::realloc(block, bytes);
    if (!moved) throw std::bad_alloc();
    return moved;
}

void gmp_free(void* block, std::size_t) { std::free(block); }

[[maybe_unused]] const bool gmp_prepared =
    (mp_set_memory_functions(gmp_allocate, gmp_reallocate, gmp_free), true);

Ref<Int> add_magnitudes(const IntParts& left, const IntParts& right, bool negative) {
    const bool swap = left.size() < right.size();
    const IntParts &longer = swap ? right : left, &shorter = swap ? left : right;
    Limbs sum = TRY(allocate_limbs(longer.size() + 1));
    sum[longer.size()] = mpn_add(sum.data(), longer.limbs(), longer.size(), shorter.limbs(), shorter.size());
    return int_from_limbs(sum.data(), longer.size() + 1, negative);
}

/// The difference of the magnitudes; `negative` is the sign when the left one is the larger.
Ref<Int> subtract_magnitudes(const IntParts& left, const IntParts& right, bool negative) {
    int order = left.size() != right.size() ? (left.size() < right.size() ? -1 : 1)
                                            : mpn_cmp(left.limbs(), right.limbs(), left.size());
    if (order == 0) return new_int(0);
    const IntParts &larger = order < 0 ? right : left, &smaller = order < 0 ? left : right;
    Limbs difference = TRY(allocate_limbs(larger.size()));
    mpn_sub(difference.data(), larger.limbs(), larger.size(), smaller.limbs(), smaller.size());
    return int_from_limbs(difference.data(), larger.size(), negative != (order < 0));
}

Ref<Int> signed_sum(const IntParts& left, const IntParts& right, bool right_negative) {
    return left.negative() == right_negative ? add_magnitudes(left, right, left.negative())
                                             : subtract_magnitudes(left, right, left.negative());
}

/// Quotient and remainder of magnitudes, cut towards zero.
struct Division {
    Limbs quotient, remainder;
};

Result<Division> divide_magnitudes(const IntParts& left, const IntParts& right) {
    Division division;
    if (left.size() < right.size()) {
        division.remainder.assign(left.limbs(), left.limbs() + left.size());
        return division;
    }
    division.quotient.resize(left.size() - right.size() + 1, boost::container::default_init);
    division.remainder.resize(right.size(), boost::container::default_init);
    mpn_tdiv_qr(division.quotient.data(), division.remainder.data(), 0, left.limbs(), left.size(),
                right.limbs(), right.size());
    return division;
}

bool is_zero(const Limbs& limbs) noexcept {
    return std::all_of(limbs.begin(), limbs.end(), [](mp_limb_t limb) { return limb == 0; });
}

/// Turns division towards zero into division rounded down, for a negative quotient that is not whole.
void round_down(Division& division, const IntParts& right) {
    Limbs& quotient = division.quotient;
    quotient.push_back(0);
    mpn_add_1(quotient.data(), quotient.data(), quotient.size(), 1);
    Limbs rest(right.limbs(), right.limbs() + right.size());
    if (!division.remainder.empty())
        mpn_sub(rest.data(), rest.data(), rest.size(), division.remainder.data(), division.remainder.size());
    division.remainder = std::move(rest);
}

// --- Ints of up to 126 bits, in the processor's double words: no GMP, no room for limbs. Most ints that leave
// a word (products on their way to a remainder, hashes, generators of random numbers) are of this size. Gain:
// half of the time of their operators or more.

using Wide = __int128;
constexpr int wide_bits = 126;  // sums and differences fit, too

bool as_wide(const Int* value, Wide& wide) noexcept {
    if (value->is_small()) return wide = value->small, true;
    const std::intptr_t count = value->limb_count < 0 ? -value->limb_count : value->limb_count;
    const auto* limbs = &value->limbs[0];  // the object goes on behind the one that is declared
    if (count > 2 || (count == 2 && limbs[1] >> (wide_bits - limb_bits))) return false;
    const Wide high = count == 2 ? static_cast<Wide>(limbs[1]) << limb_bits : 0;
    const Wide magnitude = high | static_cast<Wide>(limbs[0]);
    return wide = value->limb_count < 0 ? -magnitude : magnitude, true;
}

bool are_wide(const Int* left, const Int* right, Wide& a, Wide& b) noexcept {
    return as_wide(left, a) && as_wide(right, b);
}

Ref<Int> int_from_wide(Wide value) {
    const auto word = static_cast<std::int64_t>(value);
    if (word == value) return new_int(word);
    const auto magnitude = static_cast<unsigned __int128>(value < 0 ? -value : value);
    const mp_limb_t limbs[] = {static_cast<mp_limb_t>(magnitude),
                               static_cast<mp_limb_t>(magnitude >> limb_bits)};
    return int_from_limbs(limbs, 2, value < 0);
}

/// Rounded down, the remainder with the divisor's sign.
void divide_wide(Wide left, Wide right, Ref<Int>* quotient, Ref<Int>* remainder) {
    Wide whole = left / right, rest = left % right;
    if (rest != 0 && (rest < 0) != (right < 0)) {
        --whole;
        rest += right;
    }
    if (quotient) *quotient = int_from_wide(whole);
    if (remainder) *remainder = int_from_wide(rest);
}

Wide bits_of_wide(BitOperation operation, Wide left, Wide right) noexcept {
    return operation == BitOperation::And  ? left & right
           : operation == BitOperation::Or ? left | right
                                           : left ^ right;
}

Failure raise_quotient_too_large() {
    return raise(overflow_error_type, "integer division result too large for a float");
}

}  // namespace

Result<Limbs> allocate_limbs(std::size_t count) {
    if (count > max_limbs) return raise(memory_error_type);
    return Limbs(count, boost::container::default_init);
}

Ref<Int> int_from_limbs(const mp_limb_t* limbs, mp_size_t count, bool negative) {
    while (count > 0 && limbs[count - 1] == 0) --count;
    if (count == 0) return new_int(0);
    constexpr mp_limb_t largest_word = std::numeric_limits<std::int64_t>::max();
    if (count == 1 && limbs[0] <= largest_word + negative)
        return new_int(static_cast<std::int64_t>(negative ? -limbs[0] : limbs[0]));
    std::size_t bytes = static_cast<std::size_t>(count) * sizeof(mp_limb_t);
    Int* made = static_cast<Int*>(allocate(offsetof(Int, limbs) + bytes));
    made->refcount = 1;
    made->type = &int_type;
    made->limb_count = negative ? -count : count;
    std::memcpy(made->limbs, limbs, bytes);
    return Ref<Int>::steal(made);
}

Ref<Int> int_from_octets(std::string_view octets, bool little, bool is_signed) {
    Limbs limbs = TRY(allocate_limbs(octets.size() / sizeof(mp_limb_t) + 1));
    const bool negative = is_signed && !octets.empty() &&
                          (static_cast<unsigned char>(little ? octets.back() : octets.front()) & 0x80);
    // A negative number is filled up with ones; its magnitude is what negating all limbs gives.
    limbs.back() = negative ? ~mp_limb_t{0} : 0;
    static_assert(std::endian::native == std::endian::little);
    auto* bytes = reinterpret_cast<char*>(limbs.data());
    if (little)
        std::ranges::copy(octets, bytes);
    else
        std::ranges::reverse_copy(octets, bytes);
    if (negative) mpn_neg(limbs.data(), limbs.data(), static_cast<mp_size_t>(limbs.size()));
    return int_from_limbs(limbs.data(), static_cast<mp_size_t>(limbs.size()), negative);
}

Ref<Int> int_from_mpz(mpz_srcptr value) {
    return int_from_limbs(mpz_limbs_read(value), static_cast<mp_size_t>(mpz_size(value)), mpz_sgn(value) < 0);
}

NewRef large_add(const Int* left, const Int* right) {
    if (Wide a, b; are_wide(left, right, a, b)) return int_from_wide(a + b);
    return guard_memory([&]() -> NewRef {
        IntParts a(left), b(right);
        return signed_sum(a, b, b.negative());
    });
}

NewRef large_subtract(const Int* left, const Int* right) {
    if (Wide a, b; are_wide(left, right, a, b)) return int_from_wide(a - b);
    return guard_memory([&]() -> NewRef {
        IntParts a(left), b(right);
        return signed_sum(a, b, !b.negative());
    });
}

NewRef large_multiply(const Int* left, const Int* right) {
    if (are_small(left, right)) return int_from_wide(static_cast<Wide>(left->small) * right->small);
    return guard_memory([&]() -> NewRef {
        IntParts a(left), b(right);
        if (a.is_zero() || b.is_zero()) return new_int(0);
        const mp_size_t size = a.size() + b.size();
        Limbs product = TRY(allocate_limbs(size));
        if (left == right)
            mpn_sqr(product.data(), a.limbs(), a.size());
        else if (a.size() >= b.size())
            mpn_mul(product.data(), a.limbs(), a.size(), b.limbs(), b.size());
        else
            mpn_mul(product.data(), b.limbs(), b.size(), a.limbs(), a.size());
        return int_from_limbs(product.data(), size, a.negative() != b.negative());
    });
}

Status large_divide(const Int* left, const Int* right, Ref<Int>* quotient, Ref<Int>* remainder) {
    if (Wide a, b; are_wide(left, right, a, b)) return divide_wide(a, b, quotient, remainder), done;
    return guard_memory([&]() -> Status {
        IntParts a(left), b(right);
        Division division = TRY(divide_magnitudes(a, b));
        const bool negative = a.negative() != b.negative();
        if (negative && !is_zero(division.remainder)) round_down(division, b);
        if (quotient) *quotient = int_from_limbs(division.quotient.data(), division.quotient.size(), negative);
        if (remainder)
            *remainder = int_from_limbs(division.remainder.data(), division.remainder.size(), b.negative());
        return done;
    });
}

NewRef large_power(const Int* base, const Int* exponent) {
    return guard_memory([&]() -> NewRef {
        MpzView view(base);
        const std::size_t bits = view.parts().bits();
        if (bits <= 1) {  // -1, 0, 1
            if (exponent->is_zero()) return new_int(1);
            const bool odd = IntParts(exponent).limbs()[0] & 1;
            return new_int(base->small < 0 && !odd ? 1 : base->small);
        }
        if (!exponent->is_small() || static_cast<std::size_t>(exponent->small) > max_limbs * limb_bits / bits)
            return raise(memory_error_type);
        Mpz result;
        mpz_pow_ui(result, view, static_cast<unsigned long>(exponent->small));
        return int_from_mpz(result);
    });
}

NewRef large_power_modulo(const Int* base, const Int* exponent, const Int* modulus) {
    return guard_memory([&]() -> NewRef {
        MpzView modulus_view(modulus);
        Mpz result;
        mpz_powm(result, MpzView(base), MpzView(exponent), modulus_view);
        if (mpz_sgn(result.get()) != 0 && modulus->is_negative()) mpz_add(result, result, modulus_view);
        return int_from_mpz(result);
    });
}

Ref<Int> large_invert(const Int* value, const Int* modulus) {
    return guard_memory([&]() -> Ref<Int> {
        MpzView modulus_view(modulus);
        if (modulus_view.parts().bits() == 1) return new_int(0);
        Mpz result;
        if (mpz_invert(result, MpzView(value), modulus_view) == 0)
            return raise(value_error_type, "base is not invertible for the given modulus");
        return int_from_mpz(result);
    });
}

NewRef large_left_shift(const Int* value, std::size_t bits) {
    if (value->is_small() && bits < limb_bits - 2)
        return int_from_wide(static_cast<Wide>(value->small) << bits);
    return guard_memory([&]() -> NewRef {
        IntParts parts(value);
        const std::size_t whole = bits / limb_bits;
        if (whole > max_limbs) return raise(memory_error_type);
        Limbs shifted = TRY(allocate_limbs(parts.size() + whole + 1));
        std::fill_n(shifted.begin(), whole, 0);
        mp_limb_t* target = shifted.data() + whole;
        target[parts.size()] = 0;
        if (unsigned rest = bits % limb_bits)
            target[parts.size()] = mpn_lshift(target, parts.limbs(), parts.size(), rest);
        else
            std::copy_n(parts.limbs(), parts.size(), target);
        return int_from_limbs(shifted.data(), shifted.size(), parts.negative());
    });
}

NewRef large_right_shift(const Int* value, std::size_t bits) {
    if (Wide wide; as_wide(value, wide)) return int_from_wide(wide >> std::min<std::size_t>(bits, wide_bits));
    return guard_memory([&]() -> NewRef {
        Mpz result;
        mpz_fdiv_q_2exp(result, MpzView(value), bits);
        return int_from_mpz(result);
    });
}

NewRef large_bits(BitOperation operation, const Int* left, const Int* right) {
    if (Wide a, b; are_wide(left, right, a, b)) return int_from_wide(bits_of_wide(operation, a, b));
    return guard_memory([&]() -> NewRef {
        Mpz result;
        auto function = operation == BitOperation::And  ? mpz_and
                        : operation == BitOperation::Or ? mpz_ior
                                                        : mpz_xor;
        function(result, MpzView(left), MpzView(right));
        return int_from_mpz(result);
    });
}

Result<double> large_true_divide(const Int* left, const Int* right) {
    return guard_memory([&]() -> Result<double> {
        MpzView a(left), b(right);
        const bool negative = a.parts().negative() != b.parts().negative();
        // A quotient of 63 or 64 bits, what is cut off remembered as `inexact`, holds all that rounding needs.
        const long shift = 63 - (static_cast<long>(a.parts().bits()) - static_cast<long>(b.parts().bits()));
        if (shift < 63 - 1025) return raise_quotient_too_large();
        if (shift > 63 + 1080 || a.parts().is_zero()) return negative ? -0.0 : 0.0;
        Mpz scaled, quotient, remainder;
        bool inexact = false;
        if (shift >= 0) {
            mpz_mul_2exp(scaled, a, static_cast<mp_bitcnt_t>(shift));
        } else {
            mpz_tdiv_q_2exp(scaled, a, static_cast<mp_bitcnt_t>(-shift));
            inexact = mpz_scan1(a, 0) < static_cast<mp_bitcnt_t>(-shift);
        }
        mpz_tdiv_qr(quotient, remainder, scaled, b);
        inexact |= mpz_sgn(remainder.get()) != 0;
        double result = compose_double(mpz_getlimbn(quotient, 0), inexact, -shift);
        if (std::isinf(result)) return raise_quotient_too_large();
        return negative ? -result : result;
    });
}

}  // namespace minipy
