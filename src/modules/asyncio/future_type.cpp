// The type Future: construction, the methods that only plain futures have, attributes.
//
// CPython: Modules/_asynciomodule.c (FutureType, FutureObj_get_*)
#include "modules/asyncio/asyncio.h"
#include "modules/asyncio/initializer.h"
#include "modules/contexts/contextvars.h"
#include "objects/call.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/union_type.h"
#include "objects/weak_reference.h"

namespace minipy::asyncio {

NewRef future_add_done_callback(Object* self, Object* const* arguments) {
    Ref<Object> context = arguments[1] ? share(arguments[1]) : TRY(copy_current_context());
    TRY(future_add_callback(as_future(self), arguments[0], context.get()));
    return new_none();
}

namespace {

NewRef future_set_result_method(Object* self, Object* const* arguments) {
    TRY(future_set_result(as_future(self), arguments[0]));
    return new_none();
}

NewRef future_set_exception_method(Object* self, Object* const* arguments) {
    TRY(ensure_initialized(as_future(self)));
    TRY(future_set_exception(as_future(self), arguments[0]));
    return new_none();
}

NewRef future_cancel_method(Object* self, Object* const* arguments) {
    TRY(ensure_initialized(as_future(self)));
    return new_bool(TRY(future_cancel(as_future(self), share(arguments[0]))));
}

NewRef future_get_loop(Object* self, Object* const*) {
    TRY(ensure_initialized(as_future(self)));
    return new_ref(as_future(self)->loop);
}

// --- attributes

NewRef or_none(Object* value_or_null) { return new_ref(value_or_null ? value_or_null : &none); }

Failure raise_cannot_delete() { return raise(attribute_error_type, "cannot delete attribute"); }

NewRef get_state(Object* self) {
    TRY(ensure_initialized(as_future(self)));
    switch (as_future(self)->state) {
        case FutureState::Pending: return new_ref(name<"PENDING">);
        case FutureState::Cancelled: return new_ref(name<"CANCELLED">);
        case FutureState::Finished: break;
    }
    return new_ref(name<"FINISHED">);
}

NewRef get_blocking(Object* self) { return new_bool(as_future(self)->loop && as_future(self)->blocking); }

Status set_blocking(Object* self, Object* value_or_null) {
    TRY(ensure_initialized(as_future(self)));
    if (!value_or_null) return raise_cannot_delete();
    as_future(self)->blocking = TRY(truth(value_or_null));
    return done;
}

NewRef get_loop(Object* self) { return or_none(as_future(self)->loop); }

/// A list of (function, context), or None.
NewRef get_callbacks(Object* self) {
    const Future* future = as_future(self);
    TRY(ensure_initialized(future));
    if (!future->first_callback.function && !future->more_callbacks) return new_none();
    Ref<List> all = new_list();
    const auto add = [&](const Callback& callback) {
        return list_append_steal(all.get(), pack({callback.function, callback.context}).release());
    };
    if (future->first_callback.function) TRY(add(future->first_callback));
    if (future->more_callbacks)
        for (const Callback& callback : *future->more_callbacks)
            if (callback.function) TRY(add(callback));
    return all;
}

NewRef get_result(Object* self) {
    TRY(ensure_initialized(as_future(self)));
    return or_none(as_future(self)->result);
}

NewRef get_exception(Object* self) {
    TRY(ensure_initialized(as_future(self)));
    return or_none(as_future(self)->exception);
}

NewRef get_log_traceback(Object* self) {
    TRY(ensure_initialized(as_future(self)));
    return new_bool(as_future(self)->log_traceback);
}

Status set_log_traceback(Object* self, Object* value_or_null) {
    if (!value_or_null) return raise_cannot_delete();
    if (TRY(truth(value_or_null))) return raise(value_error_type, "_log_traceback can only be set to False");
    as_future(self)->log_traceback = false;
    return done;
}

NewRef get_source_traceback(Object* self) {
    return or_none(as_future(self)->loop ? as_future(self)->source_traceback : nullptr);
}

NewRef get_cancel_message(Object* self) { return or_none(as_future(self)->cancel_message); }

Status set_cancel_message(Object* self, Object* value_or_null) {
    if (!value_or_null) return raise_cannot_delete();
    replace_field(as_future(self)->cancel_message, share(value_or_null));
    return done;
}

constexpr GetSetDef future_getset[] = {
    {"_state", get_state, nullptr, nullptr},
    {"_asyncio_future_blocking", get_blocking, set_blocking, nullptr},
    {"_loop", get_loop, nullptr, nullptr},
    {"_callbacks", get_callbacks, nullptr, nullptr},
    {"_result", get_result, nullptr, nullptr},
    {"_exception", get_exception, nullptr, nullptr},
    {"_log_traceback", get_log_traceback, set_log_traceback, nullptr},
    {"_source_traceback", get_source_traceback, nullptr, nullptr},
    {"_cancel_message", get_cancel_message, set_cancel_message, nullptr},
};

// --- the type

NewRef future_repr(Object* self) {
    TRY(ensure_initialized(as_future(self)));
    return call(library().future_repr, {self});
}

void future_dealloc(Object* self) noexcept {
    if (!run_finalizer(self)) return;
    untrack(self);
    clear_weak_references(self);
    future_clear(self);
    free_object(self);
}

NewRef future_new(Type* type, Tuple*, Dict*) { return NewRef(allocate_instance(type)); }

NewRef initialize_future(Object* self, Object* const* arguments) {
    TRY(future_init(as_future(self), arguments[0]));
    return new_none();
}

constexpr NativeDef future_initializer = {"Future", initialize_future, "(*, loop=None)", nullptr};

constexpr NativeDef future_methods[] = {
    {"result", future_result_method, "($self, /)",
     "The result. Raises the exception that was set instead, CancelledError, or InvalidStateError if the\n"
     "future is not done."},
    {"exception", future_exception, "($self, /)",
     "The exception that was set, or None. Raises CancelledError, or InvalidStateError if the future is not\n"
     "done."},
    {"set_result", future_set_result_method, "($self, result, /)",
     "Makes the future done with a result. Raises InvalidStateError if it is done already."},
    {"set_exception", future_set_exception_method, "($self, exception, /)",
     "Makes the future done with an exception. Raises InvalidStateError if it is done already."},
    {"add_done_callback", future_add_done_callback, "($self, fn, /, *, context=<unrepresentable>)",
     "Has the loop call the function with the future once that is done."},
    {"remove_done_callback", future_remove_done_callback, "($self, fn, /)",
     "Removes the callback as often as it was added; how often that was."},
    {"cancel", future_cancel_method, "($self, /, msg=None)",
     "Makes the future cancelled. False if it is done already."},
    {"cancelled", future_cancelled, "($self, /)", "Whether the future was cancelled."},
    {"done", future_done, "($self, /)",
     "Whether there is a result or an exception, or the future was cancelled."},
    {"get_loop", future_get_loop, "($self, /)", "The loop that the future belongs to."},
    {"_make_cancelled_error", future_make_cancelled_error, "($self, /)",
     "The CancelledError to raise for a cancelled future; a second call makes a new one."},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};

const TypeSpec future_spec = {
    .name = "_asyncio.Future",
    .basic_size = sizeof(Future),
    .flags = type_flag::base_type | type_flag::collected,
    .doc =
        "A result that comes later, on an event loop. Unlike concurrent.futures.Future it never waits:\n"
        "result() and exception() raise an error as long as it is not done, and callbacks are called by\n"
        "the loop.",
    .slots = {.new_ = future_new,
              .init = initialize_from_tuple<future_initializer>,
              .dealloc = future_dealloc,
              .finalize = future_finalize,
              .traverse = future_traverse,
              .clear = future_clear,
              .repr = future_repr,
              .construct = construct_instance<future_type, future_initializer>,
              .iter = future_iterate,
              .await = future_iterate},
    .methods = future_methods,
    .getset = future_getset,
    .dict_offset = offsetof(Future, dict),
    .weakrefs_offset = offsetof(Future, weak_references),
    .signature = "(*, loop=None)",
};

}  // namespace

std::span<const GetSetDef> future_attributes() noexcept { return future_getset; }

Type future_type(future_spec);

}  // namespace minipy::asyncio
