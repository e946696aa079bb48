// Codecs by name.
//
// A name is compared in lower case with every run of other characters as one '_', as the standard library's
// registry does it, so that the built-in codecs are found without asking the registry.
//
// CPython: Objects/unicodeobject.c (PyUnicode_Decode, _Py_normalize_encoding), Lib/encodings/aliases.py
#include <fmt/format.h>

#include "objects/codecs.h"
#include "objects/errors.h"

namespace minipy {

CodecHooks codec_hooks;

namespace {

template <ByteOrder order>
Ref<Str> decode_utf16_in(std::string_view octets, const std::string& errors, Size* consumed) {
    return decode_utf16(octets, errors, order, consumed);
}
template <ByteOrder order>
Ref<Bytes> encode_utf16_in(Str* string, const std::string& errors) {
    return encode_utf16(string, errors, order);
}
template <ByteOrder order>
Ref<Str> decode_utf32_in(std::string_view octets, const std::string& errors, Size* consumed) {
    return decode_utf32(octets, errors, order, consumed);
}
template <ByteOrder order>
Ref<Bytes> encode_utf32_in(Str* string, const std::string& errors) {
    return encode_utf32(string, errors, order);
}

constexpr Codec codecs[] = {
    {"utf_8", decode_utf8, encode_utf8},
    {"ascii", decode_ascii, encode_ascii},
    {"latin_1", decode_latin1, encode_latin1},
    {"utf_7", decode_utf7, encode_utf7},
    {"utf_16", decode_utf16_in<ByteOrder::Native>, encode_utf16_in<ByteOrder::Native>},
    {"utf_16_le", decode_utf16_in<ByteOrder::Little>, encode_utf16_in<ByteOrder::Little>},
    {"utf_16_be", decode_utf16_in<ByteOrder::Big>, encode_utf16_in<ByteOrder::Big>},
    {"utf_32", decode_utf32_in<ByteOrder::Native>, encode_utf32_in<ByteOrder::Native>},
    {"utf_32_le", decode_utf32_in<ByteOrder::Little>, encode_utf32_in<ByteOrder::Little>},
    {"utf_32_be", decode_utf32_in<ByteOrder::Big>, encode_utf32_in<ByteOrder::Big>},
    {"unicode_escape", decode_unicode_escape, encode_unicode_escape},
    {"raw_unicode_escape", decode_raw_unicode_escape, encode_raw_unicode_escape},
};

struct Alias {
    std::string_view alias;
    std::string_view name;
};

/// Spellings that programs use most, found without being normalized.
constexpr Alias usual_spellings[] = {
    {"utf-8", "utf_8"},     {"utf8", "utf_8"},     {"ascii", "ascii"},
    {"latin-1", "latin_1"}, {"latin1", "latin_1"}, {"iso-8859-1", "latin_1"},
};

constexpr Alias aliases[] = {
    {"utf8", "utf_8"},         {"u8", "utf_8"},          {"utf", "utf_8"},       {"us_ascii", "ascii"},
    {"646", "ascii"},          {"latin1", "latin_1"},    {"latin", "latin_1"},   {"l1", "latin_1"},
    {"iso_8859_1", "latin_1"}, {"iso8859_1", "latin_1"}, {"iso8859", "latin_1"}, {"8859", "latin_1"},
    {"cp819", "latin_1"},      {"utf16", "utf_16"},      {"u16", "utf_16"},      {"utf_16le", "utf_16_le"},
    {"utf_16be", "utf_16_be"}, {"utf32", "utf_32"},      {"u32", "utf_32"},      {"utf_32le", "utf_32_le"},
    {"utf_32be", "utf_32_be"}, {"utf7", "utf_7"},        {"u7", "utf_7"},        {"unicode_1_1_utf_7", "utf_7"},
};

const Codec* codec_named(std::string_view name) noexcept {
    for (const Codec& codec : codecs) {
        if (name == codec.name) return &codec;
    }
    return nullptr;
}

}  // namespace

std::string normalize_encoding(std::string_view name) {
    std::string normal;
    bool gap = false;
    for (char c : name) {
        const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z',
                   kept = letter || (c >= '0' && c <= '9') || c == '.';
        if (kept) {
            if (gap && !normal.empty()) normal += '_';
            normal += letter ? static_cast<char>(c | 0x20) : c;
        }
        gap = !kept;
    }
    return normal;
}

const Codec* find_codec(std::string_view name) {
    for (const Alias& usual : usual_spellings) {
        if (usual.alias == name) return codec_named(usual.name);
    }
    const std::string normal = normalize_encoding(name);
    for (const Alias& alias : aliases) {
        if (alias.alias == normal) return codec_named(alias.name);
    }
    return codec_named(normal);
}

Ref<Str> decode_octets(std::string_view octets, const std::string& encoding, const std::string& errors) {
    if (const Codec* codec = find_codec(encoding)) return codec->decode(octets, errors, nullptr);
    if (!codec_hooks.decode) return raise(lookup_error_type, fmt::format("unknown encoding: {}", encoding));
    Ref<Object> text = TRY(codec_hooks.decode(octets, encoding, errors));
    if (is_str(text.get())) return Ref<Str>::steal(static_cast<Str*>(text.release()));
    return raise(type_error_type,
                 fmt::format("'{}' decoder returned '{}' instead of 'str'; use codecs.decode() to decode to "
                             "arbitrary types",
                             encoding, text->type->name));
}

Ref<Bytes> encode_str(Str* string, const std::string& encoding, const std::string& errors) {
    if (const Codec* codec = find_codec(encoding)) return codec->encode(string, errors);
    if (!codec_hooks.encode) return raise(lookup_error_type, fmt::format("unknown encoding: {}", encoding));
    Ref<Object> octets = TRY(codec_hooks.encode(string, encoding, errors));
    if (is_bytes(octets.get())) return Ref<Bytes>::steal(static_cast<Bytes*>(octets.release()));
    return raise(type_error_type,
                 fmt::format("'{}' encoder returned '{}' instead of 'bytes'; use codecs.encode() to encode to "
                             "arbitrary types",
                             encoding, octets->type->name));
}

bool development_mode = false;

bool is_strict_utf8(const Str* encoding, const Str* errors) noexcept {
    return str_equal(encoding, "utf-8") && str_equal(errors, "strict");
}

Status check_codec_names(const Str* encoding_or_null, const Str* errors_or_null) {
    for (const Str* text : {encoding_or_null, errors_or_null}) {
        if (!text) continue;
        if (TRY(strict_utf8(const_cast<Str*>(text))).find('\0') != std::string_view::npos)
            return raise(value_error_type, "embedded null character");
    }
    if (!development_mode) return done;
    if (encoding_or_null) TRY(decode_octets("", std::string(str_utf8(const_cast<Str*>(encoding_or_null)))));
    if (errors_or_null && codec_hooks.find_error_handler)
        TRY(codec_hooks.find_error_handler(std::string(str_utf8(const_cast<Str*>(errors_or_null)))));
    return done;
}

}  // namespace minipy
