// ASCII and Latin-1: one octet a character.
//
// CPython: Objects/unicodeobject.c (PyUnicode_DecodeASCII, unicode_encode_ucs1)
#include "objects/codecs.h"
#include "objects/codecs/error_handler.h"
#include "objects/errors.h"

namespace minipy {
namespace {

/// Encodes characters below `limit`.
Ref<Bytes> encode_below(Str* string, const std::string& errors, char32_t limit, const char* encoding,
                        const char* reason) {
    std::string octets;
    octets.reserve(static_cast<std::size_t>(string->size));
    EncodeErrors handler(encoding, string, errors);
    for (Size i = 0; i < string->size;) {
        if (string->at(i) < limit) {
            octets += static_cast<char>(string->at(i++));
            continue;
        }
        Size end = i + 1;
        while (end < string->size && string->at(end) >= limit) ++end;
        std::u32string text;
        const Size next = TRY(handler.handle(octets, text, i, end, reason));
        for (char32_t c : text) {
            if (c >= limit) return handler.fail(i, end, reason);
            octets += static_cast<char>(c);
        }
        i = next;
    }
    return new_bytes(octets);
}

}  // namespace

Ref<Str> decode_ascii(std::string_view octets, const std::string& errors, Size* consumed) {
    if (consumed) *consumed = static_cast<Size>(octets.size());
    if (is_ascii(octets)) return str_from_utf8(octets);
    DecodeErrors handler("ascii", octets, errors);
    StrBuilder builder;
    for (Size i = 0; i < static_cast<Size>(octets.size());) {
        const auto octet = static_cast<unsigned char>(octets[static_cast<std::size_t>(i)]);
        if (octet < 128) {
            builder.append(octet);
            ++i;
        } else {
            i = TRY(handler.handle(builder, i, i + 1, "ordinal not in range(128)"));
        }
    }
    return builder.finish();
}

Ref<Bytes> encode_ascii(Str* string, const std::string& errors) {
    if (string->ascii) return new_bytes(string->view1());
    return encode_below(string, errors, 0x80, "ascii", "ordinal not in range(128)");
}

Ref<Str> decode_latin1(std::string_view octets, const std::string&, Size* consumed) {
    if (consumed) *consumed = static_cast<Size>(octets.size());
    return str_from_latin1(octets);
}

Ref<Bytes> encode_latin1(Str* string, const std::string& errors) {
    if (string->kind == 1) return new_bytes(string->view1());
    return encode_below(string, errors, 0x100, "latin-1", "ordinal not in range(256)");
}

}  // namespace minipy
