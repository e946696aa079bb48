// Decimal numbers as text and back.
//
// CPython: Modules/_decimal/libmpdec/io.c (mpd_qset_string, _mpd_to_string)
#include <fmt/format.h>

#include <array>
#include <cstring>
#include <optional>

#include "modules/decimal/number.h"

namespace minipy::decimal {
namespace {

constexpr bool is_digit(char c) noexcept { return '0' <= c && c <= '9'; }

/// Takes a word that may be in either case off the text.
bool take_word(std::string_view& text, std::string_view lower) noexcept {
    if (text.size() < lower.size()) return false;
    for (std::size_t i = 0; i < lower.size(); ++i)
        if ((text[i] | 0x20) != lower[i]) return false;
    text.remove_prefix(lower.size());
    return true;
}

/// The whole text as an exponent; out of a word's range it is the nearest word.
std::optional<std::int64_t> read_exponent(std::string_view text) noexcept {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    if (text.empty()) return std::nullopt;
    constexpr std::uint64_t limit = INT64_MAX;
    std::uint64_t value = 0;
    for (char c : text) {
        if (!is_digit(c)) return std::nullopt;
        value = value > limit / 10 - 1 ? limit : value * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return negative ? -static_cast<std::int64_t>(value) : static_cast<std::int64_t>(value);
}

/// `count` digits, from which a point is left out, as words.
Words read_words(const char* at, std::size_t count) {
    Words words((count + word_digits - 1) / word_digits);
    std::size_t left = count % word_digits ? count % word_digits : word_digits;
    for (std::size_t i = words.size(); i-- > 0; left = word_digits) {
        Word word = 0;
        while (left) {
            if (*at != '.') word = word * 10 + static_cast<Word>(*at - '0'), --left;
            ++at;
        }
        words[i] = word;
    }
    return words;
}

/// What stands before the exponent: digits with at most one point among them.
struct Mantissa {
    std::string_view digits;  // without leading zeros; the point may be among them
    std::size_t count = 0;    // of these digits
    std::int64_t behind_point = 0;
    std::size_t length = 0;  // in the text; 0 if there is no digit
};

Mantissa scan_mantissa(std::string_view text) noexcept {
    Mantissa mantissa;
    const char *first = nullptr, *point = nullptr;
    bool any = false;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.' && !point) {
            point = &text[at];
            continue;
        }
        if (!is_digit(c)) break;
        any = true;
        if (!first && c != '0') first = &text[at];
        mantissa.count += first != nullptr;
        mantissa.behind_point += point != nullptr;
    }
    if (!any) return {};
    mantissa.length = at;
    if (first) mantissa.digits = {first, static_cast<std::size_t>(text.data() + at - first)};
    return mantissa;
}

Number parse_nan(std::string_view payload, Kind kind, bool negative, const Settings& settings,
                 Conditions& conditions) {
    for (char c : payload)
        if (!is_digit(c)) return failure(condition::conversion_syntax, conditions);
    payload.remove_prefix(std::min(payload.find_first_not_of('0'), payload.size()));
    if (payload.size() > static_cast<std::size_t>(settings.precision - settings.clamp))
        return failure(condition::conversion_syntax, conditions);
    Number nan = quiet_nan();
    nan.kind = kind;
    nan.negative = negative;
    nan.coefficient = words_from_digits(payload);
    return nan;
}

}  // namespace

Words words_from_digits(std::string_view digits) {
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return read_words(digits.data(), digits.size());
}

