// The methods, attributes and constructor of int.
//
// CPython: Objects/longobject.c
#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <cstring>

#include "objects/arguments.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/bytes/octets.h"
#include "objects/call.h"
#include "objects/construct.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int_large.h"
#include "objects/int_slots.h"
#include "objects/memoryview.h"
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

NewRef new_pair(Ref<Object> first, Ref<Object> second) {
    Object* const items[] = {first.get(), second.get()};
    return new_tuple(items);
}

NewRef int_copy(Object* self, Object* const*) { return int_exact(self); }

NewRef int_bit_length(Object* self, Object* const*) {
    return new_int(static_cast<std::int64_t>(IntParts(as_int(self)).bits()));
}

NewRef int_bit_count(Object* self, Object* const*) {
    IntParts parts(as_int(self));
    return new_int(parts.is_zero() ? 0 : static_cast<std::int64_t>(mpn_popcount(parts.limbs(), parts.size())));
}

NewRef int_as_integer_ratio(Object* self, Object* const*) { return new_pair(int_exact(self), new_int(1)); }

// The number of bytes that CPython's representation takes: digits of 30 bits after a head of three words.
NewRef int_sizeof(Object* self, Object* const*) {
    const std::size_t digits = std::max<std::size_t>((IntParts(as_int(self)).bits() + 29) / 30, 1);
    return new_int(static_cast<std::int64_t>(24 + 4 * digits));
}

NewRef int_getnewargs(Object* self, Object* const*) {
    Ref<Object> value = int_exact(self);
    Object* const items[] = {value.get()};
    return new_tuple(items);
}

NewRef int_format(Object* self, Object* const* arguments) {
    TRY(str_argument(arguments[0], "__format__"));
    const Str* spec = static_cast<const Str*>(arguments[0]);
    return spec->size == 0 ? NewRef(to_str(self)) : NewRef(format_int(self, spec));
}

/// To the nearest multiple of 10**-ndigits, a tie to the even one; a non-negative ndigits changes nothing.
NewRef int_round(Object* self, Object* const* arguments) {
    if (!arguments[0]) return int_exact(self);
    Ref<Int> ndigits = TRY(to_index(arguments[0]));
    if (!ndigits->is_negative()) return int_exact(self);
    // A power of ten beyond twice the number leaves nothing of it; no need to compute it.
    const std::size_t bits = IntParts(as_int(self)).bits();
    if (!ndigits->is_small() || static_cast<std::size_t>(-ndigits->small) > bits) return new_int(0);
    Ref<Int> ten = new_int(10), digits = new_int(-ndigits->small);
    Ref<Object> unit = TRY(int_power_slot(ten.get(), digits.get(), &none));
    Ref<Int> quotient, remainder;
    TRY(large_divide(as_int(self), as_int(unit.get()), &quotient, &remainder));
    Ref<Object> rest = TRY(int_subtract(as_int(unit.get()), remainder.get()));
    const int order = int_compare(remainder.get(), as_int(rest.get()));
    const bool odd = IntParts(quotient.get()).size() > 0 && (IntParts(quotient.get()).limbs()[0] & 1);
    if (order > 0 || (order == 0 && odd)) return int_add(as_int(self), as_int(rest.get()));
    return int_subtract(as_int(self), remainder.get());
}

/// 'little' (true) or 'big'; the default is big.
Result<bool> read_byteorder(const char* function, Object* order) {
    if (!order) return false;
    if (!is_str(order)) return raise_bad_argument(function, "argument 'byteorder'", "str", order);
    const Str* text = static_cast<const Str*>(order);
    if (str_equal(text, "little")) return true;
    if (str_equal(text, "big")) return false;
    return raise(value_error_type, "byteorder must be either 'little' or 'big'");
}

Result<bool> read_flag(Object* flag) { return flag ? truth(flag) : Result<bool>(false); }

