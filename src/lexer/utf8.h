// UTF-8 that may be broken: validity, lengths, what decoding it says.
//
// Invariant: `decode_utf8` always moves on by at least one byte and never looks behind the text.
//
// CPython: Objects/stringlib/codecs.h (utf8_decode)
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace minipy {

struct Utf8Character {
    char32_t code;  // of an invalid sequence: its first byte
    int size;       // bytes taken: of an invalid sequence the part that decoding replaces by one U+FFFD
    bool valid;
};

/// The character at the start of a text that is not empty.
Utf8Character decode_utf8(std::string_view text) noexcept;

/// Offset of the first byte that is not part of valid UTF-8 (surrogates are not valid), or npos.
std::size_t find_invalid_utf8(std::string_view text) noexcept;

/// Number of characters in UTF-8; a bad byte counts as one, as decoding with "replace" makes it.
std::size_t utf8_length(std::string_view text) noexcept;

/// The text as decoding with "replace" shows it.
std::string replace_invalid_utf8(std::string_view text);

/// The text as decoding with "surrogateescape" gives it: a bad byte 0xNN becomes the lone surrogate U+DCNN,
/// written in three bytes. os.fsdecode.
std::string escape_invalid_utf8(std::string_view text);

/// "'utf-8' codec can't decode byte 0xe9 in position 0: unexpected end of data", of a text that is not valid.
std::string utf8_decode_message(std::string_view text);

}  // namespace minipy
