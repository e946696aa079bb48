// Binding the arguments of constructors: `new_` slots get a tuple and a dict and have a fixed list of names.
//
// CPython: Python/getargs.c (_PyArg_UnpackKeywords)
#pragma once

#include <span>

#include "objects/type.h"

namespace minipy {

/// Puts each argument into the place of its name in `bound` (borrowed; null where it was left out). All are
/// optional. Raises TypeError "str() takes at most 3 arguments (4 given)" and the like.
Status bind_arguments(const char* function, std::span<const char* const> names, Tuple* positional,
                      Dict* keywords_or_null, std::span<Object*> bound);

}  // namespace minipy
