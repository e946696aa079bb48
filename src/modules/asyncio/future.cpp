// Futures: from pending to done, the callbacks that wait for that, and the end of a future's life.
//
// Callbacks are never called here but handed to the loop's `call_soon`. Invariant: callbacks exist only as long
// as the future is pending, or is being settled.
//
// CPython: Modules/_asynciomodule.c (future_init, future_schedule_callbacks, future_set_result ...)
#include "modules/asyncio/asyncio.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/exceptions.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "vm/gil.h"

namespace minipy::asyncio {

Failure raise_uninitialized() { return raise(runtime_error_type, "Future object is not initialized."); }

namespace {

Failure raise_invalid_state(std::string_view message) { return raise(*library().invalid_state_error, message); }

using FutureFields =
    OwnedFields<Future, &Future::loop, &Future::result, &Future::exception, &Future::exception_traceback,
                &Future::source_traceback, &Future::cancel_message, &Future::cancelled_error>;

void drop(Callback callback) noexcept {
    xdecref(callback.function);
    xdecref(callback.context);
}

void drop_first_callback(Future* future) noexcept { drop(std::exchange(future->first_callback, {})); }

void drop_more_callbacks(Future* future) noexcept {
    std::vector<Callback>* dropped = std::exchange(future->more_callbacks, nullptr);
    if (!dropped) return;
    for (const Callback& callback : *dropped) drop(callback);
    delete dropped;
}

Status schedule(Future* future, Callback callback) {
    Ref<Object> loop = share(future->loop), function = share(callback.function),
                context = share(callback.context);
    if (!function) return done;  // taken out by remove_done_callback, which is still under way
    if (!loop) return raise_uninitialized();
    return call_soon(loop.get(), function.get(), future, context.get());
}

/// The callbacks stay in their places while they are handed over: a loop may show the future. If one cannot be
/// handed over, the others are forgotten.
Status schedule_callbacks(Future* future) {
    Status scheduled = done;
    if (future->first_callback.function) {
        scheduled = schedule(future, future->first_callback);
        drop_first_callback(future);
    }
    for (std::size_t i = 0; scheduled && future->more_callbacks && i < future->more_callbacks->size(); ++i)
        scheduled = schedule(future, (*future->more_callbacks)[i]);
    drop_more_callbacks(future);
    return scheduled;
}

/// All but `__dict__` and the weak references.
void clear_fields(Future* future) noexcept {
    FutureFields::clear(future);
    drop_first_callback(future);
    drop_more_callbacks(future);
}

}  // namespace

Status future_init(Future* future, Object* loop) {
    clear_fields(future);
    future->state = FutureState::Pending;
    future->log_traceback = false;
    future->blocking = false;
    Ref<Object> chosen = is_none(loop) ? TRY(event_loop()) : share(loop);
    replace_field(future->loop, chosen);
    Ref<Object> debug = TRY(invoke(chosen.get(), name<"get_debug">));
    // Late in the end of the process there may be no module `traceback` any more.
    if (TRY(truth(debug.get())) && !is_finalizing())
        replace_field(future->source_traceback, Ref<Object>(TRY(call(library().extract_stack, {}))));
    return done;
}

Status future_set_result(Future* future, Object* result) {
    TRY(ensure_initialized(future));
    if (future->state != FutureState::Pending) return raise_invalid_state("invalid state");
    replace_field(future->result, share(result));
    future->state = FutureState::Finished;
    return schedule_callbacks(future);
}

Status future_set_exception(Future* future, Object* exception) {
    if (future->state != FutureState::Pending) return raise_invalid_state("invalid state");
    Ref<Object> value = share(exception);
    if (is_exception_class(exception)) {
        value = TRY(call(exception, {}));
        if (future->state != FutureState::Pending) return raise_invalid_state("invalid state");
    }
    if (!is_exception(value.get())) return raise(type_error_type, "invalid exception object");
    if (is_exactly(value.get(), stop_iteration_type))
        return raise(type_error_type,
                     "StopIteration interacts badly with generators and cannot be raised into a Future");
    replace_field(future->exception_traceback, share(static_cast<BaseException*>(value.get())->traceback));
    replace_field(future->exception, std::move(value));
    future->state = FutureState::Finished;
    TRY(schedule_callbacks(future));
    future->log_traceback = true;
    return done;
}

Result<bool> future_cancel(Future* future, Ref<Object> message_or_null) {
    future->log_traceback = false;
    if (future->state != FutureState::Pending) return false;
    future->state = FutureState::Cancelled;
    replace_field(future->cancel_message, std::move(message_or_null));
    TRY(schedule_callbacks(future));
    return true;
}

Ref<Object> new_cancelled_error(Future* future) {
    if (Object* error = std::exchange(future->cancelled_error, nullptr)) return Ref<Object>::steal(error);
    Ref<Object> message = share(future->cancel_message);
    if (!message || is_none(message.get())) return call(library().cancelled_error, {});
    return call(library().cancelled_error, {message.get()});
}

namespace {

Failure raise_cancelled(Future* future) { return raise_object(TRY(new_cancelled_error(future))); }

}  // namespace

Outcome future_outcome(Future* future, Ref<Object>& value) {
    if (future->state == FutureState::Cancelled) {
        (void)raise_cancelled(future);
        return Outcome::None;
    }
    if (future->state == FutureState::Pending) {
        (void)raise_invalid_state("Result is not set.");
        return Outcome::None;
    }
    future->log_traceback = false;
    if (!future->exception) {
        value = share(future->result ? future->result : &none);
        return Outcome::Result;
    }
    // Each time that it is raised the exception begins with the traceback it came with.
    value = share(future->exception);
    replace_field(static_cast<BaseException*>(value.get())->traceback,
                  Ref<Object>::steal(std::exchange(future->exception_traceback, nullptr)));
    return Outcome::Exception;
}

NewRef future_result(Future* future) {
    if (!future->loop) return raise_invalid_state("Future object is not initialized.");
    Ref<Object> value;
    switch (future_outcome(future, value)) {
        case Outcome::None: return failed;
        case Outcome::Exception: return raise_object(std::move(value));
        case Outcome::Result: break;
    }
    return value;
}

// --- natives about the outcome

NewRef future_result_method(Object* self, Object* const*) { return future_result(as_future(self)); }

NewRef future_exception(Object* self, Object* const*) {
    Future* future = as_future(self);
    if (!future->loop) return raise_invalid_state("Future object is not initialized.");
    if (future->state == FutureState::Cancelled) return raise_cancelled(future);
    if (future->state == FutureState::Pending) return raise_invalid_state("Exception is not set.");
    if (!future->exception) return new_none();
    future->log_traceback = false;
    return new_ref(future->exception);
}

NewRef future_cancelled(Object* self, Object* const*) {
    return new_bool(as_future(self)->loop && as_future(self)->state == FutureState::Cancelled);
}

NewRef future_done(Object* self, Object* const*) {
    return new_bool(as_future(self)->loop && as_future(self)->state != FutureState::Pending);
}

NewRef future_make_cancelled_error(Object* self, Object* const*) {
    return new_cancelled_error(as_future(self));
}

// --- life

int future_traverse(Object* self, Visit visit, void* context) {
    const Future* future = as_future(self);
    if (int result = FutureFields::traverse(self, visit, context)) return result;
    const auto visit_callback = [&](const Callback& callback) {
        int result = callback.function ? visit(callback.function, context) : 0;
        return result || !callback.context ? result : visit(callback.context, context);
    };
    if (int result = visit_callback(future->first_callback)) return result;
    if (future->more_callbacks)
        for (const Callback& callback : *future->more_callbacks)
            if (int result = visit_callback(callback)) return result;
    return future->dict ? visit(future->dict, context) : 0;
}

void future_clear(Object* self) {
    clear_fields(as_future(self));
    xdecref(std::exchange(as_future(self)->dict, nullptr));
}

void future_finalize(Object* self) noexcept {
    Future* future = as_future(self);
    if (!future->log_traceback || !future->exception || !future->loop) return;
    future->log_traceback = false;
    Ref<Str> message = str_from_utf8(fmt::format("{} exception was never retrieved", short_name(self->type)));
    Ref<Dict> context = new_dict();
    // Setting strings in a new dict cannot fail.
    (void)dict_set(context.get(), name<"message">, message.get());
    (void)dict_set(context.get(), name<"exception">, future->exception);
    (void)dict_set(context.get(), name<"future">, self);
    if (future->source_traceback)
        (void)dict_set(context.get(), name<"source_traceback">, future->source_traceback);
    report_to_loop(future->loop, context.get());
}

// --- callbacks

Status future_add_callback(Future* future, Object* function, Object* context) {
    if (!future->loop) return raise(runtime_error_type, "uninitialized Future object");
    if (future->state != FutureState::Pending) return schedule(future, {function, context});
    const Callback callback{share(function).release(), share(context).release()};
    if (!future->first_callback.function && !future->more_callbacks) {
        future->first_callback = callback;
        return done;
    }
    if (!future->more_callbacks) future->more_callbacks = new std::vector<Callback>;
    future->more_callbacks->push_back(callback);
    return done;
}

namespace {

/// Takes out what equals the function; how many there were. A comparison may do anything to the future: what is
/// taken out leaves a hole until the last of them is over.
Result<Size> remove_more_callbacks(Future* future, Object* function) {
    std::vector<Ref<Object>> removed;  // their deaths have to wait, too
    for (std::size_t i = 0; future->more_callbacks && i < future->more_callbacks->size(); ++i) {
        Ref<Object> candidate = share((*future->more_callbacks)[i].function);
        if (!candidate || !TRY(compare_truth(candidate.get(), function, CompareOp::Eq))) continue;
        std::vector<Callback>* callbacks = future->more_callbacks;
        if (!callbacks || i >= callbacks->size() || (*callbacks)[i].function != candidate.get()) continue;
        const Callback hole = std::exchange((*callbacks)[i], {});
        removed.push_back(Ref<Object>::steal(hole.function));
        removed.push_back(Ref<Object>::steal(hole.context));
    }
    if (future->more_callbacks) {
        std::erase_if(*future->more_callbacks, [](const Callback& callback) { return !callback.function; });
        if (future->more_callbacks->empty()) drop_more_callbacks(future);
    }
    return static_cast<Size>(removed.size() / 2);
}

}  // namespace

NewRef future_remove_done_callback(Object* self, Object* const* arguments) {
    Future* future = as_future(self);
    TRY(ensure_initialized(future));
    Size removed = 0;
    if (Ref<Object> first = share(future->first_callback.function)) {
        if (TRY(compare_truth(first.get(), arguments[0], CompareOp::Eq))) {
            drop_first_callback(future);
            removed = 1;
        }
    }
    removed += TRY(remove_more_callbacks(future, arguments[0]));
    return new_int(removed);
}

}  // namespace minipy::asyncio
