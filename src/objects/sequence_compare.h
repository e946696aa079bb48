// Comparing sequences: item by item, and when all items that both have are equal, by the lengths.
//
// CPython: Objects/listobject.c, Objects/tupleobject.c (the ends of the richcompare functions)
#pragma once

#include "objects/int.h"
#include "objects/plain_keys.h"
#include "objects/type.h"

namespace minipy {

/// Whether two items are equal. Only where that runs their code do they have to be owned meanwhile.
inline Result<bool> are_items_equal(Object* left, Object* right) {
    const PlainEquality plain = plain_equality_of_atoms(left, right);
    if (plain != PlainEquality::Unknown) return plain == PlainEquality::Equal;
    Ref<Object> held_left = share(left), held_right = share(right);
    return compare_truth(left, right, CompareOp::Eq);
}

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
