// Start and end of the whole machine.
//
// CPython: Python/pylifecycle.c
#pragma once

#include "memory/ref.h"

namespace minipy {

/// Makes all types ready. Once, before any object of Python code exists; the inspection commands that never
/// run a program need no more than this.
void initialize_types();

/// Types, builtins, sys: everything that a program finds when it starts. Prints the error and returns false
/// if the library is not usable.
bool initialize_runtime();

/// Runs `atexit` functions, flushes the standard streams.
void finalize_runtime();

}  // namespace minipy
