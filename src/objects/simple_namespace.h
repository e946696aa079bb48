// types.SimpleNamespace: an object that is nothing but its attributes.
//
// CPython: Objects/namespaceobject.c
#pragma once

#include "objects/type.h"

namespace minipy {

struct SimpleNamespace : Object {
    Dict* dict;
};

extern Type simple_namespace_type;

/// A namespace that shares the dict. _PyNamespace_New.
Ref<Object> new_simple_namespace(Dict* attributes);

}  // namespace minipy
