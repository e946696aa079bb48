// The module `_codecs`: the built-in codecs as functions that return (result, how much was used), and codecs by
// character maps.
//
// A decoder that is not `final` leaves an unfinished character at the end alone.
//
// CPython: Modules/_codecsmodule.c, Objects/unicodeobject.c (PyUnicode_DecodeCharmap)
#include <fmt/format.h>

#include "modules/codecs/codecs.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/codecs.h"
#include "objects/codecs/error_handler.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str_builder.h"
#include "objects/text_argument.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

NewRef pair_with_size(Ref<Object> result, Size used) {
    if (!result) return failed;
    Ref<Int> size = new_int(used);
    Object* pair[] = {result.get(), size.get()};
    return new_tuple(pair);
}

Result<std::string> errors_argument(Object* errors, const char* function) {
    if (!errors || is_none(errors)) return std::string("strict");
    return std::string(str_utf8(TRY(str_argument(errors, function, "argument 2"))));
}

using Decode = Ref<Str> (*)(std::string_view, const std::string&, Size*);
using Encode = Ref<Bytes> (*)(Str*, const std::string&);
NewRef decode_with(Decode decode, const char* function, Object* data, Object* errors, bool final) {
    OctetsView octets;
    TRY(octets.acquire(data));
    const std::string handler = TRY(errors_argument(errors, function));
    auto used = static_cast<Size>(octets.view().size());
    Ref<Str> text = decode(octets.view(), handler, final ? nullptr : &used);
    return pair_with_size(std::move(text), used);
}

/// decode(data, errors=None, final=False)
template <Decode decode>
NewRef stateful_decode(Object*, Object* const* arguments) {
    return decode_with(decode, "decode", arguments[0], arguments[1], TRY(truth(arguments[2])));
}

/// decode(data, errors=None)
template <Decode decode>
NewRef plain_decode(Object*, Object* const* arguments) {
    return decode_with(decode, "decode", arguments[0], arguments[1], true);
}

template <Encode encode>
NewRef plain_encode(Object*, Object* const* arguments) {
    Str* text = TRY(str_argument(arguments[0], "encode", "argument 1"));
    const std::string handler = TRY(errors_argument(arguments[1], "encode"));
    return pair_with_size(encode(text, handler), text->size);
}

/// unicode_escape and raw_unicode_escape take a str too, as its UTF-8.
template <Decode decode>
NewRef escape_text_decode(Object* module, Object* const* arguments) {
    if (!is_str(arguments[0])) return stateful_decode<decode>(module, arguments);
    const std::string handler = TRY(errors_argument(arguments[1], "decode"));
    const std::string_view octets = str_utf8(static_cast<Str*>(arguments[0]));
    auto used = static_cast<Size>(octets.size());
    Ref<Str> text = decode(octets, handler, TRY(truth(arguments[2])) ? nullptr : &used);
    return pair_with_size(std::move(text), used);
}

template <ByteOrder order>
Ref<Str> utf16_in(std::string_view octets, const std::string& errors, Size* consumed) {
    return decode_utf16(octets, errors, order, consumed);
}
template <ByteOrder order>
Ref<Bytes> to_utf16_in(Str* text, const std::string& errors) {
    return encode_utf16(text, errors, order);
}
using OrderedEncode = Ref<Bytes> (*)(Str*, const std::string&, ByteOrder);

/// encode(str, errors=None, byteorder=0): 0 writes a byte order mark, -1 is little, 1 is big.
template <OrderedEncode encode>
NewRef ordered_encode(Object*, Object* const* arguments) {
    Str* text = TRY(str_argument(arguments[0], "encode", "argument 1"));
    const std::string handler = TRY(errors_argument(arguments[1], "encode"));
    const int order = TRY(argument_int(arguments[2]));
    const ByteOrder wanted = order < 0 ? ByteOrder::Little : order > 0 ? ByteOrder::Big : ByteOrder::Native;
    return pair_with_size(encode(text, handler, wanted), text->size);
}

template <ByteOrder order>
Ref<Str> utf32_in(std::string_view octets, const std::string& errors, Size* consumed) {
    return decode_utf32(octets, errors, order, consumed);
}
template <ByteOrder order>
Ref<Bytes> to_utf32_in(Str* text, const std::string& errors) {
    return encode_utf32(text, errors, order);
}

