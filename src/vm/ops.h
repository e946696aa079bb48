// What all opcode functions share: their signature, the outcomes, the value stack.
//
// An opcode is one small function. It gets the machine registers by reference: `ip` (the next instruction),
// `sp` (behind the top of the value stack), `frame`, and the argument. In a release build they are inlined
// into the loop and the references vanish; in a debug build they stay functions, so that `break op_BINARY_OP`
// works. Invariant: a register never goes by address into an out-of-line function.
// On `Flow::Error` an exception is pending and everything below `sp` is still owned by the stack.
//
// CPython: Python/ceval.c (TARGET, DISPATCH, PEEK, PUSH, POP)
#pragma once

#include <utility>

#include "memory/ref.h"
#include "objects/errors.h"
#include "objects/thread_state.h"
#include "vm/frame.h"

namespace minipy {

enum class Flow {
    Next,    // go on at `ip`
    Error,   // an exception is pending: note the frame in its traceback, then unwind
    Unwind,  // the same for one raised again, whose traceback has this frame already
    Exit,    // leave the loop with `thread.result`
    Extend,  // EXTENDED_ARG: the argument goes on in the next word
    Watch,   // go on at `ip`, in the form of the loop that reports (vm/observer.h)
    Again,    // the instruction has changed: run it with the same argument
    General,  // run the general form of this instruction, with the same argument
};

#ifdef MINIPY_DEBUG
#define MINIPY_OP [[gnu::noinline]] inline
#else
#define MINIPY_OP [[gnu::always_inline]] inline
#endif

#define OP(name)                                                                                 \
    MINIPY_OP Flow op_##name([[maybe_unused]] CodeWord*& ip, [[maybe_unused]] Object**& sp,      \
                             [[maybe_unused]] Frame*& frame, [[maybe_unused]] unsigned argument, \
                             [[maybe_unused]] ThreadState& thread)

/// Takes the top off the stack; the caller owns it.
inline Ref<Object> pop(Object**& sp) noexcept { return Ref<Object>::steal(*--sp); }
/// Puts an owned object on the stack.
inline void push(Object**& sp, Object* owned) noexcept { *sp++ = owned; }
inline void push_shared(Object**& sp, Object* borrowed) noexcept {
    incref(borrowed);
    *sp++ = borrowed;
}
/// The n-th item from the top, 1 being the top itself.
inline Object*& peek(Object** sp, int n) noexcept { return sp[-n]; }

/// Drops the topmost `count` objects.
inline void drop(Object**& sp, int count) noexcept {
    while (count-- > 0) decref(*--sp);
}

/// Pushes what a fallible operation gave, or reports its failure.
inline Flow push_result(Object**& sp, NewRef result) noexcept {
    if (!result) [[unlikely]]
        return Flow::Error;
    *sp++ = result.object;
    return Flow::Next;
}

inline Flow flow_of(const Status& status) noexcept { return status ? Flow::Next : Flow::Error; }

inline Object* constant(const Frame* frame, unsigned index) noexcept {
    return (*frame->code->constants)[index];
}
inline Str* code_name(const Frame* frame, unsigned index) noexcept {
    return static_cast<Str*>((*frame->code->names)[index]);
}

}  // namespace minipy
