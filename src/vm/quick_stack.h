// Two instructions in one step: pairs that occur often, joined when code is quickened.
//
// The second instruction's word stays in place behind the first and gives its argument. The first has no cache;
// that of the second, if there is one, is stepped over. If the second one raises, `frame->ip` is moved on to it
// first, so that tracebacks name its place. Gain: one dispatch less; LOAD_FAST with LOAD_FAST alone is every
// fifth instruction of numeric loops.
//
// CPython: Python/ceval.c (LOAD_FAST__LOAD_FAST and its relatives)
#pragma once

#include "vm/containers.h"
#include "vm/ops_operators.h"
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

// [container, start, stop] -> [container[start:stop]]. What `cut` does not know takes the usual way: the slice
// is made here, the instruction behind does the rest. Gain: no slice object, a third of the time of `text[1:]`.
OP(BUILD_SLICE__BINARY_SUBSCR) {
    bool known = argument == 2;
    NewRef part = known ? cut(sp[-3], sp[-2], sp[-1], known) : NewRef(failed);
    if (!known) return op_BUILD_SLICE(ip, sp, frame, argument, thread);
    frame->ip = ip++;
    drop(sp, 3);
    ip += cache_entries(Opcode::BINARY_SUBSCR);
    return push_result(sp, part);
}

}  // namespace minipy
