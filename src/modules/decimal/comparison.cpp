// The orders of decimal numbers.
//
// CPython: Modules/_decimal/libmpdec/mpdecimal.c (_mpd_cmp, mpd_cmp_total, mpd_qmax)
#include "modules/decimal/number.h"

namespace minipy::decimal {
namespace {

int sign_of(const View& number) noexcept { return number.negative ? -1 : 1; }

/// Neither is zero or special, the first digits stand in the same place.
int compare_digits(const View& left, const View& right) noexcept {
    if (left.exponent < right.exponent) return -compare_digits(right, left);
    // `right` is the longer one: its digits from the top on, then what it has more.
    const std::uint64_t shift = static_cast<std::uint64_t>(left.exponent - right.exponent);
    const std::size_t whole = shift / word_digits;
    const int part = static_cast<int>(shift % word_digits);
    const Natural a = left.coefficient, b = right.coefficient;
    for (std::size_t i = b.size(); i-- > 0;) {
        // The word of left * 10**shift in this place.
        Word word = 0;
        if (i >= whole) {
            const std::size_t at = i - whole;
            if (at < a.size()) word = a[at] % powers_of_ten[word_digits - part] * powers_of_ten[part];
            if (part && at > 0 && at - 1 < a.size()) word += a[at - 1] / powers_of_ten[word_digits - part];
        }
        if (word != b[i]) return word < b[i] ? -1 : 1;
    }
    return 0;
}

Number order_number(int order) { return integer_number(order); }

}  // namespace

int compare_magnitudes(const View& left, const View& right) noexcept {
    if (left.is_infinite() || right.is_infinite()) return left.is_infinite() - right.is_infinite();
    if (left.is_zero() || right.is_zero()) return right.is_zero() - left.is_zero();
    const std::int64_t left_top = left.adjusted(), right_top = right.adjusted();
    if (left_top != right_top) return left_top < right_top ? -1 : 1;
    return compare_digits(left, right);
}

int compare_values(const View& left, const View& right) noexcept {
    if (left.is_zero() && right.is_zero()) return 0;
    if (left.is_zero()) return -sign_of(right);
    if (right.is_zero() || left.negative != right.negative) return sign_of(left);
    return compare_magnitudes(left, right) * sign_of(left);
}

int compare_total(const View& left, const View& right) noexcept {
    if (left.negative != right.negative) return right.negative - left.negative;
    int order;
    if (left.is_nan() || right.is_nan()) {
        if (!left.is_nan() || !right.is_nan())
            order = left.is_nan() ? 1 : -1;
        else if (left.kind != right.kind)
            order = left.kind == Kind::QuietNan ? 1 : -1;
        else
            order = compare(left.coefficient, right.coefficient);
    } else {
        order = compare_magnitudes(left, right);
        if (order == 0 && left.exponent != right.exponent) order = left.exponent < right.exponent ? -1 : 1;
    }
    return order * sign_of(left);
}

Number compare(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    Number result;
    if (takes_nan(left, right, result, settings, conditions)) return result;
    return order_number(compare_values(left, right));
}

Number compare_signal(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    Number result;
    if (takes_nan(left, right, result, settings, conditions)) {
        conditions |= condition::invalid_operation;
        return result;
    }
    return order_number(compare_values(left, right));
}

namespace {

/// The greater one (`sign` 1) or the smaller one (-1) by the order; a quiet NaN gives way to a number.
template <int order_of(const View&, const View&) noexcept, int sign>
Number choose(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    if (left.kind == Kind::QuietNan && !right.is_nan()) return finalized(Number(right), settings, conditions);
    if (right.kind == Kind::QuietNan && !left.is_nan()) return finalized(Number(left), settings, conditions);
    Number result;
    if (takes_nan(left, right, result, settings, conditions)) return result;
    int order = order_of(left, right);
    if (order == 0 && left.negative != right.negative) {
        order = right.negative - left.negative;
    } else if (order == 0) {
        order = (left.exponent < right.exponent ? -1 : 1) * sign_of(left);
    }
    return finalized(Number(order * sign < 0 ? right : left), settings, conditions);
}

}  // namespace

Number maximum(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    return choose<compare_values, 1>(left, right, settings, conditions);
}
Number maximum_magnitude(const View& left, const View& right, const Settings& settings,
                         Conditions& conditions) {
    return choose<compare_magnitudes, 1>(left, right, settings, conditions);
}
Number minimum(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    return choose<compare_values, -1>(left, right, settings, conditions);
}
Number minimum_magnitude(const View& left, const View& right, const Settings& settings,
                         Conditions& conditions) {
    return choose<compare_magnitudes, -1>(left, right, settings, conditions);
}

const char* class_of(const View& number, const Settings& settings) noexcept {
    if (number.is_nan()) return number.kind == Kind::QuietNan ? "NaN" : "sNaN";
    if (number.is_infinite()) return number.negative ? "-Infinity" : "+Infinity";
    if (number.is_zero()) return number.negative ? "-Zero" : "+Zero";
    if (is_normal(number, settings)) return number.negative ? "-Normal" : "+Normal";
    return number.negative ? "-Subnormal" : "+Subnormal";
}

}  // namespace minipy::decimal
