// The module `_operator`: the operators of the language as functions, and the callables that fetch.
//
// CPython: Modules/_operator.c
#pragma once

#include "objects/module.h"

namespace minipy {

extern Type item_getter_type, attribute_getter_type, method_caller_type;

/// Also a function of _hashlib.
NewRef operator_compare_digest(Object* module, Object* const* arguments);

Ref<Module> make_operator_module();

}  // namespace minipy
