// Generators, coroutines, async generators: creation, resumption, throwing, closing.
//
// CPython: Objects/genobject.c
#include "vm/generator.h"

#include <fmt/format.h>

#include <cstddef>
#include <cstring>
#include <utility>
#include <vector>

#include "memory/collector.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/stop_iteration.h"
#include "objects/tuple.h"
#include "vm/exception_handling.h"
#include "vm/generator_internal.h"
#include "vm/traceback.h"

namespace minipy {

std::size_t generator_bytes(const Code* code) noexcept {
    return sizeof(Generator) - sizeof(Frame) + frame_bytes(code);
}

const char* generator_kind(const Generator* generator) noexcept {
    if (is_coroutine(generator)) return "coroutine";
    return is_async_generator(generator) ? "async generator" : "generator";
}

namespace {

Generator* generator_of(Frame* frame) noexcept {
    return reinterpret_cast<Generator*>(reinterpret_cast<char*>(frame) - offsetof(Generator, frame));
}

/// Where the coroutine was made: (file, line, function) of the innermost frames. compute_cr_origin.
Ref<Tuple> creation_places(Frame* caller, int depth) {
    std::vector<Ref<Object>> places;
    for (Frame* frame = caller; frame && depth-- > 0; frame = frame->previous) {
        Ref<Int> line = new_int(frame_line(frame));
        Object* parts[] = {frame->code->filename.get(), line.get(), frame->code->name.get()};
        places.push_back(new_tuple(parts));
    }
    Ref<Tuple> origin = new_tuple_uninitialized(static_cast<Size>(places.size()));
    for (std::size_t i = 0; i < places.size(); ++i) origin->items()[i] = places[i].release();
    return origin;
}

}  // namespace

Ref<Object> generator_from_frame(ThreadState& thread, Frame* frame, CodeWord* ip) {
    Code* code = frame->code;
    Type& type = code->flags & code_flag::coroutine         ? coroutine_type
                 : code->flags & code_flag::async_generator ? async_generator_type
                                                            : generator_type;
    auto* generator = static_cast<Generator*>(allocate_collected(generator_bytes(code)));
    std::memset(static_cast<void*>(generator), 0, offsetof(Generator, frame));
    generator->refcount = 1;
    generator->type = &type;
    generator->code = code;
    // Code that no function runs is that of an `await` at the top level.
    generator->name = frame->function ? frame->function->name : code->name.get();
    generator->qualified_name = frame->function ? frame->function->qualified_name : code->qualified_name.get();
    incref(code);
    incref(generator->name);
    incref(generator->qualified_name);
    generator->state = GeneratorState::Created;
    // The value stack is empty, so the head and the locals are all there is.
    Frame& own = generator->frame;
    std::memcpy(static_cast<void*>(&own), frame,
                reinterpret_cast<char*>(frame->stack_base()) - reinterpret_cast<char*>(frame));
    own.owner = FrameOwner::Generator;
    own.previous = nullptr;
    own.ip = ip - 1;
    own.resume_at = ip;
    own.stack = own.stack_base();
    if (own.object) own.object->frame = &own;
    if (&type == &coroutine_type && thread.coroutine_origin_depth)
        generator->origin_or_finalizer =
            creation_places(frame->previous, thread.coroutine_origin_depth).release();
    track(generator);
    return Ref<Object>::steal(generator);
}

void suspend_generator(ThreadState& thread, Frame* frame, CodeWord* ip, Object** sp) noexcept {
    frame->resume_at = ip;
    frame->stack = sp;
    thread.frame = frame->previous;
    frame->previous = nullptr;
    --thread.recursion_depth;
    generator_of(frame)->state = GeneratorState::Suspended;
}

void link_resumed(ThreadState& thread, Generator* generator) noexcept {
    generator->state = GeneratorState::Running;
    generator->handled.previous = thread.handled;
    thread.handled = &generator->handled;
}

void unlink_resumed(ThreadState& thread, Frame* frame) noexcept {
    Generator* generator = generator_of(frame);
    thread.handled = std::exchange(generator->handled.previous, nullptr);
}

void finish_generator_frame(Frame* frame) noexcept {
    // First of all, since dropping the locals may run code that looks at the generator.
    generator_of(frame)->state = GeneratorState::Finished;
    clear_frame(frame);
}

bool end_generator_of(Frame* frame) noexcept {
    Generator* generator = generator_of(frame);
    if (generator->state == GeneratorState::Running) return false;
    Ref<Object> keep = share<Object>(generator);
    generator_finalize(generator);
    return true;
}

// --- resuming

namespace {

Failure already_executing(const Generator* generator) {
    return raise(value_error_type, fmt::format("{} already executing", generator_kind(generator)));
}

/// A StopIteration (or StopAsyncIteration) that leaves the body of a generator would end the caller's loop: it
/// becomes a RuntimeError. PEP 479.
void convert_stop_iteration(const Generator* generator) {
    const bool async_stop = is_async_generator(generator) && pending_matches(stop_async_iteration_type);
    if (!async_stop && !pending_matches(stop_iteration_type)) return;
    (void)raise_from_cause(runtime_error_type,
                           fmt::format("{} raised {}", generator_kind(generator),
                                       async_stop ? "StopAsyncIteration" : "StopIteration"));
}

}  // namespace

void fail_resumed(Frame* frame) { convert_stop_iteration(generator_of(frame)); }

namespace {

/// Runs the frame until it yields (Next), returns (Return) or raises (Error). The generator is neither running
/// nor finished; the value to go on with has been pushed, or an exception is pending (`throwing`).
SendStatus run(Generator* generator, bool throwing, Object** result) {
    ThreadState& thread = *current_thread;
    Ref<Object> keep = share<Object>(generator);
    link_resumed(thread, generator);
    // What is thrown into an `except` block gets the exception handled there as its context.
    if (throwing && generator->handled.exception) (void)raise_object(take_exception());
    NewRef outcome = run_frame(thread, &generator->frame, throwing);
    unlink_resumed(thread, &generator->frame);
    *result = outcome.object;
    if (!outcome) {
        convert_stop_iteration(generator);
        return SendStatus::Error;
    }
    return generator->state == GeneratorState::Finished ? SendStatus::Return : SendStatus::Next;
}

/// Resumes with a value (null: the first `next`, same as None).
SendStatus resume(Generator* generator, Object* value, Object** result) {
    *result = nullptr;
    if (generator->state == GeneratorState::Created && !is_none(value)) {
        (void)raise(type_error_type,
                    fmt::format("can't send non-None value to a just-started {}", generator_kind(generator)));
        return SendStatus::Error;
    }
    if (generator->state == GeneratorState::Running)
        return (void)already_executing(generator), SendStatus::Error;
    incref(value);
    *generator->frame.stack++ = value;
    return run(generator, false, result);
}

/// Hands a result over as `next()` and `send()` do.
NewRef outcome_of(const Generator* generator, SendStatus status, Object* result) {
    if (status != SendStatus::Return) return NewRef(result);
    Ref<Object> returned = Ref<Object>::steal(result);
    if (is_async_generator(generator))
        return raise_object(new_exception_without_arguments(stop_async_iteration_type));
    if (is_none(result)) return raise_object(new_exception_without_arguments(stop_iteration_type));
    return raise_stop_iteration(returned.get());
}

Failure raise_reused() { return raise(runtime_error_type, "cannot reuse already awaited coroutine"); }

/// Raises the pending exception at the place where the generator waits.
NewRef throw_pending(Generator* generator) {
    if (generator->state == GeneratorState::Running) return already_executing(generator);
    if (generator->state == GeneratorState::Finished) {
        if (is_coroutine(generator)) return raise_reused();
        return failed;
    }
    Object* result;
    const SendStatus status = run(generator, true, &result);
    return outcome_of(generator, status, result);
}

}  // namespace

SendStatus generator_send(Object* self, Object* value, Object** result) {
    Generator* generator = as_generator(self);
    if (generator->state != GeneratorState::Finished) [[likely]]
        return resume(generator, value, result);
    *result = nullptr;
    if (is_coroutine(generator)) return (void)raise_reused(), SendStatus::Error;
    *result = new_none().object;
    return SendStatus::Return;
}

NewRef generator_next(Object* self) {
    Object* result;
    const SendStatus status = generator_send(self, &none, &result);
    if (status == SendStatus::Return && is_none(result) && !is_async_generator(self)) {
        decref(result);
        return nullptr;  // exhausted: no exception needed
    }
    return outcome_of(as_generator(self), status, result);
}

NewRef generator_send_value(Generator* generator, Object* value) {
    Object* result;
    const SendStatus status = generator_send(generator, value, &result);
    return outcome_of(generator, status, result);
}

// --- throw and close

Object* yield_from_target(const Generator* generator) noexcept {
    if (generator->state != GeneratorState::Suspended) return nullptr;
    const CodeWord* next = generator->frame.resume_at;
    // Suspended inside `yield from` or `await`: RESUME with argument 2 or 3 follows the yield.
    if (base_opcode(static_cast<Opcode>(next->opcode)) != Opcode::RESUME || next->argument < 2) return nullptr;
    return generator->frame.stack[-1];
}

namespace {

/// The generator counts as running while something it delegates to is dealt with.
class RunningMark {
  public:
    explicit RunningMark(Generator* generator) noexcept : generator_(generator), before_(generator->state) {
        generator->state = GeneratorState::Running;
    }
    ~RunningMark() { generator_->state = before_; }
    RunningMark(const RunningMark&) = delete;
    RunningMark& operator=(const RunningMark&) = delete;

