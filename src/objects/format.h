// Formatting any object: what `format()`, f-strings and `str.format` call.
//
// CPython: Objects/abstract.c (PyObject_Format), Objects/object.c (PyObject_ASCII)
#pragma once

#include "objects/str.h"

namespace minipy {

/// `format(value, spec)`: exact strings and numbers at once, the rest by way of `__format__`. `spec` may be
/// null for "". The result is a str. PyObject_Format.
Ref<Object> format_object(Object* value, Str* spec_or_null);

/// str.__format__ itself.
Ref<Str> format_str(Str* string, const Str* spec);

/// `ascii(object)`: its repr with everything beyond ASCII escaped. PyObject_ASCII.
Ref<Str> ascii_repr(Object* object);

}  // namespace minipy
