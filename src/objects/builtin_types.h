// The built-in types as a list: all of them are made ready at start-up; some are names in `builtins`.
//
// CPython: Objects/object.c (static_types)
#pragma once

#include <span>

#include "objects/type.h"

namespace minipy {

/// Makes every type of `objects/` ready. _PyTypes_InitTypes.
void ready_object_types();

/// The types and exceptions that `builtins` shows under their names.
std::span<Type* const> exposed_types();

}  // namespace minipy
