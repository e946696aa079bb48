// `int | str`: the union of types (types.UnionType), and `list[int]`: types.GenericAlias.
//
// CPython: Objects/unionobject.c, Objects/genericaliasobject.c
#pragma once

#include "objects/type.h"

namespace minipy {

extern Type union_type, generic_alias_type;

/// The union of two types, None, aliases or unions; NotImplemented for anything else. _Py_union_type_or.
NewRef union_of(Object* left, Object* right);

/// `origin[arguments]`; a single argument need not be a tuple. Py_GenericAlias.
Ref<Object> new_generic_alias(Object* origin, Object* arguments);

/// `__class_getitem__` of the generic built-in types.
NewRef class_getitem(Object* type, Object* const* arguments);

}  // namespace minipy
