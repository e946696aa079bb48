// Abstract operations: what the language does to any object, through its type's slots.
//
// Each is the one implementation of its operation; opcodes, natives and the constant folder call it.
//
// CPython: Objects/abstract.c, Objects/object.c
#pragma once

#include "objects/type.h"

namespace minipy {

/// PyObject_Repr / PyObject_Str. Raise TypeError when `__repr__` returned no str.
Ref<Str> repr(Object* object);
Ref<Str> to_str(Object* object);

/// PyObject_Hash. Raises TypeError "unhashable type: 'list'".
Result<Hash> hash(Object* object);

/// PyObject_RichCompare and PyObject_RichCompareBool (identity counts as equal there).
NewRef compare(Object* left, Object* right, CompareOp op);
Result<bool> compare_truth(Object* left, Object* right, CompareOp op);

/// PyObject_IsTrue.
Result<bool> truth(Object* object);

/// The binary operators in the order of the opcode BINARY_OP's argument; adding 13 makes them in-place.
enum class BinaryOp : int {
    Add, And, FloorDivide, LeftShift, MatrixMultiply, Multiply, Remainder, Or, Power, RightShift, Subtract,
    TrueDivide, Xor
};

/// PyNumber_Add and so on, with reflected operands and NotImplemented handled.
/// Raises TypeError "unsupported operand type(s) for +: 'int' and 'str'".
NewRef binary_operation(BinaryOp op, Object* left, Object* right);
NewRef negative(Object* operand);
NewRef positive(Object* operand);
NewRef invert(Object* operand);

/// PyObject_GetItem, PyObject_Size.
NewRef get_item(Object* container, Object* key);
Result<Size> length(Object* container);

}  // namespace minipy
