// exp, ln and log10, correctly rounded (half to even).
//
// The work is done in fixed point: a natural number with the last `places` words behind the point, so that a
// product is brought back by dropping words. An approximation good to some digits more than wanted is rounded
// twice, once a little too small and once a little too great; if both agree that is the result, else more
// digits are used (Ziv's strategy). It ends because none of these values is ever exact or half way.
//
// exp: the argument is reduced modulo ln 10 and halved some dozen times, the Taylor series summed and squared
// as often. ln: a first value from a double or from half as many digits, then ln(v) = y + ln(1 + d) with
// 1 + d = v * exp(-y), where few terms of the series are left.
//
// CPython: Modules/_decimal/libmpdec/mpdecimal.c (mpd_qexp, mpd_qln, mpd_qlog10), other methods
#include <cmath>

#include "modules/decimal/number.h"

namespace minipy::decimal {
namespace {

/// Words behind the point of what is good to so many digits: two more take up all errors made on the way, which
/// stay below 10**26 units in the last place.
std::size_t places_for(std::int64_t digits) {
    const std::uint64_t places = static_cast<std::uint64_t>(digits) / word_digits + 3;
    if (places > max_words) throw std::bad_alloc();
    return places;
}

Words fixed_one(std::size_t places) { return shift_words_left(one, places); }

Words fixed_product(Natural left, Natural right, std::size_t places) {
    return copy_of(shift_words_right(multiply(left, right), places));
}

/// A finite number's magnitude, the rest cut off.
Words to_fixed(const View& number, std::size_t places) {
    const std::int64_t shift = number.exponent + static_cast<std::int64_t>(places * word_digits);
    Tail tail;
    return shift >= 0 ? shift_left(number.coefficient, static_cast<std::uint64_t>(shift))
                      : shift_right(number.coefficient, static_cast<std::uint64_t>(-shift), tail);
}

Number from_fixed(Words fixed, std::size_t places, bool negative = false) {
    return {negative, std::move(fixed), -static_cast<std::int64_t>(places * word_digits)};
}

/// atanh(1 / n) by its series.
Words inverse_atanh(Word n, std::size_t places) {
    Words power = fixed_one(places), sum;
    divide_in_place(power, n);
    for (Word odd = 1; !power.empty(); odd += 2) {
        Word rest;
        sum = add(sum, divide_by_word(power, odd, rest));
        divide_in_place(power, n * n);
    }
    return sum;
}

/// ln 10 = 46 atanh(1/31) + 34 atanh(1/49) + 20 atanh(1/161). The longest one so far is kept.
Words fixed_ln10(std::size_t places) {
    static Words& kept = *new Words;
    static std::size_t kept_places = 0;
    if (kept_places < places) {
        const std::size_t more = places + 1;
        Words sum;
        for (auto [factor, n] : {std::pair{46, 31}, {34, 49}, {20, 161}}) {
            const Word word = static_cast<Word>(factor);
            sum = add(sum, multiply(inverse_atanh(static_cast<Word>(n), more), Natural::of(word)));
        }
        kept = copy_of(shift_words_right(sum, 1));
        kept_places = places;
    }
    return copy_of(shift_words_right(kept, kept_places - places));
}

/// exp of 0 to ln 10. Each halving doubles the error of the series: there are at most 59.
Words fixed_exp(Words argument, std::size_t places) {
    const int halvings = static_cast<int>(std::min(59.0, std::sqrt(60.0 * static_cast<double>(places))));
    divide_in_place(argument, Word{1} << halvings);
    Words sum = fixed_one(places), term = sum;
    for (Word i = 1; !term.empty(); ++i) {
        term = fixed_product(term, argument, places);
        divide_in_place(term, i);
        sum = add(sum, term);
    }
    for (int i = 0; i < halvings; ++i) sum = fixed_product(sum, sum, places);
    return sum;
}

/// Calls `approximate(digits)`, which gives a number with a relative error below 10**-digits, until the
/// rounding of its result is beyond doubt.
template <class Approximate>
Number round_correctly(const Settings& settings, Conditions& conditions, Approximate&& approximate) {
    Settings work = settings.with_rounding(Rounding::HalfEven);
    for (std::int64_t digits = settings.precision + 4;; digits += word_digits) {
        Number value = approximate(digits);
        work.clamp = false;
        Conditions none = 0;
        const Number error = small_number(1, value.view().adjusted() - digits);
        const Number low = subtract(value, error, work, none), high = add(value, error, work, none);
        if (low.kind != high.kind || (low.kind == Kind::Finite && compare_values(low, high) != 0)) continue;
        work.clamp = settings.clamp;
        conditions |= condition::inexact | condition::rounded;
        note_underflow(value, work, conditions);
        return finalized(std::move(value), work, conditions);
    }
}

Number approximate_exp(const View& number, std::int64_t digits) {
    const std::size_t places = places_for(digits);
    const Words ln10 = fixed_ln10(places);
    Words rest;
    Words tens = divide(to_fixed(number, places), ln10, rest);
    if (number.negative) {
        // exp(-(tens * ln 10 + rest)) = exp(ln 10 - rest) * 10**-(tens + 1)
        add_one(tens);
        rest = subtract(ln10, rest);
    }
    std::int64_t exponent = 0;
    to_int64(View{tens, 0, Kind::Finite, number.negative}, exponent);
    Number result = from_fixed(fixed_exp(std::move(rest), places), places);
    result.exponent += exponent;
    return result;
}

/// Arguments of more digits before the point lead out of the greatest range of exponents.
constexpr std::int64_t longest_whole_part = 19;
/// Nobody has the memory; libmpdec calls it invalid.
constexpr std::int64_t longest_precision = std::int64_t{1} << 52;

Number exponential_out_of_range(const View& number, const Settings& settings, Conditions& conditions) {
    if (!number.negative) {
        conditions |= condition::overflow | condition::inexact | condition::rounded;
        return infinity(false);
    }
    conditions |= condition::inexact | condition::rounded | condition::subnormal | condition::underflow |
                  condition::clamped;
    return {false, {}, settings.etiny()};
}

}  // namespace

Number exponential(const View& number, const Settings& settings, Conditions& conditions) {
    Number result;
    if (takes_nan(number, result, settings, conditions)) return result;
    if (number.is_infinite()) return number.negative ? Number() : infinity(false);
    if (number.is_zero()) return small_number(1);
    const std::int64_t whole_part = number.digits() + number.exponent;
    if (whole_part > longest_whole_part) return exponential_out_of_range(number, settings, conditions);
    if (whole_part <= -settings.precision - 2) {
        // Nearer to 1 than to any neighbour of it.
        const Words coefficient = shift_left(one, static_cast<std::uint64_t>(settings.precision - 1));
        conditions |= condition::inexact | condition::rounded;
        return finalized({false, coefficient, 1 - settings.precision},
                         settings.with_rounding(Rounding::HalfEven), conditions);
    }
    if (settings.precision > longest_precision) return failure(condition::invalid_operation, conditions);
    return round_correctly(settings, conditions,
                           [&](std::int64_t digits) { return approximate_exp(number, digits); });
}

namespace {

/// A fixed-point number with a sign.
struct SignedFixed {
    Words magnitude;
    bool negative = false;

