// The arguments of a built-in type's constructor, bound to its few optional parameters.
//
// CPython: Python/getargs.c as argument clinic uses it
#pragma once

#include <span>

#include "objects/type.h"

namespace minipy {

/// Binds to `values[i]` (borrowed; null where left out) what is passed by position or as `names[i]`; a
/// parameter named "" takes no keyword. Raises TypeError.
Status bind_constructor(const char* type_name, Tuple* arguments, Dict* keywords,
                        std::span<const char* const> names, Object** values);

/// The only argument of a constructor that takes no keywords, or null. Raises TypeError.
Result<Object*> only_argument(const char* type_name, Tuple* arguments, Dict* keywords);

}  // namespace minipy
