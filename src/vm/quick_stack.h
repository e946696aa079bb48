// Two instructions in one step: pairs that occur often, joined when code is quickened.
//
// The second instruction's word stays in place behind the first and gives its argument. Neither of the two has
// a cache. If the second one raises, `frame->ip` is moved on to it first, so that tracebacks name its place.
// Gain: one dispatch less; LOAD_FAST with LOAD_FAST alone is every fifth instruction of numeric loops.
//
// CPython: Python/ceval.c (LOAD_FAST__LOAD_FAST and its relatives)
#pragma once

#include "vm/ops_stack.h"
#include "vm/specialize.h"

namespace minipy {

/// Steps over the word of the pair's second instruction; its argument.
inline unsigned take_second(CodeWord*& ip) noexcept { return (ip++)->argument; }

inline Flow unbound_local(Frame* frame, CodeWord* instruction, unsigned slot) {
    frame->ip = instruction;
    return raise_unbound_local(frame, static_cast<int>(slot)), Flow::Error;
}

/// [] -> [local]; false if it is unbound
inline bool push_local(Object**& sp, Frame* frame, unsigned slot) noexcept {
    Object* value = frame->fast_locals()[slot];
    if (!value) [[unlikely]]
        return false;
    push_shared(sp, value);
    return true;
}

/// [value] -> []
inline void pop_to_local(Object**& sp, Frame* frame, unsigned slot) noexcept {
    Object* old = std::exchange(frame->fast_locals()[slot], *--sp);
    if (old) decref(old);
}

OP(LOAD_FAST__LOAD_FAST) {
    if (!push_local(sp, frame, argument)) return unbound_local(frame, ip - 1, argument);
    const unsigned second = take_second(ip);
    if (!push_local(sp, frame, second)) return unbound_local(frame, ip - 1, second);
    return Flow::Next;
}

OP(LOAD_FAST__LOAD_CONST) {
    if (!push_local(sp, frame, argument)) return unbound_local(frame, ip - 1, argument);
    push_shared(sp, constant(frame, take_second(ip)));
    return Flow::Next;
}

OP(LOAD_CONST__LOAD_FAST) {
    push_shared(sp, constant(frame, argument));
    const unsigned second = take_second(ip);
    if (!push_local(sp, frame, second)) return unbound_local(frame, ip - 1, second);
    return Flow::Next;
}

// The old values may run finalizers when they go, so the second step reads the frame afresh.
OP(STORE_FAST__LOAD_FAST) {
    pop_to_local(sp, frame, argument);
    const unsigned second = take_second(ip);
    if (!push_local(sp, frame, second)) return unbound_local(frame, ip - 1, second);
    return Flow::Next;
}

OP(STORE_FAST__STORE_FAST) {
    pop_to_local(sp, frame, argument);
    pop_to_local(sp, frame, take_second(ip));
    return Flow::Next;
}

}  // namespace minipy
