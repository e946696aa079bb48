// Numbers as text by a format specification: behind `__format__`, f-strings and `%`.
//
// CPython: Python/formatter_unicode.c, Python/pystrtod.c (PyOS_double_to_string)
#pragma once

#include <string>

#include "objects/complex.h"
#include "objects/float.h"
#include "objects/format_spec.h"
#include "objects/int.h"

namespace minipy {

/// `int.__format__`, `float.__format__`, `complex.__format__` with a specification that is not empty.
/// `self` may be of a subclass; it is what the messages name.
Ref<Str> format_int(Object* self, const Str* spec);
Ref<Str> format_float(Object* self, const Str* spec);
Ref<Str> format_complex(Object* self, const Str* spec);

/// An int as `%d %i %u %o %x %X` show it, without the padding: sign, "0x" if `alternate`, at least
/// `precision` digits. _PyUnicode_FormatLong. Raises ValueError past the digits limit.
Result<std::string> int_percent_text(const Int* value, char code, bool alternate, Size precision);

}  // namespace minipy
