// Async generators (PEP 525): the type, and the awaitables that its methods give.
//
// An async generator yields in two ways: what it awaits yields to the event loop, and its own `yield` hands a
// value to whoever iterates it. The latter is wrapped (ASYNC_GEN_WRAP), and `unwrap` turns it into the
// StopIteration that ends the awaitable of `__anext__`. Invariant: `running_async` is set from the moment an
// awaitable starts until it ends, so that a second one cannot step in between.
//
// CPython: Objects/genobject.c (async_gen_*)
#include <fmt/format.h>

#include <new>
#include <utility>

#include "memory/collector.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/singletons.h"
#include "objects/stop_iteration.h"
#include "objects/tuple.h"
#include "objects/union_type.h"
#include "vm/generator_internal.h"

namespace minipy {
namespace {

enum class AwaitableState : std::int8_t { Initial, Running, Closed };

/// `asend(value)` and `__anext__()`.
struct AsyncSend : Object {
    Generator* generator;
    Object* value;  // or null
    AwaitableState state;
};

/// `athrow(...)` and `aclose()`.
struct AsyncThrow : Object {
    Generator* generator;
    Tuple* arguments;  // null: aclose()
    AwaitableState state;
};

struct WrappedValue : Object {
    Object* value;
};

constexpr const char* ignored_exit = "async generator ignored GeneratorExit";

bool is_wrapped(const Object* object) noexcept {
    return is_exactly(object, async_generator_wrapped_value_type);
}

Failure raise_plain(Type& type) { return raise_object(new_exception_without_arguments(type)); }

/// Whether an end of the generator is pending: StopAsyncIteration or GeneratorExit.
bool pending_end() noexcept {
    return pending_matches(stop_async_iteration_type) || pending_matches(generator_exit_type);
}

/// A value that the generator yields to its iterator ends the awaitable; what it awaits passes through.
NewRef unwrap(Generator* generator, NewRef outcome) {
    Ref<Object> result = outcome;
    if (!result) {
        if (!pending_exception()) (void)raise_plain(stop_async_iteration_type);
        if (pending_end()) generator->closed = true;
        generator->running_async = false;
        return failed;
    }
    if (!is_wrapped(result.get())) return result;
    generator->running_async = false;
    return raise_stop_iteration(static_cast<WrappedValue*>(result.get())->value);
}

/// Before the first step: takes the finalizer hook and tells the event loop of the new generator.
Status install_hooks(Generator* generator) {
    if (generator->hooks_installed) return done;
    generator->hooks_installed = true;
    const ThreadState& thread = *current_thread;
    if (Object* finalizer = thread.async_finalizer) {
        incref(finalizer);
        generator->origin_or_finalizer = finalizer;
    }
    if (!thread.async_first_iteration) return done;
    Ref<Object> hook = share(thread.async_first_iteration);
    Ref<Object> result = TRY(call(hook.get(), {generator}));
    return done;
}

NewRef new_async_send(Object* self, Object* value_or_null) {
    TRY(install_hooks(as_generator(self)));
    auto* made = new (allocate_collected(sizeof(AsyncSend)))
        AsyncSend{{1, &async_generator_send_type}, as_generator(self), value_or_null, AwaitableState::Initial};
    incref(self);
    xincref(value_or_null);
    track(made);
    return NewRef(made);
}

NewRef new_async_throw(Object* self, Tuple* arguments_or_null) {
    TRY(install_hooks(as_generator(self)));
    auto* made = new (allocate_collected(sizeof(AsyncThrow))) AsyncThrow{
        {1, &async_generator_throw_type}, as_generator(self), arguments_or_null, AwaitableState::Initial};
    incref(self);
    xincref(arguments_or_null);
    track(made);
    return NewRef(made);
}

// --- async_generator

NewRef async_generator_repr(Object* self) {
    return str_from_utf8(fmt::format("<async_generator object {} at {}>",
                                     str_utf8(as_generator(self)->qualified_name), static_cast<void*>(self)));
}

NewRef async_generator_anext(Object* self) { return new_async_send(self, nullptr); }
NewRef async_generator_asend(Object* self, Object* const* arguments) {
    return new_async_send(self, arguments[0]);
}
NewRef async_generator_athrow(Object* self, Object* const* arguments) {
    return new_async_throw(self, static_cast<Tuple*>(arguments[0]));
}
NewRef async_generator_aclose(Object* self, Object* const*) { return new_async_throw(self, nullptr); }

NewRef return_self(Object* self) { return new_ref(self); }

constexpr NativeDef async_generator_methods[] = {
    {"asend", async_generator_asend, "-($self, value, /)",
     "asend(value): an awaitable that sends the value in and gives what is yielded next."},
    {"athrow", async_generator_athrow, "-($self, *args)",
     "athrow(exception): an awaitable that raises the exception in the generator."},
    {"aclose", async_generator_aclose, "-($self)",
     "aclose(): an awaitable that raises GeneratorExit in the generator."},
    {"__sizeof__", generator_sizeof, "-($self)", "Size of the generator in memory, in bytes."},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};
constexpr MemberDef async_generator_members[] = {
    {"ag_running", MemberKind::Bool, offsetof(Generator, running_async), true, nullptr},
};
constexpr GetSetDef async_generator_getset[] = {
    {"__name__", generator_get_name, generator_set_name, "The function's name."},
    {"__qualname__", generator_get_qualname, generator_set_qualname,
     "The function's name with the scopes around it."},
    {"ag_await", generator_get_target, nullptr, "what the generator awaits, or None"},
    {"ag_code", generator_get_code, nullptr, nullptr},
    {"ag_frame", generator_get_frame, nullptr, nullptr},
};

const TypeSpec async_generator_spec = {
    .name = "async_generator",
    .basic_size = sizeof(Generator),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = generator_dealloc,
              .finalize = generator_finalize,
              .traverse = generator_traverse,
              .repr = async_generator_repr,
              .aiter = return_self,
              .anext = async_generator_anext,
              .send = generator_send},
    .methods = async_generator_methods,
    .getset = async_generator_getset,
    .members = async_generator_members,
    .weakrefs_offset = offsetof(Generator, weakrefs),
};

// --- async_generator_asend

AsyncSend* as_send(Object* object) noexcept { return static_cast<AsyncSend*>(object); }

Failure reused_send() { return raise(runtime_error_type, "cannot reuse already awaited __anext__()/asend()"); }

NewRef step_send(Object* self, Object* value) {
    AsyncSend* awaitable = as_send(self);
    Generator* generator = awaitable->generator;
    if (awaitable->state == AwaitableState::Closed) return reused_send();
    if (awaitable->state == AwaitableState::Initial) {
        if (generator->running_async)
            return raise(runtime_error_type, "anext(): asynchronous generator is already running");
        if (is_none(value) && awaitable->value) value = awaitable->value;
        awaitable->state = AwaitableState::Running;
    }
    generator->running_async = true;
    NewRef result = unwrap(generator, generator_send_value(generator, value));
    if (!result) awaitable->state = AwaitableState::Closed;
    return result;
}

NewRef async_send_next(Object* self) { return step_send(self, &none); }
NewRef async_send_send(Object* self, Object* const* arguments) { return step_send(self, arguments[0]); }

NewRef async_send_throw(Object* self, Object* const* arguments) {
    AsyncSend* awaitable = as_send(self);
    if (awaitable->state == AwaitableState::Closed) return reused_send();
    NewRef result = unwrap(awaitable->generator, generator_throw_method(awaitable->generator, arguments));
    if (!result) awaitable->state = AwaitableState::Closed;
    return result;
}

NewRef async_send_close(Object* self, Object* const*) {
    as_send(self)->state = AwaitableState::Closed;
    return new_none();
}

void async_send_dealloc(Object* self) noexcept {
    untrack(self);
    decref(as_send(self)->generator);
    xdecref(as_send(self)->value);
    free_object(self);
}

int async_send_traverse(Object* self, Visit visit, void* context) {
    if (int result = visit(as_send(self)->generator, context)) return result;
    Object* value = as_send(self)->value;
    return value ? visit(value, context) : 0;
}

constexpr NativeDef async_send_methods[] = {
    {"send", async_send_send, "-($self, arg, /)", "send(arg): a step of the generator."},
    {"throw", async_send_throw, "-($self, typ, val=<absent>, tb=<absent>, /)",
     "throw(exception): raises the exception in the generator."},
    {"close", async_send_close, "-($self)", "close(): the awaitable cannot be used any more."},
};

const TypeSpec async_send_spec = {
    .name = "async_generator_asend",
    .basic_size = sizeof(AsyncSend),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = async_send_dealloc,
              .traverse = async_send_traverse,
              .iter = return_self,
              .next = async_send_next,
              .await = return_self},
    .methods = async_send_methods,
};

