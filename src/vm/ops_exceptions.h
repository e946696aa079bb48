// Raising, handling, with statements.
//
// CPython: Python/ceval.c
#pragma once

#include "objects/call.h"
#include "objects/exceptions.h"
#include "vm/exception_handling.h"
#include "vm/observer.h"
#include "vm/ops.h"

namespace minipy {

// [], [exception] or [exception, cause]
OP(RAISE_VARARGS) {
    Ref<Object> cause = argument == 2 ? pop(sp) : Ref<Object>();
    Ref<Object> exception = argument >= 1 ? pop(sp) : Ref<Object>();
    const bool again = raise_statement(thread, exception.get(), cause.get());
    return again ? Flow::Unwind : Flow::Error;
}

// [new] -> [handled so far or None, new]; `new` is the one being handled from here on
OP(PUSH_EXC_INFO) {
    Object* raised = sp[-1];
    Object* handled = thread.handled->exception;
    sp[-1] = handled ? handled : new_none().object;
    push(sp, raised);
    incref(raised);
    thread.handled->exception = raised;
    return Flow::Next;
}

// [handled before or None] -> []
OP(POP_EXCEPT) {
    Object* before = *--sp;
    if (is_none(before)) {
        decref(before);
        before = nullptr;
    }
    Object* handled = std::exchange(thread.handled->exception, before);
    xdecref(handled);
    return Flow::Next;
}

// [exception, type] -> [exception, bool]
OP(CHECK_EXC_MATCH) {
    Ref<Object> type = pop(sp);
    const Result<bool> matches = exception_matches(peek(sp, 1), type.get());
    if (!matches) return Flow::Error;
    return push_result(sp, new_bool(*matches));
}

// [group, type] -> [rest or None, match or None]
OP(CHECK_EG_MATCH) {
    Ref<Object> type = pop(sp);
    Ref<Object> group = pop(sp);
    Ref<Object> match, rest;
    if (!match_group(group.get(), type.get(), match, rest)) return Flow::Error;
    if (!is_none(match.get())) {
        incref(match.get());
        Object* handled = std::exchange(thread.handled->exception, match.get());
        xdecref(handled);
    }
    push(sp, rest.release());
    push(sp, match.release());
    return Flow::Next;
}

// [original, list] -> [what is to be raised again, or None]
OP(PREP_RERAISE_STAR) {
    Ref<Object> raised = pop(sp), original = pop(sp);
    return push_result(sp, exceptions_to_reraise(original.get(), raised.get()));
}

// [exception] -> ; an odd argument: the place to report is below it on the stack
OP(RERAISE) {
    Ref<Object> exception = pop(sp);
    if (argument) frame->ip = code_words(frame->code) + reraise_position(peek(sp, static_cast<int>(argument)));
    restore_exception(thread, std::move(exception));
    return Flow::Unwind;
}

// [manager] -> [__exit__, result of __enter__]
OP(BEFORE_WITH) {
    Ref<Object> manager = pop(sp);
    Ref<Object> exit, entered;
    if (!enter_context(manager.get(), exit, entered)) return Flow::Error;
    push(sp, exit.release());
    push(sp, entered.release());
    // A profiler may have been switched on. Signals wait: nothing may come between __enter__ and the block.
    return observable && thread.observed ? Flow::Watch : Flow::Next;
}

// [manager] -> [__aexit__, awaitable of __aenter__]
OP(BEFORE_ASYNC_WITH) {
    Ref<Object> manager = pop(sp);
    Ref<Object> exit, entered;
    if (!enter_async_context(manager.get(), exit, entered)) return Flow::Error;
    push(sp, exit.release());
    push(sp, entered.release());
    return Flow::Next;
}

// [exit, place, handled before, exception] -> [exit, place, handled before, exception, result of exit]
OP(WITH_EXCEPT_START) { return push_result(sp, call_exit(peek(sp, 4), peek(sp, 1))); }

// [awaitable, exception] -> []: StopAsyncIteration ends the loop, all else goes on
OP(END_ASYNC_FOR) {
    Ref<Object> exception = pop(sp);
    if (!is_instance_of(exception.get(), stop_async_iteration_type)) {
        restore_exception(thread, std::move(exception));
        return Flow::Unwind;
    }
    decref(*--sp);
    return Flow::Next;
}

// [value] -> []; `sys.displayhook(value)`
OP(PRINT_EXPR) {
    Ref<Object> value = pop(sp);
    return flow_of(display_value(value.get()));
}

}  // namespace minipy
