// What the files of generators, coroutines and async generators share.
//
// CPython: Objects/genobject.c
#pragma once

#include "vm/generator.h"

namespace minipy {

std::size_t generator_bytes(const Code* code) noexcept;
Generator* generator_of(Frame* frame) noexcept;
/// "generator", "coroutine", "async generator".
const char* generator_kind(const Generator* generator) noexcept;

/// Runs the generator until it yields (Next), returns (Return) or raises (Error). `throwing`: raises the
/// pending exception at the place where it waits; else sends the value (null: None).
SendStatus resume_generator(Generator* generator, Object* value_or_null, bool throwing, Object** result);

/// The `send` slot.
SendStatus generator_send(Object* self, Object* value, Object** result);
/// The `next` slot.
NewRef generator_next(Object* self);
/// What `send()` and `next()` make of an outcome; `always_raise`: StopIteration also for a plain return.
NewRef generator_result(SendStatus status, Object* result, bool always_raise);
/// Resumes by raising the pending exception.
NewRef generator_throw_here(Generator* generator);

/// What a suspended generator delegates to (`yield from`, `await`), borrowed, or null.
Object* yield_from_target(Generator* generator) noexcept;

/// Moves a frame that waits in a SEND loop behind the loop. Its delegate is off the stack already.
void skip_send_loop(Frame& frame) noexcept;
/// Adds the generator's frame to the traceback of the pending exception.
void add_traceback_of(Generator* generator);

}  // namespace minipy
