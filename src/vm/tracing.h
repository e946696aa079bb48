// sys.settrace and sys.setprofile: the events of the eval loop as calls of Python functions.
//
// A trace function hears of every call; what it returns becomes the frame's own (`f_trace`) and hears of the
// frame's lines, exceptions and its return. A profile function hears of calls and returns, those of natives
// included. Invariant: while such a function runs, `thread.tracing` is above 0 and no events are made.
//
// CPython: Python/ceval.c (call_trace, maybe_call_line_trace), Python/sysmodule.c (trace_trampoline)
#pragma once

#include "memory/ref.h"
#include "objects/type.h"
#include "vm/frame.h"

namespace minipy {

/// sys.settrace, sys.setprofile with their audit events; null: none. RuntimeError if called by what the end of
/// the old function runs.
[[nodiscard]] Status set_trace_function(ThreadState& thread, Object* function_or_null);
[[nodiscard]] Status set_profile_function(ThreadState& thread, Object* function_or_null);

/// What a profiler written in C++ hears of events with: the object, then what a profile function is told.
/// Py_tracefunc.
using ProfileListener = void (*)(Object* self, Frame* frame, Str* event, Object* argument);
/// The same as `set_profile_function` with such a listener. PyEval_SetProfile.
[[nodiscard]] Status set_native_profile_function(ThreadState& thread, Object* self, ProfileListener listener);
/// What sys.getprofile() gives, borrowed, or null: the function, or the object of a listener.
Object* profile_object(const ThreadState& thread) noexcept;

/// Calls the function as if no trace function ran: it may begin to trace. sys.call_tracing.
NewRef call_traced(Object* function, Tuple* arguments);

/// The instruction that begins the body proper: what comes before makes cells and generators.
/// _co_firsttraceable.
const CodeWord* first_traceable(const Code* code) noexcept;

/// The line of a code unit, -1 if it has none.
int line_of_unit(Code* code, int unit);

/// Event "call"; false if a function raised.
bool trace_call(ThreadState& thread, Frame* frame);
/// Events "line" and "opcode" if they are due at `frame->ip`; `before` is the instruction run before it. The
/// function may move `frame->ip` (f_lineno) and `frame->stack`.
bool trace_line(ThreadState& thread, Frame* frame, const CodeWord* before);
/// Event "return", with None for a null value. A pending exception stays, or gives way to one raised here.
bool trace_return(ThreadState& thread, Frame* frame, Object* value_or_null);
/// Event "exception" for the pending one, which gives way to one raised here.
void trace_exception(ThreadState& thread, Frame* frame);
/// Events "c_call", "c_return", "c_exception" of a native.
bool trace_native(ThreadState& thread, Frame* frame, Str* event, Object* function);
/// The native that a profile function hears of when the object is called: itself, or the method of a type bound
/// to the first argument; empty for everything else.
Ref<Object> profiled_native(Object* callable, Object* first_argument_or_null);
/// `yield from` as a trace function sees it: a delegate that returns raises StopIteration.
SendStatus send_traced(ThreadState& thread, Frame* frame, Object* iterator, Object* value, Object** result);

}  // namespace minipy
