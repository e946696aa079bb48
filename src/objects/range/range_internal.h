// What the files of range share: arithmetic on its ints, and the iterators.
//
// CPython: Objects/rangeobject.c
#pragma once

#include "objects/range.h"

namespace minipy {

inline Range* as_range(Object* object) noexcept { return static_cast<Range*>(object); }

/// What an int operation returned, as an owned int.
inline Ref<Int> as_owned_int(NewRef result) noexcept {
    return Ref<Int>::steal(static_cast<Int*>(result.object));
}

/// `start + index * step`.
Ref<Int> progression_item(const Int* start, const Int* step, const Int* index);

NewRef range_iter(Object* self);
NewRef range_reversed(Object* self, Object* const* arguments);

}  // namespace minipy
