// UTF-8 in source texts: validity and lengths.
//
// Valid is what the codec `utf-8` of Python accepts: no overlong forms, no surrogates, at most U+10FFFF.
// Invariant: a bad sequence counts as one character per maximal valid prefix, as decoding with "replace".
//
// CPython: Objects/stringlib/codecs.h (utf8_decode)
#include "lexer/utf8.h"

#include <fmt/format.h>

#include <cstdint>
#include <cstring>

namespace minipy {
namespace {

/// Bytes from `at` on that are ASCII, looked at eight at a time.
std::size_t skip_ascii(std::string_view text, std::size_t at) noexcept {
    while (at + 8 <= text.size()) {
        std::uint64_t word;
        std::memcpy(&word, text.data() + at, 8);
        if (word & 0x8080808080808080u) break;
        at += 8;
    }
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
    return at;
}

}  // namespace

Utf8Character decode_utf8(std::string_view text) noexcept {
    const auto byte = [&](std::size_t i) -> unsigned {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
    };
    const unsigned first = byte(0);
    if (first < 0x80) return {first, 1, true};
    if (first < 0xC2 || first > 0xF4) return {first, 1, false};
    const int size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    // The second byte's range excludes overlong forms, surrogates and what lies beyond U+10FFFF.
    const unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    if (byte(1) < low || byte(1) > high) return {first, 1, false};
    char32_t code = (first & (0x7Fu >> size)) << 6 | (byte(1) & 0x3F);
    for (int i = 2; i < size; ++i) {
        const unsigned next = byte(static_cast<std::size_t>(i));
        if ((next & 0xC0) != 0x80) return {first, i, false};
        code = code << 6 | (next & 0x3F);
    }
    return {code, size, true};
}

std::size_t find_invalid_utf8(std::string_view text) noexcept {
    for (std::size_t at = 0; (at = skip_ascii(text, at)) < text.size();) {
        const Utf8Character character = decode_utf8(text.substr(at));
        if (!character.valid) return at;
        at += static_cast<std::size_t>(character.size);
    }
    return text.npos;
}

std::size_t utf8_length(std::string_view text) noexcept {
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = skip_ascii(text, at);
        count += next - at;
        if ((at = next) == text.size()) break;
        at += static_cast<std::size_t>(decode_utf8(text.substr(at)).size);
        ++count;
    }
    return count;
}

std::string replace_invalid_utf8(std::string_view text) {
    std::string result;
    for (std::size_t bad; (bad = find_invalid_utf8(text)) != text.npos;) {
        result.append(text, 0, bad).append("\xEF\xBF\xBD");
        text.remove_prefix(bad + static_cast<std::size_t>(decode_utf8(text.substr(bad)).size));
    }
    return result.append(text);
}

std::string escape_invalid_utf8(std::string_view text) {
    std::string result;
    for (std::size_t bad; (bad = find_invalid_utf8(text)) != text.npos;) {
        result.append(text, 0, bad);
        const auto size = static_cast<std::size_t>(decode_utf8(text.substr(bad)).size);
        for (const char c : text.substr(bad, size)) {
            const auto byte = static_cast<unsigned char>(c);
            const char surrogate[] = {'\xED', static_cast<char>(0xB0 | byte >> 6),
                                      static_cast<char>(0x80 | (byte & 0x3F))};
            result.append(surrogate, sizeof surrogate);
        }
        text.remove_prefix(bad + size);
    }
    return result.append(text);
}

std::string utf8_decode_message(std::string_view text) {
    const std::size_t start = find_invalid_utf8(text);
    const std::string_view rest = text.substr(start);
    const auto first = static_cast<unsigned char>(rest[0]);
    const auto taken = static_cast<std::size_t>(decode_utf8(rest).size);
    const bool can_start = first >= 0xC2 && first <= 0xF4;
    const std::string_view reason = !can_start             ? "invalid start byte"
                                    : taken == rest.size() ? "unexpected end of data"
                                                           : "invalid continuation byte";
    if (taken == 1)
        return fmt::format("'utf-8' codec can't decode byte 0x{:02x} in position {}: {}", first, start, reason);
    return fmt::format("'utf-8' codec can't decode bytes in position {}-{}: {}", start, start + taken - 1,
                       reason);
}

}  // namespace minipy
