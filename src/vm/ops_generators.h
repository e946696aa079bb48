// Generators, coroutines, async generators.
//
// CPython: Python/ceval.c
#pragma once

#include "vm/frame_object.h"
#include "vm/generator.h"
#include "vm/ops.h"

namespace minipy {

// Makes a generator of the running frame and returns it to the caller.
OP(RETURN_GENERATOR) {
    Ref<Object> generator = generator_from_frame(thread, frame, ip);
    if (!generator) return Flow::Error;
    Frame* finished = frame;
    frame = finished->previous;
    thread.frame = frame;
    const bool entry = finished->entry;
    give_back_room(thread, finished);
    --thread.recursion_depth;
    if (entry) {
        thread.result = generator.release();
        return Flow::Exit;
    }
    ip = frame->resume_at;
    sp = frame->stack;
    push(sp, generator.release());
    return Flow::Next;
}

// [value] -> ; suspends the frame. What is sent in will be pushed in its place.
OP(YIELD_VALUE) {
    Object* value = *--sp;
    Frame* caller = frame->previous;
    suspend_generator(thread, frame, ip, sp);
    if (frame->entry) {
        thread.result = value;
        return Flow::Exit;
    }
    unlink_resumed(thread, frame);
    frame = caller;
    ip = frame->resume_at;
    sp = frame->stack;
    push(sp, value);
    return Flow::Next;
}

// [value] -> [wrapped value]
OP(ASYNC_GEN_WRAP) {
    Ref<Object> value = pop(sp);
    return push_result(sp, wrap_async_value(value.get()));
}

/// [iterator] -> [iterator, yielded], or [returned] and jump when the iterator has finished
MINIPY_OP Flow push_sent(CodeWord*& ip, Object**& sp, unsigned argument, SendStatus status, Object* result) {
    switch (status) {
        case SendStatus::Error:
            return Flow::Error;
        case SendStatus::Next:
            push(sp, result);
            break;
        case SendStatus::Return:
            decref(std::exchange(sp[-1], result));
            ip += argument;
            break;
    }
    return Flow::Next;
}

// [iterator, value] -> [iterator, yielded], or [returned] and jump when the iterator has finished
OP(SEND) {
    Ref<Object> value = pop(sp);
    Object* result = nullptr;
    const SendStatus status = send_to(peek(sp, 1), value.get(), &result);
    return push_sent(ip, sp, argument, status, result);
}

// [o] -> [iter(o)], generators and coroutines as they are
OP(GET_YIELD_FROM_ITER) {
    Ref<Object> iterable = pop(sp);
    return push_result(sp, yield_from_iterator(frame, iterable.get()));
}

// [o] -> [its awaitable iterator]
OP(GET_AWAITABLE) {
    Ref<Object> object = pop(sp);
    return push_result(sp, awaitable_iterator(object.get(), static_cast<int>(argument)));
}

// [o] -> [aiter(o)]
OP(GET_AITER) {
    Ref<Object> object = pop(sp);
    return push_result(sp, async_iterator(object.get()));
}

// [async iterator] -> [async iterator, awaitable]
OP(GET_ANEXT) { return push_result(sp, async_next(peek(sp, 1))); }

}  // namespace minipy
