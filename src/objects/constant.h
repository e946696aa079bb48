// When two constants of a program may share one object.
//
// Stricter than `==`: the types must agree, recursively, and so must the signs of zeros, so that 1, 1.0, True
// and -0.0, 0.0 stay apart; NaNs are equal only to themselves. Code objects compare as `code.__eq__` does.
//
// CPython: Objects/codeobject.c (_PyCode_ConstantKey)
#pragma once

#include <cstddef>

#include "memory/object.h"

namespace minipy {

bool constant_equal(Object* left, Object* right);

/// Equal constants have equal hashes. Never raises: an object without a hash of its own is hashed by identity.
std::size_t constant_hash(Object* constant);

}  // namespace minipy
