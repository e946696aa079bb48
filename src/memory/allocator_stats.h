// What the allocator knows of its own state.
//
// CPython: Objects/obmalloc.c (_Py_GetAllocatedBlocks)
#pragma once

#include <array>
#include <cstddef>

#include "memory/allocator.h"

namespace minipy {

/// How many small blocks have been handed out and not given back.
std::size_t allocated_blocks() noexcept;

/// What the blocks of one size are doing.
struct SizeClassUse {
    std::size_t pools;   // those with a block in use
    std::size_t used;    // handed out, or waiting in the list of those released last
    std::size_t recent;  // the latter
};
struct AllocatorUse {
    std::size_t arenas, arena_bytes, pool_bytes;
    std::size_t free_pools;  // cut from an arena, with no block in use
    std::array<SizeClassUse, small_blocks::class_count> classes;
};
AllocatorUse allocator_use() noexcept;

}  // namespace minipy
