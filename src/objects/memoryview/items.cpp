// memoryview: single items, numbers as C lays them out in memory.
//
// CPython: Objects/memoryobject.c (unpack_single, pack_single)
#include <fmt/format.h>

#include <cmath>
#include <cstring>
#include <limits>

#include "objects/errors.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/memoryview/view_internal.h"
#include "objects/number_convert.h"
#include "objects/protocol.h"

namespace minipy {
namespace {

template <class Number>
Number load(const char* from) noexcept {
    Number number;
    std::memcpy(&number, from, sizeof number);
    return number;
}

template <class Number>
void store(char* to, Number number) noexcept {
    std::memcpy(to, &number, sizeof number);
}

template <class Number>
NewRef read_number(const char* from) {
    if constexpr (std::is_floating_point_v<Number>)
        return new_float(load<Number>(from));
    else if constexpr (std::is_signed_v<Number>)
        return new_int(load<Number>(from));
    else
        return new_int_unsigned(load<Number>(from));
}

double half_value(std::uint16_t bits) noexcept {
    const int exponent = bits >> 10 & 0x1f;
    const double fraction = bits & 0x3ff, sign = bits & 0x8000 ? -1.0 : 1.0;
    if (exponent == 0x1f)
        return sign * (fraction != 0 ? std::numeric_limits<double>::quiet_NaN()
                                     : std::numeric_limits<double>::infinity());
    if (exponent == 0) return sign * std::ldexp(fraction, -24);
    return sign * std::ldexp(fraction + 1024, exponent - 25);
}

Failure invalid(const char* what, char code, Type& type) {
    return raise(type, fmt::format("memoryview: invalid {} for format '{}'", what, code));
}

/// Rewords the pending error of a conversion.
Failure reworded(char code) {
    if (pending_matches(type_error_type)) {
        clear_exception();
        return invalid("type", code, type_error_type);
    }
    if (pending_matches(overflow_error_type) || pending_matches(value_error_type)) {
        clear_exception();
        return invalid("value", code, value_error_type);
    }
    return failed;
}

template <class Number>
Status write_signed(char code, char* to, Object* value) {
    Ref<Int> number = to_index(value);
    if (!number) return reworded(code);
    using Limits = std::numeric_limits<Number>;
    if (!number->is_small() || number->small < Limits::min() || number->small > Limits::max())
        return invalid("value", code, value_error_type);
    store(to, static_cast<Number>(number->small));
    return done;
}

template <class Number>
Status write_unsigned(char code, char* to, Object* value) {
    Ref<Int> number = to_index(value);
    if (!number) return reworded(code);
    std::uint64_t word = 0;
    if (number->is_small() && number->small >= 0)
        word = static_cast<std::uint64_t>(number->small);
    else if (number->limb_count == 1)
        word = number->limbs[0];
    else
        return invalid("value", code, value_error_type);
    if (word > std::numeric_limits<Number>::max()) return invalid("value", code, value_error_type);
    store(to, static_cast<Number>(word));
    return done;
}

template <class Number>
Status write_float(char code, char* to, Object* value) {
    Result<double> number = argument_double(value);
    if (!number) return reworded(code);
    store(to, static_cast<Number>(*number));
    return done;
}

Status write_character(char code, char* to, Object* value) {
    if (!is_bytes(value)) return invalid("type", code, type_error_type);
    if (static_cast<Bytes*>(value)->size != 1) return invalid("value", code, value_error_type);
    *to = static_cast<Bytes*>(value)->data()[0];
    return done;
}

}  // namespace

Size code_size(char code) noexcept {
    switch (code) {
        case 'c': case 'b': case 'B': case '?': return 1;
        case 'h': case 'H': case 'e': return 2;
        case 'i': case 'I': case 'f': return 4;
        case 'l': case 'L': case 'q': case 'Q': case 'n': case 'N': case 'd': case 'P': return 8;
        default: return 0;
    }
}

NewRef read_item(char code, const char* from) {
    switch (code) {
        case 'c': return new_bytes({from, 1});
        case 'b': return read_number<signed char>(from);
        case 'B': return read_number<unsigned char>(from);
        case '?': return new_bool(*from != 0);
        case 'h': return read_number<short>(from);
        case 'H': return read_number<unsigned short>(from);
        case 'e': return new_float(half_value(load<std::uint16_t>(from)));
        case 'i': return read_number<int>(from);
        case 'I': return read_number<unsigned>(from);
        case 'f': return read_number<float>(from);
        case 'd': return read_number<double>(from);
        case 'l': case 'q': case 'n': return read_number<std::int64_t>(from);
        default: return read_number<std::uint64_t>(from);
    }
}

Status write_item(char code, char* to, Object* value) {
    switch (code) {
        case 'c': return write_character(code, to, value);
        case 'b': return write_signed<signed char>(code, to, value);
        case 'B': return write_unsigned<unsigned char>(code, to, value);
        case '?': *to = TRY(truth(value)); return done;
        case 'h': return write_signed<short>(code, to, value);
        case 'H': return write_unsigned<unsigned short>(code, to, value);
        case 'i': return write_signed<int>(code, to, value);
        case 'I': return write_unsigned<unsigned>(code, to, value);
        case 'f': return write_float<float>(code, to, value);
        case 'd': return write_float<double>(code, to, value);
        case 'l': case 'q': case 'n': return write_signed<std::int64_t>(code, to, value);
        case 'e': return raise(not_implemented_error_type, "memoryview: format e not supported");
        default: return write_unsigned<std::uint64_t>(code, to, value);
    }
}

Result<char> readable_code(const ViewLayout& layout) {
    if (const char code = layout.code()) return code;
    return raise(not_implemented_error_type,
                 fmt::format("memoryview: unsupported format {}", layout.format));
}

}  // namespace minipy
