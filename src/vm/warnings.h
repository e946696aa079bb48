// Warnings issued from C++ code.
//
// CPython: Python/_warnings.c (PyErr_WarnEx, PyErr_WarnExplicitObject)
#pragma once

#include <string_view>

#include "objects/type.h"

namespace minipy {

/// Issues a warning at the place of the running Python code. Fails if a filter makes it an error.
Status warn(Type& category, std::string_view message, int stack_level = 1);

/// Issues a warning for a place in a file.
Status warn_explicit(Type& category, std::string_view message, std::string_view filename, int line);

}  // namespace minipy