  private:
    Generator* generator_;
    GeneratorState before_;
};

/// Closes what a generator delegates to: another generator directly, anything else by its `close` method.
Status close_target(Generator* generator, Object* target) {
    RunningMark mark(generator);
    if (is_generator(target) || is_coroutine(target)) return generator_close(as_generator(target));
    Ref<Object> method;
    if (!find_attribute(target, name<"close">, method)) {
        write_unraisable(target);
        return done;
    }
    if (!method) return done;
    Ref<Object> result = TRY(call(method.get(), {}));
    return done;
}

/// Makes what `throw` got the pending exception; TypeError for what cannot be raised.
Status set_thrown(const ThrowArguments& thrown) {
    Object* traceback = thrown.traceback && is_none(thrown.traceback) ? nullptr : thrown.traceback;
    if (traceback && !is_exactly(traceback, traceback_type))
        return raise(type_error_type, "throw() third argument must be a traceback object");
    Ref<Object> exception;
    if (is_instance_of(thrown.type, type_type) &&
        static_cast<Type*>(thrown.type)->has(type_flag::exception_subclass)) {
        exception = make_exception(static_cast<Type*>(thrown.type), thrown.value);
        // Failing to make it is what gets thrown then.
        if (!exception) return done;
    } else if (is_exception(thrown.type)) {
        if (thrown.value && !is_none(thrown.value))
            return raise(type_error_type, "instance exception may not have a separate value");
        exception = share(thrown.type);
        if (!traceback) traceback = static_cast<BaseException*>(thrown.type)->traceback;
    } else {
        return raise(type_error_type,
                     fmt::format("exceptions must be classes or instances deriving from BaseException, not {}",
                                 thrown.type->type->name));
    }
    xincref(traceback);
    Ref<Object> old =
        Ref<Object>::steal(std::exchange(static_cast<BaseException*>(exception.get())->traceback, traceback));
    restore_exception(*current_thread, std::move(exception));
    return done;
}

NewRef throw_here(Generator* generator, const ThrowArguments& thrown) {
    TRY(set_thrown(thrown));
    return throw_pending(generator);
}

bool is_generator_exit(Object* thrown) noexcept {
    const Type* type = is_instance_of(thrown, type_type) ? static_cast<Type*>(thrown) : thrown->type;
    return is_subtype(type, &generator_exit_type);
}

/// Throws into what the generator delegates to; the generator's frame is linked so that tracebacks show it.
NewRef throw_into_target(Generator* generator, Object* target, const ThrowArguments& thrown,
                         bool close_delegate, bool& has_throw) {
    has_throw = true;
    ThreadState& thread = *current_thread;
    if (is_generator(target) || is_coroutine(target)) {
        RunningMark mark(generator);
        Frame* outer = std::exchange(thread.frame, &generator->frame);
        generator->frame.previous = outer;
        NewRef result = generator_throw(as_generator(target), thrown, close_delegate);
        generator->frame.previous = nullptr;
        thread.frame = outer;
        return result;
    }
    Ref<Object> method;
    TRY(find_attribute(target, name<"throw">, method));
    has_throw = static_cast<bool>(method);
    if (!method) return nullptr;
    RunningMark mark(generator);
    Object* const arguments[] = {thrown.type, thrown.value, thrown.traceback};
    return call(method.get(), arguments, thrown.traceback ? 3 : thrown.value ? 2 : 1);
}

/// The delegate has finished: takes it off the stack and goes on behind the SEND loop, with the value that it
/// returned or with the exception that it raised.
NewRef go_on_behind_delegate(Generator* generator) {
    Frame& frame = generator->frame;
    const CodeWord* send = frame.ip - 1;  // the yield at which it waits follows the SEND
    frame.ip += send->argument - 1;
    frame.resume_at = frame.ip + 1;
    decref(*--frame.stack);
    Ref<Object> value;
    if (!take_stop_iteration_value(value)) return throw_pending(generator);
    return generator_send_value(generator, value.get());
}

}  // namespace

NewRef generator_throw(Generator* generator, const ThrowArguments& thrown, bool close_delegate) {
    RecursionGuard guard("");
    if (!guard.entered()) return failed;
    Ref<Object> target = Ref<Object>::share(yield_from_target(generator));
    if (!target) return throw_here(generator, thrown);
    if (close_delegate && is_generator_exit(thrown.type)) {
        if (!close_target(generator, target.get())) return throw_pending(generator);
        return throw_here(generator, thrown);
    }
    bool has_throw;
    Ref<Object> result = throw_into_target(generator, target.get(), thrown, close_delegate, has_throw);
    if (result) return result;
    if (!has_throw) return throw_here(generator, thrown);
    return go_on_behind_delegate(generator);
}

Status generator_close(Generator* generator) {
    if (generator->state == GeneratorState::Finished) return done;
    if (generator->state == GeneratorState::Created) {
        // The body has not begun: nothing in it can catch the exception.
        finish_generator_frame(&generator->frame);
        return done;
    }
    RecursionGuard guard("");
    if (!guard.entered()) return failed;
    Ref<Object> target = Ref<Object>::share(yield_from_target(generator));
    if (!target || close_target(generator, target.get()))
        restore_exception(*current_thread, new_exception_without_arguments(generator_exit_type));
    Ref<Object> result = throw_pending(generator);
    if (result)
        return raise(runtime_error_type, fmt::format("{} ignored GeneratorExit", generator_kind(generator)));
    if (!pending_matches(stop_iteration_type) && !pending_matches(generator_exit_type)) return failed;
    clear_exception();
    return done;
}

NewRef generator_send_method(Object* self, Object* const* arguments) {
    return generator_send_value(as_generator(self), arguments[0]);
}
NewRef generator_throw_method(Object* self, Object* const* arguments) {
    return generator_throw(as_generator(self), throw_arguments(arguments));
}
NewRef generator_close_method(Object* self, Object* const*) {
    TRY(generator_close(as_generator(self)));
    return new_none();
}

}  // namespace minipy
