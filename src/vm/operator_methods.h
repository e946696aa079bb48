// Operators of classes made by Python code: their special methods, run in the same loop.
//
// `a + b` or `a < b` where the method of a's class is a Python function of two parameters: the operands stay on
// the caller's stack, the method gets a frame of its own with FrameRole::Operator, and its value takes their
// place. What the slots would do is the same as long as the right operand cannot come first: it is of a's own
// class or of a built-in type. If the method gives NotImplemented, the operator goes on as it would there.
// Gain: no C++ call of the loop per operator, which is half of the time of a small `__add__` or `__lt__`.
//
// CPython: Objects/typeobject.c (slot_nb_add, slot_tp_richcompare), which always go through C
#pragma once

#include "objects/type.h"
#include "vm/code_words.h"
#include "vm/function.h"

namespace minipy {

/// The Python function that such an operation runs, borrowed; null if it must go through the slots. `argument`
/// is that of BINARY_OP, `op` that of COMPARE_OP.
Function* binary_method(Object* left, Object* right, unsigned argument) noexcept;
Function* compare_method(Object* left, Object* right, CompareOp op) noexcept;

/// What the instruction (a form of BINARY_OP or COMPARE_OP) gives when the left operand's method has declined.
NewRef operation_after_method(CodeWord instruction, Object* left, Object* right);

}  // namespace minipy
