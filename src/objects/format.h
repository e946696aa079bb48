// `format()` and `ascii()` of any object.
//
// CPython: Objects/abstract.c (PyObject_Format), Objects/object.c (PyObject_ASCII)
#pragma once

#include "objects/str.h"
#include "objects/type.h"

namespace minipy {

/// `format(object, spec)`; a null or empty spec on str and int is answered without calling `__format__`.
NewRef format(Object* object, Object* spec_or_null);

/// repr with all non-ASCII characters escaped.
Ref<Str> ascii(Object* object);

}  // namespace minipy
