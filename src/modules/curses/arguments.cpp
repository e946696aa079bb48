// Arguments of curses: characters with attributes, texts, places.
//
// CPython: Modules/_cursesmodule.c (PyCurses_ConvertToChtype, PyCurses_ConvertToString)
#include <fmt/format.h>

#include <climits>

#include "modules/buffer_argument.h"
#include "modules/curses/curses.h"
#include "modules/support.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/index.h"
#include "objects/int.h"

namespace minipy::curses {
namespace {

constexpr const char* character_kinds = "bytes or str of length 1, or int";

Failure raise_unfit(const char* expected, const Object* value) {
    return raise(type_error_type, fmt::format("expect {}, got {}", expected, value->type->name));
}

Failure raise_too_large() { return raise(overflow_error_type, "byte doesn't fit in chtype"); }

/// The number of a character: its code up to 128, else its one octet in the window's encoding.
Result<std::int64_t> character_code(Str* text, Str* encoding) {
    if (text->size != 1)
        return raise(type_error_type,
                     fmt::format("expect {}, got a str of length {}", character_kinds, text->size));
    const char32_t code = text->at(0);
    if (code <= 128) return static_cast<std::int64_t>(code);
    const std::string name = encoding ? std::string(str_utf8(encoding)) : "utf-8";
    Ref<Bytes> octets = TRY(encode_str(text, name));
    if (octets->size != 1) return raise_too_large();
    return static_cast<unsigned char>(octets->data()[0]);
}

}  // namespace

Result<long> long_argument(Object* value) {
    Ref<Int> number = TRY(to_index(value));
    if (number->is_small()) return number->small;
    return raise(overflow_error_type, "Python int too large to convert to C long");
}

Result<short> short_argument(Object* value) {
    const long number = TRY(long_argument(value));
    if (number < SHRT_MIN) return raise(overflow_error_type, "signed short integer is less than minimum");
    if (number > SHRT_MAX) return raise(overflow_error_type, "signed short integer is greater than maximum");
    return static_cast<short>(number);
}

Result<chtype> character_argument(Object* value, Str* encoding) {
    std::int64_t code;
    if (is_bytes(value) && static_cast<Bytes*>(value)->size == 1)
        code = static_cast<unsigned char>(static_cast<Bytes*>(value)->data()[0]);
    else if (is_str(value))
        code = TRY(character_code(static_cast<Str*>(value), encoding));
    else if (!is_exactly(value, int_type))
        return raise_unfit(character_kinds, value);
    else if (!as_int(value)->is_small())
        return raise_too_large();
    else
        code = as_int(value)->small;
    const chtype character = static_cast<chtype>(code);
    if (static_cast<std::int64_t>(character) != code) return raise_too_large();
    return character;
}

Result<wchar_t> wide_character(Str* text, const char* expected) {
    if (text->size == 1) return static_cast<wchar_t>(text->at(0));
    return raise(type_error_type, fmt::format("expect {}, got a str of length {}", expected, text->size));
}

Result<Text> text_argument(Object* value) {
    if (is_str(value)) {
        const auto* text = static_cast<const Str*>(value);
        Text result{.is_wide = true};
        result.wide.reserve(static_cast<std::size_t>(text->size));
        for (Size i = 0; i < text->size; ++i) {
            if (text->at(i) == 0) return raise(value_error_type, "embedded null character");
            result.wide.push_back(static_cast<wchar_t>(text->at(i)));
        }
        return result;
    }
    if (!is_bytes(value)) return raise_unfit("bytes or str", value);
    const auto* octets = static_cast<const Bytes*>(value);
    if (octets->view().find('\0') != std::string_view::npos)
        return raise(value_error_type, "embedded null byte");
    return Text{.octets = octets->data()};
}

Result<std::string> octets_argument(Object* value) {
    HeldBuffer octets;
    TRY(get_buffer(value, octets, buffer_flag::simple));
    if (octets.view().find('\0') != std::string_view::npos)
        return raise(value_error_type, "embedded null byte");
    return std::string(octets.view());
}

Result<Placed> placed_arguments(Object* tuple, Size core_count, const char* method) {
    const auto* given = static_cast<const Tuple*>(tuple);
    const Size extra = given->size - core_count;
    if (extra < 0 || extra > 3)
        return raise(type_error_type, fmt::format("_curses.window.{} requires {} to {} arguments", method,
                                                  core_count, core_count + 3));
    Placed placed;
    placed.has_place = extra >= 2;
    placed.has_attributes = extra == 1 || extra == 3;
    placed.core = given->items() + (placed.has_place ? 2 : 0);
    if (placed.has_place) {
        const Ints<2> place = TRY(parsed_ints<2>(given->items()));
        placed.y = place[0];
        placed.x = place[1];
    }
    if (placed.has_attributes) placed.attributes = TRY(long_argument(placed.core[core_count]));
    return placed;
}

Result<Placed> place_argument(Object* tuple, const char* method) {
    const auto* given = static_cast<const Tuple*>(tuple);
    if (given->size != 0 && given->size != 2)
        return raise(type_error_type, fmt::format("_curses.window.{} requires 0 to 2 arguments", method));
    Placed placed;
    placed.has_place = given->size == 2;
    if (!placed.has_place) return placed;
    const Ints<2> place = TRY(parsed_ints<2>(given->items()));
    placed.y = place[0];
    placed.x = place[1];
    return placed;
}

}  // namespace minipy::curses
