// What the files of the module `_thread` share.
//
// CPython: Modules/_threadmodule.c
#pragma once

#include "objects/struct_sequence.h"
#include "objects/thread_state.h"

namespace minipy {

inline constexpr double timeout_max = 9223372036.0;  // seconds

extern Type lock_type, rlock_type, local_type;

/// A free lock.
Ref<Object> new_lock();
void release_if_locked(Object* lock) noexcept;

/// Drops the values that an ending thread has in all `_local` objects.
void drop_thread_locals(ThreadState& thread) noexcept;

/// The argument of `threading.excepthook`: exc_type, exc_value, exc_traceback, thread.
extern StructSequenceType hook_arguments_type;
/// `_thread._excepthook(args)`: shows an exception that ended a thread.
NewRef thread_excepthook(Object*, Object* const* arguments);

}  // namespace minipy