Number parse(std::string_view text, const Settings& settings, Conditions& conditions) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    const Mantissa mantissa = scan_mantissa(text);
    if (mantissa.length == 0) {
        if (take_word(text, "nan")) return parse_nan(text, Kind::QuietNan, negative, settings, conditions);
        if (take_word(text, "snan")) return parse_nan(text, Kind::SignalingNan, negative, settings, conditions);
        if (take_word(text, "inf") && (text.empty() || (take_word(text, "inity") && text.empty())))
            return infinity(negative);
        return failure(condition::conversion_syntax, conditions);
    }
    text.remove_prefix(mantissa.length);
    std::int64_t exponent = 0;
    if (!text.empty()) {
        const auto read = (text[0] | 0x20) == 'e' ? read_exponent(text.substr(1)) : std::nullopt;
        if (!read) return failure(condition::conversion_syntax, conditions);
        exponent = *read;
    }
    // Anything below -4 * 10**18 is as small as can be.
    exponent = std::max(exponent, exponent_tiny - max_precision) - mantissa.behind_point;
    exponent = std::min(exponent, exponent_infinite);
    Number number = {negative, read_words(mantissa.digits.data(), mantissa.count), exponent};
    finalize(number, settings, conditions);
    return number;
}

namespace {

constexpr std::array<char, 200> digit_pairs = [] {
    std::array<char, 200> pairs{};
    for (int i = 0; i < 100; ++i) {
        pairs[2 * i] = static_cast<char>('0' + i / 10);
        pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
    }
    return pairs;
}();

/// Writes all eighteen digits of a word.
void write_word(char* out, Word word) noexcept {
    for (int i = word_digits - 2; i >= 0; i -= 2, word /= 100)
        std::memcpy(out + i, &digit_pairs[2 * (word % 100)], 2);
}

void append_coefficient(std::string& text, Natural coefficient) {
    if (coefficient.empty()) {
        text += '0';
        return;
    }
    char top[word_digits];
    write_word(top, coefficient.back());
    const int digits = digits_of(coefficient.back());
    const std::size_t start = text.size();
    text.resize(start + static_cast<std::size_t>(digits) + (coefficient.size() - 1) * word_digits);
    char* out = text.data() + start;
    std::memcpy(out, top + word_digits - digits, static_cast<std::size_t>(digits));
    out += digits;
    for (std::size_t i = coefficient.size() - 1; i-- > 0; out += word_digits) write_word(out, coefficient[i]);
}

std::string special_text(const View& number) {
    std::string text = number.negative ? "-" : "";
    if (number.is_infinite()) return text + "Infinity";
    text += number.kind == Kind::QuietNan ? "NaN" : "sNaN";
    if (!number.coefficient.empty()) append_coefficient(text, number.coefficient);
    return text;
}

std::int64_t modulo_three(std::int64_t value) noexcept { return (value % 3 + 3) % 3; }

/// Where the point stands, counted from the first digit of the coefficient.
std::int64_t place_point(const View& number, Notation notation, std::int64_t left_digits, std::int64_t point) {
    if (notation == Notation::Exponent) return point;
    if (notation == Notation::Fixed || (number.exponent <= 0 && left_digits > -6)) return left_digits;
    if (notation == Notation::Scientific) return point;
    return number.is_zero() ? -1 + modulo_three(number.exponent + 2) : point + modulo_three(left_digits - 1);
}

}  // namespace

std::string coefficient_text(Natural coefficient) {
    std::string text;
    append_coefficient(text, coefficient);
    return text;
}

std::string to_text(const View& number, Notation notation, bool capitals, std::int64_t point) {
    if (number.is_special()) return special_text(number);
    const std::int64_t digits = number.digits(), left_digits = digits + number.exponent;
    point = place_point(number, notation, left_digits, point);
    const std::int64_t zeros = point <= 0 ? -point : point > digits ? point - digits : 0;
    if (zeros > static_cast<std::int64_t>(max_words) * word_digits) throw std::bad_alloc();
    std::string text = number.negative ? "-" : "";
    if (point <= 0) {
        text += "0.";
        text.append(static_cast<std::size_t>(zeros), '0');
        append_coefficient(text, number.coefficient);
    } else {
        const std::size_t start = text.size();
        append_coefficient(text, number.coefficient);
        if (point < digits)
            text.insert(start + static_cast<std::size_t>(point), 1, '.');
        else
            text.append(static_cast<std::size_t>(zeros), '0');
    }
    if (left_digits != point || notation == Notation::Exponent)
        text += fmt::format("{}{:+}", capitals ? 'E' : 'e', left_digits - point);
    return text;
}

}  // namespace minipy::decimal
