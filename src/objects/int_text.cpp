// Text of ints, both ways. Words take a short path; large values go through `mpn_get_str` and
// `mpn_set_str`, which are subquadratic.
//
// Invariant: conversions that are not linear (base no power of two) refuse more than
// `int_max_str_digits` digits, before any costly work is done.
//
// CPython: Objects/longobject.c (long_to_decimal_string, PyLong_FromString)
#include <fmt/format.h>
#include <gmp.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

#include "objects/errors.h"
#include "objects/int.h"
#include "objects/int_large.h"
#include "objects/str.h"

namespace minipy {

Size int_max_str_digits = 4300;

namespace {

/// The limit is not looked at below this many digits: such conversions are always quick.
constexpr std::size_t digits_always_allowed = 640;

unsigned digit_value(char digit) noexcept {
    if (digit <= '9') return static_cast<unsigned>(digit - '0');
    return static_cast<unsigned>((digit | 0x20) - 'a' + 10);
}

bool exceeds_limit(std::size_t digits) noexcept {
    return digits > digits_always_allowed && int_max_str_digits > 0 &&
           digits > static_cast<std::size_t>(int_max_str_digits);
}

Failure raise_too_many_digits() {
    return raise(value_error_type,
                 fmt::format("Exceeds the limit ({} digits) for integer string conversion; use "
                             "sys.set_int_max_str_digits() to increase the limit",
                             int_max_str_digits));
}

Ref<Int> large_from_digits(std::string_view digits, int base) {
    std::string values(digits);
    for (char& digit : values) digit = static_cast<char>(digit_value(digit));
    std::size_t bits = static_cast<std::size_t>(
        std::ceil(static_cast<double>(digits.size()) * std::log2(static_cast<double>(base)) * (1 + 1e-15)));
    Limbs limbs = TRY(allocate_limbs(bits / limb_bits + 2));
    mp_size_t used =
        mpn_set_str(limbs.data(), reinterpret_cast<const unsigned char*>(values.data()), values.size(), base);
    return int_from_limbs(limbs.data(), used, false);
}

}  // namespace

Ref<Int> int_from_digits(std::string_view digits, int base, bool limit_digits) {
    bool power_of_two = std::has_single_bit(static_cast<unsigned>(base));
    if (limit_digits && !power_of_two && exceeds_limit(digits.size())) {
        return raise(value_error_type,
                     fmt::format("Exceeds the limit ({} digits) for integer string conversion: value has {} "
                                 "digits; use sys.set_int_max_str_digits() to increase the limit",
                                 int_max_str_digits, digits.size()));
    }
    std::int64_t word;
    auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), word, base);
    if (error == std::errc{}) return new_int(word);
    digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
    return large_from_digits(digits, base);
}

std::string int_digits(const Int* value, int base) {
    if (value->is_small()) {
        char buffer[66];
        return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value->small, base).ptr};
    }
    IntParts parts(value);
    Limbs copy(parts.limbs(), parts.limbs() + parts.size());
    copy.push_back(0);  // mpn_get_str may use one limb more
    std::string text(mpn_sizeinbase(parts.limbs(), parts.size(), base) + 1, '-');
    unsigned char* first = reinterpret_cast<unsigned char*>(text.data()) + parts.negative();
    std::size_t count = mpn_get_str(first, base, copy.data(), parts.size());
    for (unsigned char* digit = first; digit != first + count; ++digit)
        *digit = static_cast<unsigned char>(*digit < 10 ? '0' + *digit : 'a' + *digit - 10);
    text.resize(count + parts.negative());
    return text;
}

Ref<Str> int_repr(const Int* value) {
    if (value->is_small()) {
        char buffer[24];
        char* end = std::to_chars(buffer, buffer + sizeof buffer, value->small).ptr;
        return str_from_latin1({buffer, end});
    }
    IntParts parts(value);
    // A lower bound of the number of digits saves the conversion that would be refused afterwards.
    double bits = static_cast<double>(mpn_sizeinbase(parts.limbs(), parts.size(), 2) - 1);
    if (exceeds_limit(static_cast<std::size_t>(bits * 0.30102999566398))) return raise_too_many_digits();
    std::string text = int_digits(value, 10);
    if (exceeds_limit(text.size() - parts.negative())) return raise_too_many_digits();
    return str_from_latin1(text);
}

}  // namespace minipy