/// Writes |value| (two's complement if negative) into `size` bytes, least significant first.
void write_little_endian(const IntParts& parts, unsigned char* bytes, std::size_t size) noexcept {
    unsigned carry = parts.negative();
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t limb = i / sizeof(mp_limb_t);
        unsigned byte = 0;
        if (limb < static_cast<std::size_t>(parts.size()))
            byte = (parts.limbs()[limb] >> (i % sizeof(mp_limb_t) * 8)) & 0xFF;
        if (parts.negative()) {
            byte = (byte ^ 0xFF) + carry;
            carry = byte >> 8;
        }
        bytes[i] = static_cast<unsigned char>(byte);
    }
}

/// Bits that the value needs in two's complement without the sign bit: -128 needs 7.
std::size_t signed_bits(const IntParts& parts) noexcept {
    const std::size_t bits = parts.bits();
    const bool power_of_two = bits > 0 && mpn_scan1(parts.limbs(), 0) == bits - 1;
    return parts.negative() && power_of_two ? bits - 1 : bits;
}

NewRef int_to_bytes(Object* self, Object* const* arguments) {
    const Size size = arguments[0] ? TRY(argument_size(arguments[0])) : 1;
    const bool little = TRY(read_byteorder("to_bytes", arguments[1]));
    const bool is_signed = TRY(read_flag(arguments[2]));
    if (size < 0) return raise(value_error_type, "length argument must be non-negative");
    IntParts parts(as_int(self));
    if (parts.negative() && !is_signed)
        return raise(overflow_error_type, "can't convert negative int to unsigned");
    const std::size_t needed = is_signed && !parts.is_zero() ? signed_bits(parts) + 1 : parts.bits();
    if (needed > static_cast<std::size_t>(size) * 8)
        return raise(overflow_error_type, "int too big to convert");
    Ref<Bytes> bytes = TRY(new_bytes_uninitialized(size));
    auto* data = reinterpret_cast<unsigned char*>(bytes->data());
    write_little_endian(parts, data, static_cast<std::size_t>(size));
    if (!little) std::reverse(data, data + size);
    return bytes;
}

/// The octets of a bytes-like object, those that `__bytes__` gives, or those of an iterable of ints.
/// PyObject_Bytes.
Ref<Bytes> octets_of(Object* source) {
    if (is_exactly(source, bytes_type)) return share(static_cast<Bytes*>(source));
    if (Ref<Object> made = ask_for_bytes(source)) return Ref<Bytes>::steal(static_cast<Bytes*>(made.release()));
    if (pending_exception()) return failed;
    std::string octets;
    if (has_octets(source)) {
        TRY(collect_buffer(octets, source));
        return new_bytes(octets);
    }
    if (!source->type->slots.iter || is_str(source))
        return raise(type_error_type, fmt::format("cannot convert '{}' object to bytes", source->type->name));
    Ref<Object> items = TRY(iterate(source));
    while (Ref<Object> item = next(items.get())) {
        const Size octet = TRY(index_size(item.get(), nullptr));
        if (octet < 0 || octet > 255) return raise(value_error_type, "bytes must be in range(0, 256)");
        octets += static_cast<char>(octet);
    }
    if (pending_exception()) return failed;
    return new_bytes(octets);
}

NewRef int_from_bytes(Object* self, Object* const* arguments) {
    const bool little = TRY(read_byteorder("from_bytes", arguments[1]));
    Ref<Bytes> bytes = TRY(octets_of(arguments[0]));
    const bool is_signed = TRY(read_flag(arguments[2]));
    Ref<Int> value = TRY(int_from_octets(bytes->view(), little, is_signed));
    Type* type = reinterpret_cast<Type*>(self);
    if (type == &int_type) return value;
    return call(self, {value.get()});
}

NewRef int_real(Object* self) { return int_exact(self); }
NewRef int_imaginary(Object*) { return new_int(0); }
NewRef int_denominator(Object*) { return new_int(1); }

