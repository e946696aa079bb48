// Natural numbers in base 10**18: sums, shifts by digits, looking at digits.
//
// CPython: Modules/_decimal/libmpdec/basearith.c
#include "modules/decimal/words.h"

#include <algorithm>

namespace minipy::decimal {
namespace {

/// n / 10**power is `n * multiplier >> (64 + shift)` for n below 2**60: the multiplier is 2**(60 + bits) /
/// 10**power rounded up, where 2**bits is the next power of two, so that the error stays below 1 / 10**power.
struct PowerDivider {
    Word multiplier;
    int shift;
};

constexpr std::array<PowerDivider, word_digits + 1> power_dividers = [] {
    std::array<PowerDivider, word_digits + 1> dividers{};
    for (int power = 1; power <= word_digits; ++power) {
        const Word divisor = powers_of_ten[power];
        const int bits = 64 - std::countl_zero(divisor);
        const DoubleWord numerator = DoubleWord{1} << (60 + bits);
        dividers[power] = {static_cast<Word>((numerator + divisor - 1) / divisor), bits - 4};
    }
    return dividers;
}();

Word word_at(Natural number, std::uint64_t index) noexcept { return index < number.size() ? number[index] : 0; }

}  // namespace

Word divide_by_power(Word word, int power) noexcept {
    const PowerDivider& divider = power_dividers[power];
    return static_cast<Word>(static_cast<DoubleWord>(word) * divider.multiplier >> 64) >> divider.shift;
}

int digit_at(Natural number, std::uint64_t position) noexcept {
    const Word word = word_at(number, position / word_digits);
    return static_cast<int>(word / powers_of_ten[position % word_digits] % 10);
}

std::int64_t trailing_zeros(Natural number) noexcept {
    std::size_t index = 0;
    while (number[index] == 0) ++index;
    Word word = number[index];
    std::int64_t zeros = static_cast<std::int64_t>(index) * word_digits;
    for (int step : {16, 8, 4, 2, 1})
        if (word % powers_of_ten[step] == 0) word /= powers_of_ten[step], zeros += step;
    return zeros;
}

bool is_all_nines(Natural number) noexcept {
    if (number.empty()) return false;
    for (std::size_t i = 0; i + 1 < number.size(); ++i)
        if (number[i] != base - 1) return false;
    return number.back() == powers_of_ten[digits_of(number.back())] - 1;
}

int compare(Natural left, Natural right) noexcept {
    if (left.size() != right.size()) return left.size() < right.size() ? -1 : 1;
    for (std::size_t i = left.size(); i-- > 0;)
        if (left[i] != right[i]) return left[i] < right[i] ? -1 : 1;
    return 0;
}

Word add_rows(Word* out, const Word* left, std::size_t count, const Word* right,
              std::size_t right_count) noexcept {
    Word carry = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (i >= right_count && !carry) {
            if (out != left) std::copy(left + i, left + count, out + i);
            return 0;
        }
        const Word sum = left[i] + (i < right_count ? right[i] : 0) + carry;
        carry = sum >= base;
        out[i] = carry ? sum - base : sum;
    }
    return carry;
}

Word subtract_rows(Word* out, const Word* left, std::size_t count, const Word* right,
                   std::size_t right_count) noexcept {
    Word borrow = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (i >= right_count && !borrow) {
            if (out != left) std::copy(left + i, left + count, out + i);
            return 0;
        }
        const Word taken = (i < right_count ? right[i] : 0) + borrow;
        borrow = left[i] < taken;
        out[i] = left[i] - taken + (borrow ? base : 0);
    }
    return borrow;
}

Word multiply_row(Word* out, const Word* row, std::size_t count, Word factor, Word carry) noexcept {
    for (std::size_t i = 0; i < count; ++i)
        carry = static_cast<Word>(divide_by_base(static_cast<DoubleWord>(row[i]) * factor + carry, out[i]));
    return carry;
}

Words add(Natural left, Natural right) {
    if (left.size() < right.size()) std::swap(left, right);
    Words sum(left.size());
    if (Word carry = add_rows(sum.data(), left.data(), left.size(), right.data(), right.size()))
        sum.push_back(carry);
    return sum;
}

