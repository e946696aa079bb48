// array: the kinds of items, one for each type code.
//
// Integers are range-checked in the words of C conversions, which differ from kind to kind.
//
// CPython: Modules/arraymodule.c (b_getitem, b_setitem ...)
#include <climits>
#include <cstring>
#include <limits>

#include "modules/array/array.h"
#include "modules/support.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/int_large.h"
#include "objects/number_convert.h"
#include "objects/str.h"

namespace minipy {
namespace {

template <class T>
T load(const char* item) noexcept {
    T value;
    std::memcpy(&value, item, sizeof(T));
    return value;
}

template <class T>
void store(char* item, T value) noexcept {
    std::memcpy(item, &value, sizeof(T));
}

template <class T>
int compare_items(const char* left, const char* right) {
    const T a = load<T>(left), b = load<T>(right);
    return a < b ? -1 : a > b ? 1 : a == b ? 0 : 2;
}

template <class T>
Ref<Object> get_integer(const char* item) {
    if constexpr (std::is_unsigned_v<T> && sizeof(T) == 8)
        return new_int_unsigned(load<T>(item));
    else
        return new_int(static_cast<std::int64_t>(load<T>(item)));
}

/// Bounds of a C type and its name in errors.
struct Range {
    std::int64_t least, most;
    const char* name;
};

Status check_range(std::int64_t value, const Range& range) {
    if (value < range.least)
        return raise(overflow_error_type, fmt::format("{} is less than minimum", range.name));
    if (value > range.most)
        return raise(overflow_error_type, fmt::format("{} is greater than maximum", range.name));
    return done;
}

constexpr Range short_range{SHRT_MIN, SHRT_MAX, "signed short integer"};
constexpr Range int_range{INT_MIN, INT_MAX, "signed integer"};

Result<std::int64_t> long_argument(Object* value, const char* too_large) {
    Ref<Int> number = TRY(to_index(value));
    if (!number->is_small()) return raise(overflow_error_type, too_large);
    return number->small;
}

/// Integers below 64 bits: first as the C type that the value is read by, then as the item's own.
template <class T, const Range& first, const Range& second>
Status set_small(char* item, Object* value) {
    const std::int64_t number = TRY(long_argument(value, "Python int too large to convert to C long"));
    TRY(check_range(number, first));
    TRY(check_range(number, second));
    store(item, static_cast<T>(number));
    return done;
}

template <int variant>  // 0: l, 1: q
Status set_long(char* item, Object* value) {
    constexpr const char* texts[] = {"Python int too large to convert to C long", "int too big to convert"};
    store(item, TRY(long_argument(value, texts[variant])));
    return done;
}

/// What does not fit says so in the words of the C type's conversion.
Result<std::uint64_t> unsigned_argument(Object* value, const char* negative, const char* too_large) {
    Ref<Int> number = TRY(to_index(value));
    if (number->is_negative()) return raise(overflow_error_type, negative);
    const IntParts parts(number.get());
    if (parts.size() > 1) return raise(overflow_error_type, too_large);
    return parts.is_zero() ? 0 : parts.limbs()[0];
}

constexpr const char* no_negative = "can't convert negative value to unsigned int";
constexpr const char* too_large_long = "Python int too large to convert to C unsigned long";

Status set_unsigned_int(char* item, Object* value) {
    const std::uint64_t number = TRY(unsigned_argument(value, no_negative, too_large_long));
    if (number > UINT_MAX) return raise(overflow_error_type, "unsigned int is greater than maximum");
    store(item, static_cast<unsigned>(number));
    return done;
}

Status set_unsigned_long(char* item, Object* value) {
    store(item, TRY(unsigned_argument(value, no_negative, too_large_long)));
    return done;
}

Status set_unsigned_long_long(char* item, Object* value) {
    store(item,
          TRY(unsigned_argument(value, "can't convert negative int to unsigned", "int too big to convert")));
    return done;
}

template <class T>
Ref<Object> get_float(const char* item) {
    return new_float(static_cast<double>(load<T>(item)));
}

template <class T>
Status set_float(char* item, Object* value) {
    store(item, static_cast<T>(TRY(argument_double(value))));
    return done;
}

Ref<Object> get_character(const char* item) {
    const auto c = load<char32_t>(item);
    if (c > 0x10FFFF)
        return raise(value_error_type, fmt::format("character U+{:x} is not in range [U+0000; U+10ffff]",
                                                   static_cast<std::uint32_t>(c)));
    return str_from_character(c);
}

Status set_character(char* item, Object* value) {
    if (!is_str(value) || static_cast<Str*>(value)->size != 1)
        return raise(type_error_type, "array item must be unicode character");
    store(item, static_cast<Str*>(value)->at(0));
    return done;
}

constexpr Range byte_range{0, UCHAR_MAX, "unsigned byte integer"};
constexpr Range char_range{SCHAR_MIN, SCHAR_MAX, "signed char"};
constexpr Range unsigned_short_range{0, USHRT_MAX, "unsigned short"};

using UnsignedChar = unsigned char;
using UnsignedShort = unsigned short;

// Machine formats are those of a little-endian machine with longs of 64 bits.
constexpr ItemKind kinds[] = {
    {'b', "b", 1, 1, get_integer<signed char>, set_small<signed char, short_range, char_range>,
     compare_items<signed char>, true, true},
    {'B', "B", 1, 0, get_integer<UnsignedChar>, set_small<UnsignedChar, byte_range, byte_range>,
     compare_items<UnsignedChar>, true, false},
    {'u', "w", 4, 20, get_character, set_character, compare_items<wchar_t>, false, false},
    {'h', "h", 2, 4, get_integer<short>, set_small<short, short_range, short_range>, compare_items<short>, true,
     true},
    {'H', "H", 2, 2, get_integer<UnsignedShort>, set_small<UnsignedShort, int_range, unsigned_short_range>,
     compare_items<UnsignedShort>, true, false},
    {'i', "i", 4, 8, get_integer<int>, set_small<int, int_range, int_range>, compare_items<int>, true, true},
    {'I', "I", 4, 6, get_integer<unsigned>, set_unsigned_int, compare_items<unsigned>, true, false},
    {'l', "l", 8, 12, get_integer<std::int64_t>, set_long<0>, compare_items<std::int64_t>, true, true},
    {'L', "L", 8, 10, get_integer<std::uint64_t>, set_unsigned_long, compare_items<std::uint64_t>, true, false},
    {'q', "q", 8, 12, get_integer<std::int64_t>, set_long<1>, compare_items<std::int64_t>, true, true},
    {'Q', "Q", 8, 10, get_integer<std::uint64_t>, set_unsigned_long_long, compare_items<std::uint64_t>, true,
     false},
    {'f', "f", 4, 14, get_float<float>, set_float<float>, compare_items<float>, false, false},
    {'d', "d", 8, 16, get_float<double>, set_float<double>, compare_items<double>, false, false},
};

}  // namespace

std::span<const ItemKind> item_kinds() noexcept { return kinds; }

const ItemKind* find_item_kind(char32_t code) noexcept {
    for (const ItemKind& kind : kinds)
        if (static_cast<char32_t>(kind.code) == code) return &kind;
    return nullptr;
}

}  // namespace minipy
