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
    Str* name;
    Str* qualified_name;
    Object* weakrefs;
    HandledException handled;
    GeneratorState state;
    // of async generators
    bool hooks_installed, closed, running_async;
    Object* origin_or_finalizer;  // coroutine: cr_origin; async generator: its finalizer
    Frame frame;                  // followed by its slots
};

extern Type generator_type, coroutine_type, async_generator_type, coroutine_wrapper_type;

inline bool is_generator(const Object* object) noexcept { return object->type == &generator_type; }
inline bool is_coroutine(const Object* object) noexcept { return object->type == &coroutine_type; }

/// A generator object of the kind that the code's flags say, holding the frame's content; it will go on at
/// `ip`.
Ref<Object> generator_from_frame(Frame* frame, CodeWord* ip);
/// Gives back the room of a frame whose content has moved into a generator.
void give_back_frame(ThreadState& thread, Frame* frame) noexcept;
/// Unlinks the frame at a yield.
void suspend_generator(ThreadState& thread, Frame* frame, CodeWord* ip, Object** sp) noexcept;

/// Sends a value into anything that `yield from` and `await` accept. PyIter_Send.
SendStatus send_to(Object* iterator, Object* value, Object** result);

/// gen_throw, gen_close for use by the machine.
NewRef generator_throw(Generator* generator, Ref<Object> exception);
Status generator_close(Generator* generator);

NewRef wrap_async_value(Object* value);
NewRef yield_from_iterator(const Frame* frame, Object* iterable);
/// GET_AWAITABLE; `context` 1: __aenter__, 2: __aexit__. TypeError "object int can't be used in 'await'
/// expression".
NewRef awaitable_iterator(Object* object, int context);
NewRef async_iterator(Object* object);
NewRef async_next(Object* iterator);
NewRef async_next_or_default(Object* iterator, Object* fallback);

}  // namespace minipy
