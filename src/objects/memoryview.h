// memoryview: looking at (and writing into) the memory of another object as an array of numbers.
//
// CPython: Include/memoryobject.h, Objects/memoryobject.c
#pragma once

#include "objects/type.h"

namespace minipy {

extern Type memoryview_type, memory_iterator_type;

/// `memoryview(object)`. TypeError "memoryview: a bytes-like object is required, not 'int'".
/// PyMemoryView_FromObject.
Ref<Object> new_memoryview(Object* object);

}  // namespace minipy
