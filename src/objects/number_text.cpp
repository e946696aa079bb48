// Reading numbers from text.
//
// Invariant: a text is accepted only if all of it but surrounding white space belongs to the number.
//
// CPython: Objects/longobject.c, Objects/floatobject.c, Python/pystrtod.c
#include "objects/number_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "objects/errors.h"
#include "objects/float.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/unicode_data.h"

namespace minipy {
namespace {

constexpr std::string_view spaces = " \t\n\v\f\r";

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// The value of a digit in a base up to 36; 36 or more for what is none.
int digit_of(char c) noexcept {
    if (is_digit(c)) return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'z' ? lower - 'a' + 10 : 99;
}

bool starts_with_word(std::string_view text, std::string_view lower_case) noexcept {
    return text.size() >= lower_case.size() &&
           std::equal(lower_case.begin(), lower_case.end(), text.begin(),
                      [](char expected, char c) { return expected == (c | 0x20); });
}

std::size_t count_digits(std::string_view text) noexcept {
    return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_digit) - text.begin());
}

std::size_t sign_length(std::string_view text) noexcept {
    return !text.empty() && (text[0] == '-' || text[0] == '+');
}

int base_of_prefix(std::string_view text) noexcept {
    if (text.size() < 2 || text[0] != '0') return 0;
    switch (text[1] | 0x20) {
        case 'x': return 16;
        case 'o': return 8;
        case 'b': return 2;
        default: return 0;
    }
}

/// The digits at the start without the underscores between them, and how much text they take. Empty if an
/// underscore stands where none may.
struct DigitRun {
    std::string digits;
    std::size_t length = 0;
};

DigitRun read_digits(std::string_view text, int base) {
    DigitRun run;
    for (bool after_digit = false; run.length < text.size(); ++run.length) {
        const char c = text[run.length];
        if (c == '_' && after_digit) {
            after_digit = false;
        } else if (digit_of(c) < base) {
            run.digits += c;
            after_digit = true;
        } else {
            break;
        }
    }
    const bool misplaced = run.length > 0 && text[run.length - 1] == '_';
    return misplaced || (run.length < text.size() && text[run.length] == '_') ? DigitRun{} : run;
}

Failure raise_invalid_int(int base, Object* original) {
    constexpr Size longest_shown = 200;
    Ref<Str> shown = TRY(repr(original));
    if (shown->size > longest_shown) shown = str_substring(shown.get(), 0, longest_shown);
    return raise(value_error_type,
                 fmt::format("invalid literal for int() with base {}: {}", base, str_utf8(shown.get())));
}

}  // namespace

std::string ascii_number_text(const Str* text) {
    if (text->ascii) return std::string(text->view1());
    std::string result(static_cast<std::size_t>(text->size), '?');
    for (Size i = 0; i < text->size; ++i) {
        const char32_t c = text->at(i);
        char& ascii = result[static_cast<std::size_t>(i)];
        if (c < 0x80)
            ascii = static_cast<char>(c);
        else if (unicode::is_space(c))
            ascii = ' ';
        else if (int digit = unicode::decimal_value(c); digit >= 0)
            ascii = static_cast<char>('0' + digit);
    }
    return result;
}

std::string_view strip_spaces(std::string_view text) noexcept {
    text.remove_prefix(std::min(text.find_first_not_of(spaces), text.size()));
    return text.substr(0, text.find_last_not_of(spaces) + 1);
}

std::optional<std::string> drop_underscores(std::string_view text) {
    std::string kept;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '_')
            kept += text[i];
        else if (i == 0 || !is_digit(text[i - 1]) || i + 1 == text.size() || !is_digit(text[i + 1]))
            return {};
    }
    return kept;
}

std::size_t double_prefix(std::string_view text) noexcept {
    std::size_t at = sign_length(text);
    const std::string_view word = text.substr(at);
    if (starts_with_word(word, "nan")) return at + 3;
    if (starts_with_word(word, "inf")) return at + (starts_with_word(word, "infinity") ? 8 : 3);
    std::size_t digits = count_digits(text.substr(at));
    at += digits;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = count_digits(text.substr(at + 1));
        digits += fraction;
        at += 1 + fraction;
    }
    if (digits == 0) return 0;
    if (at < text.size() && (text[at] | 0x20) == 'e') {
        const std::size_t sign = sign_length(text.substr(at + 1));
        if (const std::size_t exponent = count_digits(text.substr(at + 1 + sign))) at += 1 + sign + exponent;
    }
    return at;
}

double read_double(std::string_view text) {
    const char first = static_cast<char>(text[sign_length(text)] | 0x20);
    if (first != 'n' && first != 'i') return parse_double(text);
    const double size =
        first == 'n' ? std::numeric_limits<double>::quiet_NaN() : std::numeric_limits<double>::infinity();
    return text[0] == '-' ? -size : size;
}

Ref<Int> read_int(std::string_view text, int base, Object* original) {
    std::string_view number = strip_spaces(text);
    const bool negative = number.starts_with('-');
    number.remove_prefix(sign_length(number));
    const int prefix_base = base_of_prefix(number);
    const int actual_base = base != 0 ? base : prefix_base != 0 ? prefix_base : 10;
    if (prefix_base != 0 && prefix_base == actual_base) {
        number.remove_prefix(2);
        if (number.starts_with('_')) number.remove_prefix(1);
    }
    const DigitRun run = read_digits(number, actual_base);
    // Base 0 reads literals: no zeros in front of a decimal number.
    const bool old_octal = base == 0 && prefix_base == 0 && run.digits.starts_with('0') &&
                           run.digits.find_first_not_of('0') != std::string::npos;
    if (run.digits.empty() || old_octal) return raise_invalid_int(base, original);
    Ref<Int> value = TRY(int_from_digits(run.digits, actual_base));
    if (run.length != number.size()) return raise_invalid_int(base, original);
    if (!negative) return value;
    Ref<Object> negated = TRY(minipy::negative(value.get()));
    return Ref<Int>::steal(static_cast<Int*>(negated.release()));
}

Result<double> read_float(std::string_view text, Object* original) {
    const std::optional<std::string> number = drop_underscores(strip_spaces(text));
    if (number && !number->empty() && double_prefix(*number) == number->size()) return read_double(*number);
    Ref<Str> shown = TRY(repr(original));
    return raise(value_error_type, fmt::format("could not convert string to float: {}", str_utf8(shown.get())));
}

}  // namespace minipy
