// What the end of a run asks of the module `gc`.
//
// CPython: Modules/gcmodule.c
#pragma once

namespace minipy {

/// A ResourceWarning if objects in gc.garbage are left at the end; their names if the flag DEBUG_UNCOLLECTABLE
/// is set. _PyGC_DumpShutdownStats.
void report_garbage_at_exit() noexcept;

}  // namespace minipy
