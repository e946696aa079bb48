// What the files of int share: the slots of arithmetic, the tables of methods.
//
// CPython: Objects/longobject.c
#pragma once

#include <span>

#include "objects/type.h"

namespace minipy {

/// All slots of int; constant-initialised, so that bool can start from them.
extern const Slots int_slots;

extern const std::span<const NativeDef> int_methods;
extern const std::span<const GetSetDef> int_getset;

NewRef int_new(Type* type, Tuple* arguments, Dict* keywords);
NewRef int_construct(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names);

// int_arithmetic.cpp; binary ones give NotImplemented for operands that are no ints
NewRef int_add_slot(Object* left, Object* right);
NewRef int_subtract_slot(Object* left, Object* right);
NewRef int_multiply_slot(Object* left, Object* right);
NewRef int_remainder_slot(Object* left, Object* right);
NewRef int_divmod_slot(Object* left, Object* right);
NewRef int_power_slot(Object* base, Object* exponent, Object* modulus);
NewRef int_negative_slot(Object* self);
NewRef int_absolute_slot(Object* self);
NewRef int_invert_slot(Object* self);
NewRef int_left_shift_slot(Object* left, Object* right);
NewRef int_right_shift_slot(Object* left, Object* right);
NewRef int_and_slot(Object* left, Object* right);
NewRef int_xor_slot(Object* left, Object* right);
NewRef int_or_slot(Object* left, Object* right);
NewRef int_float_slot(Object* self);
NewRef int_floor_divide_slot(Object* left, Object* right);
NewRef int_true_divide_slot(Object* left, Object* right);

}  // namespace minipy
