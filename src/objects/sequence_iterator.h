// The iterator over anything with `__getitem__`: reads `sequence[0]`, `sequence[1]`, ... until IndexError.
//
// Built-in sequences have iterators of their own; all share the rule that an exhausted iterator drops its
// sequence and stays exhausted.
//
// CPython: Objects/iterobject.c
#pragma once

#include "objects/type.h"

namespace minipy {

struct SequenceIterator : Object {
    Object* sequence;  // null once exhausted
    Size position;
};

extern Type sequence_iterator_type;

/// PySeqIter_New.
Ref<Object> new_sequence_iterator(Object* sequence);

}  // namespace minipy
