// One value to octets and back.
//
// Numbers are brought into a word first; the word is then written octet by octet in the order of the format.
// The wording of errors differs between native and standard formats because CPython converts in other steps.
//
// CPython: Modules/_struct.c (nu_*, np_*, bu_*, bp_*, lu_*, lp_*), Objects/floatobject.c (PyFloat_Pack*)
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstring>

#include "modules/struct/struct.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/errors.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/number_convert.h"
#include "objects/protocol.h"

namespace minipy {
namespace {

void store(std::uint64_t word, Size width, bool big_endian, unsigned char* target) noexcept {
    for (Size i = 0; i < width; ++i) {
        target[big_endian ? width - 1 - i : i] = static_cast<unsigned char>(word);
        word >>= 8;
    }
}

std::uint64_t load(const unsigned char* source, Size width, bool big_endian) noexcept {
    std::uint64_t word = 0;
    for (Size i = 0; i < width; ++i) word = word << 8 | source[big_endian ? i : width - 1 - i];
    return word;
}

// --- integers

Ref<Int> integer_value(Object* value) {
    if (!has_index(value)) return raise(struct_error(), "required argument is not an integer");
    return to_index(value);
}

/// A number that no C integer of the step before the range check holds.
Failure out_of_range(const Layout& layout, const Field& field) {
    const bool whole_word = !layout.native && field.width == 8;
    return raise(struct_error(), whole_word ? "int too large to convert" : "argument out of range");
}

/// CPython packs the machine's own byte order with the native functions, which name the C type of two octets.
bool named_by_c_type(const Layout& layout, const Field& field) {
    return field.width == 1 || (!layout.big_endian && field.width == 2);
}

Failure range_error(const Layout& layout, const Field& field, std::int64_t least, std::uint64_t most) {
    const char* short_names[2][2] = {{"byte", "short"}, {"ubyte", "ushort"}};
    const std::string name = named_by_c_type(layout, field)
                                 ? short_names[field.kind == FieldKind::Unsigned][field.width - 1]
                                 : fmt::format("'{}'", field.code);
    return raise(struct_error(), fmt::format("{} format requires {} <= number <= {}", name, least, most));
}

Result<std::uint64_t> signed_word(const Layout& layout, const Field& field, const Int* number) {
    if (!number->is_small()) return out_of_range(layout, field);
    const std::int64_t most = INT64_MAX >> (64 - 8 * field.width), least = -most - 1;
    if (number->small < least || number->small > most)
        return range_error(layout, field, least, static_cast<std::uint64_t>(most));
    return static_cast<std::uint64_t>(number->small);
}

Result<std::uint64_t> unsigned_word(const Layout& layout, const Field& field, const Int* number) {
    const std::uint64_t most = UINT64_MAX >> (64 - 8 * field.width);
    const bool through_signed = named_by_c_type(layout, field);
    if (!number->is_small() && (number->limb_count != 1 || through_signed)) return out_of_range(layout, field);
    if (number->is_negative() && !through_signed) return out_of_range(layout, field);
    const std::uint64_t word =
        number->is_small() ? static_cast<std::uint64_t>(number->small) : number->limbs[0];
    if (word > most) return range_error(layout, field, 0, most);
    return word;
}

/// Addresses may be written as negative numbers.
Result<std::uint64_t> pointer_word(const Int* number) {
    if (number->is_small()) return static_cast<std::uint64_t>(number->small);
    if (number->limb_count == 1) return number->limbs[0];
    return raise(struct_error(), "int too large to convert");
}

Result<std::uint64_t> integer_word(const Layout& layout, const Field& field, Object* value) {
    Ref<Int> number = TRY(integer_value(value));
    switch (field.kind) {
        case FieldKind::Signed: return signed_word(layout, field, number.get());
        case FieldKind::Unsigned: return unsigned_word(layout, field, number.get());
        default: return pointer_word(number.get());
    }
}

// --- floats

/// The nearest half-precision number's bits; false if it is too large.
bool half_from_double(double value, std::uint64_t& bits) noexcept {
    const std::uint64_t sign = std::signbit(value) ? 0x8000 : 0;
    bits = sign;
    if (value == 0.0) return true;
    if (std::isnan(value)) return bits |= 0x7e00, true;
    if (std::isinf(value)) return bits |= 0x7c00, true;
    int exponent;
    double fraction = 2.0 * std::frexp(std::fabs(value), &exponent);
    --exponent;
    if (exponent >= 16) return false;
    if (exponent < -25) return true;
    if (exponent < -14) {
        fraction = std::ldexp(fraction, 14 + exponent);
        exponent = 0;
    } else {
        exponent += 15;
        fraction -= 1.0;
    }
    // A carry out of the rounded fraction runs into the exponent, as it should.
    const auto rounded = static_cast<std::uint64_t>(std::nearbyint(fraction * 1024.0));
    bits |= (static_cast<std::uint64_t>(exponent) << 10) + rounded;
    return (bits & 0x7c00) != 0x7c00;
}

double double_from_half(std::uint64_t bits) noexcept {
    const int exponent = static_cast<int>(bits >> 10 & 0x1f);
    const double fraction = static_cast<double>(bits & 0x3ff) / 1024.0;
    double value;
    if (exponent == 0x1f)
        value = fraction == 0.0 ? HUGE_VAL : NAN;
    else
        value = exponent ? std::ldexp(1.0 + fraction, exponent - 15) : std::ldexp(fraction, -14);
    return bits & 0x8000 ? -value : value;
}

Failure too_large(const Field& field, const Object* value) {
    if (is_int(value)) return raise(struct_error(), "int too large to convert");
    return raise(overflow_error_type, fmt::format("float too large to pack with {} format", field.code));
}

Result<std::uint64_t> float_word(const Layout& layout, const Field& field, Object* value) {
    const Result<double> number = argument_double(value);
    if (!number) {
        clear_exception();
        return raise(struct_error(), "required argument is not a float");
    }
    if (field.width == 8) return std::bit_cast<std::uint64_t>(*number);
    if (field.width == 2) {
        std::uint64_t bits;
        if (half_from_double(*number, bits)) return bits;
        return too_large(field, value);
    }
    const auto narrow = static_cast<float>(*number);
    if (!layout.native && std::isinf(narrow) && !std::isinf(*number)) return too_large(field, value);
    return std::bit_cast<std::uint32_t>(narrow);
}

double float_from_word(Size width, std::uint64_t word) noexcept {
    if (width == 8) return std::bit_cast<double>(word);
    if (width == 4) return std::bit_cast<float>(static_cast<std::uint32_t>(word));
    return double_from_half(word);
}

// --- octets

Result<std::string_view> octets_of(const Field& field, Object* value) {
    if (is_bytes(value)) return static_cast<Bytes*>(value)->view();
    if (is_instance_of(value, bytearray_type)) return static_cast<ByteArray*>(value)->view();
    return raise(struct_error(), fmt::format("argument for '{}' must be a bytes object", field.code));
}

Status pack_bytes(const Field& field, Object* value, unsigned char* target) {
    const std::string_view octets = TRY(octets_of(field, value));
    std::memcpy(target, octets.data(), std::min(octets.size(), static_cast<std::size_t>(field.width)));
    return done;
}

/// The first octet is the length.
Status pack_pascal(const Field& field, Object* value, unsigned char* target) {
    const std::string_view octets = TRY(octets_of(field, value));
    if (field.width == 0) return done;
    const std::size_t size = std::min(octets.size(), static_cast<std::size_t>(field.width) - 1);
    std::memcpy(target + 1, octets.data(), size);
    *target = static_cast<unsigned char>(std::min<std::size_t>(size, 255));
    return done;
}

Status pack_char(Object* value, unsigned char* target) {
    if (!is_bytes(value) || static_cast<Bytes*>(value)->size != 1)
        return raise(struct_error(), "char format requires a bytes object of length 1");
    *target = static_cast<unsigned char>(static_cast<Bytes*>(value)->view()[0]);
    return done;
}

NewRef new_octets(const unsigned char* source, Size size) {
    return new_bytes({reinterpret_cast<const char*>(source), static_cast<std::size_t>(size)});
}

}  // namespace

Status pack_value(const Layout& layout, const Field& field, Object* value, unsigned char* target) {
    switch (field.kind) {
        case FieldKind::Signed:
        case FieldKind::Unsigned:
        case FieldKind::Pointer:
            store(TRY(integer_word(layout, field, value)), field.width, layout.big_endian, target);
            return done;
        case FieldKind::Float:
            store(TRY(float_word(layout, field, value)), field.width, layout.big_endian, target);
            return done;
        case FieldKind::Bool: *target = TRY(truth(value)); return done;
        case FieldKind::Char: return pack_char(value, target);
        case FieldKind::Bytes: return pack_bytes(field, value, target);
        case FieldKind::PascalString: return pack_pascal(field, value, target);
    }
    __builtin_unreachable();
}

NewRef unpack_value(const Layout& layout, const Field& field, const unsigned char* source) {
    switch (field.kind) {
        case FieldKind::Signed: {
            const int unused = static_cast<int>(64 - 8 * field.width);
            const std::uint64_t word = load(source, field.width, layout.big_endian);
            return new_int(static_cast<std::int64_t>(word << unused) >> unused);
        }
        case FieldKind::Unsigned:
        case FieldKind::Pointer: return new_int_unsigned(load(source, field.width, layout.big_endian));
        case FieldKind::Float:
            return new_float(float_from_word(field.width, load(source, field.width, layout.big_endian)));
        case FieldKind::Bool: return new_bool(*source != 0);
        case FieldKind::Char: return new_octets(source, 1);
        case FieldKind::Bytes: return new_octets(source, field.width);
        case FieldKind::PascalString: {
            if (field.width == 0) return new_octets(source, 0);
            return new_octets(source + 1, std::min<Size>(*source, field.width - 1));
        }
    }
    __builtin_unreachable();
}

}  // namespace minipy
