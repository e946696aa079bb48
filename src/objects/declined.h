// How an operator goes on when the left operand has given NotImplemented. The left operand's type is no
// ancestor of the right one's, so the left one was asked first.
//
// CPython: Objects/abstract.c (binary_op1), Objects/object.c (do_richcompare)
#pragma once

#include "objects/protocol.h"

namespace minipy {

/// Any operator but `**`.
NewRef operation_after_left(BinaryOp op, bool inplace, Object* left, Object* right);
NewRef comparison_after_left(Object* left, Object* right, CompareOp op);

}  // namespace minipy
