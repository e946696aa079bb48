// Instructions that move objects between the value stack, the fast locals, the constants and cells.
//
// CPython: Python/ceval.c
#pragma once

#include "objects/cell.h"
#include "vm/name_errors.h"
#include "vm/ops.h"

namespace minipy {

OP(NOP) { return Flow::Next; }

// [a] -> []
OP(POP_TOP) {
    decref(*--sp);
    return Flow::Next;
}

// [] -> [NULL]
OP(PUSH_NULL) {
    push(sp, nullptr);
    return Flow::Next;
}

// [a, ..., b] -> [b, ..., a]
OP(SWAP) {
    std::swap(peek(sp, 1), peek(sp, static_cast<int>(argument)));
    return Flow::Next;
}

// [a, ...] -> [a, ..., a]
OP(COPY) {
    push_shared(sp, peek(sp, static_cast<int>(argument)));
    return Flow::Next;
}

// [] -> [constant]
OP(LOAD_CONST) {
    push_shared(sp, constant(frame, argument));
    return Flow::Next;
}

// [] -> [local]
OP(LOAD_FAST) {
    Object* value = frame->fast_locals()[argument];
    if (!value) [[unlikely]]
        return raise_unbound_local(frame, static_cast<int>(argument)), Flow::Error;
    push_shared(sp, value);
    return Flow::Next;
}

// [value] -> []
OP(STORE_FAST) {
    Object* old = std::exchange(frame->fast_locals()[argument], *--sp);
    if (old) decref(old);
    return Flow::Next;
}

OP(DELETE_FAST) {
    Object* old = std::exchange(frame->fast_locals()[argument], nullptr);
    if (!old) return raise_unbound_local(frame, static_cast<int>(argument)), Flow::Error;
    decref(old);
    return Flow::Next;
}

// Puts a cell around the local variable, which may be an argument already bound.
OP(MAKE_CELL) {
    Object*& slot = frame->fast_locals()[argument];
    Ref<Object> content = Ref<Object>::steal(slot);
    slot = new_cell(content.get()).release();
    return Flow::Next;
}

inline Cell* cell_at(Frame* frame, unsigned index) noexcept {
    return static_cast<Cell*>(frame->fast_locals()[index]);
}

// [] -> [cell]
OP(LOAD_CLOSURE) {
    push_shared(sp, cell_at(frame, argument));
    return Flow::Next;
}

// [] -> [content of the cell]
OP(LOAD_DEREF) {
    Object* value = cell_at(frame, argument)->content;
    if (!value) [[unlikely]]
        return raise_unbound_cell(frame, static_cast<int>(argument)), Flow::Error;
    push_shared(sp, value);
    return Flow::Next;
}

// [value] -> []
OP(STORE_DEREF) {
    Object* old = std::exchange(cell_at(frame, argument)->content, *--sp);
    if (old) decref(old);
    return Flow::Next;
}

OP(DELETE_DEREF) {
    Object* old = std::exchange(cell_at(frame, argument)->content, nullptr);
    if (!old) return raise_unbound_cell(frame, static_cast<int>(argument)), Flow::Error;
    decref(old);
    return Flow::Next;
}

// The closure's cells become the last of the fast locals.
OP(COPY_FREE_VARS) {
    const Tuple* closure = frame->function->closure;
    Object** slot = frame->stack_base() - argument;
    for (Object* cell : closure->span()) {
        incref(cell);
        *slot++ = cell;
    }
    return Flow::Next;
}

}  // namespace minipy
