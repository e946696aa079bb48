// The observers of the eval loop: whether it only runs, or also reports what it does.
//
// The loop is a template over one of the two. `run_loop<Plain>` has no trace of reporting; `run_loop<Observed>`
// tells each step to the functions below. Invariant: `thread.observed` says which of the two is to run; where
// it and the running form disagree, the loop is left and entered again in the other one, at the latest at the
// next call, jump back or raise.
//
// Two kinds of listeners read the stream of steps: Python functions (sys.settrace, sys.setprofile:
// vm/tracing.h) and a `StepListener` in C++ (the tracer of the command line).
//
// CPython: Python/ceval.c (DO_TRACING, cframe.use_tracing)
#pragma once

#include "memory/ref.h"
#include "vm/frame.h"

namespace minipy {

struct Plain {
    static constexpr bool reports = false;
};
struct Observed {
    static constexpr bool reports = true;
};

/// Whether the loop can be observed at all. The CMake option MINIPY_OBSERVER=OFF leaves it out, so that the
/// cost of having it can be measured (docs/stepping.md).
#ifdef MINIPY_NO_OBSERVER
constexpr bool observable = false;
#else
constexpr bool observable = true;
#endif

/// What hears of every step of a thread. The frame's `ip` and `stack` are those of the moment.
struct StepListener {
    /// The instruction at `frame->ip` is about to run.
    void (*instruction)(Frame* frame);
    /// An exception is pending in the frame: raised by it or come up from a call.
    void (*raised)(Frame* frame, Object* exception);
    /// The frame returns or yields the value; null: it ends by the pending exception.
    void (*left)(Frame* frame, Object* value_or_null);
};

/// Sets `thread.observed` to what its listeners ask for.
void update_observed(ThreadState& thread) noexcept;

/// What the loop does after it has reported an instruction.
enum class Step {
    Go,     // runs what `frame->ip` now says on the stack `frame->stack`
    Error,  // an exception is pending
    Leave,  // the same, and the frame ends without looking for a handler
};

/// The instruction at `ip` is about to run: line, opcode, call and return events.
Step observe_instruction(ThreadState& thread, Frame* frame, CodeWord* ip, Object** sp);
/// A generator is resumed to raise; false if that failed and the frame is to end.
bool observe_throw(ThreadState& thread, Frame* frame);
/// An exception is pending in the frame.
void observe_raise(ThreadState& thread, Frame* frame);
/// The frame ends by the pending exception (or by another, if a listener raises one). `next`: behind the
/// instruction that failed.
void observe_unwind(ThreadState& thread, Frame* frame, const CodeWord* next);

}  // namespace minipy