    void add(Natural other, bool other_negative) {
        if (negative == other_negative) {
            magnitude = decimal::add(magnitude, other);
        } else if (decimal::compare(magnitude, other) >= 0) {
            magnitude = decimal::subtract(magnitude, other);
        } else {
            magnitude = decimal::subtract(other, magnitude);
            negative = other_negative;
        }
    }
};

/// ln(1 + d) for a d near 0.
SignedFixed fixed_log1p(const SignedFixed& d, std::size_t places) {
    SignedFixed sum = d;
    Words power = d.magnitude;
    for (Word i = 2; !power.empty(); ++i) {
        power = fixed_product(power, d.magnitude, places);
        Word rest;
        sum.add(divide_by_word(power, i, rest), d.negative || i % 2 == 0);
    }
    return sum;
}

SignedFixed fixed_from_double(double value, std::size_t places) {
    const double magnitude = std::fabs(value);
    const auto whole = static_cast<Word>(magnitude);
    const auto fraction = static_cast<Word>((magnitude - static_cast<double>(whole)) * 1e18);
    return {shift_words_left(words_of(static_cast<DoubleWord>(whole) * base + fraction), places - 1),
            value < 0};
}

/// ln of 0.5 to 10. `value` has `places` words behind the point.
SignedFixed fixed_ln(Natural value, std::size_t places) {
    SignedFixed first;
    if (places <= 8) {
        const Natural top = shift_words_right(value, places - 1);
        const double number =
            static_cast<double>(top[0]) / 1e18 + (top.size() > 1 ? static_cast<double>(top[1]) : 0);
        first = fixed_from_double(std::log(number), places);
    } else {
        const std::size_t fewer = places / 2 + 3;
        const SignedFixed half = fixed_ln(shift_words_right(value, places - fewer), fewer);
        first = {shift_words_left(half.magnitude, places - fewer), half.negative};
    }
    // value * exp(-first), by exp(ln 10 - first) / 10 where first is positive.
    Words product;
    if (first.negative) {
        product = fixed_product(value, fixed_exp(first.magnitude, places), places);
    } else {
        product =
            fixed_product(value, fixed_exp(subtract(fixed_ln10(places), first.magnitude), places), places);
        divide_in_place(product, 10);
    }
    SignedFixed difference = {std::move(product)};
    difference.add(fixed_one(places), true);
    const SignedFixed rest = fixed_log1p(difference, places);
    first.add(rest.magnitude, rest.negative);
    return first;
}

/// A positive number as value * 10**tens, with the value in 0.5 to 5.
struct LogArgument {
    View value;
    std::int64_t tens;
    std::int64_t lost = 0;  // digits that the logarithm has fewer than the value, being near 0

