// Quotients and roots of natural numbers in base 10**18.
//
// Division by a word goes from word to word; by more than one by Knuth's algorithm D; by many by the recursive
// division of Burnikel and Ziegler (1998), which makes of it products of half the length. Roots come from the
// root of the upper half by one step of Newton's method.
//
// CPython: Modules/_decimal/libmpdec/basearith.c (_mpd_basedivmod), mpdecimal.c (_mpd_base_ndivmod)
#include <algorithm>
#include <cmath>

#include "modules/decimal/words.h"

namespace minipy::decimal {
namespace {

/// Below this length of divisor or quotient algorithm D is the faster one.
constexpr std::size_t recursion_from = 100;

struct Division {
    Words quotient, remainder;
};

/// row -= factor * other, count + 1 words of row; whether that went below zero.
bool subtract_product(Word* row, const Word* other, std::size_t count, Word factor) noexcept {
    Word carry = 0, borrow = 0;
    for (std::size_t i = 0; i < count; ++i) {
        Word low;
        carry = static_cast<Word>(divide_by_base(static_cast<DoubleWord>(other[i]) * factor + carry, low));
        low += borrow;
        borrow = row[i] < low;
        row[i] = row[i] - low + (borrow ? base : 0);
    }
    carry += borrow;
    borrow = row[count] < carry;
    row[count] = row[count] - carry + (borrow ? base : 0);
    return borrow;
}

/// The next word of the quotient: from the upper words of dividend and divisor, at most one too great.
Word estimate_word(const Word* top, const Word* divisor_top, const Divider& divider) noexcept {
    Word quotient = base - 1, rest;
    if (top[0] < divisor_top[0]) {
        const DoubleWord dividend = static_cast<DoubleWord>(top[0]) * base + top[-1];
        quotient = divider.divide(static_cast<Word>(dividend >> 64), static_cast<Word>(dividend), rest);
    } else {
        rest = top[-1] + divisor_top[0];
    }
    while (rest<base&& static_cast<DoubleWord>(quotient) * divisor_top[-1]> static_cast<DoubleWord>(rest) *
               base +
           top[-2]) {
        --quotient;
        rest += divisor_top[0];
    }
    return quotient;
}

/// Makes a divisor's upper word at least half of the base, which keeps estimates by it good.
Word scale_of(Natural divisor) noexcept { return base / (divisor.back() + 1); }

/// Knuth's algorithm D, for divisors of two words and more. The remainder is left multiplied by
/// `scale_of(divisor)`.
Division divide_by_words(Natural dividend, Natural divisor) {
    const Word factor = scale_of(divisor);
    if (compare(dividend, divisor) < 0) return {{}, multiply(dividend, Natural::of(factor))};
    const std::size_t count = divisor.size();
    Words row(dividend.size() + 1), scaled(count);
    row.back() = multiply_row(row.data(), dividend.data(), dividend.size(), factor);
    multiply_row(scaled.data(), divisor.data(), count, factor);
    const Divider divider(scaled.back());
    Words quotient(dividend.size() - count + 1);
    for (std::size_t i = quotient.size(); i-- > 0;) {
        Word word = estimate_word(&row[i + count], &scaled[count - 1], divider);
        if (word && subtract_product(&row[i], scaled.data(), count, word)) {
            --word;
            row[i + count] += add_rows(&row[i], &row[i], count, scaled.data(), count);
            row[i + count] -= base;
        }
        quotient[i] = word;
    }
    trim(quotient);
    trim(row);
    return {std::move(quotient), std::move(row)};
}

Natural low_words(Natural number, std::size_t count) noexcept {
    return trimmed(number.data(), std::min(count, number.size()));
}

/// high * base**count + low, where low has at most `count` words.
Words joined(Natural high, Natural low, std::size_t count) {
    if (high.empty()) return copy_of(low);
    Words both = shift_words_left(high, count);
    std::copy_n(low.data(), low.size(), both.data());
    return both;
}

Division divide_halves(Natural dividend, Natural divisor, std::size_t count);

/// Three halves by two: the divisor has 2 * half words, the quotient at most `half`.
Division divide_three_by_two(Natural dividend, Natural divisor, std::size_t half) {
    const Natural divisor_high = divisor.from(half), divisor_low = low_words(divisor, half);
    const Natural upper = shift_words_right(dividend, half);
    Division division;
    if (compare(shift_words_right(upper, half), divisor_high) < 0) {
        division = divide_halves(upper, divisor_high, half);
    } else {
        division.quotient = nines(half * word_digits);
        division.remainder = add(subtract(upper, shift_words_left(divisor_high, half)), divisor_high);
    }
    Words rest = joined(division.remainder, low_words(dividend, half), half);
    const Words product = multiply(division.quotient, divisor_low);
    // The estimate is at most two too great.
    while (compare(rest, product) < 0) {
        rest = add(rest, divisor);
        division.quotient = subtract(division.quotient, one);
    }
    division.remainder = subtract(rest, product);
    return division;
}

/// The dividend is less than divisor * base**count, the divisor has `count` words and needs no scale.
Division divide_halves(Natural dividend, Natural divisor, std::size_t count) {
    if (count % 2 || count < recursion_from) return divide_by_words(dividend, divisor);
    const std::size_t half = count / 2;
    const Division upper = divide_three_by_two(shift_words_right(dividend, half), divisor, half);
    const Words rest = joined(upper.remainder, low_words(dividend, half), half);
    Division lower = divide_three_by_two(rest, divisor, half);
    return {joined(upper.quotient, lower.quotient, half), std::move(lower.remainder)};
}

/// Brings the divisor to a length that can be halved often, and takes the dividend piece by piece. The
/// remainder is left scaled.
Division divide_recursively(Natural dividend, Natural divisor) {
    std::size_t unit = 1;
    while (divisor.size() / unit >= recursion_from) unit *= 2;
    const std::size_t count = (divisor.size() + unit - 1) / unit * unit, padding = count - divisor.size();
    const Word factor = scale_of(divisor);
    Words scaled = shift_words_left(divisor, padding), row = shift_words_left(dividend, padding);
    multiply_row(scaled.data(), scaled.data(), scaled.size(), factor);
    if (Word carry = multiply_row(row.data(), row.data(), row.size(), factor)) row.push_back(carry);

    Division result;
    std::size_t pieces = row.size() / count + 1;
    while (pieces-- > 0) {
        const Natural piece = low_words(shift_words_right(row, pieces * count), count);
        Division next = divide_halves(joined(result.remainder, piece, count), scaled, count);
        result.quotient = joined(result.quotient, next.quotient, count);
        result.remainder = std::move(next.remainder);
    }
    result.remainder = copy_of(shift_words_right(result.remainder, padding));
    return result;
}

/// The root of a number of few words. Newton's method from above: the first value that does not fall is it.
Words small_root(Natural number) {
    const std::size_t top = number.size() - 1;
    double value = static_cast<double>(number[top]);
    if (top) value = value * 1e18 + static_cast<double>(number[top - 1]);
    // An even number of words is left below what the double has seen.
    const std::size_t below = top ? (top - 1) / 2 : 0;
    if (top > 1 && (top - 1) % 2) value *= 1e18;
    Words root = shift_words_left(words_of(static_cast<DoubleWord>(std::sqrt(value) * (1 + 1e-15)) + 1), below);
    for (;;) {
        Words next = divide(number, root);
        if (compare(next, root) >= 0) return root;
        next = add(next, root);
        divide_in_place(next, 2);
        root = std::move(next);
    }
}

}  // namespace

Words divide_by_word(Natural dividend, Word divisor, Word& remainder) {
    const Divider divider(divisor);
    Words quotient(dividend.size());
    Word rest = 0;
    for (std::size_t i = dividend.size(); i-- > 0;) {
        const DoubleWord part = static_cast<DoubleWord>(rest) * base + dividend[i];
        quotient[i] = divider.divide(static_cast<Word>(part >> 64), static_cast<Word>(part), rest);
    }
    remainder = rest;
    trim(quotient);
    return quotient;
}

void divide_in_place(Words& number, Word divisor) {
    if (divisor == 1) return;
    const Divider divider(divisor);
    Word rest = 0;
    for (std::size_t i = number.size(); i-- > 0;) {
        const DoubleWord part = static_cast<DoubleWord>(rest) * base + number[i];
        number[i] = divider.divide(static_cast<Word>(part >> 64), static_cast<Word>(part), rest);
    }
    trim(number);
}

namespace {

Division divide_scaled(Natural dividend, Natural divisor) {
    const bool few = divisor.size() < recursion_from || dividend.size() < divisor.size() + recursion_from / 2;
    return few ? divide_by_words(dividend, divisor) : divide_recursively(dividend, divisor);
}

}  // namespace

Words divide(Natural dividend, Natural divisor, Words& remainder) {
    if (divisor.size() == 1) {
        Word rest;
        Words quotient = divide_by_word(dividend, divisor[0], rest);
        remainder = words_of(rest);
        return quotient;
    }
    Division division = divide_scaled(dividend, divisor);
    remainder = std::move(division.remainder);
    divide_in_place(remainder, scale_of(divisor));
    return std::move(division.quotient);
}

Words divide(Natural dividend, Natural divisor, bool& exact) {
    if (divisor.size() == 1) {
        Word rest;
        Words quotient = divide_by_word(dividend, divisor[0], rest);
        exact = rest == 0;
        return quotient;
    }
    Division division = divide_scaled(dividend, divisor);
    exact = division.remainder.empty();
    return std::move(division.quotient);
}

Words divide(Natural dividend, Natural divisor) {
    bool exact;
    return divide(dividend, divisor, exact);
}

Words square_root(Natural number) {
    if (number.empty()) return {};
    if (number.size() < 9) return small_root(number);
    // The root of the upper half of the words has an error below base**cut, relative to a root of more than
    // base**(2 * cut): one step leaves less than 2, and never falls below the root.
    const std::size_t cut = (number.size() - 1) / 4;
    const Words upper = square_root(shift_words_right(number, 2 * cut));
    Words root = add(shift_words_left(upper, cut), divide(shift_words_right(number, cut), upper));
    divide_in_place(root, 2);
    while (compare(multiply(root, root), number) > 0) root = subtract(root, one);
    return root;
}

}  // namespace minipy::decimal
