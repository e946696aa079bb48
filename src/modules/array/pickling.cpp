// array: pickles, which may come from a machine with other sizes and byte orders.
//
// CPython: Modules/arraymodule.c (array__array_reconstructor, mformat_descriptors)
#include <algorithm>
#include <bit>
#include <cstring>

#include "modules/array/array.h"
#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/bytes.h"
#include "objects/codecs.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "vm/import.h"

namespace minipy {
namespace {

using Class = MachineFormat::Class;

/// By number: sign and size of integers, then floats, then characters; little-endian before big-endian.
constexpr MachineFormat machine_formats[] = {
    {Class::Integer, 1, false, false}, {Class::Integer, 1, true, false},  {Class::Integer, 2, false, false},
    {Class::Integer, 2, false, true},  {Class::Integer, 2, true, false},  {Class::Integer, 2, true, true},
    {Class::Integer, 4, false, false}, {Class::Integer, 4, false, true},  {Class::Integer, 4, true, false},
    {Class::Integer, 4, true, true},   {Class::Integer, 8, false, false}, {Class::Integer, 8, false, true},
    {Class::Integer, 8, true, false},  {Class::Integer, 8, true, true},   {Class::Float, 4, false, false},
    {Class::Float, 4, false, true},    {Class::Float, 8, false, false},   {Class::Float, 8, false, true},
    {Class::Text, 4, false, false},    {Class::Text, 4, false, true},     {Class::Text, 8, false, false},
    {Class::Text, 8, false, true}};

/// The number whose octets these are, lowest first.
std::uint64_t load_octets(std::string_view octets, bool big_endian) noexcept {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < octets.size(); ++i)
        value = value << 8 | static_cast<unsigned char>(octets[big_endian ? i : octets.size() - 1 - i]);
    return value;
}

Ref<Object> decode_item(std::string_view octets, const MachineFormat& format) {
    const std::uint64_t bits = load_octets(octets, format.big_endian);
    if (format.kind == Class::Float)
        return new_float(format.size == 4
                             ? static_cast<double>(std::bit_cast<float>(static_cast<std::uint32_t>(bits)))
                             : std::bit_cast<double>(bits));
    if (!format.is_signed) return new_int_unsigned(bits);
    const int unused = 64 - 8 * format.size;
    return new_int(static_cast<std::int64_t>(bits << unused) >> unused);
}

/// The kind of this machine's that holds integers of the format, the last one in the table; else the given one.
const ItemKind* fitting_kind(const ItemKind* given, const MachineFormat& format) noexcept {
    if (format.kind != Class::Integer) return given;
    for (const ItemKind& kind : item_kinds())
        if (kind.is_integer && kind.size == format.size && kind.is_signed == format.is_signed) given = &kind;
    return given;
}

Ref<Object> decode_items(std::string_view octets, const MachineFormat& format) {
    const auto size = static_cast<std::size_t>(format.size);
    if (octets.size() % size) return raise(value_error_type, "string length not a multiple of item size");
    if (format.kind == Class::Text) {
        const ByteOrder order = format.big_endian ? ByteOrder::Big : ByteOrder::Little;
        return format.size == 4 ? decode_utf16(octets, "strict", order) : decode_utf32(octets, "strict", order);
    }
    Ref<List> items = new_list();
    for (std::size_t at = 0; at < octets.size(); at += size)
        TRY(list_append_steal(items.get(), decode_item(octets.substr(at, size), format).release()));
    return items;
}

}  // namespace

NewRef array_reconstructor(Object*, Object* const* arguments) {
    auto* type = static_cast<Type*>(arguments[0]);
    if (!is_instance_of(arguments[0], type_type))
        return raise(type_error_type,
                     fmt::format("first argument must be a type object, not {}", arguments[0]->type->name));
    if (!is_str(arguments[1]) || static_cast<Str*>(arguments[1])->size != 1)
        return raise_bad_argument("_array_reconstructor", "argument 2", "a unicode character", arguments[1]);
    const int number = TRY(argument_int(arguments[2]));
    if (!is_subtype(type, &array_type))
        return raise(type_error_type, fmt::format("{} is not a subtype of {}", type->name, array_type.name));
    const ItemKind* kind = find_item_kind(static_cast<Str*>(arguments[1])->at(0));
    if (!kind) return raise(value_error_type, "second argument must be a valid type code");
    if (number < 0 || number >= static_cast<int>(std::size(machine_formats)))
        return raise(value_error_type, "third argument must be a valid machine format code.");
    if (!is_bytes(arguments[3]))
        return raise(type_error_type,
                     fmt::format("fourth argument should be bytes, not {}", arguments[3]->type->name));
    if (number == kind->machine_format) return make_array(type, kind, arguments[3]);
    const MachineFormat& format = machine_formats[number];
    Ref<Object> items = TRY(decode_items(static_cast<Bytes*>(arguments[3])->view(), format));
    return make_array(type, fitting_kind(kind, format), items.get());
}

NewRef array_reduce_ex(Object* self, Object* const* arguments) {
    Array* array = as_array(self);
    if (!is_int(arguments[0])) return raise(type_error_type, "__reduce_ex__ argument should be an integer");
    const Size protocol = TRY(argument_size(arguments[0]));
    Ref<Object> dict;
    TRY(find_attribute(self, name<"__dict__">, dict));
    if (!dict) dict = share(&none);
    Ref<Str> code = str_from_character(static_cast<char32_t>(array->kind->code));
    if (protocol < 3) {
        Ref<List> items = TRY(array_to_list(array));
        return pack({self->type, pack({code.get(), items.get()}).get(), dict.get()});
    }
    Ref<Object> module = TRY(import_module("array"));
    Ref<Object> reconstructor = TRY(get_attribute(module.get(), name<"_array_reconstructor">));
    Ref<Bytes> octets = new_bytes(array->octets());
    return pack({reconstructor.get(),
                 pack({self->type, code.get(), new_int(array->kind->machine_format).get(), octets.get()}).get(),
                 dict.get()});
}

}  // namespace minipy
