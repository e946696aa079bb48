// The type Task: construction, cancelling, names, attributes.
//
// Invariant: `must_cancel` says that the coroutine has yet to be told; a task that waits for a future has that
// one cancelled instead.
//
// CPython: Modules/_asynciomodule.c (TaskType, _asyncio_Task_*)
#include "modules/asyncio/asyncio.h"
#include "modules/asyncio/initializer.h"
#include "modules/contexts/contextvars.h"
#include "objects/call.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/union_type.h"
#include "objects/weak_reference.h"
#include "vm/generator.h"

namespace minipy::asyncio {
namespace {

using TaskFields = OwnedFields<Task, &Task::waiting_for, &Task::coroutine, &Task::task_name, &Task::context>;

// --- construction

Result<bool> acts_as_coroutine(Object* object) {
    if (is_coroutine(object)) return true;
    Ref<Object> answer = TRY(call(library().is_coroutine, {object}));
    return truth(answer.get());
}

Ref<Object> next_task_name() {
    static std::uint64_t counter = 0;
    return str_from_utf8(fmt::format("Task-{}", ++counter));
}

Ref<Object> name_text(Object* value) {
    if (is_exactly(value, str_type)) return share(value);
    return to_str(value);
}

NewRef initialize_task(Object* self, Object* const* arguments) {
    Task* task = as_task(self);
    Object *coroutine = arguments[0], *loop = arguments[1], *given_name = arguments[2], *context = arguments[3];
    TRY(future_init(task, loop));
    if (!TRY(acts_as_coroutine(coroutine))) {
        task->log_destroy_pending = false;
        return raise_showing(type_error_type, "a coroutine was expected, got {}", coroutine);
    }
    replace_field(task->context, is_none(context) ? TRY(copy_current_context()) : share(context));
    replace_field(task->waiting_for, Ref<Object>());
    task->must_cancel = false;
    task->log_destroy_pending = true;
    task->cancel_requests = 0;
    replace_field(task->coroutine, share(coroutine));
    replace_field(task->task_name, is_none(given_name) ? next_task_name() : TRY(name_text(given_name)));
    TRY(step_soon(task, nullptr));
    TRY(register_task(task));
    return new_none();
}

constexpr NativeDef task_initializer = {"Task", initialize_task,
                                        "(coro, *, loop=None, name=None, context=None)", nullptr};

// --- cancelling

NewRef task_cancel(Object* self, Object* const* arguments) {
    Task* task = as_task(self);
    task->log_traceback = false;
    if (task->state != FutureState::Pending) return new_bool(false);
    ++task->cancel_requests;
    if (Ref<Object> future = share(task->waiting_for)) {
        Ref<Object> cancelled = TRY(invoke(future.get(), name<"cancel">, {arguments[0]}));
        if (TRY(truth(cancelled.get()))) return new_bool(true);
    }
    task->must_cancel = true;
    replace_field(task->cancel_message, share(arguments[0]));
    return new_bool(true);
}

NewRef task_cancelling(Object* self, Object* const*) { return new_int(as_task(self)->cancel_requests); }

NewRef task_uncancel(Object* self, Object* const*) {
    Task* task = as_task(self);
    if (task->cancel_requests > 0) --task->cancel_requests;
    return new_int(task->cancel_requests);
}

// --- what a task shows of itself

NewRef or_none(Object* value_or_null) { return new_ref(value_or_null ? value_or_null : &none); }

NewRef task_get_stack(Object* self, Object* const* arguments) {
    return call(library().task_get_stack, {self, arguments[0]});
}

NewRef task_print_stack(Object* self, Object* const* arguments) {
    return call(library().task_print_stack, {self, arguments[0], arguments[1]});
}

NewRef task_refuse_result(Object*, Object* const*) {
    return raise(runtime_error_type, "Task does not support set_result operation");
}

NewRef task_refuse_exception(Object*, Object* const*) {
    return raise(runtime_error_type, "Task does not support set_exception operation");
}

NewRef task_get_name(Object* self, Object* const*) { return or_none(as_task(self)->task_name); }

NewRef task_set_name(Object* self, Object* const* arguments) {
    replace_field(as_task(self)->task_name, TRY(name_text(arguments[0])));
    return new_none();
}

NewRef task_get_coro(Object* self, Object* const*) { return or_none(as_task(self)->coroutine); }

NewRef get_log_destroy_pending(Object* self) { return new_bool(as_task(self)->log_destroy_pending); }

Status set_log_destroy_pending(Object* self, Object* value_or_null) {
    if (!value_or_null) return raise(attribute_error_type, "cannot delete attribute");
    as_task(self)->log_destroy_pending = TRY(truth(value_or_null));
    return done;
}

NewRef get_must_cancel(Object* self) { return new_bool(as_task(self)->must_cancel); }
NewRef get_coro(Object* self) { return or_none(as_task(self)->coroutine); }
NewRef get_fut_waiter(Object* self) { return or_none(as_task(self)->waiting_for); }
NewRef task_repr(Object* self) { return call(library().task_repr, {self}); }

/// Those of a future and those that only tasks have.
std::span<const GetSetDef> task_getset() {
    static const std::vector<GetSetDef> all = [] {
        std::vector<GetSetDef> rows(future_attributes().begin(), future_attributes().end());
        rows.push_back({"_log_destroy_pending", get_log_destroy_pending, set_log_destroy_pending, nullptr});
        rows.push_back({"_must_cancel", get_must_cancel, nullptr, nullptr});
        rows.push_back({"_coro", get_coro, nullptr, nullptr});
        rows.push_back({"_fut_waiter", get_fut_waiter, nullptr, nullptr});
        return rows;
    }();
    return all;
}

// --- life

int task_traverse(Object* self, Visit visit, void* context) {
    if (int result = TaskFields::traverse(self, visit, context)) return result;
    return future_traverse(self, visit, context);
}

void task_clear(Object* self) {
    future_clear(self);
    TaskFields::clear(self);
}

void task_finalize(Object* self) noexcept {
    const Task* task = as_task(self);
    if (task->state == FutureState::Pending && task->log_destroy_pending && task->loop) {
        Ref<Str> message = str_from_utf8("Task was destroyed but it is pending!");
        Ref<Dict> context = new_dict();
        // Setting strings in a new dict cannot fail.
        (void)dict_set(context.get(), name<"message">, message.get());
        (void)dict_set(context.get(), name<"task">, self);
        if (task->source_traceback)
            (void)dict_set(context.get(), name<"source_traceback">, task->source_traceback);
        report_to_loop(task->loop, context.get());
    }
    future_finalize(self);
}

void task_dealloc(Object* self) noexcept {
    if (!run_finalizer(self)) return;
    untrack(self);
    clear_weak_references(self);
    task_clear(self);
    free_object(self);
}

NewRef task_new(Type* type, Tuple*, Dict*) { return NewRef(allocate_instance(type)); }

constexpr NativeDef task_methods[] = {
    {"result", future_result_method, "($self, /)",
     "The result. Raises the exception that the coroutine raised instead, CancelledError, or\n"
     "InvalidStateError if the task is not done."},
    {"exception", future_exception, "($self, /)",
     "The exception that the coroutine raised, or None. Raises CancelledError, or InvalidStateError if the\n"
     "task is not done."},
    {"add_done_callback", future_add_done_callback, "($self, fn, /, *, context=<unrepresentable>)",
     "Has the loop call the function with the task once that is done."},
    {"remove_done_callback", future_remove_done_callback, "($self, fn, /)",
     "Removes the callback as often as it was added; how often that was."},
    {"cancelled", future_cancelled, "($self, /)", "Whether the task was cancelled."},
    {"done", future_done, "($self, /)", "Whether the coroutine has ended."},
    {"set_result", task_refuse_result, "($self, result, /)", nullptr},
    {"set_exception", task_refuse_exception, "($self, exception, /)", nullptr},
    {"cancel", task_cancel, "($self, /, msg=None)",
     "Asks for CancelledError to be thrown into the coroutine, which may catch it and go on.\n"
     "False if the task is done. Counts the requests."},
    {"cancelling", task_cancelling, "($self, /)", "How many requests to cancel are not taken back."},
    {"uncancel", task_uncancel, "($self, /)", "Takes one request to cancel back; how many are left."},
    {"get_stack", task_get_stack, "($self, /, *, limit=None)",
     "The frames in which the coroutine waits, or those of the traceback if it has raised; oldest first."},
    {"print_stack", task_print_stack, "($self, /, *, limit=None, file=None)",
     "Prints what get_stack() gives as a traceback."},
    {"_make_cancelled_error", future_make_cancelled_error, "($self, /)",
     "The CancelledError to raise for a cancelled task; a second call makes a new one."},
    {"get_name", task_get_name, "($self, /)", nullptr},
    {"set_name", task_set_name, "($self, value, /)", nullptr},
    {"get_coro", task_get_coro, "($self, /)", nullptr},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};

const TypeSpec task_spec = {
    .name = "_asyncio.Task",
    .basic_size = sizeof(Task),
    .flags = type_flag::base_type | type_flag::collected,
    .base = &future_type,
    .doc = "A future that runs a coroutine.",
    .slots = {.new_ = task_new,
              .init = initialize_from_tuple<task_initializer>,
              .dealloc = task_dealloc,
              .finalize = task_finalize,
              .traverse = task_traverse,
              .clear = task_clear,
              .repr = task_repr,
              .construct = construct_instance<task_type, task_initializer>,
              .iter = future_iterate,
              .await = future_iterate},
    .methods = task_methods,
    .getset = task_getset(),
    .dict_offset = offsetof(Task, dict),
    .weakrefs_offset = offsetof(Task, weak_references),
    .signature = "(coro, *, loop=None, name=None, context=None)",
};

}  // namespace

Type task_type(task_spec);

}  // namespace minipy::asyncio
