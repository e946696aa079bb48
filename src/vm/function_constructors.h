// The constructors of functions and methods: types.FunctionType(code, globals), types.MethodType(function, obj).
//
// CPython: Objects/funcobject.c (func_new_impl), Objects/classobject.c (method_new)
#pragma once

#include "objects/type.h"

namespace minipy {

NewRef function_new(Type* type, Tuple* arguments, Dict* keywords_or_null);
NewRef method_new(Type* type, Tuple* arguments, Dict* keywords_or_null);

/// `__reduce__` of a bound method: getattr(instance, name).
NewRef method_reduce(Object* self, Object* const* arguments);

}  // namespace minipy
