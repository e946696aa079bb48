// What the eval loop does when it looks up from its work: signals, other threads, somebody who watches.
//
// CPython: Python/ceval_gil.c (_Py_HandlePending)
#pragma once

#include "memory/ref.h"
#include "objects/thread_state.h"
#include "vm/ops.h"

namespace minipy {

/// Runs what is due; fails if a signal handler raised.
Status handle_interrupts(ThreadState& thread);

/// The same for an opcode function.
Flow look_up(ThreadState& thread);

/// Looks up from work when something asks for it.
inline Flow check_breaker(ThreadState& thread) {
    if (!thread.breaker.load(std::memory_order_relaxed)) [[likely]]
        return Flow::Next;
    return look_up(thread);
}

}  // namespace minipy
