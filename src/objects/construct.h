// Calling a class by way of tuple and dict: what `construct` does with arguments it has no short way for.
//
// CPython: Objects/typeobject.c (type_call)
#pragma once

#include "objects/type.h"

namespace minipy {

/// `__new__`, then `__init__`, as for any class; `callable` is the class.
NewRef construct_generally(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names);

/// Whether the call has exactly one argument, given by position.
inline bool is_one_argument(Size positional, const Tuple* keyword_names) noexcept {
    return positional == 1 && !keyword_names;
}

}  // namespace minipy
