// The eval loop: entry points.
//
// CPython: Python/ceval.c (_PyEval_EvalFrameDefault, _PyEval_Vector)
#pragma once

#include "vm/frame.h"

namespace minipy {

/// Runs the frame (and all Python functions it calls) to its end and pops it. Empty with an exception pending
/// on failure. `throwing`: starts by raising the pending exception at the frame's current instruction.
NewRef run_frame(ThreadState& thread, Frame* frame, bool throwing = false);

/// Calls a Python function: binds the arguments to a new frame and runs it. The function's vectorcall.
NewRef function_vectorcall(Object* callable, Object* const* arguments, Size positional, Tuple* keyword_names);

/// A frame for the call with its arguments bound, not yet linked to the caller; null with TypeError pending.
/// Takes over the references in `arguments` (keyword values included), also on failure; shares the function.
/// _PyEvalFramePushAndInit.
Frame* frame_for_call(ThreadState& thread, Function* function, Object* locals_or_null, Object* const* arguments,
                      Size positional, Tuple* keyword_names);

/// The same for `callable(*arguments, **keywords)` if the callable is a Python function or a method made of
/// one; tells by `known` whether it is.
Frame* frame_for_unpacked_call(ThreadState& thread, Object* callable, Tuple* arguments, Dict* keywords_or_null,
                               bool& known);

/// Runs code in a namespace: `exec`, `eval`, module bodies. PyEval_EvalCode.
NewRef evaluate_code(Code* code, Dict* globals, Object* locals);

}  // namespace minipy
