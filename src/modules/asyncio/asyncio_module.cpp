// The functions of _asyncio: the running loop, and the books about tasks.
//
// All tasks stand in a WeakSet, those that run at this moment in a dict from the loop; both are the library's
// to look at. Invariant: a loop has at most one current task.
//
// CPython: Modules/_asynciomodule.c (register_task, enter_task, asyncio_methods)
#include "modules/asyncio/asyncio.h"
#include "objects/index.h"
#include "objects/protocol.h"

namespace minipy::asyncio {

Status register_task(Object* task) {
    Ref<Object> added = TRY(invoke(library().all_tasks, name<"add">, {task}));
    return done;
}

Status unregister_task(Object* task) {
    Ref<Object> discarded = TRY(invoke(library().all_tasks, name<"discard">, {task}));
    return done;
}

Status enter_task(Object* loop, Object* task) {
    Dict* current = library().current_tasks;
    const Hash loop_hash = TRY(hash(loop));
    if (Ref<Object> other = share(TRY(dict_get_with_hash(current, loop, loop_hash))))
        return raise_showing(runtime_error_type,
                             "Cannot enter into task {} while another task {} is being executed.", task,
                             other.get());
    return dict_set(current, loop, task);
}

Status leave_task(Object* loop, Object* task) {
    Dict* current = library().current_tasks;
    const Hash loop_hash = TRY(hash(loop));
    const Result<Object*> found = dict_get_with_hash(current, loop, loop_hash);
    if (!found) clear_exception();
    Ref<Object> running = share(found && *found ? *found : &none);
    if (running.get() == task) return dict_delete(current, loop);
    return raise_showing(runtime_error_type, "Leaving task {} does not match the current task {}.", task,
                         running.get());
}

namespace {

NewRef asyncio_get_event_loop(Object*, Object* const*) { return event_loop(); }

NewRef asyncio_get_event_loop_at(Object*, Object* const* arguments) {
    TRY(argument_int(arguments[0]));
    return event_loop();
}

NewRef asyncio_get_running_loop(Object*, Object* const*) {
    if (Ref<Object> loop = running_loop()) return loop;
    return raise(runtime_error_type, "no running event loop");
}

NewRef asyncio_running_loop_or_none(Object*, Object* const*) {
    if (Ref<Object> loop = running_loop()) return loop;
    return new_none();
}

NewRef asyncio_set_running_loop(Object*, Object* const* arguments) {
    set_running_loop(arguments[0]);
    return new_none();
}

NewRef asyncio_register_task(Object*, Object* const* arguments) {
    TRY(register_task(arguments[0]));
    return new_none();
}

NewRef asyncio_unregister_task(Object*, Object* const* arguments) {
    TRY(unregister_task(arguments[0]));
    return new_none();
}

NewRef asyncio_enter_task(Object*, Object* const* arguments) {
    TRY(enter_task(arguments[0], arguments[1]));
    return new_none();
}

NewRef asyncio_leave_task(Object*, Object* const* arguments) {
    TRY(leave_task(arguments[0], arguments[1]));
    return new_none();
}

constexpr NativeDef asyncio_functions[] = {
    {"get_event_loop", asyncio_get_event_loop, "($module, /)",
     "The running loop, or the one that the policy gives."},
    {"_get_event_loop", asyncio_get_event_loop_at, "($module, /, stacklevel=3)", nullptr},
    {"get_running_loop", asyncio_get_running_loop, "($module, /)",
     "The loop that runs in this thread; RuntimeError if none does."},
    {"_get_running_loop", asyncio_running_loop_or_none, "($module, /)",
     "The loop that runs in this thread, or None."},
    {"_set_running_loop", asyncio_set_running_loop, "($module, loop, /)",
     "Notes which loop runs in this thread; for loops."},
    {"_register_task", asyncio_register_task, "($module, /, task)", "Adds a task to the set of all."},
    {"_unregister_task", asyncio_unregister_task, "($module, /, task)", "Takes a task out of the set of all."},
    {"_enter_task", asyncio_enter_task, "($module, /, loop, task)",
     "Makes the task the current one of the loop, which has to have none."},
    {"_leave_task", asyncio_leave_task, "($module, /, loop, task)",
     "Leaves the loop without a current task; it has to be this one."},
};

Status asyncio_fill(Module* module) {
    TRY(load_library());
    watch_thread_ends();
    ready_type(future_iterator_type);
    ready_type(step_type);
    TRY(module_add_type(module, future_type));
    TRY(module_add_type(module, task_type));
    TRY(module_set(module, "_all_tasks", library().all_tasks));
    return module_set(module, "_current_tasks", library().current_tasks);
}

const ModuleSpec asyncio_spec = {"_asyncio", "Futures and tasks of asyncio.", asyncio_functions, asyncio_fill};

}  // namespace
}  // namespace minipy::asyncio

namespace minipy {

Ref<Module> make_asyncio_module() { return new_native_module(asyncio::asyncio_spec); }

}  // namespace minipy
