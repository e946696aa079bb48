// What the files of this folder share: slot functions of str and helpers of its methods.
//
// CPython: Objects/unicodeobject.c
#pragma once

#include "objects/str.h"

namespace minipy {

NewRef str_compare_slot(Object* left, Object* right, CompareOp op);

/// Whether `left op right` is true, given the sign of their order.
bool order_holds(int order, CompareOp op) noexcept;

/// Fills `total` bytes with copies of the first `unit` bytes, doubling the filled part each time.
void repeat_memory(void* memory, std::size_t unit, std::size_t total) noexcept;

}  // namespace minipy
