// White space and line ends, the characters below 128 in line: a text is split a character at a time.
//
// CPython: Objects/unicodeobject.c (_Py_ascii_whitespace, ascii_linebreak)
#pragma once

#include "objects/unicode_data.h"

namespace minipy {

inline bool is_blank(char32_t c) noexcept {
    return c < 0x80 ? c == ' ' || c - 0x09 < 5u || c - 0x1C < 4u : unicode::is_space(c);
}
inline bool is_line_end(char32_t c) noexcept {
    return c < 0x80 ? c - 0x0A < 4u || c - 0x1C < 3u : unicode::is_line_break(c);
}

}  // namespace minipy
