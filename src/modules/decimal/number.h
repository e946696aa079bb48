// Decimal numbers and their arithmetic, with no notion of Python's objects.
//
// A finite number is (-1)**negative * coefficient * 10**exponent; infinities have no coefficient; that of a NaN
// is its payload. An operation takes `View`s (which borrow the words), the `Settings` of a context, and the
// place where it adds the conditions that came up; it gives a new `Number`, rounded to the context by
// `finalize`. Which conditions are errors is for the caller to say. Exponents of finite results stay within
// +-2 * 10**18, so that sums and differences of two of them fit a machine word. Memory that cannot be had is
// `std::bad_alloc`.
//
// Where results are not fully laid down by the specification (quiet conditions, powers), they are libmpdec's.
//
// CPython: Modules/_decimal/libmpdec/mpdecimal.h, mpdecimal.c. Specification: speleotrove.com/decimal
#pragma once

#include <string>
#include <string_view>

#include "modules/decimal/words.h"

namespace minipy::decimal {

/// A set of conditions.
using Conditions = std::uint32_t;
namespace condition {
inline constexpr Conditions clamped = 0x1, conversion_syntax = 0x2, division_by_zero = 0x4,
                            division_impossible = 0x8, division_undefined = 0x10, inexact = 0x40,
                            invalid_context = 0x80, invalid_operation = 0x100, memory_error = 0x200,
                            float_operation = 0x400, overflow = 0x800, rounded = 0x1000, subnormal = 0x2000,
                            underflow = 0x4000;
/// What the signal InvalidOperation stands for.
inline constexpr Conditions any_invalid = conversion_syntax | division_impossible | division_undefined |
                                          invalid_context | invalid_operation | memory_error | 0x20;
inline constexpr Conditions errors = any_invalid | division_by_zero;
/// The result is not what was asked for exactly.
inline constexpr Conditions changed = inexact | rounded | clamped;
}  // namespace condition

inline constexpr std::int64_t max_precision = 999999999999999999, max_emax = 999999999999999999,
                              min_emin = -999999999999999999, min_etiny = -1999999999999999997;
/// Exponents that are infinitely great or small.
inline constexpr std::int64_t exponent_infinite = 2000000000000000001, exponent_tiny = -4000000000000000001;

enum class Rounding : std::uint8_t { Up, Down, Ceiling, Floor, HalfUp, HalfDown, HalfEven, ZeroFiveUp };

/// What a context says.
struct Settings {
    std::int64_t precision, emax, emin;
    Rounding rounding;
    bool clamp;

    std::int64_t etiny() const noexcept { return emin - (precision - 1); }
    std::int64_t etop() const noexcept { return emax - (precision - 1); }
    Settings with_precision(std::int64_t digits) const noexcept {
        Settings changed = *this;
        changed.precision = digits;
        return changed;
    }
    Settings with_rounding(Rounding mode) const noexcept {
        Settings changed = *this;
        changed.rounding = mode;
        return changed;
    }
};
/// As wide as can be: results are exact unless they are enormous.
inline constexpr Settings widest = {max_precision, max_emax, min_emin, Rounding::HalfEven, false};

enum class Kind : std::uint8_t { Finite, Infinity, QuietNan, SignalingNan };

/// A look at a number; borrows its words.
struct View {
    Natural coefficient;
    std::int64_t exponent = 0;
    Kind kind = Kind::Finite;
    bool negative = false;

    bool is_special() const noexcept { return kind != Kind::Finite; }
    bool is_infinite() const noexcept { return kind == Kind::Infinity; }
    bool is_nan() const noexcept { return kind >= Kind::QuietNan; }
    bool is_zero() const noexcept { return kind == Kind::Finite && coefficient.empty(); }
    /// Of a finite number: zero has one.
    std::int64_t digits() const noexcept { return coefficient.empty() ? 1 : digits_of(coefficient); }
    /// The exponent of the first digit.
    std::int64_t adjusted() const noexcept { return exponent + digits() - 1; }
    View magnitude() const noexcept { return {coefficient, exponent, kind, false}; }
    View with_sign(bool minus) const noexcept { return {coefficient, exponent, kind, minus}; }
};

struct Number {
    Words coefficient;
    std::int64_t exponent = 0;
    Kind kind = Kind::Finite;
    bool negative = false;

