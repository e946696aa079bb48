// Line ends: recognising them, and translating the three kinds to '\n'.
//
// A decoder that reads piece by piece keeps a '\r' at the end of a piece back: the next piece may begin with
// the '\n' that belongs to it. Invariant: text that `translate` returns never ends with half a "\r\n".
//
// CPython: Modules/_io/textio.c (IncrementalNewlineDecoder, _PyIO_find_line_ending)
#pragma once

#include <cstdint>
#include <string_view>

#include "memory/ref.h"
#include "objects/str.h"

namespace minipy {

namespace newline_kind {
inline constexpr std::uint8_t cr = 1, lf = 2, crlf = 4;
}

struct NewlineState {
    bool pending_cr = false;
    std::uint8_t seen = 0;  // newline_kind

    /// The next piece with its line ends noted and, if wished, translated.
    Ref<Str> decode(Ref<Str> text, bool translate, bool final);
};

/// `newlines`: None, a string, or a tuple of strings.
NewRef newlines_seen(std::uint8_t seen);

/// How a text stream splits and changes lines: the meaning of its `newline` argument.
struct NewlineMode {
    bool universal;           // None and '': lines end at any of the three kinds
    bool translate;           // None: they are read as '\n'
    std::string_view ending;  // else the one kind; "" with universal

    /// The place behind the first line end in [start, end), or -1.
    Size find_end(const Str* text, Size start, Size end) const noexcept;
    Size find_end(const char32_t* text, Size start, Size end) const noexcept;
};

/// From None, '', '\n', '\r', '\r\n'. TypeError names the function; ValueError "illegal newline value: 'x'".
Result<NewlineMode> parse_newline(Object* value, const char* function);

}  // namespace minipy
