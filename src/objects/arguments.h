// Binding the arguments of constructors: `new_` and `init` slots get a tuple and a dict.
//
// CPython: Python/getargs.c (_PyArg_UnpackKeywords)
#pragma once

#include <span>

#include "objects/type.h"

namespace minipy {

/// Puts each argument into the place of its name in `bound` (borrowed; null where it was left out). A parameter
/// named "" takes no keyword; the first `required` must be given. Raises TypeError "str() takes at most 3
/// arguments (4 given)" and the like; a function named "" is called "function" there.
Status bind_arguments(const char* function, std::span<const char* const> names, Tuple* positional,
                      Dict* keywords_or_null, std::span<Object*> bound, Size required = 0);

/// The only argument of a constructor that takes no keywords, or null. Raises TypeError.
Result<Object*> only_argument(const char* type_name, Tuple* arguments, Dict* keywords_or_null);

}  // namespace minipy
