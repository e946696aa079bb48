// Decimal text of doubles, both ways, through <charconv>: shortest digits that read back as the same
// number, correct rounding for text of any length.
//
// CPython: Python/pystrtod.c, Python/dtoa.c
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>

#include "objects/float.h"

namespace minipy {
namespace {

/// Whether the literal's value is at least one; decides between overflow and underflow, whose exponents
/// are hundreds apart.
bool is_huge(std::string_view text) noexcept {
    std::size_t exponent_at = std::min(text.find_first_of("eE"), text.size());
    std::string_view mantissa = text.substr(0, exponent_at);
    long long exponent = 0;
    if (exponent_at < text.size()) {
        std::string_view digits = text.substr(exponent_at + 1);
        bool negative = digits.starts_with('-');
        if (negative || digits.starts_with('+')) digits.remove_prefix(1);
        for (char digit : digits)
            if (exponent < 1'000'000'000'000) exponent = exponent * 10 + (digit - '0');
        if (negative) exponent = -exponent;
    }
    std::size_t point = std::min(mantissa.find('.'), mantissa.size());
    std::size_t first = mantissa.find_first_of("123456789");
    if (first == std::string_view::npos) return false;
    return exponent + static_cast<long long>(point) - static_cast<long long>(first) > 0;
}

/// to_chars with a precision, in as much room as it takes.
std::string converted(double value, std::chars_format format, int precision) {
    constexpr std::size_t longest_whole_part = 320;
    std::string text(longest_whole_part + static_cast<std::size_t>(precision), '\0');
    const auto result = std::to_chars(text.data(), text.data() + text.size(), value, format, precision);
    text.resize(static_cast<std::size_t>(result.ptr - text.data()));
    return text;
}

/// '#' shows the point even where no digit follows it.
std::string with_point(std::string text, DoubleTextFlags flags) {
    if (flags.alternate && text.find('.') == text.npos)
        text.insert(std::min(text.find('e'), text.size()), 1, '.');
    return text;
}

bool is_zero_text(std::string_view text) noexcept {
    return text.substr(0, text.find('e')).find_first_of("123456789") == text.npos;
}

/// Significant digits and the exponent of the first of them.
struct Decimal {
    std::string digits;
    int exponent;
};

Decimal read_scientific(std::string_view text) {
    const std::size_t exponent_at = text.find('e');
    Decimal decimal{std::string(1, text[0]), 0};
    if (exponent_at > 1) decimal.digits += text.substr(2, exponent_at - 2);
    std::string_view exponent = text.substr(exponent_at + 1);
    if (exponent.starts_with('+')) exponent.remove_prefix(1);
    std::from_chars(exponent.data(), exponent.data() + exponent.size(), decimal.exponent);
    return decimal;
}

std::string exponent_form(const Decimal& decimal) {
    std::string text = decimal.digits.substr(0, 1);
    if (decimal.digits.size() > 1) text.append(1, '.').append(decimal.digits, 1);
    text += decimal.exponent < 0 ? "e-" : "e+";
    const int size = std::abs(decimal.exponent);
    if (size < 10) text += '0';
    return text.append(std::to_string(size));
}

std::string positional_form(const Decimal& decimal, bool add_dot_0) {
    const std::string& digits = decimal.digits;
    if (decimal.exponent < 0)
        return std::string("0.").append(static_cast<std::size_t>(-decimal.exponent - 1), '0') + digits;
    const std::size_t whole = static_cast<std::size_t>(decimal.exponent) + 1;
    if (whole < digits.size()) return std::string(digits, 0, whole).append(1, '.').append(digits, whole);
    return std::string(digits).append(whole - digits.size(), '0') + (add_dot_0 ? ".0" : "");
}

/// 'r' and 'g': positional or with an exponent, whichever suits the size.
std::string general_text(double value, char code, int precision, DoubleTextFlags flags) {
    Decimal decimal;
    int largest_positional = 15;
    if (code == 'r') {
        char buffer[32];
        char* end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
        decimal = read_scientific({buffer, end});
    } else {
        precision = std::max(precision, 1);
        largest_positional = precision - 1 - flags.add_dot_0;
        decimal = read_scientific(converted(value, std::chars_format::scientific, precision - 1));
        if (!flags.alternate)
            decimal.digits.resize(std::max<std::size_t>(decimal.digits.find_last_not_of('0') + 1, 1));
    }
    const bool positional = decimal.exponent >= -4 && decimal.exponent <= largest_positional;
    return with_point(positional ? positional_form(decimal, flags.add_dot_0) : exponent_form(decimal), flags);
}

}  // namespace

double parse_double(std::string_view text) {
    bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    double value = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::result_out_of_range)
        value = is_huge(text) ? std::numeric_limits<double>::infinity() : 0.0;
    return negative ? -value : value;
}

std::string double_text(double value, char code, int precision, DoubleTextFlags flags) {
    const bool upper = code == 'E' || code == 'F' || code == 'G';
    if (upper) code = static_cast<char>(code - 'A' + 'a');
    std::string text;
    if (std::isnan(value)) {
        text = "nan";
    } else if (std::isinf(value)) {
        text = value < 0 ? "-inf" : "inf";
    } else {
        const double size = std::fabs(value);
        text = code == 'e'   ? with_point(converted(size, std::chars_format::scientific, precision), flags)
               : code == 'f' ? with_point(converted(size, std::chars_format::fixed, precision), flags)
                             : general_text(size, code, precision, flags);
        const bool drop_sign = flags.no_negative_zero && is_zero_text(text);
        if (std::signbit(value) && !drop_sign) text.insert(text.begin(), '-');
    }
    if (upper)
        for (char& c : text)
            if (c >= 'a') c = static_cast<char>(c - 'a' + 'A');
    return text;
}

std::string double_repr(double value, bool add_dot_0) {
    return double_text(value, 'r', 0, {.add_dot_0 = add_dot_0});
}

}  // namespace minipy
