// What the end of a program needs of the module `atexit`.
//
// CPython: Modules/atexitmodule.c (_PyAtExit_Call)
#pragma once

namespace minipy {

/// Runs the registered calls, the last one first; what they raise is shown and dropped.
void run_exit_functions() noexcept;

}  // namespace minipy
