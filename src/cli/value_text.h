// Values as the tracer shows them: short, and without running any of the program's code.
//
// CPython: Lib/reprlib.py (the idea)
#pragma once

#include <string>

#include "memory/object.h"

namespace minipy {

/// A few words for any object, or "NULL": simple values as their literals, containers by their first items,
/// functions and classes by name, all others by their type.
std::string value_text(const Object* value_or_null, int depth = 2);

}  // namespace minipy
