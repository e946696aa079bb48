// `object.name` looked up for an immediate call, without making the bound method where that can be avoided.
//
// CPython: Objects/object.c (_PyObject_GetMethod)
#pragma once

#include "objects/type.h"

namespace minipy {

struct MethodLookup {
    Ref<Object> callable;  // empty: an exception is pending
    bool unbound = false;  // to be called with the receiver as first argument
};

/// `receiver` is the object; for a `super` object it becomes the instance that the method is called on.
MethodLookup look_up_method(Ref<Object>& receiver, Str* name);

}  // namespace minipy