using OrderedDecode = Ref<Str> (*)(std::string_view, const std::string&, ByteOrder, Size*);

/// The order that a byte order mark at the start tells of, -1 or 1; 0 if there is none.
int marked_order(std::string_view octets, std::size_t width) noexcept {
    const std::string mark = std::string("\xFF\xFE") + std::string(width - 2, '\0');
    if (octets.starts_with(mark)) return -1;
    return octets.starts_with(std::string(mark.rbegin(), mark.rend())) ? 1 : 0;
}

/// decode(data, errors=None, byteorder=0, final=False): (text, octets used, byte order found)
template <OrderedDecode decode, std::size_t width>
NewRef ordered_decode(Object*, Object* const* arguments) {
    const std::string handler = TRY(errors_argument(arguments[1], "decode"));
    int order = TRY(argument_int(arguments[2]));
    const bool final = TRY(truth(arguments[3]));
    OctetsView octets;
    TRY(octets.acquire(arguments[0]));
    auto used = static_cast<Size>(octets.view().size());
    const ByteOrder wanted = order < 0 ? ByteOrder::Little : order > 0 ? ByteOrder::Big : ByteOrder::Native;
    Ref<Str> text = TRY(decode(octets.view(), handler, wanted, final ? nullptr : &used));
    if (order == 0) order = marked_order(octets.view(), width);
    Ref<Int> size = new_int(used), found = new_int(order);
    return tuple_of(text.get(), size.get(), found.get());
}

NewRef codecs_readbuffer_encode(Object*, Object* const* arguments) {
    TRY(errors_argument(arguments[1], "readbuffer_encode"));
    if (is_str(arguments[0])) {
        const std::string_view utf8 = str_utf8(static_cast<Str*>(arguments[0]));
        return pair_with_size(new_bytes(utf8), static_cast<Size>(utf8.size()));
    }
    OctetsView octets;
    TRY(octets.acquire(arguments[0]));
    return pair_with_size(new_bytes(octets.view()), static_cast<Size>(octets.view().size()));
}

/// The octets as they stand in a bytes literal.
NewRef codecs_escape_encode(Object*, Object* const* arguments) {
    if (!is_bytes(arguments[0]))
        return raise_bad_argument("escape_encode", "argument 1", "bytes", arguments[0]);
    std::string text;
    for (const char octet : static_cast<Bytes*>(arguments[0])->view()) {
        const auto code = static_cast<unsigned char>(octet);
        switch (octet) {
            case '\'': text += "\\'"; break;
            case '\\': text += "\\\\"; break;
            case '\t': text += "\\t"; break;
            case '\n': text += "\\n"; break;
            case '\r': text += "\\r"; break;
            default:
                text += code < ' ' || code >= 0x7F ? fmt::format("\\x{:02x}", code) : std::string(1, octet);
        }
    }
    return pair_with_size(new_bytes(text), static_cast<Bytes*>(arguments[0])->size);
}

// --- character maps

constexpr char32_t undefined_character = 0xFFFE;

/// What the mapping has for a key, empty if it has nothing.
Status map_lookup(Object* mapping, std::int64_t key, Ref<Object>& found) {
    found = get_item(mapping, new_int(key).get());
    if (found) return done;
    if (!pending_matches(lookup_error_type)) return failed;
    clear_exception();
    return done;
}

/// Appends what an octet stands for; false if it stands for nothing.
Result<bool> append_mapped(StrBuilder& text, Object* mapping, unsigned char octet) {
    if (is_str(mapping)) {
        const auto* table = static_cast<Str*>(mapping);
        if (octet >= table->size || table->at(octet) == undefined_character) return false;
        text.append(table->at(octet));
        return true;
    }
    Ref<Object> found;
    TRY(map_lookup(mapping, octet, found));
    if (!found || is_none(found.get())) return false;
    if (is_str(found.get())) {
        const auto* piece = static_cast<Str*>(found.get());
        if (piece->size == 1 && piece->at(0) == undefined_character) return false;
        text.append(piece);
        return true;
    }
    if (!is_int(found.get()))
        return raise(type_error_type, "character mapping must return integer, None or str");
    const Size code = TRY(argument_size(found.get()));
    if (code == undefined_character) return false;
    if (code < 0 || code > 0x10FFFF)
        return raise(type_error_type, "character mapping must be in range(0x110000)");
    text.append(static_cast<char32_t>(code));
    return true;
}

