// Threads that run Python code: their states, their start and their end.
//
// Invariant: `first_thread_state` leads to the state of every living thread, and changes under the GIL only.
//
// CPython: Python/pystate.c, Modules/_threadmodule.c (thread_run)
#pragma once

#include "memory/ref.h"
#include "objects/thread_state.h"
#include "objects/type.h"

namespace minipy {

/// The newest thread; the others follow by `next`.
extern ThreadState* first_thread_state;

/// How many threads `start_thread` has started that have not ended.
extern int running_threads;

/// Bytes of stack for new threads; 0: what the system gives.
extern Size thread_stack_size;

/// Starts a thread that calls the function; its `identity`, or RuntimeError. An exception that the function
/// leaves is shown on standard error, but for SystemExit.
Result<unsigned long> start_thread(Ref<Object> function, Ref<Tuple> arguments, Ref<Dict> keywords_or_null);

/// Adds what is called in each thread that ends, the newest first, while it still holds the GIL; in the child
/// of a fork it is called by the one thread for those that are lost.
void at_thread_end(void (*hook)(ThreadState& thread) noexcept);

/// Keeps the states of the living threads where they are, for a thread that reads them without the GIL. Not for
/// signal handlers: they may come while the running thread itself ends a state.
class StatesKept {
  public:
    StatesKept() noexcept;
    ~StatesKept();
    StatesKept(const StatesKept&) = delete;
    StatesKept& operator=(const StatesKept&) = delete;
};

/// In the child of a fork: no other thread is there, and this one is the main thread. What the others had of
/// their own is dropped, but for what their frames hold. PyOS_AfterFork_Child.
void forget_other_threads() noexcept;

}  // namespace minipy
