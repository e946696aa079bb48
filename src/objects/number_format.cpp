// Numbers as text by a format specification.
//
// Every number is first cut into `NumberText`: sign, prefix, whole digits, and the rest that is never
// grouped. `lay_out` then groups the digits and pads. Invariant: padding with zeros after the sign is
// grouped as digits are, so that f"{1234:010,}" is "00,001,234".
//
// CPython: Python/formatter_unicode.c (calc_number_widths, fill_number, _PyUnicode_InsertThousandsGrouping)
#include "objects/number_format.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <climits>
#include <clocale>
#include <cmath>

#include "objects/errors.h"
#include "objects/memory_guard.h"
#include "objects/str.h"

namespace minipy {
namespace {

/// A number about to be laid out.
struct NumberText {
    bool negative = false;
    std::string_view prefix;  // "0x"
    std::string_view digits;  // before the point; empty for nan and inf
    bool has_point = false;
    std::string_view rest;  // after the point or the digits
};

/// How digits are grouped; `groups` gives the lengths from the right as localeconv() has them.
struct Grouping {
    std::string_view point = ".";
    std::string_view separator = "";
    const char* groups = "";
};

Grouping grouping_of(const FormatSpec& spec) {
    if (spec.type == 'n') {
        const std::lconv* locale = std::localeconv();
        return {locale->decimal_point, locale->thousands_sep, locale->grouping};
    }
    if (!spec.separator) return {};
    const bool by_four = spec.type == 'b' || spec.type == 'o' || spec.type == 'x' || spec.type == 'X';
    return {".", spec.separator == ',' ? "," : "_", by_four ? "\4" : "\3"};
}

Size count_characters(std::string_view utf8) noexcept {
    return std::count_if(utf8.begin(), utf8.end(), [](char c) { return (c & 0xC0) != 0x80; });
}

/// The digits with separators, filled up on the left with zeros (grouped as well) to `min_width` characters.
std::string group_digits(std::string_view digits, const Grouping& grouping, Size min_width) {
    if (*grouping.groups == 0 || grouping.separator.empty()) {
        const Size missing = min_width - static_cast<Size>(digits.size());
        return std::string(missing > 0 ? static_cast<std::size_t>(missing) : 0, '0').append(digits);
    }
    const Size separator_width = count_characters(grouping.separator);
    std::string reversed;
    Size left = static_cast<Size>(digits.size());
    for (const char* group = grouping.groups;;) {
        const Size wanted = std::max({left, min_width, Size{1}});
        const Size length = *group == CHAR_MAX ? wanted : std::min<Size>(*group, wanted);
        for (Size i = 0; i < length; ++i, --left)
            reversed += left > 0 ? digits[static_cast<std::size_t>(left - 1)] : '0';
        left = std::max<Size>(left, 0);
        min_width -= length;
        if (left == 0 && min_width <= 0) break;
        reversed.append(grouping.separator.rbegin(), grouping.separator.rend());
        min_width -= separator_width;
        if (group[1] != 0) ++group;
    }
    std::reverse(reversed.begin(), reversed.end());
    return reversed;
}

std::string_view sign_text(const FormatSpec& spec, bool negative) noexcept {
    if (negative) return "-";
    return spec.sign == '+' ? "+" : spec.sign == ' ' ? " " : "";
}

std::string lay_out(const FormatSpec& spec, const NumberText& number) {
    const Grouping grouping = grouping_of(spec);
    std::string head(sign_text(spec, number.negative));
    head += number.prefix;
    std::string tail(number.has_point ? grouping.point : "");
    tail += number.rest;
    const Size fixed = static_cast<Size>(head.size()) + count_characters(tail);
    std::string digits;
    if (!number.digits.empty()) {
        const bool zeros = spec.fill == '0' && spec.align == '=';
        digits = group_digits(number.digits, grouping, zeros ? spec.width - fixed : 0);
    }
    const Size width = fixed + count_characters(digits);
    if (spec.align == '=') {
        for (Size i = width; i < spec.width; ++i) append_utf8(head, spec.fill);
        return head.append(digits).append(tail);
    }
    return pad_text(spec, head.append(digits).append(tail), width);
}

/// Whether nothing but octets below 128 and no separators come in: almost always.
bool is_laid_out_plainly(const FormatSpec& spec) noexcept {
    return spec.type != 'n' && !spec.separator && spec.fill < 0x80 && spec.width < (Size{1} << 32);
}

/// `lay_out` for these, written into the string at once. Gain: half of the time of f"{x:8.2f}".
Ref<Str> lay_out_plainly(const FormatSpec& spec, const NumberText& number) {
    const std::string_view sign = sign_text(spec, number.negative), point = number.has_point ? "." : "";
    Size size = 0;
    for (std::string_view part : {sign, number.prefix, number.digits, point, number.rest})
        size += static_cast<Size>(part.size());
    const Size missing = std::max<Size>(spec.width - size, 0);
    const Size before = spec.align == '>' ? missing : spec.align == '^' ? missing / 2 : 0;
    const Size inside = spec.align == '=' ? missing : 0;
    Ref<Str> text = TRY(new_str(size + missing, 0x7F));
    char* to = static_cast<char*>(text->data());
    const auto put = [&to](std::string_view part) { to = std::copy(part.begin(), part.end(), to); };
    const auto fill = [&](Size count) { to = std::fill_n(to, count, static_cast<char>(spec.fill)); };
    fill(before);
    put(sign);
    put(number.prefix);
    fill(inside);
    put(number.digits);
    put(point);
    put(number.rest);
    fill(missing - before - inside);
    return text;
}

Ref<Str> laid_out(const FormatSpec& spec, const NumberText& number) {
    return is_laid_out_plainly(spec) ? lay_out_plainly(spec, number) : str_from_utf8(lay_out(spec, number));
}

/// Cuts the text of a double ("-1.5e+10", "nan") into parts that borrow from it.
NumberText split_double(std::string_view text) noexcept {
    NumberText number;
    if (text.starts_with('-')) {
        number.negative = true;
        text.remove_prefix(1);
    }
    const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
    number.digits = text.substr(0, end);
    number.has_point = end < text.size() && text[end] == '.';
    number.rest = text.substr(end + number.has_point);
    return number;
}

/// How a double is to be converted, after the rules that float and complex share.
struct DoubleFormat {
    char code;
    int precision;
    DoubleTextFlags flags;
};

/// `code` is 'r' where the spec names no type: shortest, or general once a precision is given.
Result<DoubleFormat> double_format_of(const FormatSpec& spec, bool add_dot_0) {
    if (spec.precision > INT_MAX) return raise(value_error_type, "precision too big");
    char code = spec.type == 0     ? 'r'
                : spec.type == 'n' ? 'g'
                : spec.type == '%' ? 'f'
                                   : static_cast<char>(spec.type);
    if (code == 'r' && spec.precision >= 0) code = 'g';
    const int precision = spec.precision < 0 ? 6 : static_cast<int>(spec.precision);
    const bool dot = add_dot_0 && spec.type == 0;
    return DoubleFormat{code, precision, {spec.alternate, dot, spec.no_negative_zero}};
}

bool is_double_type(char32_t type) noexcept {
    constexpr std::u32string_view types = U"eEfFgGn%";
    return type == 0 || types.find(type) != types.npos;
}

Ref<Str> format_double(double value, const FormatSpec& spec) {
    const DoubleFormat format = TRY(double_format_of(spec, true));
    if (spec.type == '%') value *= 100;
    std::string text = double_text(value, format.code, format.precision, format.flags);
    if (spec.type == '%') text += '%';
    return laid_out(spec, split_double(text));
}

Ref<Str> format_character(const Int* value, FormatSpec spec) {
    if (spec.sign) return raise(value_error_type, "Sign not allowed with integer format specifier 'c'");
    if (spec.alternate)
        return raise(value_error_type, "Alternate form (#) not allowed with integer format specifier 'c'");
    if (!value->is_small()) return raise(overflow_error_type, "Python int too large to convert to C long");
    if (value->small < 0 || value->small > 0x10FFFF)
        return raise(overflow_error_type, "%c arg not in range(0x110000)");
    std::string character;
    append_utf8(character, static_cast<char32_t>(value->small));
    return str_from_utf8(pad_text(spec, character, 1));
}

int base_of(char32_t type) noexcept {
    switch (type) {
        case 'b': return 2;
        case 'o': return 8;
        case 'x':
        case 'X': return 16;
        default: return 10;
    }
}

std::string_view prefix_of(char32_t type) noexcept {
    switch (type) {
        case 'b': return "0b";
        case 'o': return "0o";
        case 'x': return "0x";
        case 'X': return "0X";
        default: return "";
    }
}

/// The digits, checked against the limit where the conversion is decimal.
Result<std::string> digits_of(const Int* value, char32_t type) {
    const int base = base_of(type);
    if (base == 10) {
        Ref<Str> decimal = TRY(int_repr(value));
        return std::string(decimal->view1());
    }
    std::string digits = int_digits(value, base);
    if (type == 'X')
        for (char& digit : digits)
            if (digit >= 'a') digit = static_cast<char>(digit - 'a' + 'A');
    return digits;
}

Ref<Str> format_whole(const Int* value, const FormatSpec& spec) {
    if (spec.precision >= 0)
        return raise(value_error_type, "Precision not allowed in integer format specifier");
    if (spec.no_negative_zero)
        return raise(value_error_type, "Negative zero coercion (z) not allowed in integer format specifier");
    if (spec.type == 'c') return format_character(value, spec);
    char word_text[24];
    std::string digits;
    NumberText number;
    if (value->is_small() && base_of(spec.type) == 10) {
        number.digits = {word_text, std::to_chars(word_text, std::end(word_text), value->small).ptr};
    } else {
        digits = TRY(digits_of(value, spec.type));
        number.digits = digits;
    }
    number.negative = number.digits[0] == '-';
    number.digits.remove_prefix(number.negative);
    if (spec.alternate) number.prefix = prefix_of(spec.type);
    return laid_out(spec, number);
}

Ref<Str> int_by_spec(Object* self, const Str* text) {
    const FormatSpec spec = TRY(parse_format_spec(text, self, 'd', '>'));
    constexpr std::u32string_view whole_types = U"bcdoxXn", double_types = U"eEfFgG%";
    if (whole_types.find(spec.type) != whole_types.npos) return format_whole(as_int(self), spec);
    if (double_types.find(spec.type) != double_types.npos)
        return format_double(TRY(int_to_double(as_int(self))), spec);
    return raise_unknown_format_code(spec.type, self);
}

Ref<Str> float_by_spec(Object* self, const Str* text) {
    const FormatSpec spec = TRY(parse_format_spec(text, self, 0, '>'));
    if (!is_double_type(spec.type)) return raise_unknown_format_code(spec.type, self);
    return format_double(float_value(self), spec);
}

Ref<Str> complex_by_spec(Object* self, const Str* text) {
    FormatSpec spec = TRY(parse_format_spec(text, self, 0, '>'));
    if (!is_double_type(spec.type) || spec.type == '%') return raise_unknown_format_code(spec.type, self);
    if (spec.fill == '0')
        return raise(value_error_type, "Zero padding is not allowed in complex format specifier");
    if (spec.align == '=')
        return raise(value_error_type, "'=' alignment flag is not allowed in complex format specifier");
    const DoubleFormat format = TRY(double_format_of(spec, false));
    const auto* value = static_cast<const Complex*>(self);
    // Without a type the text is that of repr(): no real part where it is plus zero, else parentheses.
    const bool as_repr = spec.type == 0;
    const bool imaginary_only = as_repr && value->real == 0 && !std::signbit(value->real);
    FormatSpec part = spec;
    part.width = -1;
    std::string joined;
    if (!imaginary_only) {
        joined =
            lay_out(part, split_double(double_text(value->real, format.code, format.precision, format.flags)));
        part.sign = '+';
    }
    joined +=
        lay_out(part, split_double(double_text(value->imaginary, format.code, format.precision, format.flags)));
    joined += 'j';
    if (as_repr && !imaginary_only) joined = "(" + joined + ")";
    return str_from_utf8(pad_text(spec, joined, count_characters(joined)));
}

}  // namespace

Ref<Str> format_int(Object* self, const Str* text) {
    return guard_memory([&] { return int_by_spec(self, text); });
}

Ref<Str> format_float(Object* self, const Str* text) {
    return guard_memory([&] { return float_by_spec(self, text); });
}

Ref<Str> format_complex(Object* self, const Str* text) {
    return guard_memory([&] { return complex_by_spec(self, text); });
}

Result<std::string> int_percent_text(const Int* value, char code, bool alternate, Size precision) {
    const std::string text = TRY(digits_of(value, static_cast<char32_t>(code)));
    const bool negative = text[0] == '-';
    const std::size_t digits = text.size() - negative;
    std::string result = negative ? "-" : "";
    if (alternate) result += prefix_of(static_cast<char32_t>(code));
    if (precision > static_cast<Size>(digits)) result.append(static_cast<std::size_t>(precision) - digits, '0');
    return result.append(text, negative);
}

}  // namespace minipy
