// Natural numbers in base 10**18: what the coefficients of decimal numbers are made of.
//
// A number is a row of words, least significant first, each below 10**18; zero has no words. Invariant of
// every `Words` and `Natural` that these functions take or give: the last word is not 0. Eighteen digits
// rather than nineteen, because then the sum of 340 products of words fits 128 bits (a column of a product is
// brought back to the base once) and a sum of two words never overflows.
//
// Memory that cannot be had is `std::bad_alloc`; a number of more than `max_words` words is refused likewise.
//
// CPython: Modules/_decimal/libmpdec/basearith.c
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <new>
#include <utility>

#include "memory/allocator.h"

namespace minipy::decimal {

using Word = std::uint64_t;
using DoubleWord = unsigned __int128;

inline constexpr int word_digits = 18;
inline constexpr Word base = 1000000000000000000;
/// A gigabyte, 2.4 thousand million digits.
inline constexpr std::size_t max_words = std::size_t{1} << 27;

/// A number's words; up to six lie in the object itself.
class Words {
  public:
    Words() noexcept {}
    /// So many words, not initialised.
    explicit Words(std::size_t count) : size_(count) {
        if (count > inline_room) reserve_outside(count);
    }
    Words(const Word* words, std::size_t count) : Words(count) { std::copy_n(words, count, data_); }
    Words(const Words& other) : Words(other.data_, other.size_) {}
    Words(Words&& other) noexcept { take(other); }
    Words& operator=(const Words& other) { return *this = Words(other); }
    Words& operator=(Words&& other) noexcept {
        if (this != &other) {
            drop();
            take(other);
        }
        return *this;
    }
    ~Words() { drop(); }

    std::size_t size() const noexcept { return size_; }
    bool empty() const noexcept { return size_ == 0; }
    Word* data() noexcept { return data_; }
    const Word* data() const noexcept { return data_; }
    Word* begin() noexcept { return data_; }
    Word* end() noexcept { return data_ + size_; }
    Word& operator[](std::size_t index) noexcept { return data_[index]; }
    Word operator[](std::size_t index) const noexcept { return data_[index]; }
    Word& back() noexcept { return data_[size_ - 1]; }
    void push_back(Word word) {
        if (size_ == room_) grow();
        data_[size_++] = word;
    }
    void pop_back() noexcept { --size_; }
    void clear() noexcept { size_ = 0; }

  private:
    static constexpr std::size_t inline_room = 6;

    void reserve_outside(std::size_t count) {
        if (count > max_words) throw std::bad_alloc();
        data_ = static_cast<Word*>(allocate(count * sizeof(Word)));
        room_ = count;
    }
    void grow() {
        Words more(size_ * 2);
        std::copy_n(data_, size_, more.data_);
        more.size_ = size_;
        *this = std::move(more);
    }
    void take(Words& other) noexcept {
        size_ = other.size_;
        if (other.data_ == other.inline_) {
            data_ = inline_;
            room_ = inline_room;
            std::copy_n(other.inline_, size_, inline_);
        } else {
            data_ = std::exchange(other.data_, other.inline_);
            room_ = std::exchange(other.room_, inline_room);
        }
        other.size_ = 0;
    }
    void drop() noexcept {
        if (data_ != inline_) release(data_, room_ * sizeof(Word));
    }

    Word* data_ = inline_;
    std::size_t size_ = 0, room_ = inline_room;
    Word inline_[inline_room];
};

/// A look at a number's words.
class Natural {
  public:
    constexpr Natural() noexcept = default;
    constexpr Natural(const Word* words, std::size_t count) noexcept : words_(words), count_(count) {}
    Natural(const Words& words) noexcept : Natural(words.data(), words.size()) {}
    /// The number of one word; borrows it.
    static constexpr Natural of(const Word& word) noexcept { return {&word, word != 0}; }

    constexpr std::size_t size() const noexcept { return count_; }
    constexpr bool empty() const noexcept { return count_ == 0; }
    constexpr const Word* data() const noexcept { return words_; }
    constexpr const Word* begin() const noexcept { return words_; }
    constexpr const Word* end() const noexcept { return words_ + count_; }
    constexpr Word operator[](std::size_t index) const noexcept { return words_[index]; }
    constexpr Word back() const noexcept { return words_[count_ - 1]; }
    constexpr Natural from(std::size_t start) const noexcept { return {words_ + start, count_ - start}; }