NewRef codecs_charmap_decode(Object*, Object* const* arguments) {
    if (is_none(arguments[2]))
        return decode_with(decode_latin1, "charmap_decode", arguments[0], arguments[1], true);
    const std::string handler = TRY(errors_argument(arguments[1], "charmap_decode"));
    OctetsView octets;
    TRY(octets.acquire(arguments[0]));
    std::string_view view = octets.view();
    DecodeErrors errors("charmap", view, handler);
    StrBuilder text;
    for (Size i = 0; i < static_cast<Size>(view.size());) {
        const auto octet = static_cast<unsigned char>(view[static_cast<std::size_t>(i)]);
        if (TRY(append_mapped(text, arguments[2], octet)))
            ++i;
        else
            i = TRY(errors.handle(text, i, i + 1, "character maps to <undefined>"));
    }
    return pair_with_size(text.finish(), static_cast<Size>(octets.view().size()));
}

/// Appends the octets of a character; false if it has none.
Result<bool> append_octets(std::string& octets, Object* mapping, char32_t character) {
    Ref<Object> found;
    TRY(map_lookup(mapping, static_cast<std::int64_t>(character), found));
    if (!found || is_none(found.get())) return false;
    if (is_bytes(found.get())) {
        octets += static_cast<Bytes*>(found.get())->view();
        return true;
    }
    if (!is_int(found.get()))
        return raise(
            type_error_type,
            fmt::format("character mapping must return integer, bytes or None, not {}", found->type->name));
    const Size code = TRY(argument_size(found.get()));
    if (code < 0 || code > 255) return raise(type_error_type, "character mapping must be in range(256)");
    octets += static_cast<char>(code);
    return true;
}

/// Where the run of characters without octets ends that starts at `start`.
Result<Size> unmapped_end(Str* text, Object* mapping, Size start) {
    Size end = start + 1;
    for (std::string ignored; end < text->size; ++end)
        if (TRY(append_octets(ignored, mapping, text->at(end)))) break;
    return end;
}

NewRef codecs_charmap_encode(Object*, Object* const* arguments) {
    Str* text = TRY(str_argument(arguments[0], "charmap_encode", "argument 1"));
    const std::string handler = TRY(errors_argument(arguments[1], "charmap_encode"));
    Object* mapping = arguments[2];
    if (is_none(mapping)) return pair_with_size(encode_latin1(text, handler), text->size);
    EncodeErrors errors("charmap", text, handler);
    std::string octets;
    for (Size i = 0; i < text->size;) {
        if (TRY(append_octets(octets, mapping, text->at(i)))) {
            ++i;
            continue;
        }
        const Size end = TRY(unmapped_end(text, mapping, i));
        std::u32string replacement;
        const Size next = TRY(errors.handle(octets, replacement, i, end, "character maps to <undefined>"));
        for (const char32_t character : replacement)
            if (!TRY(append_octets(octets, mapping, character)))
                return errors.fail(i, end, "character maps to <undefined>");
        i = next;
    }
    return pair_with_size(new_bytes(octets), text->size);
}

/// The encoding table of a decoding table of 256 characters.
NewRef codecs_charmap_build(Object*, Object* const* arguments) {
    Str* table = TRY(str_argument(arguments[0], "charmap_build"));
    Ref<Dict> map = new_dict();
    for (Size i = 0; i < table->size && i < 256; ++i) {
        if (table->at(i) == undefined_character) continue;
        TRY(dict_set(map.get(), new_int(static_cast<std::int64_t>(table->at(i))).get(), new_int(i).get()));
    }
    return map;
}

constexpr const char* encode_signature = "($module, str, errors=None, /)";
constexpr const char* decode_signature = "($module, data, errors=None, /)";
constexpr const char* stateful_signature = "($module, data, errors=None, final=False, /)";
constexpr const char* ordered_signature = "($module, data, errors=None, byteorder=0, final=False, /)";
constexpr const char* escape_signature = "($module, data, errors=None, final=True, /)";

constexpr ByteOrder native = ByteOrder::Native, little = ByteOrder::Little, big = ByteOrder::Big;

