// The steps of the eval loop, handed on to those who listen.
//
// CPython: Python/ceval.c (trace_function_entry, trace_function_exit, call_exc_trace)
#include "vm/observer.h"

#include "vm/interrupt.h"
#include "vm/tracing.h"

namespace minipy {

void update_observed(ThreadState& thread) noexcept {
    const bool traced = (thread.trace_function || thread.profile_function) && !thread.tracing;
    thread.observed = traced || thread.listener;
    if (thread.observed) thread.breaker.store(true, std::memory_order_relaxed);
}

namespace {

bool is_traced(const ThreadState& thread) noexcept { return !thread.tracing; }

/// The events of an instruction of a function's body proper.
Step trace_instruction(ThreadState& thread, Frame* frame, const CodeWord* before, Opcode opcode) {
    if (opcode == Opcode::RESUME) {
        if (frame->ip->argument < 2 && !handle_interrupts(thread)) return Step::Error;
        return trace_call(thread, frame) ? Step::Go : Step::Leave;
    }
    if (!trace_line(thread, frame, before)) return Step::Error;
    const Opcode reached = base_opcode(static_cast<Opcode>(frame->ip->opcode));  // perhaps by a jump
    if (reached == Opcode::RETURN_VALUE || reached == Opcode::YIELD_VALUE)
        if (!trace_return(thread, frame, frame->stack[-1])) return Step::Leave;
    return Step::Go;
}

}  // namespace

Step observe_instruction(ThreadState& thread, Frame* frame, CodeWord* ip, Object** sp) {
    const CodeWord* before = frame->ip;
    frame->ip = ip;
    frame->stack = sp;
    const Opcode opcode = base_opcode(static_cast<Opcode>(ip->opcode));
    if (thread.listener) thread.listener->instruction(frame);
    if (is_traced(thread) && ip >= first_traceable(frame->code)) {
        const Step step = trace_instruction(thread, frame, before, opcode);
        if (step != Step::Go) return step;
    }
    if (thread.listener && (opcode == Opcode::RETURN_VALUE || opcode == Opcode::YIELD_VALUE))
        thread.listener->left(frame, sp[-1]);
    return Step::Go;
}

bool observe_throw(ThreadState& thread, Frame* frame) {
    return !is_traced(thread) || trace_call(thread, frame);
}

void observe_raise(ThreadState& thread, Frame* frame) {
    if (thread.listener) thread.listener->raised(frame, thread.pending_exception);
    if (is_traced(thread)) trace_exception(thread, frame);
}

void observe_unwind(ThreadState& thread, Frame* frame, const CodeWord* next) {
    if (thread.listener) thread.listener->left(frame, nullptr);
    const bool begun = next != code_words(frame->code);
    if (is_traced(thread) && begun) (void)trace_return(thread, frame, nullptr);
}

}  // namespace minipy