    Number() noexcept = default;
    Number(bool minus, Words words, std::int64_t power) noexcept
        : coefficient(std::move(words)), exponent(power), negative(minus) {}
    explicit Number(const View& view)
        : coefficient(copy_of(view.coefficient)),
          exponent(view.exponent),
          kind(view.kind),
          negative(view.negative) {}
    operator View() const noexcept { return {coefficient, exponent, kind, negative}; }
    View view() const noexcept { return *this; }
};

/// A number of one or two words.
inline Number small_number(DoubleWord coefficient, std::int64_t exponent = 0, bool negative = false) {
    return {negative, words_of(coefficient), exponent};
}
inline Number integer_number(std::int64_t value) {
    return small_number(value < 0 ? -static_cast<Word>(value) : static_cast<Word>(value), 0, value < 0);
}
inline Number infinity(bool negative) {
    Number number;
    number.kind = Kind::Infinity;
    number.negative = negative;
    return number;
}
inline Number quiet_nan() {
    Number number;
    number.kind = Kind::QuietNan;
    return number;
}
/// The NaN of an operation that went wrong.
inline Number failure(Conditions what, Conditions& conditions) {
    conditions |= what;
    return quiet_nan();
}

// rounding.cpp

/// Fits a result into the context: precision, range of exponents, length of a NaN's payload.
void finalize_slowly(Number& number, const Settings& settings, Conditions& conditions);
inline void finalize(Number& number, const Settings& settings, Conditions& conditions) {
    if (number.kind == Kind::Finite && !settings.clamp && !number.coefficient.empty()) [[likely]] {
        const std::int64_t digits = digits_of(Natural(number.coefficient));
        const std::int64_t adjusted = number.exponent + digits - 1;
        if (digits <= settings.precision && settings.emin <= adjusted && adjusted <= settings.emax) [[likely]]
            return;
    }
    finalize_slowly(number, settings, conditions);
}
inline Number finalized(Number number, const Settings& settings, Conditions& conditions) {
    finalize(number, settings, conditions);
    return number;
}
/// Whether a coefficient that has lost such a tail goes up by one.
bool rounds_up(Natural coefficient, Tail tail, bool negative, Rounding rounding) noexcept;
/// Underflow of a result that is known to be inexact, though its digits do not show it.
void note_underflow(const View& number, const Settings& settings, Conditions& conditions) noexcept;
/// The number with this exponent, whatever its length becomes; for text.
Number rescale(const View& number, std::int64_t exponent, const Settings& settings, Conditions& conditions);
/// For text alone, which may want yet smaller exponents.
Number rescale_for_text(const View& number, std::int64_t exponent, const Settings& settings,
                        Conditions& conditions);
Number quantize(const View& number, const View& pattern, const Settings& settings, Conditions& conditions);
/// By the settings' rounding; the exact form notes that digits were lost.
Number to_integral(const View& number, const Settings& settings, Conditions& conditions);
Number to_integral_exact(const View& number, const Settings& settings, Conditions& conditions);
Number normalize(const View& number, const Settings& settings, Conditions& conditions);

/// Whether an operand is a NaN, which then becomes the result.
bool takes_nan(const View& number, Number& result, const Settings& settings, Conditions& conditions);
bool takes_nan(const View& left, const View& right, Number& result, const Settings& settings,
               Conditions& conditions);

bool is_integer(const View& number) noexcept;
bool is_odd(const View& number) noexcept;
/// The value of a whole number with exponent 0 or above. False if it does not fit.
bool to_int64(const View& number, std::int64_t& value) noexcept;
inline bool is_subnormal(const View& number, const Settings& settings) noexcept {
    return !number.is_special() && !number.is_zero() && number.adjusted() < settings.emin;
}
inline bool is_normal(const View& number, const Settings& settings) noexcept {
    return !number.is_special() && !number.is_zero() && number.adjusted() >= settings.emin;
}

// arithmetic.cpp, division.cpp, power.cpp, exponential.cpp, digit_operations.cpp, comparison.cpp

using UnaryOperation = Number(const View& number, const Settings& settings, Conditions& conditions);
using BinaryOperation = Number(const View& left, const View& right, const Settings& settings,
                               Conditions& conditions);

UnaryOperation plus, minus, absolute, square_root, exponential, natural_logarithm, decimal_logarithm;
BinaryOperation add, subtract, multiply, divide, divide_whole, remainder, remainder_near, power;
Number fused_multiply_add(const View& left, const View& right, const View& third, const Settings& settings,
                          Conditions& conditions);
/// Gives the quotient.
Number divide_with_remainder(const View& left, const View& right, Number& rest, const Settings& settings,
                             Conditions& conditions);
Number power_modulo(const View& number, const View& exponent, const View& modulus, const Settings& settings,
                    Conditions& conditions);

UnaryOperation next_minus, next_plus, logical_invert, exponent_of;
BinaryOperation next_toward, logical_and, logical_or, logical_xor, rotate, shift, scale;

/// -1, 0 or 1 for numbers that are no NaN.
int compare_values(const View& left, const View& right) noexcept;
int compare_magnitudes(const View& left, const View& right) noexcept;
/// By the total order of all representations.
int compare_total(const View& left, const View& right) noexcept;
BinaryOperation compare, compare_signal, maximum, maximum_magnitude, minimum, minimum_magnitude;
const char* class_of(const View& number, const Settings& settings) noexcept;
inline bool same_quantum(const View& left, const View& right) noexcept {
    if (left.is_special() || right.is_special())
        return (left.is_nan() && right.is_nan()) || (left.is_infinite() && right.is_infinite());
    return left.exponent == right.exponent;
}

// text.cpp

/// By the specification's grammar of numeric strings, in ASCII.
Number parse(std::string_view text, const Settings& settings, Conditions& conditions);

enum class Notation { Scientific, Engineering, Exponent, Fixed };
/// `point` is where the decimal point stands by default, counted from the first digit.
std::string to_text(const View& number, Notation notation, bool capitals, std::int64_t point = 1);
/// The digits of the coefficient; "0" for none.
std::string coefficient_text(Natural coefficient);
/// The natural number that digits stand for.
Words words_from_digits(std::string_view digits);

}  // namespace minipy::decimal
