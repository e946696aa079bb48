// A task's steps: resume the coroutine, then see what came out.
//
//   step ──> send(None) or throw(exception) ──┬─ returned ──> the task's result
//    ^                                        ├─ raised ────> its exception, or it is cancelled
//    │                                        └─ yielded ───> a future: wake up when that is done
//    └── call_soon <── task_wakeup <── callback of the future <──┘
//
// A yielded None asks for nothing but the next step; anything else is the coroutine's error, which is thrown
// into it. Invariant: while the coroutine runs, its task is the loop's current one.
//
// CPython: Modules/_asynciomodule.c (task_step_impl, task_wakeup)
#include "modules/asyncio/asyncio.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/exceptions.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/stop_iteration.h"
#include "vm/generator.h"

namespace minipy::asyncio {
namespace {

/// What the loop is asked to call for a step.
struct Step : Object {
    Task* task;
    Object* exception;  // or null
};

using StepFields = OwnedFields<Step, &Step::task, &Step::exception>;

// --- the future that a task waits for

/// Has a RuntimeError thrown into the coroutine at the next step.
Status fail_soon(Task* task, const char* format, Object* first, Object* second_or_null = nullptr) {
    Ref<Object> message = TRY(text_showing(format, first, second_or_null));
    Ref<Object> error = TRY(new_exception_with(runtime_error_type, message.get()));
    return step_soon(task, error.get());
}

Status other_loop(Task* task, Object* yielded) {
    return fail_soon(task, "Task {} got Future {} attached to a different loop", task, yielded);
}

Status not_awaited(Task* task, Object* yielded) {
    return fail_soon(task, "yield was used instead of yield from in task {} with {}", task, yielded);
}

NewRef task_wakeup(Object* self, Object* const* arguments);

constexpr NativeDef wakeup_definition = {"task_wakeup", task_wakeup, "-($self, object, /)", nullptr};

Ref<Object> wakeup_of(Task* task) {
    static const NativeSignature* const signature = new_signature(wakeup_definition);
    return new_builtin_function(signature, task, nullptr, nullptr);
}

/// From now on the task waits; a request to cancel that came too early for that goes to the future.
Status wait_for(Task* task, Object* future) {
    replace_field(task->waiting_for, share(future));
    if (!task->must_cancel) return done;
    Ref<Object> message = share(task->cancel_message ? task->cancel_message : &none);
    Ref<Object> cancelled = TRY(invoke(future, name<"cancel">, {message.get()}));
    if (TRY(truth(cancelled.get()))) task->must_cancel = false;
    return done;
}

Status wait_for_plain_future(Task* task, Future* future) {
    if (future->loop != task->loop) return other_loop(task, future);
    if (!future->blocking) return not_awaited(task, future);
    future->blocking = false;
    Ref<Object> wakeup = wakeup_of(task);
    TRY(future_add_callback(future, wakeup.get(), task->context));
    return wait_for(task, future);
}

/// The loop of anything that behaves as a future.
Ref<Object> loop_of(Object* future) {
    Ref<Object> get_loop;
    TRY(find_attribute(future, name<"get_loop">, get_loop));
    if (get_loop) return call(get_loop.get(), {});
    return get_attribute(future, name<"_loop">);
}

Status wait_for_other_future(Task* task, Object* future, Object* blocking) {
    const bool is_blocking = TRY(truth(blocking));
    Ref<Object> loop = TRY(loop_of(future));
    if (loop.get() != task->loop) return other_loop(task, future);
    if (!is_blocking) return not_awaited(task, future);
    TRY(set_attribute(future, name<"_asyncio_future_blocking">, &false_object));
    Ref<Object> wakeup = wakeup_of(task);
    Ref<Object> context = share(task->context ? task->context : &none);
    Ref<Object> added = TRY(
        invoke(future, name<"add_done_callback">, {wakeup.get(), context.get()}, library().context_keyword));
    return wait_for(task, future);
}

Status handle_yielded(Task* task, Object* yielded) {
    if (yielded == task) return fail_soon(task, "Task cannot await on itself: {}", task);
    if (is_plain_future(yielded)) return wait_for_plain_future(task, as_future(yielded));
    if (is_none(yielded)) return step_soon(task, nullptr);
    Ref<Object> blocking;
    TRY(find_attribute(yielded, name<"_asyncio_future_blocking">, blocking));
    if (blocking && !is_none(blocking.get())) return wait_for_other_future(task, yielded, blocking.get());
    if (TRY(is_instance(yielded, &generator_type)))
        return fail_soon(task, "yield was used instead of yield from for generator in task {} with {}", task,
                         yielded);
    return fail_soon(task, "Task got bad yield: {}", yielded);
}

// --- the end of the coroutine

Status handle_returned(Task* task, Object* value) {
    if (!task->must_cancel) return future_set_result(task, value);
    // Cancelled right before the end.
    task->must_cancel = false;
    TRY(future_cancel(task, share(task->cancel_message)));
    return done;
}

Status handle_raised(Task* task) {
    Ref<Object> error = take_exception();
    if (is_instance_of(error.get(), *library().cancelled_error)) {
        replace_field(task->cancelled_error, std::move(error));
        TRY(future_cancel(task, nullptr));
        return done;
    }
    TRY(future_set_exception(task, error.get()));
    // These end the loop, too.
    if (is_instance_of(error.get(), keyboard_interrupt_type) || is_instance_of(error.get(), system_exit_type))
        return restore_exception(std::move(error));
    return done;
}

// --- the step

SendStatus throw_into(Object* coroutine, Object* exception, Object** result) {
    *result = invoke(coroutine, name<"throw">, {exception}).object;
    if (*result) return SendStatus::Next;
    Ref<Object> returned;
    if (!take_stop_iteration_value(returned)) return SendStatus::Error;
    *result = returned.release();
    return SendStatus::Return;
}

/// A task that is to be cancelled throws CancelledError, whatever else was to be thrown.
Status replace_if_cancelled(Task* task, Ref<Object>& exception) {
    if (!task->must_cancel) return done;
    if (exception && !TRY(is_instance(exception.get(), library().cancelled_error))) exception.reset();
    if (!exception) exception = TRY(new_cancelled_error(task));
    task->must_cancel = false;
    return done;
}

Status advance(Task* task, Ref<Object> exception) {
    if (task->state != FutureState::Pending)
        return raise_showing(*library().invalid_state_error, "_step(): already done: {} {}", task,
                             exception ? exception.get() : &none);
    TRY(replace_if_cancelled(task, exception));
    replace_field(task->waiting_for, Ref<Object>());
    Ref<Object> coroutine = share(task->coroutine);
    if (!coroutine) return raise(runtime_error_type, "uninitialized Task object");
    Object* result = nullptr;
    const SendStatus status = exception ? throw_into(coroutine.get(), exception.get(), &result)
                                        : send_to(coroutine.get(), &none, &result);
    Ref<Object> value = Ref<Object>::steal(result);
    switch (status) {
        case SendStatus::Next: return handle_yielded(task, value.get());
        case SendStatus::Return: return handle_returned(task, value.get());
        case SendStatus::Error: break;
    }
    return handle_raised(task);
}

NewRef run_step(Task* task, Object* exception_or_null) {
    Ref<Task> keep = share(task);
    Ref<Object> loop = share(task->loop);
    if (!loop) return raise_uninitialized();
    TRY(enter_task(loop.get(), task));
    const Status advanced = advance(task, share(exception_or_null));
    if (advanced) {
        TRY(leave_task(loop.get(), task));
        return new_none();
    }
    Ref<Object> error = take_exception();
    if (leave_task(loop.get(), task)) return restore_exception(std::move(error));
    Ref<Object> newer = take_exception();
    set_exception_context(newer.get(), std::move(error));
    return restore_exception(std::move(newer));
}

/// The callback of the future that the task waits for.
NewRef task_wakeup(Object* self, Object* const* arguments) {
    Object* future = arguments[0];
    if (is_plain_future(future)) {
        Ref<Object> value;
        const Outcome outcome = future_outcome(as_future(future), value);
        if (outcome == Outcome::Result) return run_step(as_task(self), nullptr);
        if (outcome == Outcome::Exception) return run_step(as_task(self), value.get());
    } else if (Ref<Object> result = call_method(future, name<"result">)) {
        return run_step(as_task(self), nullptr);
    }
    Ref<Object> error = take_exception();
    return run_step(as_task(self), error.get());
}

// --- the step as an object

NewRef step_call(Object* self, Object* const*, Size positional, Tuple* keyword_names) {
    if (keyword_names && keyword_names->size)
        return raise(type_error_type, "function takes no keyword arguments");
    if (positional) return raise(type_error_type, "function takes no positional arguments");
    Ref<Object> keep = share(self);
    const auto* step = static_cast<Step*>(self);
    if (!step->task) return raise_uninitialized();
    return run_step(step->task, step->exception);
}

NewRef step_get_self(Object* self) {
    Task* task = static_cast<Step*>(self)->task;
    return new_ref(task ? static_cast<Object*>(task) : &none);
}

void step_dealloc(Object* self) noexcept {
    untrack(self);
    StepFields::clear(self);
    free_collected(static_cast<Step*>(self), step_type);
}

constexpr GetSetDef step_getset[] = {{"__self__", step_get_self, nullptr, nullptr}};

const TypeSpec step_spec = {
    .name = "TaskStepMethWrapper",
    .basic_size = sizeof(Step),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = step_dealloc,
              .traverse = StepFields::traverse,
              .clear = StepFields::clear,
              .vectorcall = step_call},
    .getset = step_getset,
};

}  // namespace

Type step_type(step_spec);

Status step_soon(Task* task, Object* exception_or_null) {
    auto* made = static_cast<Step*>(allocate_collected(sizeof(Step)));
    *made = {{1, &step_type}, share(task).release(), share(exception_or_null).release()};
    track(made);
    Ref<Object> step = Ref<Object>::steal(made);
    if (!task->loop) return raise_uninitialized();
    Ref<Object> loop = share(task->loop), context = share(task->context ? task->context : &none);
    return call_soon(loop.get(), step.get(), nullptr, context.get());
}

}  // namespace minipy::asyncio
