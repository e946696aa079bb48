// Messages with the repr of objects in the places of {}.
//
// A repr may run any code and fail: what is raised then has no message. (`repr_for_message` of protocol.h is
// for texts that have to be whole.)
//
// CPython: Python/errors.c (PyErr_Format with %R)
#pragma once

#include "objects/errors.h"
#include "objects/type.h"

namespace minipy {

/// The text; fails if an object cannot be shown. PyUnicode_FromFormat.
Ref<Object> text_showing(const char* format, Object* first, Object* second_or_null = nullptr);

/// Raises it; the exception has no message if an object cannot be shown. PyErr_Format.
Failure raise_showing(Type& type, const char* format, Object* first, Object* second_or_null = nullptr);

}  // namespace minipy