// --- async_generator_athrow

AsyncThrow* as_throw(Object* object) noexcept { return static_cast<AsyncThrow*>(object); }

Failure reused_throw() { return raise(runtime_error_type, "cannot reuse already awaited aclose()/athrow()"); }

/// aclose(): the end of the generator is what was wanted, and ends the awaitable.
void end_is_success() {
    if (!pending_end()) return;
    clear_exception();
    (void)raise_plain(stop_iteration_type);
}

/// What a step gave while the generator is being closed: it must not yield any more.
NewRef closing_result(AsyncThrow* awaitable, NewRef outcome) {
    Ref<Object> result = outcome;
    if (result && !is_wrapped(result.get())) return result;
    awaitable->generator->running_async = false;
    awaitable->state = AwaitableState::Closed;
    if (result) return raise(runtime_error_type, ignored_exit);
    end_is_success();
    return failed;
}

Status begin_throw(AsyncThrow* awaitable, Object* value) {
    Generator* generator = awaitable->generator;
    if (generator->running_async) {
        awaitable->state = AwaitableState::Closed;
        return raise(runtime_error_type, fmt::format("{}(): asynchronous generator is already running",
                                                     awaitable->arguments ? "athrow" : "aclose"));
    }
    if (generator->closed) {
        awaitable->state = AwaitableState::Closed;
        return raise_plain(stop_async_iteration_type);
    }
    if (!is_none(value))
        return raise(runtime_error_type, "can't send non-None value to a just-started coroutine");
    awaitable->state = AwaitableState::Running;
    generator->running_async = true;
    return done;
}

