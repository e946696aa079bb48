// Loops: FOR_ITER by the kind of its iterator, generators resumed in the loop of their caller, the quick forms
// of RESUME, JUMP_BACKWARD and EXTENDED_ARG.
//
// FOR_ITER and SEND have no cache in 3.11, so their forms carry no counter: an iterator of another kind sends
// the site back to the general form for good. These forms are our own; `dis` does not see them. A generator
// resumed here costs no C++ call: its frame is linked to the caller's, and its YIELD_VALUE and RETURN_VALUE
// only change registers. The iterator on the caller's stack keeps it alive.
//
// CPython: Python/ceval.c (JUMP_BACKWARD_QUICK, RESUME_QUICK); 3.12 has FOR_ITER_LIST and its relatives
#pragma once

#include "objects/list/list_iterator.h"
#include "objects/range.h"
#include "objects/tuple/tuple_internal.h"
#include "vm/ops_calls.h"
#include "vm/ops_control.h"
#include "vm/ops_generators.h"
#include "vm/quick_stack.h"
#include "vm/specialize.h"

namespace minipy {

OP(EXTENDED_ARG_QUICK) { return Flow::Extend; }

OP(RESUME_QUICK) { return resume(ip, frame, argument, thread); }

OP(JUMP_BACKWARD_QUICK) {
    jump_backward(ip, argument);
    return check_breaker(thread);
}

// Never written: the observed form of the loop runs the base of every opcode instead.
OP(DO_TRACING) { return Flow::General; }

OP(FOR_ITER_ADAPTIVE) {
    specialize_iteration(ip - 1, sp[-1]);
    return Flow::Again;
}

/// [iterator] -> [] and jump
MINIPY_OP Flow end_loop(CodeWord*& ip, Object**& sp, unsigned argument) {
    decref(*--sp);
    jump_forward(ip, argument);
    return Flow::Next;
}

/// The local variable that the item goes to at once: the operand of a STORE_FAST behind FOR_ITER, else null.
inline Object** loop_variable(const CodeWord* next, Frame* frame) noexcept {
    const auto opcode = static_cast<Opcode>(next->opcode);
    const bool stores = opcode == Opcode::STORE_FAST || opcode == Opcode::STORE_FAST__LOAD_FAST;
    return stores ? frame->fast_locals() + next->argument : nullptr;
}

// An int that only the loop's variable refers to is written anew instead of making another: nobody can have
// seen the old one. Gain: no allocation per round of `for i in range(n)` as long as i is not kept.
OP(FOR_ITER_RANGE) {
    Object* top = sp[-1];
    if (top->type != &range_iterator_type) [[unlikely]]
        return miss_for_good(ip - 1);
    auto* iterator = static_cast<RangeIterator*>(top);
    if (iterator->index >= iterator->length) return end_loop(ip, sp, argument);
    const std::int64_t value = iterator->value();
    ++iterator->index;
    Object** variable = loop_variable(ip, frame);
    Object* old = variable ? *variable : nullptr;
    if (old && old->refcount == 1 && old->type == &int_type && static_cast<Int*>(old)->is_small() &&
        (value < smallest_shared_int || value > largest_shared_int)) {
        static_cast<Int*>(old)->small = value;
        *variable = nullptr;
        push(sp, old);
        return Flow::Next;
    }
    push(sp, new_int(value).release());
    return Flow::Next;
}

/// [item] -> []: does the STORE_FAST behind FOR_ITER at once, if there is one. Gain: a dispatch per round.
MINIPY_OP Flow go_on_with_store(CodeWord*& ip, Object**& sp, Frame* frame) {
    if (static_cast<Opcode>(ip->opcode) != Opcode::STORE_FAST) return Flow::Next;
    frame->ip = ip;
    pop_to_local(sp, frame, take_second(ip));
    return Flow::Next;
}

OP(FOR_ITER_LIST) {
    Object* top = sp[-1];
    if (top->type != &list_iterator_type) [[unlikely]]
        return miss_for_good(ip - 1);
    auto* iterator = static_cast<ListIterator*>(top);
    List* list = iterator->list;
    if (list && iterator->index < list->size) [[likely]] {
        push_shared(sp, list->items[iterator->index++]);
        return go_on_with_store(ip, sp, frame);
    }
    if (list) {
        iterator->list = nullptr;
        decref(list);
    }
    return end_loop(ip, sp, argument);
}

OP(FOR_ITER_TUPLE) {
    Object* top = sp[-1];
    if (top->type != &tuple_iterator_type) [[unlikely]]
        return miss_for_good(ip - 1);
    auto* iterator = static_cast<TupleIterator*>(top);
    Tuple* tuple = iterator->tuple;
    if (tuple && iterator->index < tuple->size) [[likely]] {
        push_shared(sp, (*tuple)[iterator->index++]);
        return go_on_with_store(ip, sp, frame);
    }
    if (tuple) {
        iterator->tuple = nullptr;
        decref(tuple);
    }
    return end_loop(ip, sp, argument);
}

inline bool is_resumable(const Generator* generator) noexcept {
    return generator->state == GeneratorState::Created || generator->state == GeneratorState::Suspended;
}

/// Goes on in the generator's frame, with the owned value sent into it.
MINIPY_OP Flow resume_generator(CodeWord*& ip, Object**& sp, Frame*& frame, ThreadState& thread,
                                Generator* generator, Object* value, FrameRole role, unsigned jump) {
    link_resumed(thread, generator);
    Frame* callee = &generator->frame;
    *callee->stack++ = value;
    callee->role = role;
    callee->jump = jump;
    frame->resume_at = ip;
    frame->stack = sp;
    callee->previous = frame;
    callee->entry = false;
    thread.frame = frame = callee;
    ip = callee->resume_at;
    sp = callee->stack;
    if (++thread.recursion_depth > thread.recursion_limit) [[unlikely]]
        return raise_recursion_error(""), Flow::Unwind;
    return Flow::Next;
}

OP(FOR_ITER_GENERATOR) {
    Object* top = sp[-1];
    if (!is_generator(top)) [[unlikely]]
        return miss_for_good(ip - 1);
    auto* generator = static_cast<Generator*>(top);
    if (!is_resumable(generator)) return Flow::General;
    return resume_generator(ip, sp, frame, thread, generator, new_none().object, FrameRole::Iterated, argument);
}

OP(SEND_ADAPTIVE) {
    specialize_send(ip - 1, sp[-2]);
    return Flow::Again;
}

// [generator, value] -> [generator, yielded], or [returned] and jump
OP(SEND_GENERATOR) {
    Object* receiver = sp[-2];
    if (!is_generator(receiver) && !is_coroutine(receiver)) [[unlikely]]
        return miss_for_good(ip - 1);
    auto* generator = static_cast<Generator*>(receiver);
    if (!is_resumable(generator) || (generator->state == GeneratorState::Created && !is_none(sp[-1])))
        return Flow::General;
    Object* value = *--sp;
    return resume_generator(ip, sp, frame, thread, generator, value, FrameRole::Sent, argument);
}

}  // namespace minipy
