// slice: start, stop and step of a subscript, each any object or None.
//
// CPython: Include/sliceobject.h, Objects/sliceobject.c
#pragma once

#include "objects/type.h"

namespace minipy {

struct Int;

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

/// The bounds as machine words, clipped. Runs the `__index__` of the bounds: read the length of a mutable
/// sequence only afterwards. Raises TypeError for bounds that are no integers, ValueError for a zero step.
/// PySlice_Unpack.
Result<SliceRange> slice_unpack(const Slice* slice);
/// Lays unpacked bounds over a sequence. PySlice_AdjustIndices.
SliceRange slice_adjust(const SliceRange& bounds, Size length) noexcept;
/// Both at once, for sequences whose length cannot change.
Result<SliceRange> slice_range(const Slice* slice, Size length);

/// A bound as `slice_bound` reads it, but None is none. _PyEval_SliceIndexNotNone.
Result<Size> index_bound(Object* object_or_null, Size fallback);

/// (start, stop, step) of the slice over a length of any size. _PySlice_GetLongIndices.
Ref<Tuple> slice_indices(const Slice* slice, Int* length);

}  // namespace minipy
