// Natural numbers in base 10**18 against GMP: all lengths at which the methods change.
#include <gmp.h>

#include <random>

#include <doctest/doctest.h>
#include "modules/decimal/words.h"

namespace minipy::decimal {
namespace {

std::mt19937_64 generator(5);

/// So many words, among them many that are at an end of their range.
Words random_words(std::size_t count) {
    Words words(count);
    for (Word& word : words) {
        const auto kind = generator() % 6;
        word = kind == 0 ? 0 : kind == 1 ? base - 1 : kind == 2 ? 1 : generator() % base;
    }
    while (words.back() == 0) words.back() = generator() % base;
    return words;
}

class Integer {
  public:
    Integer() { mpz_init(value_); }
    explicit Integer(Natural number) : Integer() {
        for (std::size_t i = number.size(); i-- > 0;) {
            mpz_mul_ui(value_, value_, base);
            mpz_add_ui(value_, value_, number[i]);
        }
    }
    ~Integer() { mpz_clear(value_); }
    Integer(const Integer&) = delete;
    Integer& operator=(const Integer&) = delete;
    operator mpz_ptr() { return value_; }
    bool equals(Natural number) { return mpz_cmp(value_, Integer(number)) == 0; }

  private:
    mpz_t value_;
};

constexpr std::size_t lengths[] = {1, 2, 3, 7, 20, 39, 40, 41, 81, 99, 100, 101, 201, 333};

TEST_CASE("products, quotients and remainders") {
    for (std::size_t left : lengths) {
        for (std::size_t right : lengths) {
            const Words a = random_words(left), b = random_words(right);
            Integer x(a), y(b), product, quotient, rest;
            mpz_mul(product, x, y);
            mpz_tdiv_qr(quotient, rest, x, y);
            CHECK(product.equals(multiply(a, b)));
            Words remainder;
            CHECK(quotient.equals(divide(a, b, remainder)));
            CHECK(rest.equals(remainder));
            bool exact;
            divide(a, b, exact);
            CHECK(exact == remainder.empty());
        }
    }
}

TEST_CASE("long products by Kronecker's substitution") {
    const Words a = random_words(1600), b = random_words(2100);
    Integer x(a), y(b), product;
    mpz_mul(product, x, y);
    const Words found = multiply(a, b);
    CHECK(product.equals(found));
    Words remainder;
    CHECK(compare(divide(found, a, remainder), b) == 0);
    CHECK(remainder.empty());
    mpz_mul(product, x, x);
    CHECK(product.equals(multiply(a, a)));
}

TEST_CASE("roots") {
    for (std::size_t length : lengths) {
        const Words number = random_words(length);
        Integer value(number), root;
        mpz_sqrt(root, value);
        CHECK(root.equals(square_root(number)));
        // One below a square, where a root that is too great shows.
        const Words square = multiply(number, number), below = subtract(square, one);
        CHECK(compare(square_root(square), number) == 0);
        CHECK(compare(square_root(below), subtract(number, one)) == 0);
    }
}

TEST_CASE("shifts by digits and what they cut off") {
    for (std::size_t length : {1, 2, 5}) {
        for (unsigned digits = 0; digits < 60; ++digits) {
            const Words number = random_words(length);
            Integer value(number), power, shifted, rest;
            mpz_ui_pow_ui(power, 10, digits);
            mpz_mul(shifted, value, power);
            CHECK(shifted.equals(shift_left(number, digits)));
            mpz_tdiv_qr(shifted, rest, value, power);
            Tail tail;
            CHECK(shifted.equals(shift_right(number, digits, tail)));
            CHECK(rest.equals(low_digits(number, digits)));
            const bool zero = mpz_size(rest) == 0;
            mpz_mul_ui(rest, rest, 2);
            const int order = mpz_cmp(rest, power);
            CHECK(tail == (zero         ? Tail::Zero
                           : order < 0  ? Tail::BelowHalf
                           : order == 0 ? Tail::Half
                                        : Tail::AboveHalf));
        }
    }
}

TEST_CASE("division by powers of ten is a multiplication") {
    for (int power = 1; power <= word_digits; ++power)
        for (Word word :
             {Word{0}, Word{1}, base - 1, powers_of_ten[power] - 1, powers_of_ten[power], generator() % base}) {
            CHECK(divide_by_power(word, power) == word / powers_of_ten[power]);
            CHECK(remainder_by_power(word, power) == word % powers_of_ten[power]);
        }
}

}  // namespace
}  // namespace minipy::decimal
