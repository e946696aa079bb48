// Arguments of natives that have to be text.
//
// CPython: Python/getargs.c (the converters 'U' and 's')
#pragma once

#include <fmt/format.h>

#include "objects/codecs.h"
#include "objects/errors.h"
#include "objects/str.h"

namespace minipy {

/// The argument as a str, borrowed. `what` is "argument" for a native's only one, else "argument 2"; TypeError
/// "intern() argument must be str, not int".
inline Result<Str*> str_argument(Object* value, const char* function, const char* what = "argument") {
    if (is_str(value)) return static_cast<Str*>(value);
    return raise_bad_argument(function, what, "str", value);
}

/// The same as UTF-8: UnicodeEncodeError for surrogates, ValueError "embedded null character".
inline Result<const char*> c_string_argument(Object* value, const char* function,
                                             const char* what = "argument") {
    Str* text = TRY(str_argument(value, function, what));
    const std::string_view utf8 = TRY(strict_utf8(text));
    if (utf8.find('\0') != std::string_view::npos) return raise(value_error_type, "embedded null character");
    return utf8.data();
}

}  // namespace minipy
