// Fitting results into a context: rounding, overflow, underflow, clamping; and the operations that do little
// else.
//
// CPython: Modules/_decimal/libmpdec/mpdecimal.c (mpd_qfinalize, mpd_qquantize, mpd_qround_to_int)
#include "modules/decimal/number.h"

namespace minipy::decimal {

bool rounds_up(Natural coefficient, Tail tail, bool negative, Rounding rounding) noexcept {
    if (tail == Tail::Zero) return false;
    const Word last = coefficient.empty() ? 0 : coefficient[0] % 10;
    switch (rounding) {
        case Rounding::Down: return false;
        case Rounding::Up: return true;
        case Rounding::Ceiling: return !negative;
        case Rounding::Floor: return negative;
        case Rounding::HalfUp: return tail >= Tail::Half;
        case Rounding::HalfDown: return tail == Tail::AboveHalf;
        case Rounding::HalfEven: return tail == Tail::AboveHalf || (tail == Tail::Half && last % 2);
        case Rounding::ZeroFiveUp: return last == 0 || last == 5;
    }
    return false;
}

namespace {

/// Whether a number too great for the context becomes infinite rather than the greatest that there is.
bool overflows_to_infinity(bool negative, Rounding rounding) noexcept {
    switch (rounding) {
        case Rounding::Down:
        case Rounding::ZeroFiveUp: return false;
        case Rounding::Ceiling: return !negative;
        case Rounding::Floor: return negative;
        default: return true;
    }
}

void overflow(Number& number, const Settings& settings, Conditions& conditions) {
    if (number.coefficient.empty()) {
        number.exponent = settings.clamp ? settings.etop() : settings.emax;
        conditions |= condition::clamped;
        return;
    }
    if (overflows_to_infinity(number.negative, settings.rounding)) {
        number = infinity(number.negative);
    } else {
        number.coefficient = nines(static_cast<std::uint64_t>(settings.precision));
        number.exponent = settings.etop();
    }
    conditions |= condition::overflow | condition::inexact | condition::rounded;
}

/// Cuts digits off at the right; whether one was lost that was not zero.
bool cut(Number& number, std::int64_t digits, Rounding rounding) {
    Tail tail;
    number.coefficient = shift_right(number.coefficient, static_cast<std::uint64_t>(digits), tail);
    number.exponent += digits;
    if (rounds_up(number.coefficient, tail, number.negative, rounding)) add_one(number.coefficient);
    return tail != Tail::Zero;
}

void fit_subnormal(Number& number, const Settings& settings, Conditions& conditions) {
    const std::int64_t etiny = settings.etiny();
    if (number.coefficient.empty()) {
        if (number.exponent < etiny) {
            number.exponent = etiny;
            conditions |= condition::clamped;
        }
        return;
    }
    conditions |= condition::subnormal;
    if (number.exponent >= etiny) return;
    conditions |= condition::rounded;
    if (cut(number, etiny - number.exponent, settings.rounding)) {
        conditions |= condition::inexact | condition::underflow;
        if (number.coefficient.empty()) conditions |= condition::clamped;
    }
}

void fit_exponent(Number& number, const Settings& settings, Conditions& conditions) {
    const std::int64_t adjusted = number.view().adjusted();
    if (adjusted > settings.emax) return overflow(number, settings, conditions);
    if (settings.clamp && number.exponent > settings.etop()) {
        const std::int64_t shift = number.exponent - settings.etop();
        number.coefficient = shift_left(number.coefficient, static_cast<std::uint64_t>(shift));
        number.exponent -= shift;
        conditions |= condition::clamped;
        if (!number.coefficient.empty() && adjusted < settings.emin) conditions |= condition::subnormal;
    } else if (adjusted < settings.emin) {
        fit_subnormal(number, settings, conditions);
    }
}

void fit_precision(Number& number, const Settings& settings, Conditions& conditions) {
    const std::int64_t digits = number.view().digits();
    if (digits <= settings.precision) return;
    conditions |= condition::rounded;
    if (cut(number, digits - settings.precision, settings.rounding)) conditions |= condition::inexact;
    if (number.view().digits() > settings.precision) {
        // All nines went up to a power of ten, which may also be too great.
        Tail tail;
        number.coefficient = shift_right(number.coefficient, 1, tail);
        ++number.exponent;
        fit_exponent(number, settings, conditions);
    }
}

/// A NaN's payload keeps its last digits.
void fit_payload(Number& number, const Settings& settings) {
    const std::int64_t room = settings.precision - settings.clamp;
    if (digits_of(Natural(number.coefficient)) > room)
        number.coefficient = low_digits(number.coefficient, static_cast<std::uint64_t>(room));
}

}  // namespace

void finalize_slowly(Number& number, const Settings& settings, Conditions& conditions) {
    if (number.kind != Kind::Finite) {
        if (number.kind != Kind::Infinity) fit_payload(number, settings);
        return;
    }
    // The exponent first: what is subnormal is then short enough and not rounded twice.
    fit_exponent(number, settings, conditions);
    if (number.kind == Kind::Finite) fit_precision(number, settings, conditions);
}

void note_underflow(const View& number, const Settings& settings, Conditions& conditions) noexcept {
    if (!number.is_special() && !number.is_zero() && number.adjusted() < settings.emin &&
        number.exponent < settings.etiny())
        conditions |= condition::underflow;
}

bool takes_nan(const View& number, Number& result, const Settings& settings, Conditions& conditions) {
    if (!number.is_nan()) return false;
    if (number.kind == Kind::SignalingNan) conditions |= condition::invalid_operation;
    result = Number(number);
    result.kind = Kind::QuietNan;
    fit_payload(result, settings);
    return true;
}

bool takes_nan(const View& left, const View& right, Number& result, const Settings& settings,
               Conditions& conditions) {
    // A signaling one goes before a quiet one, then the left one before the right one.
    const bool second = right.is_nan() && right.kind > left.kind;
    return takes_nan(second ? right : left, result, settings, conditions);
}

namespace {

Number rescale_freely(const View& number, std::int64_t exponent, const Settings& settings,
                      Conditions& conditions) {
    if (number.is_special()) return Number(number);
    if (number.is_zero()) return {number.negative, {}, exponent};
    Number result(number);
    const std::int64_t shift = number.exponent - exponent;
    if (shift >= 0) {
        if (number.digits() + shift > max_precision + 1)
            return failure(condition::invalid_operation, conditions);
        result.coefficient = shift_left(number.coefficient, static_cast<std::uint64_t>(shift));
        result.exponent = exponent;
    } else {
        conditions |= condition::rounded;
        if (cut(result, -shift, settings.rounding)) conditions |= condition::inexact;
    }
    if (is_subnormal(result, settings)) conditions |= condition::subnormal;
    return result;
}

}  // namespace

Number rescale(const View& number, std::int64_t exponent, const Settings& settings, Conditions& conditions) {
    if (exponent > max_emax + 1 || exponent < min_etiny)
        return failure(condition::invalid_operation, conditions);
    return rescale_freely(number, exponent, settings, conditions);
}

Number rescale_for_text(const View& number, std::int64_t exponent, const Settings& settings,
                        Conditions& conditions) {
    if (exponent > max_emax + 1 || exponent < min_etiny - max_precision)
        return failure(condition::invalid_operation, conditions);
    return rescale_freely(number, exponent, settings, conditions);
}

Number quantize(const View& number, const View& pattern, const Settings& settings, Conditions& conditions) {
    if (number.is_special() || pattern.is_special()) {
        Number result;
        if (takes_nan(number, pattern, result, settings, conditions)) return result;
        if (number.is_infinite() && pattern.is_infinite()) return Number(number);
        return failure(condition::invalid_operation, conditions);
    }
    const std::int64_t exponent = pattern.exponent;
    if (exponent > settings.emax || exponent < settings.etiny())
        return failure(condition::invalid_operation, conditions);
    if (number.is_zero()) return finalized({number.negative, {}, exponent}, settings, conditions);
    const std::int64_t shift = number.exponent - exponent;
    if (number.digits() + shift > settings.precision) return failure(condition::invalid_operation, conditions);
    Conditions changes = 0;
    Number result(number);
    if (shift >= 0) {
        result.coefficient = shift_left(number.coefficient, static_cast<std::uint64_t>(shift));
        result.exponent = exponent;
    } else {
        changes = condition::rounded;
        if (cut(result, -shift, settings.rounding)) changes |= condition::inexact;
        if (result.view().digits() > settings.precision)
            return failure(condition::invalid_operation, conditions);
    }
    const std::int64_t adjusted = result.view().adjusted();
    if (adjusted > settings.emax || adjusted < settings.etiny())
        return failure(condition::invalid_operation, conditions);
    conditions |= changes;
    return finalized(std::move(result), settings, conditions);
}

Number to_integral_exact(const View& number, const Settings& settings, Conditions& conditions) {
    Number result;
    if (takes_nan(number, result, settings, conditions)) return result;
    if (number.is_special() || number.exponent >= 0) return Number(number);
    if (number.is_zero()) return {number.negative, {}, 0};
    result = Number(number);
    conditions |= condition::rounded;
    if (cut(result, -number.exponent, settings.rounding)) conditions |= condition::inexact;
    return result;
}

Number to_integral(const View& number, const Settings& settings, Conditions& conditions) {
    Conditions all = 0;
    Number result = to_integral_exact(number, settings, all);
    conditions |= all & condition::errors;
    return result;
}

Number normalize(const View& number, const Settings& settings, Conditions& conditions) {
    Number result;
    if (takes_nan(number, result, settings, conditions)) return result;
    result = finalized(Number(number), settings, conditions);
    if (result.kind != Kind::Finite) return result;
    if (result.coefficient.empty()) return {number.negative, {}, 0};
    const std::int64_t highest = settings.clamp ? settings.etop() : settings.emax;
    const std::int64_t zeros = std::min(trailing_zeros(result.coefficient), highest - result.exponent);
    Tail tail;
    if (zeros > 0) {
        result.coefficient = shift_right(result.coefficient, static_cast<std::uint64_t>(zeros), tail);
        result.exponent += zeros;
    }
    return result;
}

bool is_integer(const View& number) noexcept {
    if (number.is_special()) return false;
    return number.is_zero() || number.exponent >= 0 || trailing_zeros(number.coefficient) >= -number.exponent;
}

bool is_odd(const View& number) noexcept {
    if (number.is_zero() || !is_integer(number) || number.exponent > 0) return false;
    return digit_at(number.coefficient, static_cast<std::uint64_t>(-number.exponent)) % 2;
}

bool to_int64(const View& number, std::int64_t& value) noexcept {
    if (number.is_special() || number.exponent < 0) return false;
    if (number.is_zero()) {
        value = 0;
        return true;
    }
    if (number.adjusted() > word_digits) return false;
    DoubleWord magnitude = number.coefficient[0];
    if (number.coefficient.size() > 1) magnitude += static_cast<DoubleWord>(number.coefficient[1]) * base;
    magnitude *= powers_of_ten[number.exponent];
    if (magnitude > static_cast<DoubleWord>(INT64_MAX) + number.negative) return false;
    value = static_cast<std::int64_t>(number.negative ? -static_cast<Word>(magnitude)
                                                      : static_cast<Word>(magnitude));
    return true;
}

}  // namespace minipy::decimal
