// _contextvars, for modules that hand contexts on or keep something in the running one.
//
// Each context bears a stamp that no other state of any context has had: it changes with every set and reset.
// Who remembers the stamp along with a variable's value need not look the value up again while they agree.
//
// CPython: Include/cpython/context.h (PyContextVar_Get, PyContextVar_Set)
#pragma once

#include <cstdint>

#include "objects/thread_state.h"
#include "objects/type.h"

namespace minipy {

/// What other modules see of a `contextvars.Context`.
struct StampedContext : Object {
    std::uint64_t stamp;
};

/// The stamp of the thread's running context, or 0 if it has none yet.
inline std::uint64_t running_context_stamp() noexcept {
    const Object* context = current_thread->context;
    return context ? static_cast<const StampedContext*>(context)->stamp : 0;
}

/// A copy of the running thread's current context. PyContext_CopyCurrent.
Ref<Object> copy_current_context();

/// A `ContextVar` without a default. PyContextVar_New.
Ref<Object> new_context_variable(const char* variable_name);
/// The variable's value in the running context, borrowed, or null. PyContextVar_Get.
Result<Object*> context_variable_value(Object* variable);
/// PyContextVar_Set, without a token.
Status context_variable_set(Object* variable, Object* value);

}  // namespace minipy
