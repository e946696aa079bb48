// What the iterators of the built-in containers have in common: `__iter__`, and how they are pickled.
//
// CPython: the *iter_reduce functions of Objects/*.c
#pragma once

#include "objects/type.h"

namespace minipy {

/// `__iter__` of an iterator: itself. PyObject_SelfIter.
NewRef iterator_self(Object* self);

/// `__reduce__` of an iterator that goes by index: (function, (sequence,), index); once it is exhausted
/// (`sequence` null) `iter` of the empty one instead.
NewRef reduce_indexed(const char* function, Object* sequence_or_null, Size index, Object* empty);

/// `__reduce__` of an iterator that cannot be set to a place: `iter` of a list with what is left. `copy`, an
/// iterator at the same place, is used up.
NewRef reduce_remaining(Object* copy);

}  // namespace minipy
