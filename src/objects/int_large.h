// Work on ints that may not fit a machine word, over GMP.
//
// `IntParts` shows any int as sign and magnitude without copying; results are computed in `Limbs` (short
// ones on the stack) or in an `Mpz`, and become an object through `int_from_limbs`, which restores the
// invariant that what fits a word is stored as one. All functions take words too: they are the general
// case behind the word paths of int.h and int_arithmetic.cpp.
//
// CPython: Objects/longobject.c (x_add, x_mul, x_divrem ...)
#pragma once

#include <gmp.h>

#include <bit>
#include <boost/container/small_vector.hpp>

#include "objects/int.h"

namespace minipy {

static_assert(sizeof(mp_limb_t) == 8 && GMP_NAIL_BITS == 0);
inline constexpr std::size_t limb_bits = 64;
/// Larger numbers raise MemoryError: GMP itself ends the process beyond 2**31 limbs.
inline constexpr std::size_t max_limbs = std::size_t{1} << 30;

using Limbs = boost::container::small_vector<mp_limb_t, 40>;

/// Room for a result, not initialised. Raises MemoryError.
Result<Limbs> allocate_limbs(std::size_t count);

/// Sign and magnitude of an int; borrows it.
class IntParts {
  public:
    explicit IntParts(const Int* value) noexcept {
        if (value->is_small()) {
            const auto word = static_cast<mp_limb_t>(value->small);
            negative_ = value->small < 0;
            word_ = negative_ ? -word : word;
            limbs_ = &word_;
            size_ = word != 0;
        } else {
            negative_ = value->limb_count < 0;
            limbs_ = value->limbs;
            size_ = negative_ ? -value->limb_count : value->limb_count;
        }
    }
    IntParts(const IntParts&) = delete;
    IntParts& operator=(const IntParts&) = delete;

    const mp_limb_t* limbs() const noexcept { return limbs_; }
    mp_size_t size() const noexcept { return size_; }
    bool negative() const noexcept { return negative_; }
    bool is_zero() const noexcept { return size_ == 0; }
    /// The lowest word of the two's complement. PyLong_AsUnsignedLongMask.
    mp_limb_t low_word() const noexcept { return negative_ ? -limbs_[0] : limbs_[0]; }
    /// Bits of the magnitude.
    std::size_t bits() const noexcept {
        if (size_ == 0) return 0;
        return static_cast<std::size_t>(size_) * limb_bits -
               static_cast<std::size_t>(std::countl_zero(limbs_[size_ - 1]));
    }

  private:
    mp_limb_t word_ = 0;
    const mp_limb_t* limbs_;
    mp_size_t size_;
    bool negative_;
};

/// An int as GMP's integer functions want it; borrows the limbs.
class MpzView {
  public:
    explicit MpzView(const Int* value) noexcept : parts_(value) {
        mpz_roinit_n(view_, parts_.limbs(), parts_.negative() ? -parts_.size() : parts_.size());
    }
    operator mpz_srcptr() const noexcept { return view_; }
    const IntParts& parts() const noexcept { return parts_; }

  private:
    IntParts parts_;
    mpz_t view_;
};

/// A result of GMP's integer functions.
class Mpz {
  public:
    Mpz() noexcept { mpz_init(value_); }
    ~Mpz() { mpz_clear(value_); }
    Mpz(const Mpz&) = delete;
    Mpz& operator=(const Mpz&) = delete;
    mpz_ptr get() noexcept { return value_; }
    operator mpz_ptr() noexcept { return value_; }
    operator mpz_srcptr() const noexcept { return value_; }

  private:
    mpz_t value_;
};

/// An int of that sign and magnitude (leading zero limbs allowed).
Ref<Int> int_from_limbs(const mp_limb_t* limbs, mp_size_t count, bool negative);
Ref<Int> int_from_mpz(mpz_srcptr value);
/// The number that octets stand for, least significant last unless `little`. _PyLong_FromByteArray.
Ref<Int> int_from_octets(std::string_view octets, bool little, bool is_signed);

NewRef large_add(const Int* left, const Int* right);
NewRef large_subtract(const Int* left, const Int* right);
NewRef large_multiply(const Int* left, const Int* right);
/// Rounded down, the remainder with the divisor's sign; either result may be left out. The divisor is not 0.
Status large_divide(const Int* left, const Int* right, Ref<Int>* quotient, Ref<Int>* remainder);
/// `exponent` is not negative.
NewRef large_power(const Int* base, const Int* exponent);
/// Neither is `modulus` zero nor `exponent` negative; the result has the sign of `modulus`.
NewRef large_power_modulo(const Int* base, const Int* exponent, const Int* modulus);
/// The inverse modulo |modulus|. Raises ValueError if there is none.
Ref<Int> large_invert(const Int* value, const Int* modulus);
NewRef large_left_shift(const Int* value, std::size_t bits);
NewRef large_right_shift(const Int* value, std::size_t bits);
enum class BitOperation { And, Or, Xor };
NewRef large_bits(BitOperation operation, const Int* left, const Int* right);
/// Correctly rounded. Raises OverflowError.
Result<double> large_true_divide(const Int* left, const Int* right);

}  // namespace minipy
