// Reading numbers from text as the constructors int(), float() and complex() do: surrounding white space,
// digits of any script, single underscores between digits.
//
// CPython: Objects/longobject.c (PyLong_FromString), Objects/floatobject.c (PyFloat_FromString),
// Python/pystrtod.c (_Py_string_to_number_with_underscores)
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "objects/int.h"

namespace minipy {

/// The text with digits of other scripts as 0-9 and foreign white space as blanks; what else is not ASCII
/// becomes '?', which no number holds. _PyUnicode_TransformDecimalAndSpaceToASCII.
std::string ascii_number_text(const Str* text);

std::string_view strip_spaces(std::string_view text) noexcept;

/// The text without its underscores, or nothing if one does not stand between digits.
std::optional<std::string> drop_underscores(std::string_view text);

/// Length of the longest number at the start of the text (sign, "inf", "nan" included); 0 if there is none.
std::size_t double_prefix(std::string_view text) noexcept;

/// The value of a text that `double_prefix` covers wholly.
double read_double(std::string_view text);

/// int(text, base). `original` is what the message shows. Raises ValueError.
Ref<Int> read_int(std::string_view text, int base, Object* original);

/// float(text). Raises ValueError.
Result<double> read_float(std::string_view text, Object* original);

}  // namespace minipy
