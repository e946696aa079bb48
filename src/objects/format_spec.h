// The format specification mini-language: [[fill]align][sign][z][#][0][width][grouping][.precision][type].
//
// Parsed once for all types; which parts make sense is for the type's own formatting to say.
//
// CPython: Python/formatter_unicode.c (parse_internal_render_format_spec)
#pragma once

#include <string>
#include <string_view>

#include "objects/type.h"

namespace minipy {

struct FormatSpec {
    char32_t fill = ' ';
    bool fill_given = false;
    char align;  // one of < > = ^
    bool align_given = false;
    char sign = 0;  // + - space, or 0
    bool no_negative_zero = false;
    bool alternate = false;
    Size width = -1;
    char separator = 0;  // ',' '_' or 0
    Size precision = -1;
    char32_t type;
};

/// Reads `spec`; align and type are the defaults where it says nothing. `object` is named by the messages.
/// Raises ValueError.
Result<FormatSpec> parse_format_spec(const Str* spec, const Object* object, char default_type,
                                     char default_align);

/// Raises ValueError "Unknown format code 'y' for object of type 'int'".
Failure raise_unknown_format_code(char32_t code, const Object* object);

/// `text` (UTF-8 of `characters` code points) filled up to the spec's width; '=' counts as '>'.
std::string pad_text(const FormatSpec& spec, std::string_view text, Size characters);

void append_utf8(std::string& text, char32_t character);

}  // namespace minipy
