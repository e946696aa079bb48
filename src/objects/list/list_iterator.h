// The iterator over a list, laid open for the specialised FOR_ITER.
//
// CPython: Objects/listobject.c (_PyListIterObject)
#pragma once

#include "objects/list.h"

namespace minipy {

struct ListIterator : Object {
    List* list;  // null once exhausted
    Size index;  // of the item to give next
};

extern Type list_iterator_type, list_reverse_iterator_type;

}  // namespace minipy
