// What others than the module itself ask of the trace of memory: the option that starts it, and the helpers
// of CPython's tests.
//
// CPython: Include/internal/pycore_tracemalloc.h
#pragma once

#include <cstdint>

#include "memory/ref.h"

namespace minipy {

/// ValueError if there are too many frames or none. _PyTraceMalloc_Start.
Status start_memory_trace(int frames);
/// The way to the block as a tuple of (file name, line), or None. _PyTraceMalloc_GetTraceback.
Ref<Object> traced_way(unsigned domain, std::uintptr_t address);

}  // namespace minipy
