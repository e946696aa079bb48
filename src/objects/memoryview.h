// memoryview: looking at (and writing into) the memory of another object as an array of numbers.
//
// CPython: Include/memoryobject.h, Objects/memoryobject.c
#pragma once

#include <string>

#include "objects/type.h"

namespace minipy {

extern Type memoryview_type, memory_iterator_type;

/// `memoryview(object)`. TypeError "memoryview: a bytes-like object is required, not 'int'".
/// PyMemoryView_FromObject.
Ref<Object> new_memoryview(Object* object);
/// The octets of a bytes-like object in the order of its items, which may lie anywhere. PyBytes_FromObject.
Status collect_buffer(std::string& octets, Object* exporter);

}  // namespace minipy
