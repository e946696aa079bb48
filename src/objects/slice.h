// slice: start, stop and step of a subscript, each any object or None.
//
// CPython: Include/sliceobject.h, Objects/sliceobject.c
#pragma once

#include "objects/type.h"

namespace minipy {

struct Slice : Object {
    Object* start;
    Object* stop;
    Object* step;
};

/// A slice laid over a sequence of a given length: the items start, start + step, ... (`count` of them).
struct SliceRange {
    Size start, stop, step, count;
};

extern Type slice_type;

/// Null stands for None. PySlice_New.
Ref<Slice> new_slice(Object* start, Object* stop, Object* step);

/// Raises TypeError for bounds that are no integers, ValueError for a zero step. PySlice_Unpack and
/// PySlice_AdjustIndices.
Result<SliceRange> slice_range(const Slice* slice, Size length);

}  // namespace minipy
