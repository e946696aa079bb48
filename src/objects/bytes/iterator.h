// Iterators over bytes and bytearray.
//
// CPython: Objects/bytesobject.c (striterobject), Objects/bytearrayobject.c (bytesiterobject)
#pragma once

#include "objects/type.h"

namespace minipy {

extern Type bytes_iterator_type, bytearray_iterator_type;

NewRef bytes_iter(Object* self);
NewRef bytearray_iter(Object* self);

}  // namespace minipy
