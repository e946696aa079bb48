// What the files of generators, coroutines and async generators share.
//
// CPython: Objects/genobject.c
#pragma once

#include "vm/generator.h"

namespace minipy {

inline Generator* as_generator(Object* object) noexcept { return static_cast<Generator*>(object); }

std::size_t generator_bytes(const Code* code) noexcept;
/// "generator", "coroutine", "async generator".
const char* generator_kind(const Generator* generator) noexcept;

/// The `send` slot.
SendStatus generator_send(Object* self, Object* value, Object** result);
/// The `next` slot.
NewRef generator_next(Object* self);
/// The same, and the method `send`: how it ends is told by StopIteration or StopAsyncIteration.
NewRef generator_send_value(Generator* generator, Object* value);

/// What `throw()` was called with; borrowed. The traceback and then the value may be null.
struct ThrowArguments {
    Object* type;
    Object* value = nullptr;
    Object* traceback = nullptr;
};

/// `throw()`. `close_delegate`: GeneratorExit closes what the generator delegates to instead of being thrown
/// into it. _gen_throw.
NewRef generator_throw(Generator* generator, const ThrowArguments& thrown, bool close_delegate = true);
Status generator_close(Generator* generator);

/// Native methods `send`, `throw`, `close`.
NewRef generator_send_method(Object* self, Object* const* arguments);
NewRef generator_throw_method(Object* self, Object* const* arguments);
NewRef generator_close_method(Object* self, Object* const* arguments);
inline ThrowArguments throw_arguments(Object* const* arguments) noexcept {
    return {arguments[0], arguments[1], arguments[2]};
}

/// What a suspended generator delegates to (`yield from`, `await`), borrowed, or null.
Object* yield_from_target(const Generator* generator) noexcept;

/// The iterator that `await object` runs. _PyCoro_GetAwaitableIter.
NewRef await_iterator(Object* object);

// Life and attributes, the same for the three kinds.
void generator_dealloc(Object* self) noexcept;
void generator_finalize(Object* self) noexcept;
int generator_traverse(Object* self, Visit visit, void* context);
NewRef generator_sizeof(Object* self, Object* const* arguments);
NewRef generator_get_name(Object* self);
Status generator_set_name(Object* self, Object* value_or_null);
NewRef generator_get_qualname(Object* self);
Status generator_set_qualname(Object* self, Object* value_or_null);
NewRef generator_get_code(Object* self);
NewRef generator_get_frame(Object* self);
NewRef generator_get_running(Object* self);
NewRef generator_get_suspended(Object* self);
NewRef generator_get_target(Object* self);

}  // namespace minipy
