// Stacks of threads, written to a file without touching an object: for use in signal handlers.
//
// Nothing is allocated, no reference is counted, no lock is taken; what is being changed at the moment of the
// signal may read wrong, and only lengths guard against running away.
//
// CPython: Python/traceback.c (_Py_DumpTracebackThreads)
#pragma once

#include <string_view>

#include "objects/thread_state.h"

namespace minipy::fault {

/// The text as it is; what cannot be written is lost.
void write_text(int file, std::string_view text) noexcept;
void write_number(int file, unsigned long number, int least_digits = 1, unsigned base = 10) noexcept;

/// The state of the thread that runs this code; null if it is none of Python's.
ThreadState* thread_here() noexcept;

/// The stack of one thread, the innermost call first, under the heading "Stack".
void dump_thread(int file, const ThreadState* thread) noexcept;
/// The stacks of all threads; `current` (may be null) is named as such.
void dump_threads(int file, const ThreadState* current) noexcept;

/// Ends the process by SIGABRT after saying on standard error what has gone wrong, in which function, and where
/// all threads are. Py_FatalError.
[[noreturn]] void fatal_error(std::string_view function, std::string_view message) noexcept;

}  // namespace minipy::fault
