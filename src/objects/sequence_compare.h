// The last step of comparing sequences: all items that both have are equal, so the lengths decide.
//
// CPython: Objects/listobject.c, Objects/tupleobject.c (the ends of the richcompare functions)
#pragma once

#include "objects/int.h"
#include "objects/type.h"

namespace minipy {

inline NewRef compare_sizes(Size left, Size right, CompareOp op) noexcept {
    switch (op) {
        case CompareOp::Lt: return new_bool(left < right);
        case CompareOp::Le: return new_bool(left <= right);
        case CompareOp::Eq: return new_bool(left == right);
        case CompareOp::Ne: return new_bool(left != right);
        case CompareOp::Gt: return new_bool(left > right);
        case CompareOp::Ge: return new_bool(left >= right);
    }
    __builtin_unreachable();
}

}  // namespace minipy
