// What the eval loop does when it looks up from its work.
//
// CPython: Python/ceval_gil.c
#include "vm/interrupt.h"

#include "vm/signals.h"

namespace minipy {

Status handle_interrupts(ThreadState&) {
    eval_breaker.store(false, std::memory_order_relaxed);
    return run_signal_handlers();
}

}  // namespace minipy
