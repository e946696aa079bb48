// Operations on the digits and the exponent rather than the value: logical operators on digits 0 and 1,
// shifts, neighbours.
//
// CPython: Modules/_decimal/libmpdec/mpdecimal.c (mpd_qand, mpd_qrotate, mpd_qscaleb, mpd_qnext_minus)
#include "modules/decimal/number.h"

#include <optional>

namespace minipy::decimal {
namespace {

bool is_logical(const View& number) noexcept {
    return !number.is_special() && !number.negative && number.exponent == 0;
}

/// The digits' operator on two words; false if there is a digit above 1.
template <class Operator>
bool combine_words(Word left, Word right, Word& combined, Operator&& operation) noexcept {
    combined = 0;
    for (int i = 0; i < word_digits; ++i, left /= 10, right /= 10) {
        const Word a = left % 10, b = right % 10;
        if (a > 1 || b > 1) return false;
        combined += operation(a, b) * powers_of_ten[i];
    }
    return true;
}

/// On so many words; the result has the last digits only that fit the precision.
template <class Operator>
Number combine(const View& left, const View& right, std::size_t count, const Settings& settings,
               Conditions& conditions, Operator&& operation) {
    if (!is_logical(left) || !is_logical(right)) return failure(condition::invalid_operation, conditions);
    Words digits(count);
    for (std::size_t i = 0; i < count; ++i) {
        const Word a = i < left.coefficient.size() ? left.coefficient[i] : 0;
        const Word b = i < right.coefficient.size() ? right.coefficient[i] : 0;
        if (!combine_words(a, b, digits[i], operation))
            return failure(condition::invalid_operation, conditions);
    }
    const Natural result = trimmed(digits.data(), count);
    return {false, low_digits(result, static_cast<std::uint64_t>(settings.precision)), 0};
}

std::size_t longer(const View& left, const View& right) noexcept {
    return std::max(left.coefficient.size(), right.coefficient.size());
}

}  // namespace

Number logical_and(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    return combine(left, right, longer(left, right), settings, conditions,
                   [](Word a, Word b) { return a & b; });
}

Number logical_or(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    return combine(left, right, longer(left, right), settings, conditions,
                   [](Word a, Word b) { return a | b; });
}

Number logical_xor(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    return combine(left, right, longer(left, right), settings, conditions,
                   [](Word a, Word b) { return a ^ b; });
}

Number logical_invert(const View& number, const Settings& settings, Conditions& conditions) {
    if (!is_logical(number)) return failure(condition::invalid_operation, conditions);
    const auto digits = static_cast<std::uint64_t>(std::max(number.digits(), settings.precision));
    if (digits / word_digits >= max_words) throw std::bad_alloc();
    return combine(number, {}, (digits + word_digits - 1) / word_digits, settings, conditions,
                   [](Word a, Word) { return 1 - a; });
}

Number exponent_of(const View& number, const Settings& settings, Conditions& conditions) {
    Number result;
    if (takes_nan(number, result, settings, conditions)) return result;
    if (number.is_infinite()) return infinity(false);
    if (number.is_zero()) {
        conditions |= condition::division_by_zero;
        return infinity(true);
    }
    return finalized(integer_number(number.adjusted()), settings, conditions);
}

namespace {

/// The right operand of `rotate` and `shift`: a whole number within the precision. `result` is the left one
/// then; where there is no count it is the answer.
std::optional<std::int64_t> digit_count(const View& left, const View& right, Number& result,
                                        const Settings& settings, Conditions& conditions) {
    if (takes_nan(left, right, result, settings, conditions)) return std::nullopt;
    std::int64_t count;
    if (right.is_infinite() || right.exponent != 0 || !to_int64(right, count) || count > settings.precision ||
        count < -settings.precision) {
        result = failure(condition::invalid_operation, conditions);
        return std::nullopt;
    }
    result = Number(left);
    return left.is_infinite() ? std::nullopt : std::optional(count);
}

}  // namespace

Number rotate(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    Number result;
    const std::optional<std::int64_t> count = digit_count(left, right, result, settings, conditions);
    if (!count) return result;
    const auto width = static_cast<std::uint64_t>(settings.precision);
    const auto up = static_cast<std::uint64_t>(*count >= 0 ? *count : settings.precision + *count);
    const Words digits = low_digits(left.coefficient, width);
    Tail tail;
    const Words low = shift_right(digits, width - up, tail);
    result.coefficient = add(low_digits(shift_left(low_digits(digits, width - up), up), width), low);
    return result;
}

Number shift(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    Number result;
    const std::optional<std::int64_t> count = digit_count(left, right, result, settings, conditions);
    if (!count) return result;
    const auto width = static_cast<std::uint64_t>(settings.precision);
    Tail tail;
    if (*count >= 0) {
        const auto up = static_cast<std::uint64_t>(*count);
        result.coefficient = shift_left(low_digits(left.coefficient, width - up), up);
    } else {
        result.coefficient =
            shift_right(low_digits(left.coefficient, width), static_cast<std::uint64_t>(-*count), tail);
    }
    return result;
}

Number scale(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    Number result;
    if (takes_nan(left, right, result, settings, conditions)) return result;
    std::int64_t count;
    const std::int64_t limit = 2 * (settings.emax + settings.precision);
    if (right.is_infinite() || right.exponent != 0 || !to_int64(right, count) || count > limit ||
        count < -limit)
        return failure(condition::invalid_operation, conditions);
    result = Number(left);
    if (left.is_infinite()) return result;
    // Within +-6 * 10**18, which fits.
    result.exponent = std::clamp(left.exponent + count, exponent_tiny, exponent_infinite);
    return finalized(std::move(result), settings, conditions);
}

namespace {

/// The neighbour above or below, which is where rounding takes a number that is off by next to nothing.
Number neighbour(const View& number, bool below, const Settings& settings, Conditions& conditions) {
    Number result;
    if (takes_nan(number, result, settings, conditions)) return result;
    if (number.is_infinite()) {
        if (number.negative == below) return Number(number);
        return {number.negative, nines(static_cast<std::uint64_t>(settings.precision)), settings.etop()};
    }
    const Settings work = settings.with_rounding(below ? Rounding::Floor : Rounding::Ceiling);
    Conditions own = 0;
    result = finalized(Number(number), work, own);
    if (!(own & (condition::inexact | condition::errors))) {
        own = 0;
        const Number tiny = small_number(1, settings.etiny() - 1, below);
        result = add(number, tiny, work, own);
    }
    conditions |= own & condition::errors;
    return result;
}

}  // namespace

Number next_minus(const View& number, const Settings& settings, Conditions& conditions) {
    return neighbour(number, true, settings, conditions);
}

Number next_plus(const View& number, const Settings& settings, Conditions& conditions) {
    return neighbour(number, false, settings, conditions);
}

Number next_toward(const View& left, const View& right, const Settings& settings, Conditions& conditions) {
    Number result;
    if (takes_nan(left, right, result, settings, conditions)) return result;
    const int order = compare_values(left, right);
    if (order == 0) return Number(left.with_sign(right.negative));
    result = neighbour(left, order > 0, settings, conditions);
    if (result.kind == Kind::Infinity) {
        conditions |= condition::overflow | condition::rounded | condition::inexact;
    } else if (result.view().adjusted() < settings.emin) {
        conditions |= condition::underflow | condition::subnormal | condition::rounded | condition::inexact;
        if (result.coefficient.empty()) conditions |= condition::clamped;
    }
    return result;
}

}  // namespace minipy::decimal
