// Backslash escapes of string literals.
//
// Text goes from UTF-8 to UTF-8: what stands between two backslashes is copied as it is, a lone surrogate
// (\ud800) comes out as three bytes. Errors name positions as CPython counts them: it first rewrites every
// non-ASCII character as \UXXXXXXXX, so each counts as ten.
//
// CPython: Parser/string_parser.c (decode_unicode_with_escapes), Objects/unicodeobject.c
// (_PyUnicode_DecodeUnicodeEscapeInternal2), Objects/bytesobject.c (_PyBytes_DecodeEscape2)
#pragma once

#include <string>
#include <string_view>

namespace minipy {

/// An escape that cannot be decoded; "(unicode error) 'unicodeescape' codec can't decode ...".
struct EscapeError {
    std::string message;
};

/// Appends the decoded body of a str literal to `text`. Returns the first escape that has no meaning and is
/// kept as it stands ("d" of \d) or exceeds a byte ("777" of \777), for a warning; empty if there is none.
/// Throws EscapeError.
std::string_view append_decoded_text(std::string& text, std::string_view body);

/// The same for a bytes literal, whose body is known to be ASCII.
std::string_view append_decoded_bytes(std::string& octets, std::string_view body);

/// "invalid escape sequence '\d'": the warning for what the functions above returned.
std::string bad_escape_message(std::string_view escape);

}  // namespace minipy
