// The out-of-line side of raising and handling: raise statements, matching, groups, context managers.
//
// CPython: Python/ceval.c (do_raise, exception_group_match, PyException_... ), Objects/exceptions.c
#pragma once

#include "memory/ref.h"
#include "objects/thread_state.h"
#include "objects/type.h"

namespace minipy {

/// `raise`, `raise exception`, `raise exception from cause`; always leaves something pending. True if it was a
/// bare `raise` that raised the exception being handled again.
bool raise_statement(ThreadState& thread, Object* exception_or_null, Object* cause_or_null);

/// An exception of the class from the value that goes with it: such an exception already, the arguments in a
/// tuple, the only argument, or null or None for none. TypeError if the class makes something else.
/// PyErr_NormalizeException.
Ref<Object> make_exception(Type* type, Object* value_or_null);

/// Makes an exception pending as it is: context and traceback stay untouched. PyErr_Restore.
void restore_exception(ThreadState& thread, Ref<Object> exception) noexcept;

/// Whether an `except type:` clause takes the exception; TypeError for what is no exception class.
Result<bool> exception_matches(Object* exception, Object* type_or_tuple);

/// `except* type`: the matching part (None if none) and the rest (None if all).
Status match_group(Object* group, Object* type, Ref<Object>& match, Ref<Object>& rest);
/// What an except* statement has left to raise, None if nothing. PREP_RERAISE_STAR.
NewRef exceptions_to_reraise(Object* original, Object* raised_list);

/// The instruction index that a cleanup handler saved on the stack.
int reraise_position(Object* saved) noexcept;

/// `with manager`: TypeError "'X' object does not support the context manager protocol".
Status enter_context(Object* manager, Ref<Object>& exit, Ref<Object>& entered);
Status enter_async_context(Object* manager, Ref<Object>& exit, Ref<Object>& entered);
/// `exit(type, exception, traceback)`.
NewRef call_exit(Object* exit, Object* exception);

/// `sys.displayhook(value)`.
Status display_value(Object* value);

}  // namespace minipy
