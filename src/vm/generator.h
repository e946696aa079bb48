// Generators, coroutines and async generators: a frame that lives inside an object.
//
// RETURN_GENERATOR moves the running frame into a new object; resuming links the frame to whoever resumes it
// and runs the loop on it until it yields, returns or raises. Invariant: while the generator runs, `handled`
// is the innermost link of the thread's chain of exceptions being handled.
//
// CPython: Include/cpython/genobject.h, Objects/genobject.c
#pragma once

#include "vm/eval.h"
#include "vm/frame.h"

namespace minipy {

enum class GeneratorState : std::int8_t { Created, Suspended, Running, Finished };

struct Generator : Object {
    Code* code;
    Str* name;
    Str* qualified_name;
    Object* weakrefs;
    HandledException handled;
    GeneratorState state;
    // of async generators
    bool hooks_installed, closed, running_async;
    Object* origin_or_finalizer;  // coroutine: cr_origin; async generator: its finalizer; or null
    Frame frame;                  // followed by its slots; valid until the state is Finished
};

extern Type generator_type, coroutine_type, coroutine_wrapper_type, async_generator_type,
    async_generator_send_type, async_generator_throw_type, async_generator_wrapped_value_type,
    anext_awaitable_type;

inline bool is_generator(const Object* object) noexcept { return object->type == &generator_type; }
inline bool is_coroutine(const Object* object) noexcept { return object->type == &coroutine_type; }
inline bool is_async_generator(const Object* object) noexcept { return object->type == &async_generator_type; }

/// A generator object of the kind that the code's flags say, holding the frame's content; it will go on at
/// `ip`. The frame's room is left to the caller.
Ref<Object> generator_from_frame(ThreadState& thread, Frame* frame, CodeWord* ip);
/// Unlinks the frame at a yield; it will go on at `ip`.
void suspend_generator(ThreadState& thread, Frame* frame, CodeWord* ip, Object** sp) noexcept;
/// A generator resumed in the loop of its caller (FOR_ITER_GENERATOR, SEND_GENERATOR): links it into the
/// thread's chain of exceptions being handled, and at its yield, return or raise takes it out again.
void link_resumed(ThreadState& thread, Generator* generator) noexcept;
void unlink_resumed(ThreadState& thread, Frame* frame) noexcept;
/// The same for one that has ended by the pending exception: a StopIteration becomes a RuntimeError.
void fail_resumed(Frame* frame);
/// The frame has returned or raised: the generator is finished and drops what the frame owns.
void finish_generator_frame(Frame* frame) noexcept;
/// Closes the generator that the frame belongs to, as at its death; false if it is running.
bool end_generator_of(Frame* frame) noexcept;

/// Sends a value into anything that `yield from` and `await` accept. PyIter_Send.
SendStatus send_to(Object* iterator, Object* value, Object** result);

/// GET_YIELD_FROM_ITER.
NewRef yield_from_iterator(const Frame* frame, Object* iterable);
/// GET_AWAITABLE; `context` 1: __aenter__, 2: __aexit__. TypeError "object int can't be used in 'await'
/// expression".
NewRef awaitable_iterator(Object* object, int context);
/// GET_AITER, GET_ANEXT: what `async for` does.
NewRef async_iterator(Object* object);
NewRef async_next(Object* iterator);
/// ASYNC_GEN_WRAP: marks a value as yielded by the async generator itself, not by something it awaits.
NewRef wrap_async_value(Object* value);

/// `aiter(object)`. PyObject_GetAIter.
NewRef get_async_iterator(Object* object);
/// `anext(iterator)` and `anext(iterator, fallback)`.
NewRef get_async_next(Object* iterator, Object* fallback_or_null);

}  // namespace minipy
