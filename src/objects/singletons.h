// None, Ellipsis and NotImplemented: one object each, alive for the whole process.
//
// CPython: Objects/object.c, Objects/sliceobject.c
#pragma once

#include "objects/type.h"

namespace minipy {

extern Type none_type, ellipsis_type, not_implemented_type;
extern Object none, ellipsis, not_implemented;

inline NewRef new_none() noexcept { return new_ref(&none); }
inline bool is_none(const Object* object) noexcept { return object == &none; }

}  // namespace minipy
