// Abstract operations: what the language does to any object, through its type's slots.
//
// Each is the one implementation of its operation; opcodes, natives and the constant folder call it.
//
// CPython: Objects/abstract.c, Objects/object.c
#pragma once

#include <string>

#include "objects/type.h"

namespace minipy {

/// PyObject_Repr / PyObject_Str. Raise TypeError when `__repr__` returned no str.
Ref<Str> repr(Object* object);
Ref<Str> to_str(Object* object);

/// The text of `repr` for use in a message that is being built; never fails.
std::string repr_for_message(Object* object) noexcept;

/// PyObject_Hash. Raises TypeError "unhashable type: 'list'".
Result<Hash> hash(Object* object);

/// PyObject_RichCompare and PyObject_RichCompareBool (identity counts as equal there).
NewRef compare(Object* left, Object* right, CompareOp op);
Result<bool> compare_truth(Object* left, Object* right, CompareOp op);

/// isinstance and issubclass with the hooks `__instancecheck__`/`__subclasscheck__`; what those of `type` do.
/// PyObject_IsInstance, PyObject_IsSubclass, _PyObject_RealIsInstance, _PyObject_RealIsSubclass.
Result<bool> is_instance(Object* object, Object* class_or_tuple);
Result<bool> is_subclass(Object* derived, Object* class_or_tuple);
Result<bool> real_is_instance(Object* object, Object* cls);
Result<bool> real_is_subclass(Object* derived, Object* cls);

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
/// `left op= right`: the in-place slot first.
NewRef inplace_operation(BinaryOp op, Object* left, Object* right);
NewRef negative(Object* operand);
NewRef positive(Object* operand);
NewRef invert(Object* operand);

/// PyObject_GetIter; next: empty without an exception at the end. PyIter_Next.
NewRef iterate(Object* iterable);
NewRef next(Object* iterator);
/// An iterator over `sequence[0]`, `sequence[1]`, ... until IndexError. PySeqIter_New.
NewRef sequence_iterator(Object* sequence);

/// How many items to expect: `len()` or `__length_hint__`, else the default. PyObject_LengthHint.
Result<Size> length_hint(Object* iterable, Size fallback);

/// Whether the object can be read by index (a dict is none). PySequence_Check.
bool is_sequence(const Object* object) noexcept;

/// A tuple with the iterable's items; the tuple itself if it is an exact one. PySequence_Tuple.
Ref<Tuple> sequence_to_tuple(Object* iterable);

/// `item in container`, and the search through an iterable that it falls back to. PySequence_Contains.
Result<bool> contains(Object* container, Object* item);
Result<bool> iterable_contains(Object* iterable, Object* item);

/// PyObject_SetItem; null deletes.
Status set_item(Object* container, Object* key, Object* value_or_null);

/// Reports the pending exception through sys.unraisablehook and clears it. PyErr_WriteUnraisable.
void write_unraisable(Object* where, const char* message_or_null = nullptr) noexcept;

NewRef absolute(Object* operand);
/// PyNumber_Divmod, PyNumber_Power, PyNumber_ToBase.
NewRef divide_and_remainder(Object* left, Object* right);
NewRef power(Object* base, Object* exponent, Object* modulus_or_none);
NewRef int_to_base(Object* number, int base);

/// PyObject_GetItem, PyObject_Size.
NewRef get_item(Object* container, Object* key);
Result<Size> length(Object* container);

}  // namespace minipy
