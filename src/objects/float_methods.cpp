// The methods, attributes and constructor of float; decimal rounding and hexadecimal text.
//
// CPython: Objects/floatobject.c
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "objects/arguments.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/construct.h"
#include "objects/double_bits.h"
#include "objects/errors.h"
#include "objects/float.h"
#include "objects/float_slots.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/number_convert.h"
#include "objects/number_format.h"
#include "objects/number_text.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/text_argument.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

constexpr int mantissa_digits = std::numeric_limits<double>::digits;  // 53

NewRef float_copy(Object* self, Object* const*) { return float_exact(self); }
NewRef float_trunc(Object* self, Object* const*) { return float_to_int(self); }

NewRef whole_or_error(double value) {
    Ref<Float> whole = new_float(value);
    return float_to_int(whole.get());
}

NewRef float_floor(Object* self, Object* const*) { return whole_or_error(std::floor(float_value(self))); }
NewRef float_ceil(Object* self, Object* const*) { return whole_or_error(std::ceil(float_value(self))); }

NewRef float_is_integer(Object* self, Object* const*) {
    const double value = float_value(self);
    return new_bool(std::isfinite(value) && std::floor(value) == value);
}

/// Rounds to a multiple of 10**count by its exact decimal digits, ties to even; the value is positive.
double round_to_tens(double value, Size count) {
    std::string digits = int_digits(int_from_whole(value).get(), 10);
    const Size kept = static_cast<Size>(digits.size()) - count;
    if (kept < 0) return 0.0;
    const std::string dropped = digits.substr(static_cast<std::size_t>(kept));
    digits.resize(static_cast<std::size_t>(kept));
    const bool inexact = value != std::trunc(value) || dropped.find_first_not_of('0', 1) != dropped.npos;
    const bool odd = !digits.empty() && (digits.back() & 1);
    const bool up = dropped[0] > '5' || (dropped[0] == '5' && (inexact || odd));
    digits.insert(0, 1, '0');
    if (up) {
        std::size_t last = digits.find_last_not_of('9');
        ++digits[last];
        std::fill(digits.begin() + static_cast<std::ptrdiff_t>(last) + 1, digits.end(), '0');
    }
    return parse_double(digits + "e" + std::to_string(count));
}

NewRef round_to(double value, Size digits) {
    // Beyond these bounds every double stays as it is, or becomes zero.
    constexpr Size most_digits = 323, fewest_digits = -308;
    if (!std::isfinite(value) || digits > most_digits) return new_float(value);
    if (digits < fewest_digits) return new_float(0.0 * value);
    const double size = std::fabs(value);
    const double rounded = digits < 0 ? round_to_tens(size, -digits)
                                      : parse_double(double_text(size, 'f', static_cast<int>(digits), {}));
    if (std::isinf(rounded)) return raise(overflow_error_type, "rounded value too large to represent");
    return new_float(std::copysign(rounded, value));
}

NewRef float_round(Object* self, Object* const* arguments) {
    const double value = float_value(self);
    if (!arguments[0] || is_none(arguments[0])) return whole_or_error(std::nearbyint(value));
    return round_to(value, TRY(index_size(arguments[0], nullptr)));
}

NewRef float_as_integer_ratio(Object* self, Object* const*) {
    const double value = float_value(self);
    if (std::isnan(value)) return raise(value_error_type, "cannot convert NaN to integer ratio");
    if (std::isinf(value)) return raise(overflow_error_type, "cannot convert Infinity to integer ratio");
    int exponent;
    const double fraction = std::frexp(value, &exponent);
    auto mantissa = static_cast<std::int64_t>(std::ldexp(fraction, mantissa_digits));
    exponent -= mantissa_digits;
    if (mantissa == 0) exponent = 0;
    while (exponent < 0 && (mantissa & 1) == 0) {
        mantissa /= 2;
        ++exponent;
    }
    Ref<Int> whole = new_int(mantissa), one = new_int(1), shift = new_int(std::abs(exponent));
    Ref<Object> numerator = whole, denominator = one;
    const BinarySlot left_shift = int_type.slots.left_shift;
    if (exponent > 0)
        numerator = TRY(left_shift(whole.get(), shift.get()));
    else if (exponent < 0)
        denominator = TRY(left_shift(one.get(), shift.get()));
    Object* const items[] = {numerator.get(), denominator.get()};
    return new_tuple(items);
}

