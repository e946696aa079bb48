// Sums and products of decimal numbers.
//
// CPython: Modules/_decimal/libmpdec/mpdecimal.c (_mpd_qaddsub, _mpd_qmul)
#include "modules/decimal/number.h"

namespace minipy::decimal {
namespace {

Number add_infinities(const View& left, const View& right, bool right_negative, Conditions& conditions) {
    if (!left.is_infinite()) return infinity(right_negative);
    if (right.is_infinite() && left.negative != right_negative)
        return failure(condition::invalid_operation, conditions);
    return infinity(left.negative);
}

/// Sums coefficients of equal exponents.
Number add_aligned(const View& left, Natural right, bool right_negative, std::int64_t exponent,
                   const Settings& settings) {
    if (left.negative == right_negative) return {right_negative, add(left.coefficient, right), exponent};
    const int order = compare(left.coefficient, right);
    if (order == 0) return {settings.rounding == Rounding::Floor, {}, exponent};
    if (order > 0) return {left.negative, subtract(left.coefficient, right), exponent};
    return {right_negative, subtract(right, left.coefficient), exponent};
}

/// Sums finite numbers, not finalized. `right_negative` is the sign that the right one counts with.
Number add_finite(const View& left, const View& right, bool right_negative, const Settings& settings) {
    if (left.exponent == right.exponent) [[likely]]
        return add_aligned(left, right.coefficient, right_negative, left.exponent, settings);
    const bool left_higher = left.exponent > right.exponent;
    View high = left_higher ? left : right.with_sign(right_negative);
    View low = left_higher ? right.with_sign(right_negative) : left;
    if (high.is_zero()) {
        high.exponent = low.exponent;
        return add_aligned(high, low.coefficient, low.negative, low.exponent, settings);
    }
    // What lies below all digits that the result will show is as good as a single 1 there: it only has to
    // push the rounding off the exact half or the exact value. So the shift to the left stays short.
    const std::int64_t digits = high.digits();
    const std::int64_t lowest =
        high.exponent - 1 + (digits > settings.precision ? 0 : digits - settings.precision - 1);
    if (low.adjusted() < lowest) {
        if (!low.coefficient.empty()) low.coefficient = one;
        low.exponent = lowest;
    }
    const Words aligned =
        shift_left(high.coefficient, static_cast<std::uint64_t>(high.exponent - low.exponent));
    const View shifted = {aligned, low.exponent, Kind::Finite, high.negative};
    return add_aligned(shifted, low.coefficient, low.negative, low.exponent, settings);
}

Number sum(const View& left, const View& right, bool right_negative, const Settings& settings,
           Conditions& conditions) {
    if (left.is_special() || right.is_special()) [[unlikely]] {
        Number result;
        if (takes_nan(left, right, result, settings, conditions)) return result;
        return add_infinities(left, right, right_negative, conditions);
    }
    Number result = add_finite(left, right, right_negative, settings);
    finalize(result, settings, conditions);
    return result;
}

Number multiply_specials(const View& left, const View& right, const Settings& settings,
                         Conditions& conditions) {
    Number result;
    if (takes_nan(left, right, result, settings, conditions)) return result;
    if (left.is_zero() || right.is_zero()) return failure(condition::invalid_operation, conditions);
    return infinity(left.negative != right.negative);
}

/// Not finalized.
Number multiply_exactly(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    if (left.is_special() || right.is_special()) [[unlikely]]
        return multiply_specials(left, right, settings, conditions);
    const bool negative = left.negative != right.negative;
    const std::int64_t exponent = left.exponent + right.exponent;
    if (left.coefficient.size() == 1 && right.coefficient.size() == 1) [[likely]]
        return small_number(static_cast<DoubleWord>(left.coefficient[0]) * right.coefficient[0], exponent,
                            negative);
    return {negative, multiply(left.coefficient, right.coefficient), exponent};
}

}  // namespace

Number add(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    return sum(left, right, right.negative, settings, conditions);
}

Number subtract(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    return sum(left, right, !right.negative, settings, conditions);
}

Number multiply(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    return finalized(multiply_exactly(left, right, settings, conditions), settings, conditions);
}

Number fused_multiply_add(const View& left, const View& right, const View& third, const Settings& settings,
                          Conditions& conditions) {
    Conditions own = 0;
    Number product = multiply_exactly(left, right, settings, own);
    if (!(own & condition::invalid_operation)) product = add(product, third, settings, own);
    conditions |= own;
    return product;
}

Number plus(const View& number, const Settings& settings, Conditions& conditions) {
    Number result;
    if (takes_nan(number, result, settings, conditions)) return result;
    result = Number(number);
    if (number.is_zero() && settings.rounding != Rounding::Floor) result.negative = false;
    return finalized(std::move(result), settings, conditions);
}

Number minus(const View& number, const Settings& settings, Conditions& conditions) {
    Number result;
    if (takes_nan(number, result, settings, conditions)) return result;
    result = Number(number);
    result.negative = !number.negative && !(number.is_zero() && settings.rounding != Rounding::Floor);
    return finalized(std::move(result), settings, conditions);
}

Number absolute(const View& number, const Settings& settings, Conditions& conditions) {
    return number.negative ? minus(number, settings, conditions) : plus(number, settings, conditions);
}

}  // namespace minipy::decimal
