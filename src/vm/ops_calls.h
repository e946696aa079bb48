// Calls and the making of functions.
//
// A call site pushes [NULL, callable, arguments ...] or, after LOAD_METHOD, [method, self, arguments ...].
// PRECALL takes bound methods apart so that CALL sees one of the two; CALL runs Python functions by pushing a
// frame and going on in the same loop, everything else through its vectorcall.
//
// CPython: Python/ceval.c
#pragma once

#include "objects/call.h"
#include "vm/eval.h"
#include "vm/interrupt.h"
#include "vm/ops.h"

namespace minipy {

// Remembers the names of the keyword arguments of the next CALL.
OP(KW_NAMES) {
    thread.keyword_names = static_cast<Tuple*>(constant(frame, argument));
    return Flow::Next;
}

// [NULL, bound method, arguments ...] -> [function, self, arguments ...]; anything else stays
OP(PRECALL) {
    ip += cache_entries(Opcode::PRECALL);
    Object*& first = peek(sp, static_cast<int>(argument) + 2);
    Object*& second = peek(sp, static_cast<int>(argument) + 1);
    if (!first && is_exactly(second, method_type)) {
        auto* method = static_cast<Method*>(second);
        first = method->function;
        second = method->self;
        incref(first);
        incref(second);
        decref(method);
    }
    return Flow::Next;
}

/// Goes on with a Python function's frame in this loop. The caller's `ip` and `sp` are those for its return.
MINIPY_OP Flow enter_frame(CodeWord*& ip, Object**& sp, Frame*& frame, ThreadState& thread, Frame* callee) {
    frame->resume_at = ip;
    frame->stack = sp;
    callee->previous = frame;
    callee->entry = false;
    thread.frame = frame = callee;
    ip = callee->ip;
    sp = callee->stack;
    if (++thread.recursion_depth > thread.recursion_limit) [[unlikely]]
        return raise_recursion_error(""), Flow::Unwind;
    return Flow::Next;
}

// [NULL or method, callable or self, arguments ...] -> [result]
OP(CALL) {
    ip += cache_entries(Opcode::CALL);
    const bool is_method = peek(sp, static_cast<int>(argument) + 2) != nullptr;
    const int total = static_cast<int>(argument) + is_method;
    Object* callable = peek(sp, total + 1);
    Tuple* names = std::exchange(thread.keyword_names, nullptr);
    const Size positional = total - (names ? names->size : 0);
    Object** arguments = sp - total;
    if (is_function(callable)) {
        auto* function = static_cast<Function*>(callable);
        sp = arguments - (is_method ? 1 : 2);  // the frame takes the arguments over
        Frame* callee = frame_for_call(thread, function, nullptr, arguments, positional, names);
        decref(callable);
        if (!callee) return Flow::Error;
        return enter_frame(ip, sp, frame, thread, callee);
    }
    NewRef result = call(callable, arguments, positional, names);
    drop(sp, total);
    decref(*--sp);
    if (!is_method) --sp;
    if (!result) return Flow::Error;
    push(sp, result.object);
    return check_breaker(thread);
}

// [NULL, callable, tuple] or [NULL, callable, tuple, dict] -> [result]
OP(CALL_FUNCTION_EX) {
    Ref<Object> keywords = (argument & 1) ? pop(sp) : Ref<Object>();
    Ref<Object> arguments = pop(sp), callable = pop(sp);
    --sp;
    // A Python function goes on in this loop. Gain: decorators and other wrappers cost no C++ call.
    if (is_exactly(arguments.get(), tuple_type)) {
        bool known;
        Frame* callee = frame_for_unpacked_call(thread, callable.get(), static_cast<Tuple*>(arguments.get()),
                                                static_cast<Dict*>(keywords.get()), known);
        if (callee) return enter_frame(ip, sp, frame, thread, callee);
        if (known) return Flow::Error;
    }
    NewRef result = call_unpacked(callable.get(), arguments.get(), keywords.get());
    if (!result) return Flow::Error;
    push(sp, result.object);
    return check_breaker(thread);
}

// [closure or annotations or ..., code] -> [function]
OP(MAKE_FUNCTION) {
    Ref<Object> code = pop(sp);
    Ref<Function> function = new_function(static_cast<Code*>(code.get()), frame->globals);
    if (!function) return Flow::Error;
    if (argument & 8) function->closure = static_cast<Tuple*>(*--sp);
    if (argument & 4) function->annotations = *--sp;
    if (argument & 2) function->keyword_defaults = static_cast<Dict*>(*--sp);
    if (argument & 1) function->defaults = static_cast<Tuple*>(*--sp);
    push(sp, function.release());
    return Flow::Next;
}

}  // namespace minipy
