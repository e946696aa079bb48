// Powers of decimal numbers.
//
// A whole exponent means repeated squaring with some digits more than the precision, any other one exp(y * ln
// x). Neither is rounded correctly in every case; the steps are libmpdec's, so that the results are.
//
// CPython: Modules/_decimal/libmpdec/mpdecimal.c (mpd_qpow, mpd_qpowmod)
#include "modules/decimal/number.h"

namespace minipy::decimal {
namespace {

/// 1 with all digits that the context has.
Number padded_one(std::int64_t digits, bool negative) {
    return {negative, shift_left(one, static_cast<std::uint64_t>(digits - 1)), 1 - digits};
}

/// (+-1) ** y: as many digits as the product would have.
Number power_of_one(const View& number, const View& exponent, bool negative, const Settings& settings,
                    Conditions& conditions) {
    std::int64_t digits = settings.precision;
    if (!is_integer(exponent)) {
        conditions |= condition::inexact | condition::rounded;
        return padded_one(digits, negative);
    }
    if (exponent.negative) return small_number(1, 0, negative);
    Conditions own = 0;
    const Number behind_point = multiply(exponent, integer_number(-number.exponent), settings, own);
    if (own & condition::errors) {
        conditions |= own & condition::errors;
        return behind_point;
    }
    Number whole = to_integral(behind_point, widest, own);
    std::int64_t count;
    if (!to_int64(whole, count)) count = INT64_MAX;
    if (count > digits - 1)
        conditions |= condition::rounded;
    else
        digits = count + 1;
    return padded_one(digits, negative);
}

std::int64_t decimal_length(std::int64_t value) noexcept {
    return std::max<std::int64_t>(
        1, digits_of(words_of(value < 0 ? -static_cast<Word>(value) : static_cast<Word>(value))));
}

/// The order of magnitude of |log10(x)|, or less.
std::int64_t lowest_log_magnitude(const View& number) {
    const std::int64_t adjusted = number.adjusted();
    if (adjusted > 0) return decimal_length(adjusted) - 1;
    if (adjusted < -1) return decimal_length(adjusted + 1) - 1;
    Conditions none = 0;
    const std::int64_t distance = subtract(number, small_number(1), widest, none).view().adjusted();
    return adjusted == 0 ? distance - 2 : distance - 1;
}

/// Whether the result certainly leaves the range of exponents.
bool power_is_out_of_range(const View& number, const View& exponent, bool negative, Number& result,
                           const Settings& settings, Conditions& conditions) {
    const View magnitude = number.magnitude();
    const std::int64_t lowest = lowest_log_magnitude(magnitude) + exponent.adjusted();
    const bool grows = (magnitude.adjusted() < 0) == exponent.negative;
    if (decimal_length(grows ? settings.emax : settings.etiny()) >= lowest) return false;
    const std::int64_t out = grows ? exponent_infinite : settings.etiny() - 1;
    result = finalized(small_number(1, out, negative), settings, conditions);
    return true;
}

bool is_lost(const Number& number, Conditions conditions) noexcept {
    return number.kind != Kind::Finite || (number.coefficient.empty() && (conditions & condition::clamped));
}

/// From the highest bit down.
Number power_of_word(const View& number, Word exponent, bool negative, const Settings& settings,
                     Conditions& conditions) {
    Conditions own = 0;
    Number result(number);
    for (int bit = 62 - std::countl_zero(exponent); bit >= 0; --bit) {
        result = multiply(result, result, settings, own);
        if (exponent >> bit & 1) result = multiply(result, number, settings, own);
        if (is_lost(result, own)) break;
    }
    conditions |= own;
    result.negative = negative;
    return result;
}

/// A whole number's digits in front of the point, in full.
Words written_out(const View& number) {
    Tail tail;
    if (number.exponent >= 0)
        return shift_left(number.coefficient, static_cast<std::uint64_t>(number.exponent));
    return shift_right(number.coefficient, static_cast<std::uint64_t>(-number.exponent), tail);
}

/// From the lowest bit up, for exponents of more than a word.
Number power_of_long(Number number, const View& exponent, bool negative, const Settings& settings,
                     Conditions& conditions) {
    Words left = written_out(exponent);
    Number result = small_number(1);
    Conditions own = 0;
    while (!left.empty()) {
        if (left[0] % 2) {
            result = multiply(result, number, settings, own);
            conditions |= own;
            if (is_lost(result, own)) break;
        }
        number = multiply(number, number, settings, own);
        divide_in_place(left, 2);
        if (number.view().is_nan()) return failure(own & condition::errors, conditions);
    }
    result.negative = negative;
    return result;
}

Number power_of_integer(const View& number, const View& exponent, bool negative, const Settings& settings,
                        Conditions& conditions) {
    Settings work = settings.with_rounding(Rounding::HalfEven);
    work.precision += exponent.digits() + exponent.exponent + 2 + exponent.negative;
    work.clamp = false;
    Number start(number);
    if (exponent.negative) {
        start = divide(small_number(1), number, work, conditions);
        if (conditions & condition::errors) return quiet_nan();
    }
    std::int64_t count;
    Conditions none = 0;
    const bool short_enough = to_int64(to_integral(exponent.magnitude(), widest, none), count);
    Number result = short_enough ? power_of_word(start, static_cast<Word>(count), negative, work, conditions)
                                 : power_of_long(std::move(start), exponent, negative, work, conditions);
    // Rounded again, for modes that do not go to infinity.
    if (result.kind == Kind::Infinity) result = small_number(1, exponent_infinite, negative);
    return finalized(std::move(result), settings, conditions);
}

Number power_of_real(const View& number, const View& exponent, const Settings& settings,
                     Conditions& conditions) {
    const Settings work = widest.with_precision(std::max(number.digits(), settings.precision) + 4 + 19);
    Conditions own = 0;
    Number result = natural_logarithm(number, work, own);
    result = multiply(result, exponent, work, own);
    result = exponential(result, work, conditions);
    conditions |= (own & condition::errors) | condition::inexact | condition::rounded;
    if (result.kind == Kind::Finite && compare_values(result, small_number(1)) == 0)
        result = padded_one(settings.precision, false);
    if (result.kind == Kind::Infinity) result = small_number(1, exponent_infinite);
    return finalized(std::move(result), settings, conditions);
}

Number power_to_infinity(const View& number, const View& exponent, bool negative, const Settings& settings,
                         Conditions& conditions) {
    const int order = compare_values(number, small_number(1));
    if (order == 0) {
        conditions |= condition::inexact | condition::rounded;
        return padded_one(settings.precision, negative);
    }
    if ((order < 0) != exponent.negative) return {negative, {}, 0};
    return infinity(negative);
}

}  // namespace

Number power(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    Number result;
    if (takes_nan(left, right, result, settings, conditions)) return result;
    const bool whole = is_integer(right);
    const bool negative = whole && left.negative && is_odd(right);
    if (left.is_zero()) {
        if (right.is_zero()) return failure(condition::invalid_operation, conditions);
        return right.negative ? infinity(negative) : Number(negative, {}, 0);
    }
    if (left.negative && (!whole || right.is_infinite()))
        return failure(condition::invalid_operation, conditions);
    if (right.is_infinite()) return power_to_infinity(left, right, negative, settings, conditions);
    if (left.is_infinite()) {
        if (right.is_zero()) return small_number(1, 0, negative);
        return right.negative ? Number(negative, {}, 0) : infinity(negative);
    }
    if (right.is_zero()) return small_number(1, 0, negative);
    if (compare_magnitudes(left, small_number(1)) == 0)
        return power_of_one(left, right, negative, settings, conditions);
    if (power_is_out_of_range(left, right, negative, result, settings, conditions)) return result;
    return whole ? power_of_integer(left, right, negative, settings, conditions)
                 : power_of_real(left, right, settings, conditions);
}

namespace {

Words modulo(Natural number, Natural modulus) {
    Words rest;
    divide(number, modulus, rest);
    return rest;
}

/// number**exponent % modulus for natural numbers, from the lowest bit up.
Words natural_power_modulo(Words number, Words exponent, Natural modulus) {
    Words result = modulo(one, modulus);
    while (!exponent.empty()) {
        if (exponent[0] % 2) result = modulo(multiply(result, number), modulus);
        divide_in_place(exponent, 2);
        if (!exponent.empty()) number = modulo(multiply(number, number), modulus);
    }
    return result;
}

/// The magnitude of a whole number modulo another one; 10**exponent is not written out.
Words integer_modulo(const View& number, Natural modulus) {
    if (number.exponent <= 0) return modulo(written_out(number), modulus);
    const Words tens =
        natural_power_modulo(words_of(10), words_of(static_cast<Word>(number.exponent)), modulus);
    return modulo(multiply(modulo(number.coefficient, modulus), tens), modulus);
}

/// Whether a NaN among the three becomes the result.
bool takes_nan(const View& first, const View& second, const View& third, Number& result,
               const Settings& settings, Conditions& conditions) {
    const View* choice = &first;
    for (const View* other : {&second, &third})
        if (other->is_nan() && other->kind > choice->kind) choice = other;
    return decimal::takes_nan(*choice, result, settings, conditions);
}

}  // namespace

Number power_modulo(const View& number, const View& exponent, const View& modulus, const Settings& settings,
                    Conditions& conditions) {
    Number result;
    if (takes_nan(number, exponent, modulus, result, settings, conditions)) return result;
    if (!is_integer(number) || !is_integer(exponent) || !is_integer(modulus) || modulus.is_zero() ||
        modulus.digits() + modulus.exponent > settings.precision)
        return failure(condition::invalid_operation, conditions);
    const bool negative = number.negative && is_odd(exponent);
    if (exponent.is_zero()) {
        if (number.is_zero()) return failure(condition::invalid_operation, conditions);
        return small_number(compare_magnitudes(modulus, small_number(1)) != 0, 0, negative);
    }
    if (exponent.negative) return failure(condition::invalid_operation, conditions);
    if (number.is_zero()) return {negative, {}, 0};
    const Words divisor = written_out(modulus);
    Words power = integer_modulo(number, divisor);
    // A positive exponent of the exponent: so many times to the tenth.
    const Number times = to_integral(exponent, widest, conditions);
    for (std::int64_t i = 0; i < times.exponent; ++i) {
        Words next = natural_power_modulo(power, words_of(10), divisor);
        if (compare(next, power) == 0) break;
        power = std::move(next);
    }
    return {negative, natural_power_modulo(power, times.coefficient, divisor), 0};
}

}  // namespace minipy::decimal
