// Iterators that wrap others: enumerate, zip, map, filter, reversed, and `iter(callable, sentinel)`.
//
// CPython: Objects/enumobject.c, Objects/iterobject.c, Python/bltinmodule.c
#pragma once

#include "objects/type.h"

namespace minipy {

extern Type enumerate_type, reversed_type, zip_type, map_type, filter_type, callable_iterator_type;

/// `iter(callable, sentinel)`. PyCallIter_New.
Ref<Object> new_callable_iterator(Object* callable, Object* sentinel);

}  // namespace minipy
