// Quotients, remainders and square roots of decimal numbers.
//
// CPython: Modules/_decimal/libmpdec/mpdecimal.c (_mpd_qdiv, _mpd_qdivmod, mpd_qrem_near, mpd_qsqrt)
#include "modules/decimal/number.h"

namespace minipy::decimal {
namespace {

/// An inexact result whose last digit is 0 or 5 goes up by one: then no rounding takes it for exact or half.
void mark_inexact(Words& coefficient) {
    if (coefficient.empty() || coefficient[0] % 5 == 0) add_one(coefficient);
}

Number divide_specials(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    Number result;
    if (takes_nan(left, right, result, settings, conditions)) return result;
    const bool negative = left.negative != right.negative;
    if (left.is_infinite()) {
        if (right.is_infinite()) return failure(condition::invalid_operation, conditions);
        return infinity(negative);
    }
    conditions |= condition::clamped;
    return {negative, {}, settings.etiny()};
}

Number divide_by_zero(const View& left, bool negative, Conditions& conditions) {
    if (left.is_zero()) return failure(condition::division_undefined, conditions);
    conditions |= condition::division_by_zero;
    return infinity(negative);
}

/// A quotient of exponent 0 and the remainder, both not finalized; NaNs if the quotient is too long. The
/// operands are finite, the divisor is not zero.
Number whole_quotient(const View& left, const View& right, Number& rest, const Settings& settings,
                      Conditions& conditions) {
    const bool negative = left.negative != right.negative;
    const std::int64_t exponent = std::min(left.exponent, right.exponent);
    const std::int64_t difference = left.adjusted() - right.adjusted();
    if (left.is_zero() || difference < 0) {
        rest = {left.negative,
                shift_left(left.coefficient, static_cast<std::uint64_t>(left.exponent - exponent)), exponent};
        return {negative, {}, 0};
    }
    if (difference <= settings.precision) {
        const Words dividend =
            shift_left(left.coefficient, static_cast<std::uint64_t>(left.exponent - exponent));
        const Words divisor =
            shift_left(right.coefficient, static_cast<std::uint64_t>(right.exponent - exponent));
        rest = {left.negative, {}, exponent};
        Number quotient = {negative, divide(dividend, divisor, rest.coefficient), 0};
        if (quotient.view().digits() <= settings.precision) return quotient;
    }
    conditions |= condition::division_impossible;
    rest = quiet_nan();
    return quiet_nan();
}

/// A result that is exact is short, whatever the precision: calls `compute(settings, conditions)` with a
/// precision that does for it. False if there is nothing to gain, or the result is not exact.
template <class Compute>
bool computes_exactly(std::int64_t longest, Number& result, const Settings& settings, Conditions& conditions,
                      Compute&& compute) {
    constexpr std::int64_t worth_it = 1000;
    if (settings.precision - longest < worth_it) return false;
    Conditions own = 0;
    result = compute(settings.with_precision(longest), own);
    if (own & condition::changed) return false;
    conditions |= own;
    return true;
}

/// Of finite numbers that are not zero.
Number divide_finite(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    const bool negative = left.negative != right.negative;
    const std::int64_t ideal = left.exponent - right.exponent;
    // One digit more than the precision, at least.
    const std::int64_t shift = right.digits() - left.digits() + settings.precision + 1;
    bool exact;
    Number result = {negative, {}, ideal - shift};
    if (shift > 0)
        result.coefficient =
            divide(shift_left(left.coefficient, static_cast<std::uint64_t>(shift)), right.coefficient, exact);
    else
        result.coefficient =
            divide(left.coefficient, shift_left(right.coefficient, static_cast<std::uint64_t>(-shift)), exact);
    if (!exact) {
        mark_inexact(result.coefficient);
    } else if (shift > 0) {
        const std::int64_t zeros = std::min(trailing_zeros(result.coefficient), shift);
        Tail tail;
        result.coefficient = shift_right(result.coefficient, static_cast<std::uint64_t>(zeros), tail);
        result.exponent += zeros;
    }
    finalize(result, settings, conditions);
    return result;
}

}  // namespace

Number divide(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    if (left.is_special() || right.is_special()) return divide_specials(left, right, settings, conditions);
    const bool negative = left.negative != right.negative;
    if (right.is_zero()) return divide_by_zero(left, negative, conditions);
    if (left.is_zero()) return finalized({negative, {}, left.exponent - right.exponent}, settings, conditions);
    // 1 / 2**n has n digits, and no divisor needs more of them for its own length.
    Number result;
    const std::int64_t longest = left.digits() + 4 * right.digits();
    if (computes_exactly(longest, result, settings, conditions, [&](const Settings& work, Conditions& own) {
            return divide_finite(left, right, work, own);
        }))
        return result;
    return divide_finite(left, right, settings, conditions);
}

Number divide_with_remainder(const View& left, const View& right, Number& rest, const Settings& settings,
                             Conditions& conditions) {
    const bool negative = left.negative != right.negative;
    if (left.is_special() || right.is_special()) {
        Number result;
        if (takes_nan(left, right, result, settings, conditions)) {
            rest = result;
            return result;
        }
        if (left.is_infinite()) {
            rest = failure(condition::invalid_operation, conditions);
            return right.is_infinite() ? quiet_nan() : infinity(negative);
        }
        rest = finalized(Number(left), settings, conditions);
        return {negative, {}, 0};
    }
    if (right.is_zero()) {
        rest = quiet_nan();
        if (!left.is_zero()) conditions |= condition::invalid_operation;
        return divide_by_zero(left, negative, conditions);
    }
    Number quotient = whole_quotient(left, right, rest, settings, conditions);
    finalize(quotient, settings, conditions);
    finalize(rest, settings, conditions);
    return quotient;
}

Number divide_whole(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    const bool negative = left.negative != right.negative;
    if (left.is_special() || right.is_special()) {
        Number result;
        if (takes_nan(left, right, result, settings, conditions)) return result;
        if (!left.is_infinite()) return {negative, {}, 0};
        if (right.is_infinite()) return failure(condition::invalid_operation, conditions);
        return infinity(negative);
    }
    if (right.is_zero()) return divide_by_zero(left, negative, conditions);
    Number rest;
    return finalized(whole_quotient(left, right, rest, settings, conditions), settings, conditions);
}

namespace {

/// The results that both remainders have in common.
bool remainder_is_special(const View& left, const View& right, Number& result, const Settings& settings,
                          Conditions& conditions) {
    if (left.is_special() || right.is_special()) {
        if (takes_nan(left, right, result, settings, conditions)) return true;
        result = left.is_infinite() ? failure(condition::invalid_operation, conditions)
                                    : finalized(Number(left), settings, conditions);
        return true;
    }
    if (!right.is_zero()) return false;
    result = failure(left.is_zero() ? condition::division_undefined : condition::invalid_operation, conditions);
    return true;
}

}  // namespace

Number remainder(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    Number rest;
    if (remainder_is_special(left, right, rest, settings, conditions)) return rest;
    (void)whole_quotient(left, right, rest, settings, conditions);
    return finalized(std::move(rest), settings, conditions);
}

Number remainder_near(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    Number rest;
    if (remainder_is_special(left, right, rest, settings, conditions)) return rest;
    const Number quotient = whole_quotient(left, right, rest, settings, conditions);
    if (rest.kind == Kind::Finite && !rest.coefficient.empty()) {
        const std::int64_t difference = right.adjusted() - rest.view().adjusted();
        if (-1 <= difference && difference <= 1) {
            // The remainder on the other side of zero, if that is nearer.
            Conditions none = 0;
            Number other = left.negative == right.negative ? subtract(rest, right, widest, none)
                                                           : add(rest, right, widest, none);
            const int order = compare_magnitudes(other, rest);
            if (order < 0 || (order == 0 && is_odd(quotient))) {
                if (is_all_nines(quotient.coefficient) && quotient.view().digits() == settings.precision)
                    return failure(condition::division_impossible, conditions);
                rest = std::move(other);
            }
        }
    }
    return finalized(std::move(rest), settings, conditions);
}

namespace {

/// Of a positive number.
Number finite_root(const View& number, std::int64_t ideal, const Settings& settings, Conditions& conditions) {
    // The root is to have one digit more than the precision, of a coefficient with an even exponent.
    const std::int64_t odd = number.exponent & 1;
    const std::int64_t root_digits = odd ? number.digits() / 2 + 1 : (number.digits() + 1) / 2;
    const std::int64_t shift = settings.precision + 1 - root_digits;
    Tail tail = Tail::Zero;
    const std::int64_t total = 2 * shift + odd;
    const Words radicand = total >= 0
                               ? shift_left(number.coefficient, static_cast<std::uint64_t>(total))
                               : shift_right(number.coefficient, static_cast<std::uint64_t>(-total), tail);
    Number result = {false, square_root(radicand), ideal - shift};
    const bool exact =
        tail == Tail::Zero && compare(multiply(result.coefficient, result.coefficient), radicand) == 0;
    if (!exact) {
        mark_inexact(result.coefficient);
    } else {
        if (shift >= 0)
            result.coefficient = shift_right(result.coefficient, static_cast<std::uint64_t>(shift), tail);
        else
            result.coefficient = shift_left(result.coefficient, static_cast<std::uint64_t>(-shift));
        result.exponent = ideal;
    }
    return finalized(std::move(result), settings.with_rounding(Rounding::HalfEven), conditions);
}

}  // namespace

Number square_root(const View& number, const Settings& settings, Conditions& conditions) {
    Number result;
    if (takes_nan(number, result, settings, conditions)) return result;
    const std::int64_t ideal = (number.exponent - (number.exponent & 1)) / 2;
    if (number.is_zero()) return finalized({number.negative, {}, ideal}, settings, conditions);
    if (number.negative) return failure(condition::invalid_operation, conditions);
    if (number.is_infinite()) return infinity(false);
    if (computes_exactly(
            number.digits() + 2, result, settings, conditions,
            [&](const Settings& work, Conditions& own) { return finite_root(number, ideal, work, own); }))
        return result;
    return finite_root(number, ideal, settings, conditions);
}

}  // namespace minipy::decimal
