// Work on ints that may not fit a machine word, over GMP.
//
// `IntParts` shows any int as sign and magnitude without copying; results are computed in `Limbs` (short
// ones on the stack) or in an `Mpz`, and become an object through `int_from_limbs`, which restores the
// invariant that what fits a word is stored as one.
//
// CPython: Objects/longobject.c (x_add, x_mul, x_divrem ...)
#pragma once

#include <gmp.h>

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
            word_ = value->small < 0 ? -static_cast<mp_limb_t>(value->small)
                                     : static_cast<mp_limb_t>(value->small);
            limbs_ = &word_;
            size_ = word_ != 0;
            negative_ = value->small < 0;
        } else {
            limbs_ = value->limbs;
            size_ = value->limb_count < 0 ? -value->limb_count : value->limb_count;
            negative_ = value->limb_count < 0;
        }
    }
    IntParts(const IntParts&) = delete;
    IntParts& operator=(const IntParts&) = delete;

    const mp_limb_t* limbs() const noexcept { return limbs_; }
    mp_size_t size() const noexcept { return size_; }
    bool negative() const noexcept { return negative_; }

  private:
    mp_limb_t word_ = 0;
    const mp_limb_t* limbs_;
    mp_size_t size_;
    bool negative_;
};

/// An int of that sign and magnitude (leading zero limbs allowed).
Ref<Int> int_from_limbs(const mp_limb_t* limbs, mp_size_t count, bool negative);

}  // namespace minipy
