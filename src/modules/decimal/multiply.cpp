// Products of natural numbers in base 10**18.
//
// Three methods, by the length of the shorter factor. Schoolbook, column by column: the products of a column
// are summed up in 128 bits and brought to the base once. Karatsuba: three products of half the length. Far
// above that Kronecker's substitution: each word is put into three limbs of a binary number, wide enough for
// a whole column, GMP multiplies these (by its Fourier transform), and the columns are read off the product.
//
// CPython: Modules/_decimal/libmpdec/mpdecimal.c (_mpd_qmul, _karatsuba_rec), convolute.c
#include <gmp.h>

#include <algorithm>
#include <vector>

#include "modules/decimal/words.h"

namespace minipy::decimal {
namespace {

constexpr std::size_t karatsuba_from = 40, kronecker_from = 1500;
static_assert(karatsuba_from < 340, "a column's sum of products has to fit 128 bits");

/// `out` has count + other_count words, all of which are set. other_count < 340.
void multiply_columns(Word* out, const Word* row, std::size_t count, const Word* other,
                      std::size_t other_count) noexcept {
    DoubleWord sum = 0;
    for (std::size_t column = 0; column + 1 < count + other_count; ++column) {
        const std::size_t first = column < other_count ? 0 : column - other_count + 1;
        const std::size_t last = std::min(column, count - 1);
        for (std::size_t i = first; i <= last; ++i) sum += static_cast<DoubleWord>(row[i]) * other[column - i];
        sum = divide_by_base(sum, out[column]);
    }
    out[count + other_count - 1] = static_cast<Word>(sum);
}

/// Two words by two: the usual length of long factors.
void multiply_pairs(Word* out, const Word* a, const Word* b) noexcept {
    const auto split = [](DoubleWord value, Word& low) {
        return base_divider.divide(static_cast<Word>(value >> 64), static_cast<Word>(value), low);
    };
    const auto product = [](Word left, Word right) { return static_cast<DoubleWord>(left) * right; };
    Word carry = split(product(a[0], b[0]), out[0]);
    carry = split(product(a[0], b[1]) + product(a[1], b[0]) + carry, out[1]);
    out[3] = split(product(a[1], b[1]) + carry, out[2]);
}

/// out = |low - high|; whether high was the greater. `high_count` is at most `count`.
bool absolute_difference(Word* out, const Word* low, std::size_t count, const Word* high,
                         std::size_t high_count) noexcept {
    const Natural left = trimmed(low, count), right = trimmed(high, high_count);
    const bool negative = compare(left, right) < 0;
    const Natural more = negative ? right : left, less = negative ? left : right;
    std::fill(out + more.size(), out + count, 0);
    subtract_rows(out, more.data(), more.size(), less.data(), less.size());
    return negative;
}

/// With a = a1*B + a0 and b = b1*B + b0 the middle part a1*b0 + a0*b1 is a1*b1 + a0*b0 - (a0-a1)*(b0-b1).
/// `out` has 2 * count words, `scratch` 8 * count + 128.
void multiply_karatsuba(Word* out, const Word* a, const Word* b, std::size_t count, Word* scratch) noexcept {
    if (count < karatsuba_from) return multiply_columns(out, a, count, b, count);
    const std::size_t low = (count + 1) / 2, high = count - low;
    Word *differences = scratch, *product = scratch + 2 * low, *rest = scratch + 4 * low;
    const bool a_negative = absolute_difference(differences, a, low, a + low, high);
    const bool b_negative = absolute_difference(differences + low, b, low, b + low, high);
    multiply_karatsuba(product, differences, differences + low, low, rest);
    multiply_karatsuba(out, a, b, low, rest);
    multiply_karatsuba(out + 2 * low, a + low, b + low, high, rest);
    // The differences are done with: their room takes the middle part.
    Word* middle = differences;
    Word top = add_rows(middle, out, 2 * low, out + 2 * low, 2 * high);
    if (a_negative == b_negative)
        top -= subtract_rows(middle, middle, 2 * low, product, 2 * low);
    else
        top += add_rows(middle, middle, 2 * low, product, 2 * low);
    add_rows(out + low, out + low, 2 * count - low, middle, 2 * low);
    if (top) add_rows(out + 3 * low, out + 3 * low, 2 * count - 3 * low, &top, 1);
}

constexpr std::size_t limbs_per_word = 3;

std::vector<mp_limb_t> spread(Natural number) {
    std::vector<mp_limb_t> limbs(number.size() * limbs_per_word);
    for (std::size_t i = 0; i < number.size(); ++i) limbs[i * limbs_per_word] = number[i];
    return limbs;
}

Words multiply_kronecker(Natural left, Natural right) {
    std::vector<mp_limb_t> product((left.size() + right.size()) * limbs_per_word);
    const std::vector<mp_limb_t> a = spread(left);
    const auto count = static_cast<mp_size_t>(a.size());
    if (left.data() == right.data() && left.size() == right.size()) {
        mpn_sqr(product.data(), a.data(), count);
    } else {
        const std::vector<mp_limb_t> b = spread(right);
        mpn_mul(product.data(), a.data(), count, b.data(), static_cast<mp_size_t>(b.size()));
    }
    Words result(left.size() + right.size());
    DoubleWord carry = 0;
    for (std::size_t column = 0; column < result.size(); ++column) {
        const mp_limb_t* limbs = &product[column * limbs_per_word];
        // A column is below 2**27 * 10**36: its third limb is small, and 2**64 of it a known remainder.
        Word low;
        const DoubleWord high = (static_cast<DoubleWord>(limbs[2]) << 64) | limbs[1];
        Word middle;
        const DoubleWord quotient = divide_by_base(high, middle);
        const Word last = base_divider.divide(middle, limbs[0], low);
        carry += low;
        const DoubleWord over = divide_by_base(carry, result[column]);
        carry = (quotient << 64) + last + over;
    }
    trim(result);
    return result;
}

/// The longer factor is cut into pieces of the length of the shorter one.
void multiply_pieces(Words& out, Natural left, Natural right) {
    std::fill(out.begin(), out.end(), 0);
    const std::size_t piece = right.size();
    std::vector<Word> product(2 * piece), scratch(8 * piece + 128);
    for (std::size_t start = 0; start < left.size(); start += piece) {
        const std::size_t count = std::min(piece, left.size() - start);
        std::size_t filled = 2 * piece;
        if (count == piece) {
            multiply_karatsuba(product.data(), left.data() + start, right.data(), piece, scratch.data());
        } else {
            const Words last = multiply(right, trimmed(left.data() + start, count));
            std::copy_n(last.data(), last.size(), product.data());
            filled = last.size();
        }
        add_rows(out.data() + start, out.data() + start, out.size() - start, product.data(), filled);
    }
}

}  // namespace

Words multiply(Natural left, Natural right) {
    if (left.size() < right.size()) std::swap(left, right);
    if (right.empty()) return {};
    if (right.size() >= kronecker_from) return multiply_kronecker(left, right);
    Words product(left.size() + right.size());
    if (left.size() == 2 && right.size() == 2)
        multiply_pairs(product.data(), left.data(), right.data());
    else if (right.size() < karatsuba_from)
        multiply_columns(product.data(), left.data(), left.size(), right.data(), right.size());
    else
        multiply_pieces(product, left, right);
    trim(product);
    return product;
}

}  // namespace minipy::decimal
