// Generators, coroutines, async generators: creation, resumption, throwing, closing.
//
// CPython: Objects/genobject.c
#include "vm/generator.h"

#include <fmt/format.h>

#include <cstring>
#include <new>
#include <utility>

#include "memory/allocator.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/stop_iteration.h"
#include "objects/tuple.h"
#include "objects/weak_reference.h"
#include "vm/exception_handling.h"
#include "vm/frame_object.h"
#include "vm/generator_internal.h"

namespace minipy {

std::size_t generator_bytes(const Code* code) noexcept {
    return sizeof(Generator) - sizeof(Frame) + frame_bytes(code);
}

Ref<Object> generator_from_frame(Frame* frame, CodeWord* ip) {
    const Code* code = frame->code;
    Type& type = code->flags & code_flag::coroutine         ? coroutine_type
                 : code->flags & code_flag::async_generator ? async_generator_type
                                                            : generator_type;
    auto* generator = static_cast<Generator*>(allocate_collected(generator_bytes(code)));
    std::memset(static_cast<void*>(generator), 0, sizeof(Generator) - sizeof(Frame));
    generator->refcount = 1;
    generator->type = &type;
    generator->name = frame->function->name;
    generator->qualified_name = frame->function->qualified_name;
    incref(generator->name);
    incref(generator->qualified_name);
    generator->state = GeneratorState::Created;
    std::memcpy(static_cast<void*>(&generator->frame), frame, frame_bytes(code));
    Frame& own = generator->frame;
    own.owner = FrameOwner::Generator;
    own.previous = nullptr;
    own.ip = ip;
    own.stack = own.stack_base();
    if (own.object) own.object->frame = &own;
    track(generator);
    return Ref<Object>::steal(generator);
}

void give_back_frame(ThreadState& thread, Frame* frame) noexcept { give_back_room(thread, frame); }

Generator* generator_of(Frame* frame) noexcept {
    return reinterpret_cast<Generator*>(reinterpret_cast<char*>(frame) - offsetof(Generator, frame));
}

void suspend_generator(ThreadState& thread, Frame* frame, CodeWord* ip, Object** sp) noexcept {
    frame->ip = ip;
    frame->stack = sp;
    thread.frame = frame->previous;
    --thread.recursion_depth;
    generator_of(frame)->state = GeneratorState::Suspended;
}

const char* generator_kind(const Generator* generator) noexcept {
    if (generator->type == &coroutine_type) return "coroutine";
    return generator->type == &async_generator_type ? "async generator" : "generator";
}

namespace {

Failure already_executing(const Generator* generator) {
    return raise(value_error_type, fmt::format("{} already executing", generator_kind(generator)));
}

/// The frame is at its end: what it owns goes now, not when the generator does.
void finish(Generator* generator) noexcept {
    generator->state = GeneratorState::Finished;
    clear_frame(&generator->frame);
    generator->frame.stack = generator->frame.fast_locals();
}

/// A StopIteration (or StopAsyncIteration) that leaves the body of a generator would end the caller's loop: it
/// becomes a RuntimeError. PEP 479.
void convert_stop_iteration(const Generator* generator) {
    const bool async_stop =
        generator->type == &async_generator_type && pending_matches(stop_async_iteration_type);
    if (!async_stop && !pending_matches(stop_iteration_type)) return;
    (void)raise_from_cause(runtime_error_type,
                           fmt::format("{} raised {}", generator_kind(generator),
                                       async_stop ? "StopAsyncIteration" : "StopIteration"));
}

}  // namespace

SendStatus resume_generator(Generator* generator, Object* value_or_null, bool throwing, Object** result) {
    ThreadState& thread = *current_thread;
    Frame& frame = generator->frame;
    *result = nullptr;
    if (generator->state == GeneratorState::Running)
        return (void)already_executing(generator), SendStatus::Error;
    if (generator->state == GeneratorState::Created && value_or_null && !is_none(value_or_null)) {
        (void)raise(type_error_type,
                    fmt::format("can't send non-None value to a just-started {}", generator_kind(generator)));
        return SendStatus::Error;
    }
    if (!throwing) {
        Object* sent = value_or_null ? value_or_null : &none;
        incref(sent);
        *frame.stack++ = sent;
    }
    // A throw is reported at the yield where the generator waits.
    if (throwing && generator->state == GeneratorState::Suspended) --frame.ip;
    generator->state = GeneratorState::Running;
    generator->handled.previous = thread.handled;
    thread.handled = &generator->handled;
    Ref<Object> keep = share<Object>(generator);
    NewRef outcome = run_frame(thread, &frame, throwing);
    thread.handled = generator->handled.previous;
    generator->handled.previous = nullptr;

    if (!outcome) {
        convert_stop_iteration(generator);
        finish(generator);
        return SendStatus::Error;
    }
    *result = outcome.object;
    if (generator->state == GeneratorState::Suspended) return SendStatus::Next;
    return SendStatus::Return;
}

SendStatus generator_send(Object* self, Object* value, Object** result) {
    auto* generator = static_cast<Generator*>(self);
    if (generator->state == GeneratorState::Finished) {
        if (generator->type == &coroutine_type)
            return (void)raise(runtime_error_type, "cannot reuse already awaited coroutine"), SendStatus::Error;
        *result = new_none().object;
        return SendStatus::Return;
    }
    return resume_generator(generator, value, false, result);
}

/// As `next()` and `send()` see it: a return becomes StopIteration.
NewRef generator_result(SendStatus status, Object* result, bool always_raise) {
    if (status == SendStatus::Next) return NewRef(result);
    if (status == SendStatus::Error) return failed;
    Ref<Object> returned = Ref<Object>::steal(result);
    if (is_none(result) && !always_raise) return nullptr;
    return raise_stop_iteration(returned.get());
}

NewRef generator_next(Object* self) {
    Object* result;
    const SendStatus status = generator_send(self, &none, &result);
    return generator_result(status, result, false);
}

// --- throw and close

Object* yield_from_target(Generator* generator) noexcept {
    if (generator->state != GeneratorState::Suspended) return nullptr;
    const CodeWord* next = generator->frame.ip;
    // Suspended inside `yield from` or `await`: RESUME with argument 2 or 3 follows the yield.
    if (static_cast<Opcode>(next->opcode) != Opcode::RESUME || next->argument < 2) return nullptr;
    return generator->frame.stack[-1];
}

namespace {

/// Closes what a generator delegates to: another generator directly, anything else by its `close` method.
Status close_target(Object* target) {
    if (is_generator(target) || is_coroutine(target)) return generator_close(static_cast<Generator*>(target));
    Ref<Object> method;
    if (!find_attribute(target, name<"close">, method)) {
        write_unraisable(target);
        return done;
    }
    if (!method) return done;
    Ref<Object> result = TRY(call(method.get(), {}));
    return done;
}

/// Throws into what the generator delegates to; if that finishes, the generator goes on with its value.
NewRef throw_into_target(Generator* generator, Ref<Object> target, Ref<Object> exception) {
    if (is_instance_of(exception.get(), generator_exit_type)) {
        generator->state = GeneratorState::Running;
        Status closed = close_target(target.get());
        generator->state = GeneratorState::Suspended;
        if (!closed) return generator_throw_here(generator);
        (void)raise_object(std::move(exception));
        return generator_throw_here(generator);
    }
    Ref<Object> result;
    generator->state = GeneratorState::Running;
    if (is_generator(target.get()) || is_coroutine(target.get())) {
        result = generator_throw(static_cast<Generator*>(target.get()), exception);
    } else {
        Ref<Object> method;
        if (!find_attribute(target.get(), name<"throw">, method)) {
            generator->state = GeneratorState::Suspended;
            return failed;
        }
        if (!method) {
            generator->state = GeneratorState::Suspended;
            (void)raise_object(std::move(exception));
            return generator_throw_here(generator);
        }
        result = call(method.get(), {exception.get()});
    }
    generator->state = GeneratorState::Suspended;
    if (result) return result;
    // The delegate has finished: drop it and go on behind the `yield from`, with its value if it returned.
    Frame& frame = generator->frame;
    decref(*--frame.stack);
    Ref<Object> value;
    if (!take_stop_iteration_value(value)) return generator_throw_here(generator);
    skip_send_loop(frame);
    Object* out;
    const SendStatus status = resume_generator(generator, value.get(), false, &out);
    return generator_result(status, out, true);
}

}  // namespace

NewRef generator_throw_here(Generator* generator) {
    Object* result;
    const SendStatus status = resume_generator(generator, nullptr, true, &result);
    return generator_result(status, result, true);
}

NewRef generator_throw(Generator* generator, Ref<Object> exception) {
    if (generator->state == GeneratorState::Running) return already_executing(generator);
    if (generator->state == GeneratorState::Finished) {
        if (generator->type == &coroutine_type)
            return raise(runtime_error_type, "cannot reuse already awaited coroutine");
        return raise_object(std::move(exception));
    }
    if (Object* target = yield_from_target(generator))
        return throw_into_target(generator, share(target), std::move(exception));
    restore_exception(*current_thread, std::move(exception));
    if (generator->state == GeneratorState::Created) {
        // The body has not begun: nothing in it can catch the exception.
        add_traceback_of(generator);
        finish(generator);
        return failed;
    }
    return generator_throw_here(generator);
}

Status generator_close(Generator* generator) {
    if (generator->state == GeneratorState::Finished) return done;
    if (generator->state == GeneratorState::Created) {
        finish(generator);
        return done;
    }
    if (generator->state == GeneratorState::Running) return already_executing(generator);
    Ref<Object> exit = new_exception_without_arguments(generator_exit_type);
    Ref<Object> result;
    if (Object* target = yield_from_target(generator)) {
        Ref<Object> keep = share(target);
        generator->state = GeneratorState::Running;
        Status closed = close_target(target);
        generator->state = GeneratorState::Suspended;
        if (closed) restore_exception(*current_thread, std::move(exit));
    } else {
        restore_exception(*current_thread, std::move(exit));
    }
    result = generator_throw_here(generator);
    if (result)
        return raise(runtime_error_type, fmt::format("{} ignored GeneratorExit", generator_kind(generator)));
    if (!pending_matches(stop_iteration_type) && !pending_matches(generator_exit_type)) return failed;
    clear_exception();
    return done;
}

// --- the machine's entry points

SendStatus send_to(Object* iterator, Object* value, Object** result) {
    *result = nullptr;
    if (SendSlot slot = iterator->type->slots.send) return slot(iterator, value, result);
    NewRef item = nullptr;
    if (is_none(value) && iterator->type->slots.next)
        item = iterator->type->slots.next(iterator);
    else
        item = call_method(iterator, name<"send">, {value});
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

}  // namespace minipy
