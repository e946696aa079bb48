// A result tuple that an iterator gives out again and again as long as nobody else holds it.
//
// Invariant: a reference count of one says that the iterator is the only owner, so nobody can see the change.
// The collector may have found the old items harmless and forgotten the tuple; new ones may not be, so it is
// told of it again.
//
// CPython: Objects/enumobject.c, Python/bltinmodule.c (zip_next)
#pragma once

#include <utility>

#include "memory/collector.h"
#include "objects/tuple.h"

namespace minipy {

inline bool is_unshared(const Tuple* tuple) noexcept { return tuple->refcount == 1; }

/// Takes over the reference to the item and drops the old one.
inline void replace_item(Tuple* tuple, Size index, Object* item) noexcept {
    xdecref(std::exchange(tuple->items()[index], item));
}

inline void track_again(Tuple* tuple) noexcept {
    if (!is_tracked(tuple)) track(tuple);
}

}  // namespace minipy
