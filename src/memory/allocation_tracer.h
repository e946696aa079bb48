// Who wants to hear of every block that the allocator hands out and takes back (module tracemalloc).
//
// Costs nothing while nobody listens but a look at a pointer where a pool or the system is asked for memory
// anyway. Invariant: the listener's functions neither allocate nor release blocks of this allocator.
//
// CPython: Modules/_tracemalloc.c (the hooks that it sets with PyMem_SetAllocator)
#pragma once

#include <cstddef>

namespace minipy {

struct AllocationTracer {
    void (*allocated)(void* block, std::size_t bytes) noexcept;
    void (*released)(void* block) noexcept;
};

/// From now on the tracer hears of every block; null ends that.
void set_allocation_tracer(const AllocationTracer* tracer_or_null) noexcept;

}  // namespace minipy