NewRef first_step(AsyncThrow* awaitable) {
    Generator* generator = awaitable->generator;
    if (!awaitable->arguments) {
        generator->closed = true;
        return closing_result(awaitable, generator_throw(generator, {&generator_exit_type}, false));
    }
    const Tuple* given = awaitable->arguments;
    if (given->size < 1 || given->size > 3) {
        (void)raise(type_error_type, fmt::format("athrow expected at {} argument{}, got {}",
                                                 given->size < 1 ? "least 1" : "most 3",
                                                 given->size < 1 ? "" : "s", given->size));
        return failed;
    }
    const ThrowArguments thrown{(*given)[0], given->size > 1 ? (*given)[1] : nullptr,
                                given->size > 2 ? (*given)[2] : nullptr};
    NewRef result = unwrap(generator, generator_throw(generator, thrown, false));
    if (!result) {
        generator->running_async = false;
        awaitable->state = AwaitableState::Closed;
    }
    return result;
}

NewRef step_throw(Object* self, Object* value) {
    AsyncThrow* awaitable = as_throw(self);
    Generator* generator = awaitable->generator;
    if (awaitable->state == AwaitableState::Closed) return reused_throw();
    if (generator->state == GeneratorState::Finished) {
        awaitable->state = AwaitableState::Closed;
        return raise_plain(stop_iteration_type);
    }
    if (awaitable->state == AwaitableState::Initial) {
        TRY(begin_throw(awaitable, value));
        return first_step(awaitable);
    }
    NewRef result = generator_send_value(generator, value);
    return awaitable->arguments ? unwrap(generator, result) : closing_result(awaitable, result);
}

NewRef async_throw_next(Object* self) { return step_throw(self, &none); }
NewRef async_throw_send(Object* self, Object* const* arguments) { return step_throw(self, arguments[0]); }

NewRef async_throw_throw(Object* self, Object* const* arguments) {
    AsyncThrow* awaitable = as_throw(self);
    if (awaitable->state == AwaitableState::Closed) return reused_throw();
    NewRef outcome = generator_throw_method(awaitable->generator, arguments);
    if (awaitable->arguments) return unwrap(awaitable->generator, outcome);
    Ref<Object> result = outcome;
    if (result && is_wrapped(result.get())) {
        awaitable->generator->running_async = false;
        awaitable->state = AwaitableState::Closed;
        return raise(runtime_error_type, ignored_exit);
    }
    if (!result) end_is_success();
    return result;
}

NewRef async_throw_close(Object* self, Object* const*) {
    as_throw(self)->state = AwaitableState::Closed;
    return new_none();
}

void async_throw_dealloc(Object* self) noexcept {
    untrack(self);
    decref(as_throw(self)->generator);
    xdecref(as_throw(self)->arguments);
    free_object(self);
}

int async_throw_traverse(Object* self, Visit visit, void* context) {
    if (int result = visit(as_throw(self)->generator, context)) return result;
    Tuple* arguments = as_throw(self)->arguments;
    return arguments ? visit(arguments, context) : 0;
}

constexpr NativeDef async_throw_methods[] = {
    {"send", async_throw_send, "-($self, arg, /)", "send(arg): a step of the generator."},
    {"throw", async_throw_throw, "-($self, typ, val=<absent>, tb=<absent>, /)",
     "throw(exception): raises the exception in the generator."},
    {"close", async_throw_close, "-($self)", "close(): the awaitable cannot be used any more."},
};

const TypeSpec async_throw_spec = {
    .name = "async_generator_athrow",
    .basic_size = sizeof(AsyncThrow),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = async_throw_dealloc,
              .traverse = async_throw_traverse,
              .iter = return_self,
              .next = async_throw_next,
              .await = return_self},
    .methods = async_throw_methods,
};

// --- async_generator_wrapped_value

Object*& value_in(Object* wrapped) noexcept { return static_cast<WrappedValue*>(wrapped)->value; }

void wrapped_dealloc(Object* self) noexcept {
    untrack(self);
    decref(value_in(self));
    free_object(self);
}

int wrapped_traverse(Object* self, Visit visit, void* context) { return visit(value_in(self), context); }

const TypeSpec wrapped_spec = {
    .name = "async_generator_wrapped_value",
    .basic_size = sizeof(WrappedValue),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = wrapped_dealloc, .traverse = wrapped_traverse},
};

}  // namespace

Type async_generator_type(async_generator_spec);
Type async_generator_send_type(async_send_spec);
Type async_generator_throw_type(async_throw_spec);
Type async_generator_wrapped_value_type(wrapped_spec);

NewRef wrap_async_value(Object* value) {
    auto* wrapped = new (allocate_collected(sizeof(WrappedValue)))
        WrappedValue{{1, &async_generator_wrapped_value_type}, value};
    incref(value);
    track(wrapped);
    return NewRef(wrapped);
}

}  // namespace minipy
