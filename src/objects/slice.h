// slice: start, stop and step of a subscript, each any object or None.
//
// CPython: Include/sliceobject.h, Objects/sliceobject.c
#pragma once

#include <algorithm>

#include "objects/int.h"
#include "objects/singletons.h"

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

/// `count` items in a row.
struct Stretch {
    Size start, count;
};

/// Bounds that are small ints or None, as most are, laid over a sequence. No code runs and nothing is raised: a
/// negative count says that they are others, for `slice_range`.
inline Stretch plain_bounds(const Object* from, const Object* to, Size length) noexcept {
    const auto place = [length](const Object* bound, Size& result) {
        if (is_none(bound)) return true;
        if (bound->type != &int_type || !static_cast<const Int*>(bound)->is_small()) return false;
        const Size value = static_cast<const Int*>(bound)->small;
        result = value < 0 ? std::max<Size>(value + length, 0) : std::min(value, length);
        return true;
    };
    Size start = 0, stop = length;
    if (!place(from, start) || !place(to, stop)) return {0, -1};
    return {start, std::max<Size>(stop - start, 0)};
}

/// The same for a slice, which must have no step.
inline Stretch plain_slice(const Slice* slice, Size length) noexcept {
    return is_none(slice->step) ? plain_bounds(slice->start, slice->stop, length) : Stretch{0, -1};
}

/// (start, stop, step) of the slice over a length of any size. _PySlice_GetLongIndices.
Ref<Tuple> slice_indices(const Slice* slice, Int* length);

}  // namespace minipy
