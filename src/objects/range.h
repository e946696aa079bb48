// range: an arithmetic progression of ints of any size.
//
// The four ints are of exactly the type int; `length` is computed once. Iteration and membership take a way of
// machine words where everything fits (which is nearly always) and one of int objects otherwise.
//
// CPython: Objects/rangeobject.c
#pragma once

#include "objects/int.h"

namespace minipy {

struct Range : Object {
    Int* start;
    Int* stop;
    Int* step;
    Int* length;
};

/// The iterator over machine words, laid open for the specialised FOR_ITER.
struct RangeIterator : Object {
    std::int64_t start;
    std::int64_t step;
    std::int64_t index;
    std::int64_t length;

    /// The value at `index`; wraps only on the way, since start and end are words.
    std::int64_t value() const noexcept {
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(start) +
                                         static_cast<std::uint64_t>(index) * static_cast<std::uint64_t>(step));
    }
};

extern Type range_type, range_iterator_type, long_range_iterator_type;

/// `range(start, stop, step)`. ValueError for a zero step.
Ref<Object> new_range(Int* start, Int* stop, Int* step);

}  // namespace minipy
