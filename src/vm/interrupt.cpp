// What the eval loop does when it looks up from its work.
//
// The breaker of a thread that is watched stays set, so that every form of the loop which does not report comes
// by here and is left for the one that does.
//
// CPython: Python/ceval_gil.c
#include "vm/interrupt.h"

#include "vm/gil.h"
#include "vm/observer.h"
#include "vm/signals.h"

namespace minipy {

Status handle_interrupts(ThreadState& thread) {
    thread.breaker.store(thread.observed, std::memory_order_relaxed);
    yield_gil(thread);
    return run_signal_handlers();
}

Flow look_up(ThreadState& thread) {
    if (!handle_interrupts(thread)) return Flow::Error;
    return observable && thread.observed ? Flow::Watch : Flow::Next;
}

}  // namespace minipy