NewRef float_hex(Object* self, Object* const*) {
    const double value = float_value(self);
    if (!std::isfinite(value)) return str_from_latin1(double_repr(value));
    const char* sign = std::signbit(value) ? "-" : "";
    if (value == 0) return str_from_latin1(fmt::format("{}0x0.0p+0", sign));
    constexpr int mantissa_bits = mantissa_digits - 1, bias = 1023;
    const auto bits = std::bit_cast<std::uint64_t>(value);
    const int biased = static_cast<int>(bits >> mantissa_bits) & 0x7FF;
    const std::uint64_t mantissa = bits & ((std::uint64_t{1} << mantissa_bits) - 1);
    const int exponent = biased == 0 ? 1 - bias : biased - bias;
    return str_from_latin1(fmt::format("{}0x{}.{:013x}p{:+d}", sign, biased == 0 ? 0 : 1, mantissa, exponent));
}

Failure raise_invalid_hex() { return raise(value_error_type, "invalid hexadecimal floating-point string"); }

int hex_digit(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// The first 60 significant bits of hexadecimal digits with a point somewhere, and what is left out.
struct HexMantissa {
    std::uint64_t bits = 0;
    bool inexact = false;
    long exponent = 0;  // the value is bits * 2**exponent
    std::size_t length = 0;
    bool any_digit = false;
};

HexMantissa read_hex_mantissa(std::string_view text) noexcept {
    constexpr std::uint64_t room_for_digit = std::uint64_t{1} << 60;
    HexMantissa mantissa;
    bool after_point = false;
    for (; mantissa.length < text.size(); ++mantissa.length) {
        const char c = text[mantissa.length];
        const int digit = hex_digit(c);
        if (c == '.' && !after_point) {
            after_point = true;
            continue;
        }
        if (digit < 0) break;
        mantissa.any_digit = true;
        if (mantissa.bits < room_for_digit) {
            mantissa.bits = mantissa.bits * 16 + static_cast<std::uint64_t>(digit);
            if (after_point) mantissa.exponent -= 4;
        } else {
            mantissa.inexact |= digit != 0;
            if (!after_point) mantissa.exponent += 4;
        }
    }
    return mantissa;
}

/// Takes "p" and a signed decimal number off the text; 0 if there is none. Clamped.
Result<long> take_binary_exponent(std::string_view& text) {
    if (text.empty() || (text[0] | 0x20) != 'p') return 0L;
    text.remove_prefix(1);
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    constexpr std::string_view decimal_digits = "0123456789";
    constexpr long clamp = 1'000'000'000'000;
    const std::string_view digits =
        text.substr(0, std::min(text.find_first_not_of(decimal_digits), text.size()));
    if (digits.empty()) return raise_invalid_hex();
    long exponent = 0;
    for (char digit : digits)
        if (exponent < clamp) exponent = exponent * 10 + (digit - '0');
    text.remove_prefix(digits.size());
    return negative ? -exponent : exponent;
}

Result<double> read_hex(std::string_view text) {
    text = strip_spaces(text);
    const bool negative = text.starts_with('-');
    std::string_view number = text;
    if (negative || number.starts_with('+')) number.remove_prefix(1);
    if (number.empty()) return raise_invalid_hex();
    const char first = static_cast<char>(number[0] | 0x20);
    if (first == 'i' || first == 'n')
        return double_prefix(text) == text.size() ? Result<double>(read_double(text)) : raise_invalid_hex();
    if (number.starts_with("0x") || number.starts_with("0X")) number.remove_prefix(2);
    const HexMantissa mantissa = read_hex_mantissa(number);
    if (!mantissa.any_digit) return raise_invalid_hex();
    number.remove_prefix(mantissa.length);
    const long exponent = TRY(take_binary_exponent(number));
    const double size = compose_double(mantissa.bits, mantissa.inexact, mantissa.exponent + exponent);
    if (std::isinf(size))
        return raise(overflow_error_type, "hexadecimal value too large to represent as a float");
    if (!number.empty()) return raise_invalid_hex();
    return negative ? -size : size;
}

NewRef float_fromhex(Object* self, Object* const* arguments) {
    if (!is_str(arguments[0])) return raise(type_error_type, "bad argument type for built-in operation");
    Ref<Bytes> text = TRY(encode_utf8(static_cast<Str*>(arguments[0])));
    const double value = TRY(read_hex(text->view()));
    Ref<Float> number = new_float(value);
    Type* type = reinterpret_cast<Type*>(self);
    if (type == &float_type) return number;
    return call(self, {number.get()});
}

NewRef float_getnewargs(Object* self, Object* const*) {
    Ref<Float> value = new_float(float_value(self));
    Object* const items[] = {value.get()};
    return new_tuple(items);
}

NewRef float_getformat(Object*, Object* const* arguments) {
    if (!is_str(arguments[0])) return raise_bad_argument("__getformat__", "argument", "str", arguments[0]);
    const Str* kind = static_cast<const Str*>(arguments[0]);
    if (!str_equal(kind, "double") && !str_equal(kind, "float"))
        return raise(value_error_type, "__getformat__() argument 1 must be 'double' or 'float'");
    return str_from_latin1(std::endian::native == std::endian::little ? "IEEE, little-endian"
                                                                      : "IEEE, big-endian");
}

NewRef float_format(Object* self, Object* const* arguments) {
    TRY(str_argument(arguments[0], "__format__"));
    const Str* spec = static_cast<const Str*>(arguments[0]);
    return spec->size == 0 ? NewRef(to_str(self)) : NewRef(format_float(self, spec));
}

NewRef float_imaginary(Object*) { return new_float(0.0); }

constexpr NativeDef method_table[] = {
    {"conjugate", float_copy, "($self, /)", "The number itself: it has no imaginary part."},
    {"__trunc__", float_trunc, "($self, /)", "The whole part, cut towards zero."},
    {"__floor__", float_floor, "($self, /)", "The largest whole number that is not above."},
    {"__ceil__", float_ceil, "($self, /)", "The smallest whole number that is not below."},
    {"__round__", float_round, "($self, ndigits=None, /)",
     "Rounded to ndigits decimals, ties to even; without ndigits, the nearest int."},
    {"as_integer_ratio", float_as_integer_ratio, "($self, /)",
     "Two ints whose ratio is exactly the number, in lowest terms, the second one positive.\n\n"
     ">>> (10.0).as_integer_ratio()\n(10, 1)\n>>> (-.25).as_integer_ratio()\n(-1, 4)"},
    {"fromhex", float_fromhex, "($type, string, /)",
     "The number of a hexadecimal text.\n\n>>> float.fromhex('0x1.ffffp10')\n2047.984375"},
    {"hex", float_hex, "($self, /)",
     "The exact value as hexadecimal text.\n\n>>> (-0.1).hex()\n'-0x1.999999999999ap-4'"},
    {"is_integer", float_is_integer, "($self, /)", "Whether the number is whole."},
    {"__getnewargs__", float_getnewargs, "($self, /)", nullptr},
    {"__getformat__", float_getformat, "($type, typestr, /)",
     "How the machine stores numbers of the C type 'double' or 'float'."},
    {"__format__", float_format, "($self, format_spec, /)", "The number as text by a format specification."},
};

constexpr GetSetDef getset_table[] = {
    {"real", float_exact, nullptr, "the number itself"},
    {"imag", float_imaginary, nullptr, "always 0.0"},
};

}  // namespace

constinit const std::span<const NativeDef> float_methods = method_table;
constinit const std::span<const GetSetDef> float_getset = getset_table;

NewRef float_new(Type* type, Tuple* arguments, Dict* keywords) {
    const bool plain = type == &float_type || type->slots.init == float_type.slots.init;
    Object* source = TRY(only_argument("float", arguments, plain ? keywords : nullptr));
    Ref<Object> made = TRY(source ? number_to_float(source) : NewRef(new_float(0.0)));
    if (type == &float_type) return made;
    auto* instance = static_cast<Float*>(allocate_instance(type));
    instance->value = float_value(made.get());
    return NewRef(instance);
}

/// `float(number)` and `float(text)` without tuple and dict.
NewRef float_construct(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    if (is_one_argument(positional, keyword_names)) return number_to_float(arguments[0]);
    return construct_generally(callable, arguments, positional, keyword_names);
}

}  // namespace minipy
