// unicode_escape and raw_unicode_escape: text written with backslash escapes.
//
// CPython: Objects/unicodeobject.c (_PyUnicode_DecodeUnicodeEscapeInternal, PyUnicode_AsUnicodeEscapeString)
#include <fmt/format.h>

#include "objects/codecs.h"
#include "objects/codecs/error_handler.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/str_storage.h"
#include "objects/unicode_data.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

int hex_digit(char c) noexcept {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// An escape read from the octets: a character, nothing (a line continuation), or what is wrong with it.
struct Escape {
    char32_t character = 0;
    bool nothing = false;
    const char* error = nullptr;
    bool dubious = false;     // worth a warning
    bool unfinished = false;  // only the end of the octets is in the way
    Size end = 0;             // behind the escape, or behind the part of it that makes sense
};

Escape read_hex(std::string_view octets, Size at, int digits, const char* error) noexcept {
    Escape escape{.end = at};
    for (int i = 0; i < digits; ++i, ++escape.end) {
        const int digit = escape.end < static_cast<Size>(octets.size())
                              ? hex_digit(octets[static_cast<std::size_t>(escape.end)])
                              : -1;
        if (digit < 0) {
            escape.error = error;
            escape.unfinished = escape.end == static_cast<Size>(octets.size());
            return escape;
        }
        escape.character = escape.character << 4 | static_cast<char32_t>(digit);
    }
    return escape;
}

/// `\N{name}`; `at` is behind the N.
Escape read_name(std::string_view octets, Size at) {
    Escape escape{.error = "malformed \\N character escape", .end = at};
    const auto size = static_cast<Size>(octets.size());
    escape.unfinished = at >= size;
    if (at >= size || octets[static_cast<std::size_t>(at)] != '{') return escape;
    const std::size_t start = static_cast<std::size_t>(at) + 1, close = octets.find('}', start);
    escape.unfinished = close == octets.npos;
    escape.end = close == octets.npos ? size : static_cast<Size>(close);
    if (close == octets.npos || close == start) return escape;
    escape.end += 1;
    const auto character = unicode::character_by_name(octets.substr(start, close - start));
    escape.error = character ? nullptr : "unknown Unicode character name";
    escape.character = character.value_or(0);
    return escape;
}

Escape read_octal(std::string_view octets, Size at) noexcept {
    Escape escape{.end = at};
    for (int i = 0; i < 3 && escape.end < static_cast<Size>(octets.size()); ++i, ++escape.end) {
        const auto digit = static_cast<unsigned>(octets[static_cast<std::size_t>(escape.end)] - '0');
        if (digit > 7) break;
        escape.character = escape.character << 3 | digit;
    }
    escape.dubious = escape.character > 0xFF;
    return escape;
}

constexpr std::string_view simple_letters = "\\'\"bftnrva", simple_values = "\\'\"\b\f\t\n\r\v\a";

/// The escape whose backslash is in front of `at`; unknown ones stand for the backslash alone.
Escape read_escape(std::string_view octets, Size at) {
    if (at >= static_cast<Size>(octets.size()))
        return {.error = "\\ at end of string", .unfinished = true, .end = at};
    const char letter = octets[static_cast<std::size_t>(at)];
    if (letter == '\n') return {.nothing = true, .end = at + 1};
    if (const auto known = simple_letters.find(letter); known != simple_letters.npos) {
        return {.character = static_cast<unsigned char>(simple_values[known]), .end = at + 1};
    }
    if (letter >= '0' && letter <= '7') return read_octal(octets, at);
    if (letter == 'x') return read_hex(octets, at + 1, 2, "truncated \\xXX escape");
    if (letter == 'u') return read_hex(octets, at + 1, 4, "truncated \\uXXXX escape");
    if (letter == 'U') {
        Escape escape = read_hex(octets, at + 1, 8, "truncated \\UXXXXXXXX escape");
        if (!escape.error && escape.character > 0x10FFFF) escape.error = "illegal Unicode character";
        return escape;
    }
    if (letter == 'N') return read_name(octets, at + 1);
    return {.character = '\\', .dubious = true, .end = at};
}

/// DeprecationWarning for an escape without a meaning, or an octal one above 0o377; `rest` starts behind its
/// backslash.
Status warn_of_bad_escape(std::string_view rest) {
    const char first = rest[0];
    char text[4];
    const std::string_view shown(text, encode_utf8(static_cast<unsigned char>(first), text));
    return warn(deprecation_warning_type,
                first >= '4' && first <= '7'
                    ? fmt::format("invalid octal escape sequence '\\{}'", rest.substr(0, 3))
                    : fmt::format("invalid escape sequence '\\{}'", shown));
}

}  // namespace

