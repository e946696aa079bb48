// Decimal text of doubles, both ways, through <charconv>: shortest digits that read back as the same
// number, correct rounding for text of any length.
//
// CPython: Python/pystrtod.c, Python/dtoa.c
#include <charconv>
#include <cmath>
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

std::string double_repr(double value, bool add_dot_0) {
    if (std::isnan(value)) return "nan";
    if (std::isinf(value)) return value < 0 ? "-inf" : "inf";
    char buffer[32];
    char* end = std::to_chars(buffer, buffer + sizeof buffer, std::fabs(value), std::chars_format::scientific).ptr;
    // d[.ddd]e+xx: digits and exponent apart
    std::string_view scientific(buffer, end);
    std::size_t exponent_at = scientific.find('e');
    int exponent = 0;
    std::string_view exponent_text = scientific.substr(exponent_at + 1);
    if (exponent_text.starts_with('+')) exponent_text.remove_prefix(1);
    std::from_chars(exponent_text.data(), exponent_text.data() + exponent_text.size(), exponent);
    std::string text = std::signbit(value) ? "-" : "";
    if (exponent < -4 || exponent >= 16) return text.append(scientific);
    std::string digits(1, scientific[0]);
    if (exponent_at > 1) digits.append(scientific.substr(2, exponent_at - 2));
    int before_point = exponent + 1;
    int count = static_cast<int>(digits.size());
    if (before_point <= 0) return text.append("0.").append(static_cast<std::size_t>(-before_point), '0') + digits;
    if (before_point >= count) {
        text.append(digits).append(static_cast<std::size_t>(before_point - count), '0');
        return add_dot_0 ? text + ".0" : text;
    }
    std::size_t split = static_cast<std::size_t>(before_point);
    return text.append(digits, 0, split).append(1, '.').append(digits, split);
}

}  // namespace minipy