Words subtract(Natural left, Natural right) {
    Words difference(left.size());
    subtract_rows(difference.data(), left.data(), left.size(), right.data(), right.size());
    trim(difference);
    return difference;
}

Words shift_left(Natural number, std::uint64_t digits) {
    if (number.empty()) return {};
    const std::uint64_t whole = digits / word_digits;
    if (whole > max_words) throw std::bad_alloc();
    const int part = static_cast<int>(digits % word_digits);
    if (part == 0) return shift_words_left(number, whole);
    Words shifted(whole + number.size() + 1);
    std::fill_n(shifted.begin(), whole, 0);
    Word carry = 0;
    for (std::size_t i = 0; i < number.size(); ++i) {
        const Word high = divide_by_power(number[i], word_digits - part);
        shifted[whole + i] =
            (number[i] - high * powers_of_ten[word_digits - part]) * powers_of_ten[part] + carry;
        carry = high;
    }
    shifted.back() = carry;
    if (!carry) shifted.pop_back();
    return shifted;
}

Words shift_words_left(Natural number, std::size_t count) {
    if (number.empty()) return {};
    Words shifted(count + number.size());
    std::fill_n(shifted.begin(), count, 0);
    std::copy(number.begin(), number.end(), shifted.begin() + count);
    return shifted;
}

namespace {

/// What the lowest `digits` digits are in units of the digit above them.
Tail tail_of(Natural number, std::uint64_t digits) noexcept {
    if (digits == 0 || number.empty()) return Tail::Zero;
    // The word with the highest digit of the tail, and the half of the unit above it.
    const std::uint64_t index = (digits - 1) / word_digits;
    const int part = static_cast<int>((digits - 1) % word_digits) + 1;
    const Word top = remainder_by_power(word_at(number, index), part), half = powers_of_ten[part - 1] * 5;
    if (top > half) return Tail::AboveHalf;
    const Word* end = number.begin() + std::min<std::uint64_t>(index, number.size());
    const bool rest = std::any_of(number.begin(), end, [](Word word) { return word != 0; });
    if (top == half) return rest ? Tail::AboveHalf : Tail::Half;
    return top || rest ? Tail::BelowHalf : Tail::Zero;
}

}  // namespace

Words shift_right(Natural number, std::uint64_t digits, Tail& tail) {
    tail = tail_of(number, digits);
    const std::uint64_t whole = digits / word_digits;
    if (whole >= number.size()) return {};
    const Natural rest = number.from(whole);
    const int part = static_cast<int>(digits % word_digits);
    if (part == 0) return copy_of(rest);
    Words shifted(rest.size());
    Word high = divide_by_power(rest[0], part);
    for (std::size_t i = 0; i + 1 < rest.size(); ++i) {
        const Word next = divide_by_power(rest[i + 1], part);
        shifted[i] = high + (rest[i + 1] - next * powers_of_ten[part]) * powers_of_ten[word_digits - part];
        high = next;
    }
    shifted.back() = high;
    if (!high) shifted.pop_back();
    return shifted;
}

Words low_digits(Natural number, std::uint64_t digits) {
    if (static_cast<std::uint64_t>(digits_of(number)) <= digits) return copy_of(number);
    const std::size_t whole = digits / word_digits;
    const int part = static_cast<int>(digits % word_digits);
    Words low(number.data(), whole + (part != 0));
    if (part) low.back() %= powers_of_ten[part];
    trim(low);
    return low;
}

void add_one(Words& number) {
    for (Word& word : number) {
        if (++word < base) return;
        word = 0;
    }
    number.push_back(1);
}

Words nines(std::uint64_t digits) {
    const int part = static_cast<int>(digits % word_digits);
    if (digits / word_digits > max_words) throw std::bad_alloc();
    Words words(digits / word_digits);
    std::fill(words.begin(), words.end(), base - 1);
    if (part) words.push_back(powers_of_ten[part] - 1);
    return words;
}

}  // namespace minipy::decimal
