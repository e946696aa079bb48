// The exact functions on ints: gcd, lcm, isqrt, factorial, comb, perm.
//
// Words are handled as words; anything larger goes to GMP. Results that GMP could not hold raise MemoryError
// before it is asked, since GMP itself would end the process.
//
// CPython: Modules/mathmodule.c
#include <fmt/format.h>

#include <numeric>

#include "modules/math/math.h"
#include "objects/index.h"
#include "objects/int_large.h"
#include "objects/singletons.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

constexpr std::int64_t word_min = INT64_MIN;

/// |value| of a word-sized int other than the smallest.
bool is_word(const Int* value) noexcept { return value->is_small() && value->small != word_min; }

Ref<Int> gcd_of(const Int* left, const Int* right) {
    if (is_word(left) && is_word(right)) return new_int(std::gcd(left->small, right->small));
    Mpz result;
    mpz_gcd(result, MpzView(left), MpzView(right));
    return int_from_mpz(result);
}

Result<bool> fits(std::size_t bits) {
    if (bits / limb_bits < max_limbs) return true;
    return raise(memory_error_type);
}

Ref<Int> lcm_of(const Int* left, const Int* right) {
    const MpzView a(left), b(right);
    TRY(fits(a.parts().bits() + b.parts().bits()));
    Mpz result;
    mpz_lcm(result, a, b);
    return int_from_mpz(result);
}

/// Combines the arguments from left to right, each first made an int.
NewRef combine(Object* arguments, std::int64_t neutral, Ref<Int> (*operation)(const Int*, const Int*)) {
    const auto* integers = static_cast<Tuple*>(arguments);
    Ref<Int> result = new_int(neutral);
    for (Object* argument : integers->span()) {
        Ref<Int> value = TRY(to_index(argument));
        result = TRY(operation(result.get(), value.get()));
    }
    return result;
}

Ref<Int> factorial_of(std::int64_t n) {
    // log2(n!) < n * log2(n).
    const std::size_t bits_each =
        64 - static_cast<std::size_t>(__builtin_clzll(static_cast<std::uint64_t>(n) | 1));
    if (n > (std::int64_t{1} << 40)) return raise(memory_error_type);
    TRY(fits(static_cast<std::size_t>(n) * bits_each));
    Mpz result;
    mpz_fac_ui(result, static_cast<unsigned long>(n));
    return int_from_mpz(result);
}

/// n * (n - 1) * ... * (n - count + 1), split in halves so that the factors stay of like size.
void falling_product(mpz_ptr result, mpz_srcptr n, unsigned long count) {
    if (count <= 8) {
        Mpz factor;
        mpz_set(factor, n);
        mpz_set_ui(result, 1);
        for (; count; --count) {
            mpz_mul(result, result, factor);
            mpz_sub_ui(factor, factor, 1);
        }
        return;
    }
    const unsigned long half = count / 2;
    Mpz lower, rest;
    mpz_sub_ui(rest, n, half);
    falling_product(lower, rest, count - half);
    falling_product(result, n, half);
    mpz_mul(result, result, lower);
}

struct Choose {
    Ref<Int> n, k;
};

/// Both arguments as ints that are not negative.
Status read_arguments(Object* const* arguments, Choose& choose) {
    choose.n = TRY(to_index(arguments[0]));
    choose.k = TRY(to_index(arguments[1]));
    if (choose.n->is_negative()) return raise(value_error_type, "n must be a non-negative integer");
    if (choose.k->is_negative()) return raise(value_error_type, "k must be a non-negative integer");
    return done;
}

/// The number of factors as a word, if a result with so many can be held.
Result<unsigned long> factor_count(const Int* count, const Int* n, const char* what) {
    if (!count->is_small())
        return raise(overflow_error_type, fmt::format("{} must not exceed {}", what, INT64_MAX));
    std::size_t bits;
    if (__builtin_mul_overflow(static_cast<std::size_t>(count->small), IntParts(n).bits(), &bits))
        return raise(memory_error_type);
    TRY(fits(bits));
    return static_cast<unsigned long>(count->small);
}

}  // namespace

NewRef math_gcd(Object*, Object* const* arguments) { return combine(arguments[0], 0, gcd_of); }
NewRef math_lcm(Object*, Object* const* arguments) { return combine(arguments[0], 1, lcm_of); }

NewRef math_isqrt(Object*, Object* const* arguments) {
    Ref<Int> n = TRY(to_index(arguments[0]));
    if (n->is_negative()) return raise(value_error_type, "isqrt() argument must be nonnegative");
    Mpz root;
    mpz_sqrt(root, MpzView(n.get()));
    return int_from_mpz(root);
}

NewRef math_factorial(Object*, Object* const* arguments) {
    Ref<Int> n = TRY(to_index(arguments[0]));
    if (n->is_negative()) return raise(value_error_type, "factorial() not defined for negative values");
    if (!n->is_small())
        return raise(overflow_error_type, fmt::format("factorial() argument should not exceed {}", INT64_MAX));
    return factorial_of(n->small);
}

NewRef math_perm(Object* module, Object* const* arguments) {
    if (is_none(arguments[1])) return math_factorial(module, arguments);
    Choose choose;
    TRY(read_arguments(arguments, choose));
    if (int_compare(choose.k.get(), choose.n.get()) > 0) return new_int(0);
    const unsigned long count = TRY(factor_count(choose.k.get(), choose.n.get(), "k"));
    Mpz result;
    falling_product(result, MpzView(choose.n.get()), count);
    return int_from_mpz(result);
}

NewRef math_comb(Object*, Object* const* arguments) {
    Choose choose;
    TRY(read_arguments(arguments, choose));
    if (int_compare(choose.k.get(), choose.n.get()) > 0) return new_int(0);
    Ref<Object> others = TRY(int_subtract(choose.n.get(), choose.k.get()));
    const Int* fewer = as_int(others.get());
    if (int_compare(choose.k.get(), fewer) < 0) fewer = choose.k.get();
    const unsigned long count = TRY(factor_count(fewer, choose.n.get(), "min(n - k, k)"));
    Mpz result;
    mpz_bin_ui(result, MpzView(choose.n.get()), count);
    return int_from_mpz(result);
}

}  // namespace minipy
