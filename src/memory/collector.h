// The cycle collector's view of objects: who is tracked, in which generation.
//
// CPython: Modules/gcmodule.c
#pragma once

#include "memory/allocator.h"

namespace minipy {

/// Heads of the generation lists, youngest first; circular, linked through GcHead.
struct Generation {
    GcHead head;
    int threshold;
    int count;
};

inline constexpr int generation_count = 3;
extern Generation generations[generation_count];

}  // namespace minipy
