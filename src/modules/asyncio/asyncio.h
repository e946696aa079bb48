// _asyncio: futures, the tasks that run coroutines, and which loop and task are the running ones.
//
// A future holds a result that comes later and the callbacks that its loop is to call then. A task is a future
// that drives a coroutine: each step sends a value in and waits for the future that comes out. The loop itself
// is the library's; all that happens here to it is a call of its method `call_soon`, so any object may be one.
// Invariant: a future without a loop has not been initialized (or has been taken apart by the collector), and
// whatever calls foreign code looks again at what it relies on afterwards.
//
// CPython: Modules/_asynciomodule.c
#pragma once

#include <initializer_list>
#include <vector>

#include "modules/support.h"
#include "objects/names.h"
#include "objects/showing.h"
#include "objects/singletons.h"

namespace minipy::asyncio {

enum class FutureState : unsigned char { Pending, Cancelled, Finished };

/// A function to be called when the future is done, and the context to call it in; both owned, or both null.
struct Callback {
    Object* function;
    Object* context;
};

struct Future : Object {
    Object* loop;
    Callback first_callback;                // most futures have but one
    std::vector<Callback>* more_callbacks;  // or null
    Object* result;
    Object* exception;
    Object* exception_traceback;  // as it was when the exception was set; or null
    Object* source_traceback;     // where the future was made, in debug mode; or null
    Object* cancel_message;
    Object* cancelled_error;  // what ended the task, to be raised by the next who asks; or null
    Dict* dict;
    Object* weak_references;
    FutureState state;
    bool log_traceback;  // nobody has looked at the exception
    bool blocking;       // handed out by `await`, not yet received by a task
};

struct Task : Future {
    Object* waiting_for;  // the future, or null
    Object* coroutine;
    Object* task_name;
    Object* context;
    int cancel_requests;
    bool must_cancel;  // CancelledError is to be thrown at the next step
    bool log_destroy_pending;
};

extern Type future_type, future_iterator_type, task_type, step_type;

inline Future* as_future(Object* self) noexcept { return static_cast<Future*>(self); }
inline Task* as_task(Object* self) noexcept { return static_cast<Task*>(self); }

/// Whether the object is exactly a Future or a Task, so that no class made by Python code has its say.
inline bool is_plain_future(const Object* object) noexcept {
    return is_exactly(object, future_type) || is_exactly(object, task_type);
}

// --- what the library's own modules contribute (library.cpp)

/// Borrowed for the life of the process.
struct Library {
    Object* get_event_loop_policy;
    Object* future_repr;
    Object* task_repr;
    Object* task_get_stack;
    Object* task_print_stack;
    Object* is_coroutine;
    Object* extract_stack;
    Type* cancelled_error;
    Type* invalid_state_error;
    Object* all_tasks;  // a WeakSet
    Dict* current_tasks;
    Tuple* context_keyword;
};

const Library& library() noexcept;
/// Imports it, once.
Status load_library();

/// `object.method(arguments...)`; the last arguments go by the names, if there are any.
NewRef invoke(Object* object, Str* method, std::initializer_list<Object*> arguments = {},
              Tuple* keyword_names = nullptr);

/// `loop.call_soon(function[, argument], context=context)`.
Status call_soon(Object* loop, Object* function, Object* argument_or_null, Object* context);

/// Tells the loop's exception handler; what that raises is unraisable, and the pending exception stays. For
/// finalizers.
void report_to_loop(Object* loop, Dict* context) noexcept;

// --- the running loop (running_loop.cpp)

/// Empty without an exception if none runs in this thread and process.
Ref<Object> running_loop() noexcept;
void set_running_loop(Object* loop) noexcept;
/// The running loop, or what the policy gives.
Ref<Object> event_loop();
/// Lets go of what an ending thread leaves behind.
void watch_thread_ends();

// --- futures (future.cpp)

Failure raise_uninitialized();
inline Status ensure_initialized(const Future* future) {
    return future->loop ? Status(done) : Status(raise_uninitialized());
}

/// Makes the future a new pending one of the loop (None: the current one).
Status future_init(Future* future, Object* loop);
Status future_set_result(Future* future, Object* result);
Status future_set_exception(Future* future, Object* exception);
/// False if it was done already.
Result<bool> future_cancel(Future* future, Ref<Object> message_or_null);
Status future_add_callback(Future* future, Object* function, Object* context);

/// The CancelledError to be raised for a cancelled future; the one that ended a task is given out once.
Ref<Object> new_cancelled_error(Future* future);

enum class Outcome { None, Result, Exception };
/// What a finished future holds; None, with InvalidStateError or CancelledError pending, if it is not finished.
Outcome future_outcome(Future* future, Ref<Object>& value);
/// The same as `Future.result()` gives it.
NewRef future_result(Future* future);

/// `Future.__iter__`, `Future.__await__`.
NewRef future_iterate(Object* self);

// The parts of a future's life that tasks share.
int future_traverse(Object* self, Visit visit, void* context);
void future_clear(Object* self);
void future_finalize(Object* self) noexcept;

// Natives that both types list.
NewRef future_result_method(Object* self, Object* const* arguments);
NewRef future_exception(Object* self, Object* const* arguments);
NewRef future_add_done_callback(Object* self, Object* const* arguments);
NewRef future_remove_done_callback(Object* self, Object* const* arguments);
NewRef future_cancelled(Object* self, Object* const* arguments);
NewRef future_done(Object* self, Object* const* arguments);
NewRef future_make_cancelled_error(Object* self, Object* const* arguments);

/// The computed attributes of futures; tasks show them as their own, too.
std::span<const GetSetDef> future_attributes() noexcept;

// --- tasks

/// Schedules the next step; the exception, if there is one, is to be thrown into the coroutine.
Status step_soon(Task* task, Object* exception_or_null);

/// Notes which task runs on the loop. RuntimeError if another one does.
Status enter_task(Object* loop, Object* task);
Status leave_task(Object* loop, Object* task);
Status register_task(Object* task);
Status unregister_task(Object* task);

}  // namespace minipy::asyncio
