// What the files of complex share.
//
// CPython: Objects/complexobject.c
#pragma once

#include <span>

#include "objects/type.h"

namespace minipy {

extern const std::span<const NativeDef> complex_methods;
extern const std::span<const MemberDef> complex_members;

NewRef complex_new(Type* type, Tuple* arguments, Dict* keywords);

/// A new reference to a complex's value as an object of exactly type complex.
NewRef complex_exact(Object* self);

}  // namespace minipy