constexpr NativeDef functions[] = {
    {"register", codecs_register, "($module, search_function, /)", "Adds a function that finds codecs."},
    {"unregister", codecs_unregister, "($module, search_function, /)", "Takes a search function back."},
    {"lookup", codecs_lookup, "($module, encoding, /)", "The codec of an encoding."},
    {"encode", codecs_encode, "($module, /, obj, encoding='utf-8', errors='strict')", "Encodes by a codec."},
    {"decode", codecs_decode, "($module, /, obj, encoding='utf-8', errors='strict')", "Decodes by a codec."},
    {"register_error", codecs_register_error, "($module, errors, handler, /)", "Adds an error handler."},
    {"lookup_error", codecs_lookup_error, "($module, name, /)", "The error handler of a name."},
    {"ascii_decode", plain_decode<decode_ascii>, decode_signature, nullptr},
    {"ascii_encode", plain_encode<encode_ascii>, encode_signature, nullptr},
    {"charmap_build", codecs_charmap_build, "($module, map, /)", nullptr},
    {"charmap_decode", codecs_charmap_decode, "($module, data, errors=None, mapping=None, /)", nullptr},
    {"charmap_encode", codecs_charmap_encode, "($module, str, errors=None, mapping=None, /)", nullptr},
    {"escape_decode", codecs_escape_decode, decode_signature, nullptr},
    {"escape_encode", codecs_escape_encode, decode_signature, nullptr},
    {"latin_1_decode", plain_decode<decode_latin1>, decode_signature, nullptr},
    {"latin_1_encode", plain_encode<encode_latin1>, encode_signature, nullptr},
    {"raw_unicode_escape_decode", escape_text_decode<decode_raw_unicode_escape>, escape_signature, nullptr},
    {"raw_unicode_escape_encode", plain_encode<encode_raw_unicode_escape>, encode_signature, nullptr},
    {"readbuffer_encode", codecs_readbuffer_encode, decode_signature, nullptr},
    {"unicode_escape_decode", escape_text_decode<decode_unicode_escape>, escape_signature, nullptr},
    {"unicode_escape_encode", plain_encode<encode_unicode_escape>, encode_signature, nullptr},
    {"utf_16_be_decode", stateful_decode<utf16_in<big>>, stateful_signature, nullptr},
    {"utf_16_be_encode", plain_encode<to_utf16_in<big>>, encode_signature, nullptr},
    {"utf_16_decode", stateful_decode<utf16_in<native>>, stateful_signature, nullptr},
    {"utf_16_encode", ordered_encode<encode_utf16>, "($module, str, errors=None, byteorder=0, /)", nullptr},
    {"utf_16_ex_decode", ordered_decode<decode_utf16, 2>, ordered_signature, nullptr},
    {"utf_16_le_decode", stateful_decode<utf16_in<little>>, stateful_signature, nullptr},
    {"utf_16_le_encode", plain_encode<to_utf16_in<little>>, encode_signature, nullptr},
    {"utf_32_be_decode", stateful_decode<utf32_in<big>>, stateful_signature, nullptr},
    {"utf_32_be_encode", plain_encode<to_utf32_in<big>>, encode_signature, nullptr},
    {"utf_32_decode", stateful_decode<utf32_in<native>>, stateful_signature, nullptr},
    {"utf_32_encode", ordered_encode<encode_utf32>, "($module, str, errors=None, byteorder=0, /)", nullptr},
    {"utf_32_ex_decode", ordered_decode<decode_utf32, 4>, ordered_signature, nullptr},
    {"utf_32_le_decode", stateful_decode<utf32_in<little>>, stateful_signature, nullptr},
    {"utf_32_le_encode", plain_encode<to_utf32_in<little>>, encode_signature, nullptr},
    {"utf_7_decode", stateful_decode<decode_utf7>, stateful_signature, nullptr},
    {"utf_7_encode", plain_encode<encode_utf7>, encode_signature, nullptr},
    {"utf_8_decode", stateful_decode<decode_utf8>, stateful_signature, nullptr},
    {"utf_8_encode", plain_encode<encode_utf8>, encode_signature, nullptr},
};

Status fill(Module*) {
    connect_codec_registry();
    return register_error_handlers();
}

const ModuleSpec spec = {"_codecs", "Codecs: the registry and those that are built in.", functions, fill};

}  // namespace

Ref<Module> make_codecs_module() { return new_native_module(spec); }

}  // namespace minipy
