// Replacement fields of format strings taken apart: what str.format and `_string` (string.Formatter) share.
//
// CPython: Objects/stringlib/unicode_format.h (MarkupIterator_next, FieldNameIterator_next)
#pragma once

#include "objects/str.h"

namespace minipy {

/// The parts of one field, as positions in the template.
struct FormatField {
    Size name_start = 0, name_end = 0;
    Size spec_start = 0, spec_end = 0;
    char32_t conversion = 0;
    bool nested_spec = false;
};

/// Called with `at` behind the opening brace; leaves it behind the closing one. Raises ValueError.
Result<FormatField> read_format_field(const Str* text, Size& at);

/// One step of a field's name behind its first part: `.attribute` or `[key]`.
struct FormatStep {
    bool is_attribute = false;
    Ref<Object> key;  // of an index: an int if it is written as a number
};

/// Reads the step at `at` and moves behind it. Raises ValueError.
Status read_format_step(Str* text, Size& at, Size end, FormatStep& step);

/// Where the first part of a field's name ends.
Size first_part_end(const Str* text, Size start, Size end) noexcept;

/// A whole number written in [start, end), or -1 if it is none. Raises ValueError for too many digits.
Result<Size> format_number(const Str* text, Size start, Size end);

}  // namespace minipy