constexpr NativeDef method_table[] = {
    {"conjugate", int_copy, "-($self, /)", "The number itself: it has no imaginary part."},
    {"bit_length", int_bit_length, "($self, /)",
     "How many bits the number takes in binary, sign and leading zeros apart.\n\n"
     ">>> bin(37)\n'0b100101'\n>>> (37).bit_length()\n6"},
    {"bit_count", int_bit_count, "($self, /)",
     "How many ones the binary form of the absolute value has.\n\n>>> bin(13)\n'0b1101'\n>>> "
     "(13).bit_count()\n3"},
    {"to_bytes", int_to_bytes, "($self, /, length=1, byteorder='big', *, signed=False)",
     "The number as `length` bytes, the most significant one first ('big') or last ('little').\n\n"
     "Negative numbers need signed=True (two's complement). OverflowError if it does not fit."},
    {"from_bytes", int_from_bytes, "($type, /, bytes, byteorder='big', *, signed=False)",
     "The number that bytes stand for; the reverse of to_bytes."},
    {"as_integer_ratio", int_as_integer_ratio, "($self, /)",
     "The pair (number, 1).\n\n>>> (-3).as_integer_ratio()\n(-3, 1)"},
    {"__trunc__", int_copy, "-($self, /)", "The number itself: it is whole."},
    {"__floor__", int_copy, "-($self, /)", "The number itself: it is whole."},
    {"__ceil__", int_copy, "-($self, /)", "The number itself: it is whole."},
    {"__round__", int_round, "($self, ndigits=<unrepresentable>, /)",
     "Rounded to a multiple of 10**-ndigits; a tie goes to the even one."},
    {"__getnewargs__", int_getnewargs, "($self, /)", nullptr},
    {"__format__", int_format, "($self, format_spec, /)", nullptr},
    {"__sizeof__", int_sizeof, "($self, /)", "Bytes of memory."},
};

constexpr GetSetDef getset_table[] = {
    {"real", int_real, nullptr, "the number itself"},
    {"imag", int_imaginary, nullptr, "always 0"},
    {"numerator", int_real, nullptr, "of the number as a fraction in lowest terms"},
    {"denominator", int_denominator, nullptr, "of the number as a fraction in lowest terms"},
};

/// int(x, base): `base` makes x a text.
NewRef int_of_text(Object* text, Object* base) {
    const Size number = TRY(index_size(base, nullptr));
    if ((number != 0 && number < 2) || number > 36)
        return raise(value_error_type, "int() base must be >= 2 and <= 36, or 0");
    if (is_str(text))
        return read_int(ascii_number_text(static_cast<Str*>(text)), static_cast<int>(number), text);
    if (is_bytes(text)) return read_int(static_cast<Bytes*>(text)->view(), static_cast<int>(number), text);
    if (is_bytearray(text))
        return read_int(static_cast<ByteArray*>(text)->view(), static_cast<int>(number), text);
    return raise(type_error_type, "int() can't convert non-string with explicit base");
}

}  // namespace

constinit const std::span<const NativeDef> int_methods = method_table;
constinit const std::span<const GetSetDef> int_getset = getset_table;

NewRef int_new(Type* type, Tuple* arguments, Dict* keywords) {
    static constexpr const char* names[] = {"", "base"};
    Object* values[2] = {};
    TRY(bind_arguments("int", names, arguments, keywords, values));
    auto [source, base] = values;
    if (!source && base) return raise(type_error_type, "int() missing string argument");
    Ref<Object> made = TRY(!source ? NewRef(new_int(0))
                           : base  ? int_of_text(source, base)
                                   : number_to_int(source));
    if (type == &int_type) return made;
    const Int* value = as_int(made.get());
    const Size limbs = std::max<Size>(std::abs(value->limb_count), 1);
    auto* instance = static_cast<Int*>(allocate_instance(type, limbs));
    instance->limb_count = value->limb_count;
    std::memcpy(instance->limbs, value->limbs, static_cast<std::size_t>(limbs) * sizeof(mp_limb_t));
    return NewRef(instance);
}

/// `int(number)` and `int(text)` without tuple and dict.
NewRef int_construct(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names) {
    if (is_one_argument(positional, keyword_names)) return number_to_int(arguments[0]);
    return construct_generally(callable, arguments, positional, keyword_names);
}

}  // namespace minipy
