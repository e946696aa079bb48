// What the allocator knows of its own state.
//
// CPython: Objects/obmalloc.c (_Py_GetAllocatedBlocks)
#pragma once

#include <cstddef>

namespace minipy {

/// How many small blocks have been handed out and not given back.
std::size_t allocated_blocks() noexcept;

}  // namespace minipy
