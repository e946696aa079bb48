// Encodings other than UTF-8: finding one by the name in a cookie, and decoding with it.
//
// Invariant: decoding either takes all bytes or says at which one it stopped and why, in CPython's words.
//
// CPython: Lib/encodings/, Modules/cjkcodecs/ (here: ICU's converters)
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace minipy {

struct SourceCodec {
    enum Kind { Ascii, Latin1, SingleByte, Multibyte, Utf8 };
    std::string_view name;
    Kind kind;
    const char* converter;
    std::string_view aliases;
};

/// The codec that `codecs.lookup(name)` finds, or null.
const SourceCodec* find_source_codec(std::string_view name);

struct DecodeProblem {
    std::size_t position;
    std::string text;  // "'ascii' codec can't decode byte 0xe9 in position 0: ordinal not in range(128)"
};

struct Decoded {
    std::string utf8;  // up to the problem
    std::optional<DecodeProblem> problem = {};
};

/// Positions in the problem's text count from `origin`.
Decoded decode_with(const SourceCodec& codec, std::string_view bytes, std::size_t origin = 0);

}  // namespace minipy
