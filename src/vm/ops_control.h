// Jumps, loops, the start and the end of a function.
//
// CPython: Python/ceval.c
#pragma once

#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/slot_dispatch.h"
#include "vm/generator.h"
#include "vm/interrupt.h"
#include "vm/observer.h"
#include "vm/operator_methods.h"
#include "vm/ops.h"
#include "vm/specialize.h"

namespace minipy {

/// The argument counts code units from behind the instruction.
inline void jump_forward(CodeWord*& ip, unsigned argument) noexcept { ip += argument; }
inline void jump_backward(CodeWord*& ip, unsigned argument) noexcept { ip -= argument; }

/// Inline caches are jumped over; reaching one means that the code is broken.
OP(CACHE) { return raise(system_error_type, "inline cache executed"), Flow::Error; }

OP(EXTENDED_ARG) { return Flow::Extend; }

/// The start of a function, and where a generator goes on. Whoever began to watch sees it from here.
MINIPY_OP Flow resume(CodeWord*& ip, Frame* frame, unsigned argument, ThreadState& thread) {
    const Flow flow = argument < 2 ? check_breaker(thread) : Flow::Next;
    if (flow == Flow::Watch) [[unlikely]]
        ip = frame->ip;
    return flow;
}

OP(RESUME) {
    warm_up(frame->code);
    return resume(ip, frame, argument, thread);
}

OP(JUMP_FORWARD) {
    jump_forward(ip, argument);
    return Flow::Next;
}

OP(JUMP_BACKWARD) {
    warm_up(frame->code);
    jump_backward(ip, argument);
    return check_breaker(thread);
}

OP(JUMP_BACKWARD_NO_INTERRUPT) {
    jump_backward(ip, argument);
    return Flow::Next;
}

/// [value] -> []; jumps by `distance` words if the value's truth is `wanted`.
MINIPY_OP Flow pop_jump_if(CodeWord*& ip, Object**& sp, bool wanted, std::ptrdiff_t distance) {
    Object* value = *--sp;
    bool is_true;
    if (is_bool(value)) {
        is_true = value == &true_object;
        decref(value);
    } else {
        const Result<bool> result = truth(value);
        decref(value);
        if (!result) return Flow::Error;
        is_true = *result;
    }
    if (is_true == wanted) ip += distance;
    return Flow::Next;
}

/// [value] -> []; jumps if the value's being None is `wanted`.
MINIPY_OP Flow pop_jump_if_none(CodeWord*& ip, Object**& sp, bool wanted, std::ptrdiff_t distance) {
    Object* value = *--sp;
    if (is_none(value) == wanted) ip += distance;
    decref(value);
    return Flow::Next;
}

/// [value] -> [value] and jump, or []
MINIPY_OP Flow jump_or_pop(CodeWord*& ip, Object**& sp, bool wanted, std::ptrdiff_t distance) {
    const Result<bool> is_true = truth(peek(sp, 1));
    if (!is_true) return Flow::Error;
    if (*is_true == wanted)
        ip += distance;
    else
        decref(*--sp);
    return Flow::Next;
}

inline std::ptrdiff_t forward(unsigned argument) noexcept { return static_cast<std::ptrdiff_t>(argument); }
inline std::ptrdiff_t backward(unsigned argument) noexcept { return -static_cast<std::ptrdiff_t>(argument); }

OP(POP_JUMP_FORWARD_IF_TRUE) { return pop_jump_if(ip, sp, true, forward(argument)); }
OP(POP_JUMP_FORWARD_IF_FALSE) { return pop_jump_if(ip, sp, false, forward(argument)); }
OP(POP_JUMP_FORWARD_IF_NONE) { return pop_jump_if_none(ip, sp, true, forward(argument)); }
OP(POP_JUMP_FORWARD_IF_NOT_NONE) { return pop_jump_if_none(ip, sp, false, forward(argument)); }
// A loop whose condition stands at its end looks up there, or it could not be interrupted.
OP(POP_JUMP_BACKWARD_IF_TRUE) {
    const CodeWord* behind = ip;
    const Flow flow = pop_jump_if(ip, sp, true, backward(argument));
    return ip == behind ? flow : check_breaker(thread);
}
OP(POP_JUMP_BACKWARD_IF_FALSE) {
    const CodeWord* behind = ip;
    const Flow flow = pop_jump_if(ip, sp, false, backward(argument));
    return ip == behind ? flow : check_breaker(thread);
}
OP(POP_JUMP_BACKWARD_IF_NONE) {
    const CodeWord* behind = ip;
    const Flow flow = pop_jump_if_none(ip, sp, true, backward(argument));
    return ip == behind ? flow : check_breaker(thread);
}
OP(POP_JUMP_BACKWARD_IF_NOT_NONE) {
    const CodeWord* behind = ip;
    const Flow flow = pop_jump_if_none(ip, sp, false, backward(argument));
    return ip == behind ? flow : check_breaker(thread);
}
OP(JUMP_IF_TRUE_OR_POP) { return jump_or_pop(ip, sp, true, forward(argument)); }
OP(JUMP_IF_FALSE_OR_POP) { return jump_or_pop(ip, sp, false, forward(argument)); }

// [o] -> [iter(o)]
OP(GET_ITER) {
    Ref<Object> iterable = pop(sp);
    return push_result(sp, iterate(iterable.get()));
}

// [iterator] -> [iterator, item], or [] and jump when it is exhausted
OP(FOR_ITER) {
    Object* iterator = peek(sp, 1);
    NewRef item = iterator->type->slots.next(iterator);
    if (item) [[likely]] {
        push(sp, item.object);
        return Flow::Next;
    }
    if (thread.pending_exception) {
        if (!pending_matches(stop_iteration_type)) return Flow::Error;
        if (observable && thread.observed) observe_raise(thread, frame);
        clear_exception();
    }
    decref(*--sp);
    jump_forward(ip, argument);
    return Flow::Next;
}

/// The end of a frame whose value is not simply the result of the caller's instruction.
inline Flow return_specially(CodeWord*& ip, Object**& sp, FrameRole role, unsigned jump, Object* value) {
    if (role == FrameRole::Construct) {
        Ref<Object> returned = Ref<Object>::steal(value);
        if (is_none(value)) return Flow::Next;
        return raise_init_result(value), Flow::Error;
    }
    if (role == FrameRole::Iterated) {
        decref(value);
        decref(*--sp);
    } else {
        decref(std::exchange(sp[-1], value));
    }
    ip += jump;
    return Flow::Next;
}

/// The end of an operator's special method. [left, right] -> [value], or what comes of it if it has declined.
MINIPY_OP Flow return_operator(Object**& sp, const Frame* caller, Object* value) {
    if (value == &not_implemented) [[unlikely]] {
        decref(value);
        value = operation_after_method(*caller->ip, sp[-2], sp[-1]).object;
        if (!value) return Flow::Error;
    }
    decref(*--sp);
    decref(std::exchange(sp[-1], value));
    return Flow::Next;
}

// [value] -> ; hands the value to the caller, which goes on in the same loop unless this frame is the entry
OP(RETURN_VALUE) {
    Object* value = *--sp;
    Frame* finished = frame;
    // The usual case without looking twice: a function called in this loop whose frame nobody has an object of.
    if (finished->is_plain_call() && !finished->object && !finished->locals && finished->function) [[likely]] {
        frame = thread.frame = finished->previous;
        drop_plain_frame(thread, finished, sp);
        --thread.recursion_depth;
        ip = frame->resume_at;
        sp = frame->stack;
        push(sp, value);
        return Flow::Next;
    }
    frame = finished->previous;
    thread.frame = frame;
    const bool entry = finished->entry;
    const FrameRole role = finished->role;
    const unsigned jump = finished->jump;
    finished->stack = sp;
    if (!entry && finished->owner == FrameOwner::Generator) [[unlikely]]
        unlink_resumed(thread, finished);
    pop_running_frame(thread, finished);
    --thread.recursion_depth;
    if (entry) {
        thread.result = value;
        return Flow::Exit;
    }
    ip = frame->resume_at;
    sp = frame->stack;
    if (role == FrameRole::Operator) return return_operator(sp, frame, value);
    if (role != FrameRole::Call) [[unlikely]]
        return return_specially(ip, sp, role, jump, value);
    push(sp, value);
    return Flow::Next;
}

}  // namespace minipy
