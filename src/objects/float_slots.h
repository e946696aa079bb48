// What the files of float share: the slots of arithmetic, the tables of methods.
//
// CPython: Objects/floatobject.c
#pragma once

#include <span>

#include "objects/type.h"

namespace minipy {

extern const std::span<const NativeDef> float_methods;
extern const std::span<const GetSetDef> float_getset;

NewRef float_new(Type* type, Tuple* arguments, Dict* keywords);
NewRef float_construct(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names);

// float_arithmetic.cpp; binary ones take ints too and give NotImplemented for anything else
NewRef float_compare(Object* left, Object* right, CompareOp op);
NewRef float_add(Object* left, Object* right);
NewRef float_subtract(Object* left, Object* right);
NewRef float_multiply(Object* left, Object* right);
NewRef float_remainder(Object* left, Object* right);
NewRef float_divmod(Object* left, Object* right);
NewRef float_power(Object* base, Object* exponent, Object* modulus);
NewRef float_negative(Object* self);
NewRef float_absolute(Object* self);
/// Cut towards zero. Raises ValueError for nan, OverflowError for infinities.
NewRef float_to_int(Object* self);
NewRef float_exact(Object* self);
NewRef float_floor_divide(Object* left, Object* right);
NewRef float_true_divide(Object* left, Object* right);

}  // namespace minipy