  private:
    const Word* words_ = nullptr;
    std::size_t count_ = 0;
};
inline constexpr Word one_word = 1;
inline constexpr Natural one = Natural::of(one_word);

inline constexpr std::array<Word, word_digits + 1> powers_of_ten = [] {
    std::array<Word, word_digits + 1> powers{1};
    for (int i = 1; i <= word_digits; ++i) powers[i] = powers[i - 1] * 10;
    return powers;
}();

inline Words copy_of(Natural number) { return Words(number.data(), number.size()); }
/// The number of one or two words.
inline Words words_of(DoubleWord value) {
    Words words;
    if (value) words.push_back(static_cast<Word>(value % base));
    if (value >= base) words.push_back(static_cast<Word>(value / base));
    return words;
}

/// Takes leading zeros off.
inline Natural trimmed(const Word* words, std::size_t count) noexcept {
    while (count && words[count - 1] == 0) --count;
    return {words, count};
}
inline void trim(Words& words) noexcept {
    while (!words.empty() && words.back() == 0) words.pop_back();
}

/// A division by one fixed number of at most 60 bits: two multiplications by its reciprocal (Möller and
/// Granlund 2011, "Improved division by invariant integers", algorithm 4).
class Divider {
  public:
    constexpr explicit Divider(Word divisor) noexcept
        : shift_(std::countl_zero(divisor)),
          divisor_(divisor << shift_),
          // The lower word of (2**128 - 1) / divisor.
          reciprocal_(static_cast<Word>(((static_cast<DoubleWord>(~divisor_) << 64) | ~Word{0}) / divisor_)) {}

    /// high * 2**64 + low by the divisor; high is less than it.
    constexpr Word divide(Word high, Word low, Word& remainder) const noexcept {
        const Word top = (high << shift_) | (low >> (64 - shift_)), bottom = low << shift_;
        const DoubleWord estimate =
            static_cast<DoubleWord>(reciprocal_) * top + ((static_cast<DoubleWord>(top) << 64) | bottom);
        Word quotient = static_cast<Word>(estimate >> 64) + 1;
        Word rest = bottom - quotient * divisor_;
        if (rest > static_cast<Word>(estimate)) --quotient, rest += divisor_;
        if (rest >= divisor_) [[unlikely]]
            ++quotient, rest -= divisor_;
        remainder = rest >> shift_;
        return quotient;
    }

  private:
    int shift_;
    Word divisor_, reciprocal_;
};
inline constexpr Divider base_divider(base);

/// value / 10**18.
inline DoubleWord divide_by_base(DoubleWord value, Word& remainder) noexcept {
    Word high = static_cast<Word>(value >> 64);
    const Word extra = high >= base ? high / base : 0;
    high -= extra * base;
    const Word quotient = base_divider.divide(high, static_cast<Word>(value), remainder);
    return (static_cast<DoubleWord>(extra) << 64) | quotient;
}

/// word / 10**power by a multiplication; the word has at most 60 bits, the power is at least 1.
Word divide_by_power(Word word, int power) noexcept;
inline Word remainder_by_power(Word word, int power) noexcept {
    return word - divide_by_power(word, power) * powers_of_ten[power];
}

inline int digits_of(Word word) noexcept {
    const int guess = (64 - std::countl_zero(word)) * 1233 >> 12;
    return guess + (word >= powers_of_ten[guess]);
}
/// Of the number zero 0.
inline std::int64_t digits_of(Natural number) noexcept {
    if (number.empty()) return 0;
    return static_cast<std::int64_t>(number.size() - 1) * word_digits + digits_of(number.back());
}
/// The digit that stands for 10**position.
int digit_at(Natural number, std::uint64_t position) noexcept;
/// Of a number that is not zero.
std::int64_t trailing_zeros(Natural number) noexcept;
/// Whether all digits are nines.
bool is_all_nines(Natural number) noexcept;

/// -1, 0 or 1.
int compare(Natural left, Natural right) noexcept;
Words add(Natural left, Natural right);
/// left - right, which is not negative.
Words subtract(Natural left, Natural right);
Words multiply(Natural left, Natural right);
/// The divisor is not zero. Of the remainder it may be enough to know whether there is one.
Words divide(Natural dividend, Natural divisor, Words& remainder);
Words divide(Natural dividend, Natural divisor, bool& exact);
Words divide(Natural dividend, Natural divisor);
/// Number by word.
Words divide_by_word(Natural dividend, Word divisor, Word& remainder);
void divide_in_place(Words& number, Word divisor);
/// The root rounded down.
Words square_root(Natural number);

/// number * 10**digits.
Words shift_left(Natural number, std::uint64_t digits);
/// What a shift to the right has cut off, in units of the last digit that is left.
enum class Tail { Zero, BelowHalf, Half, AboveHalf };
Words shift_right(Natural number, std::uint64_t digits, Tail& tail);
/// The last `digits` digits.
Words low_digits(Natural number, std::uint64_t digits);
/// number * base**count and number / base**count.
Words shift_words_left(Natural number, std::size_t count);
inline Natural shift_words_right(Natural number, std::size_t count) noexcept {
    return count < number.size() ? number.from(count) : Natural{};
}
void add_one(Words& number);
/// 10**digits - 1.
Words nines(std::uint64_t digits);

// Rows of words with leading zeros, for the functions above.

/// out = left + right, count words of left, at most as many of right; gives the carry. `out` may be `left`.
Word add_rows(Word* out, const Word* left, std::size_t count, const Word* right,
              std::size_t right_count) noexcept;
/// The same for left - right; gives the borrow.
Word subtract_rows(Word* out, const Word* left, std::size_t count, const Word* right,
                   std::size_t right_count) noexcept;
/// out = row * factor + carry; gives the carry. `out` may be `row`.
Word multiply_row(Word* out, const Word* row, std::size_t count, Word factor, Word carry = 0) noexcept;

}  // namespace minipy::decimal