Ref<Str> decode_unicode_escape(std::string_view octets, const std::string& errors, Size* consumed) {
    DecodeErrors handler("unicodeescape", octets, errors);
    StrBuilder builder;
    Size at = 0, bad_escape = -1;
    while (at < static_cast<Size>(octets.size())) {
        const auto octet = static_cast<unsigned char>(octets[static_cast<std::size_t>(at)]);
        if (octet != '\\') {
            builder.append(octet);
            ++at;
            continue;
        }
        const Escape escape = read_escape(octets, at + 1);
        if (escape.unfinished && consumed) break;
        if (bad_escape < 0 && escape.dubious) bad_escape = at + 1;
        if (escape.error) {
            at = TRY(handler.handle(builder, at, escape.end, escape.error));
            continue;
        }
        if (!escape.nothing) builder.append(escape.character);
        at = escape.end;
    }
    if (consumed) *consumed = at;
    if (bad_escape >= 0) TRY(warn_of_bad_escape(octets.substr(static_cast<std::size_t>(bad_escape))));
    return builder.finish();
}

Ref<Bytes> encode_unicode_escape(Str* string, const std::string&) {
    std::string octets;
    for (Size i = 0; i < string->size; ++i) {
        const char32_t c = string->at(i);
        if (c == '\t')
            octets += "\\t";
        else if (c == '\n')
            octets += "\\n";
        else if (c == '\r')
            octets += "\\r";
        else if (c == '\\')
            octets += "\\\\";
        else if (c >= ' ' && c < 0x7F)
            octets += static_cast<char>(c);
        else
            octets += backslash_escape(c);
    }
    return new_bytes(octets);
}

Ref<Str> decode_raw_unicode_escape(std::string_view octets, const std::string& errors, Size* consumed) {
    DecodeErrors handler("rawunicodeescape", octets, errors);
    StrBuilder builder;
    auto octet = [&](Size i) { return static_cast<unsigned char>(octets[static_cast<std::size_t>(i)]); };
    Size at = 0;
    while (at < static_cast<Size>(octets.size())) {
        const auto size = static_cast<Size>(octets.size());
        if (octet(at) != '\\' || (at + 1 == size && !consumed)) {
            builder.append(octet(at++));
            continue;
        }
        if (at + 1 == size) break;
        const unsigned char letter = octet(at + 1);
        if (letter != 'u' && letter != 'U') {
            builder.append('\\');
            builder.append(letter);
            at += 2;
            continue;
        }
        Escape escape = letter == 'u' ? read_hex(octets, at + 2, 4, "truncated \\uXXXX escape")
                                      : read_hex(octets, at + 2, 8, "truncated \\UXXXXXXXX escape");
        if (escape.unfinished && consumed) break;
        if (!escape.error && escape.character > 0x10FFFF) escape.error = "\\Uxxxxxxxx out of range";
        if (escape.error) {
            at = TRY(handler.handle(builder, at, escape.end, escape.error));
            continue;
        }
        builder.append(escape.character);
        at = escape.end;
    }
    if (consumed) *consumed = at;
    return builder.finish();
}

Ref<Bytes> encode_raw_unicode_escape(Str* string, const std::string&) {
    std::string octets;
    for (Size i = 0; i < string->size; ++i) {
        const char32_t c = string->at(i);
        if (c < 0x100)
            octets += static_cast<char>(c);
        else
            octets += backslash_escape(c);
    }
    return new_bytes(octets);
}

}  // namespace minipy