    explicit LogArgument(const View& number) : value(number), tens(number.adjusted()) {
        const Word first = number.coefficient.back() / powers_of_ten[digits_of(number.coefficient.back()) - 1];
        if (first >= 5) ++tens;
        value.exponent -= tens;
        if (tens == 0) {
            Conditions none = 0;
            lost = std::max<std::int64_t>(0, -subtract(value, small_number(1), widest, none).view().adjusted());
        }
    }

    SignedFixed logarithm(std::size_t places) const {
        SignedFixed result = fixed_ln(to_fixed(value, places), places);
        const Word count = tens < 0 ? -static_cast<Word>(tens) : static_cast<Word>(tens);
        if (count) result.add(multiply(fixed_ln10(places), words_of(count)), tens < 0);
        return result;
    }
    /// For arguments so near to 1 that two terms of the series do: d - d**2 / 2. The digits that do not fit are
    /// noted in the last one.
    bool is_next_to_one(std::int64_t precision) const noexcept { return lost > precision + 20; }
    Number short_series(std::int64_t digits, Conditions& none) const {
        const Number d = subtract(value, small_number(1), widest, none);
        const Number half = multiply(multiply(d, d, widest, none), small_number(5, -1), widest, none);
        return subtract(d, half, widest.with_precision(digits).with_rounding(Rounding::ZeroFiveUp), none);
    }
};

Number approximate_ln(const LogArgument& argument, std::int64_t digits) {
    const std::size_t places = places_for(digits + argument.lost);
    SignedFixed result = argument.logarithm(places);
    return from_fixed(std::move(result.magnitude), places, result.negative);
}

Number approximate_log10(const LogArgument& argument, std::int64_t digits) {
    if (argument.is_next_to_one(digits)) {
        Conditions none = 0;
        const std::size_t places = places_for(digits);
        const Settings work = widest.with_precision(digits + word_digits);
        return divide(argument.short_series(digits + word_digits, none), from_fixed(fixed_ln10(places), places),
                      work, none);
    }
    const std::size_t places = places_for(digits + argument.lost);
    const SignedFixed result = argument.logarithm(places);
    return from_fixed(divide(shift_words_left(result.magnitude, places), fixed_ln10(places)), places,
                      result.negative);
}

/// The results that both logarithms have in common.
bool logarithm_is_special(const View& number, Number& result, const Settings& settings,
                          Conditions& conditions) {
    if (takes_nan(number, result, settings, conditions)) return true;
    if (number.is_zero()) {
        result = infinity(true);
    } else if (number.negative) {
        result = failure(condition::invalid_operation, conditions);
    } else if (number.is_infinite()) {
        result = infinity(false);
    } else {
        return false;
    }
    return true;
}

/// Whether a logarithm of at least this size is too great for the context, which must be an odd one.
bool logarithm_overflows(std::int64_t tens, std::int64_t factor, const Settings& settings, Number& result,
                         Conditions& conditions) {
    const std::int64_t least = (tens < 0 ? -tens - 1 : tens) * factor;
    const Word magnitude = static_cast<Word>(least);
    if (digits_of(words_of(magnitude)) - 1 <= settings.emax) return false;
    conditions |= condition::overflow | condition::inexact | condition::rounded;
    result = infinity(tens < 0);
    return true;
}

}  // namespace

Number natural_logarithm(const View& number, const Settings& settings, Conditions& conditions) {
    Number result;
    if (logarithm_is_special(number, result, settings, conditions)) return result;
    if (compare_values(number, small_number(1)) == 0) return result;
    if (logarithm_overflows(number.adjusted(), 2, settings, result, conditions)) return result;
    if (settings.precision > longest_precision) return failure(condition::invalid_operation, conditions);
    const LogArgument argument(number);
    if (argument.is_next_to_one(settings.precision)) {
        Conditions none = 0;
        result = argument.short_series(settings.precision + word_digits, none);
        conditions |= condition::inexact | condition::rounded;
        const Settings work = settings.with_rounding(Rounding::HalfEven);
        note_underflow(result, work, conditions);
        return finalized(std::move(result), work, conditions);
    }
    return round_correctly(settings, conditions,
                           [&](std::int64_t digits) { return approximate_ln(argument, digits); });
}

Number decimal_logarithm(const View& number, const Settings& settings, Conditions& conditions) {
    Number result;
    if (logarithm_is_special(number, result, settings, conditions)) return result;
    if (trailing_zeros(number.coefficient) == number.digits() - 1 &&
        digit_at(number.coefficient, static_cast<std::uint64_t>(number.digits() - 1)) == 1)
        return finalized(integer_number(number.adjusted()), settings.with_rounding(Rounding::HalfEven),
                         conditions);
    if (logarithm_overflows(number.adjusted(), 1, settings, result, conditions)) return result;
    if (settings.precision > longest_precision) return failure(condition::invalid_operation, conditions);
    const LogArgument argument(number);
    return round_correctly(settings, conditions,
                           [&](std::int64_t digits) { return approximate_log10(argument, digits); });
}

}  // namespace minipy::decimal
