// `await`, `async for`, `yield from`: what they accept and how they step it; `aiter()` and `anext()`.
//
// CPython: Python/ceval.c (GET_AWAITABLE, GET_AITER, GET_ANEXT), Objects/genobject.c, Objects/iterobject.c
// (anext_awaitable), Objects/abstract.c (PyIter_Send, PyObject_GetAIter)
#include <fmt/format.h>

#include <new>
#include <utility>

#include "memory/collector.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/instance.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/slot_table.h"
#include "objects/stop_iteration.h"
#include "vm/generator_internal.h"

namespace minipy {
namespace {

/// A coroutine, or a generator that `types.coroutine` has marked as one.
bool acts_as_coroutine(const Object* object) noexcept {
    if (is_coroutine(object)) return true;
    return is_generator(object) &&
           static_cast<const Generator*>(object)->code->flags & code_flag::iterable_coroutine;
}

Failure wrong_type(const char* message, const Object* object) {
    return raise(type_error_type, fmt::format(fmt::runtime(message), object->type->name));
}

}  // namespace

SendStatus send_to(Object* iterator, Object* value, Object** result) {
    *result = nullptr;
    if (SendSlot slot = iterator->type->slots.send) return slot(iterator, value, result);
    UnarySlot next = iterator->type->slots.next;
    NewRef item = is_none(value) && next ? next(iterator) : call_method(iterator, name<"send">, {value});
    *result = item.object;
    if (item) return SendStatus::Next;
    Ref<Object> returned;
    if (!take_stop_iteration_value(returned)) return SendStatus::Error;
    *result = returned.release();
    return SendStatus::Return;
}

NewRef yield_from_iterator(const Frame* frame, Object* iterable) {
    if (is_generator(iterable)) return new_ref(iterable);
    if (!is_coroutine(iterable)) return iterate(iterable);
    if (frame->code->flags & (code_flag::coroutine | code_flag::iterable_coroutine)) return new_ref(iterable);
    return raise(type_error_type, "cannot 'yield from' a coroutine object in a non-coroutine generator");
}

NewRef await_iterator(Object* object) {
    if (acts_as_coroutine(object)) return new_ref(object);
    UnarySlot slot = object->type->slots.await;
    if (!slot) return wrong_type("object {} can't be used in 'await' expression", object);
    Ref<Object> iterator = TRY(slot(object));
    if (acts_as_coroutine(iterator.get())) return raise(type_error_type, "__await__() returned a coroutine");
    if (!is_iterator(iterator.get()))
        return wrong_type("__await__() returned non-iterator of type '{}'", iterator.get());
    return iterator;
}

NewRef awaitable_iterator(Object* object, int context) {
    Ref<Object> iterator = await_iterator(object);
    if (!iterator) {
        if (context && !object->type->slots.await)
            return raise(type_error_type,
                         fmt::format("'async with' received an object from {} that does not implement "
                                     "__await__: {}",
                                     context == 1 ? "__aenter__" : "__aexit__", object->type->name));
        return failed;
    }
    if (is_coroutine(iterator.get()) && yield_from_target(as_generator(iterator.get())))
        return raise(runtime_error_type, "coroutine is being awaited already");
    return iterator;
}

NewRef async_iterator(Object* object) {
    UnarySlot slot = object->type->slots.aiter;
    if (!slot) return wrong_type("'async for' requires an object with __aiter__ method, got {}", object);
    Ref<Object> iterator = TRY(slot(object));
    if (iterator->type->slots.anext) return iterator;
    return wrong_type("'async for' received an object from __aiter__ that does not implement __anext__: {}",
                      iterator.get());
}

NewRef async_next(Object* iterator) {
    UnarySlot slot = iterator->type->slots.anext;
    if (is_async_generator(iterator)) return slot(iterator);
    if (!slot) return wrong_type("'async for' requires an iterator with __anext__ method, got {}", iterator);
    Ref<Object> awaitable = TRY(slot(iterator));
    Ref<Object> steps = await_iterator(awaitable.get());
    if (steps) return steps;
    return raise_from_cause(
        type_error_type,
        fmt::format("'async for' received an invalid object from __anext__: {}", awaitable->type->name));
}

NewRef get_async_iterator(Object* object) {
    UnarySlot slot = object->type->slots.aiter;
    if (!slot) return wrong_type("'{}' object is not an async iterable", object);
    Ref<Object> iterator = TRY(slot(object));
    if (iterator->type->slots.anext) return iterator;
    return wrong_type("aiter() returned not an async iterator of type '{}'", iterator.get());
}

// --- anext(iterator, fallback)

namespace {

/// Runs the awaitable of `__anext__`; when that says that there is nothing more, returns the fallback.
struct AnextAwaitable : Object {
    Object* awaitable;
    Object* fallback;
};

AnextAwaitable* as_anext(Object* object) noexcept { return static_cast<AnextAwaitable*>(object); }

NewRef steps_of(AnextAwaitable* self) {
    Ref<Object> iterator = TRY(await_iterator(self->awaitable));
    if (is_iterator(iterator.get())) return iterator;
    // Of what await_iterator gives, only coroutines have no `next`.
    iterator = TRY(iterator->type->slots.await(iterator.get()));
    if (is_iterator(iterator.get())) return iterator;
    return raise(type_error_type, "__await__ must return an iterable");
}

NewRef result_or_fallback(AnextAwaitable* self, NewRef result) {
    if (result || !pending_matches(stop_async_iteration_type)) return result;
    clear_exception();
    return raise_stop_iteration(self->fallback);
}

NewRef anext_next(Object* self) {
    Ref<Object> steps = TRY(steps_of(as_anext(self)));
    return result_or_fallback(as_anext(self), steps->type->slots.next(steps.get()));
}

NewRef pass_on(Object* self, Str* method, Object* const* arguments, Size count) {
    Ref<Object> steps = TRY(steps_of(as_anext(self)));
    Ref<Object> bound = TRY(get_attribute(steps.get(), method));
    return result_or_fallback(as_anext(self), call(bound.get(), arguments, count));
}

NewRef anext_send(Object* self, Object* const* arguments) { return pass_on(self, name<"send">, arguments, 1); }
NewRef anext_throw(Object* self, Object* const* arguments) {
    return pass_on(self, name<"throw">, arguments, arguments[2] ? 3 : arguments[1] ? 2 : 1);
}
NewRef anext_close(Object* self, Object* const*) { return pass_on(self, name<"close">, nullptr, 0); }

NewRef anext_self(Object* self) { return new_ref(self); }

void anext_dealloc(Object* self) noexcept {
    untrack(self);
    decref(as_anext(self)->awaitable);
    decref(as_anext(self)->fallback);
    free_object(self);
}

int anext_traverse(Object* self, Visit visit, void* context) {
    if (int result = visit(as_anext(self)->awaitable, context)) return result;
    return visit(as_anext(self)->fallback, context);
}

constexpr NativeDef anext_methods[] = {
    {"send", anext_send, "-($self, arg, /)", "send(arg): a step of the awaitable."},
    {"throw", anext_throw, "-($self, typ, val=<absent>, tb=<absent>, /)",
     "throw(exception): raises the exception in the awaitable."},
    {"close", anext_close, "-($self)", "close(): closes the awaitable."},
};

const TypeSpec anext_spec = {
    .name = "anext_awaitable",
    .basic_size = sizeof(AnextAwaitable),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = anext_dealloc,
              .traverse = anext_traverse,
              .iter = anext_self,
              .next = anext_next,
              .await = anext_self},
    .methods = anext_methods,
};

}  // namespace

Type anext_awaitable_type(anext_spec);

NewRef get_async_next(Object* iterator, Object* fallback_or_null) {
    UnarySlot slot = iterator->type->slots.anext;
    if (!slot) return wrong_type("'{}' object is not an async iterator", iterator);
    Ref<Object> awaitable = TRY(slot(iterator));
    if (!fallback_or_null) return awaitable;
    auto* made = new (allocate_collected(sizeof(AnextAwaitable)))
        AnextAwaitable{{1, &anext_awaitable_type}, awaitable.release(), fallback_or_null};
    incref(fallback_or_null);
    track(made);
    return NewRef(made);
}

}  // namespace minipy
