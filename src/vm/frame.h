// Frames: one activation of a code object, and the stack they lie on.
//
// A frame is a head followed by the fast locals (arguments, locals, cells, free variables) and the value
// stack. Frames of running functions lie one behind the other in the thread's chunks; a generator has its
// frame inside itself. A `FrameObject` is made only when somebody asks for one; when the frame ends before it,
// the frame's content moves into the object.
//
//   [head | fast locals ... | value stack ... ]
//                            ^ stack_base()
//
// Invariant: `stack` of a suspended frame points behind its topmost value; while a frame runs, `ip` and the
// top of the stack live in machine registers, and the fields are as of the last instruction that wrote them
// back (every instruction that can call out or raise writes `ip`).
//
// CPython: Include/internal/pycore_frame.h, Python/frame.c
#pragma once

#include "objects/thread_state.h"
#include "objects/tuple.h"
#include "vm/code_words.h"
#include "vm/function.h"

namespace minipy {

struct FrameObject;

enum class FrameOwner : std::uint8_t { Thread = 0, Generator, FrameObject };

/// What a frame that is not the loop's entry was started for, which decides what its end does to the caller.
enum class FrameRole : std::uint8_t {
    Call = 0,   // its value is the result of the caller's instruction
    Construct,  // `__init__` in a call of the class: the new instance lies on the caller's stack already
    Iterated,   // generator of a `for` loop: its return drops the iterator and jumps
    Operator,   // special method of an operator: the operands lie on the caller's stack
    Sent,       // generator in `yield from` or `await`: its value takes the iterator's place, and a jump
};

struct Frame {
    Code* code;           // owned
    Function* function;   // owned; null for the frame of a module or `exec`
    Dict* globals;        // borrowed from the function, else owned
    Dict* builtins;       // likewise
    Object* locals;       // owned namespace of a class body, module or `exec`; null in functions
    FrameObject* object;  // owned, or null
    Frame* previous;      // who called
    CodeWord* ip;         // the instruction being executed
    CodeWord* resume_at;  // where to go on: at first, when a callee in the same loop returns, after a yield
    Object** stack;       // behind the topmost value
    FrameOwner owner;
    bool entry;  // its end ends the C++ call of the loop
    FrameRole role;
    unsigned jump;  // of a resumed generator: how far its caller jumps when it returns

    /// Whether it lies on the thread's stack, was called from the same loop, and its value is the result of
    /// the caller's instruction.
    bool is_plain_call() const noexcept {
        return (static_cast<unsigned>(owner) | static_cast<unsigned>(entry) | static_cast<unsigned>(role)) == 0;
    }

    static Size local_slots(const Code* code) noexcept { return code->local_slots; }
    Object** fast_locals() noexcept { return reinterpret_cast<Object**>(this + 1); }
    Object** stack_base() noexcept { return fast_locals() + local_slots(code); }
    /// Index of the current instruction in code units.
    int instruction_index() const noexcept { return static_cast<int>(ip - code_words(code)); }
};

inline std::size_t frame_bytes(const Code* code) noexcept {
    return sizeof(Frame) +
           static_cast<std::size_t>(Frame::local_slots(code) + code->stack_size) * sizeof(Object*);
}

/// A frame for a function's code on the thread's stack: head filled in, locals cleared. Takes over the
/// reference to the function and to `locals_or_null`.
Frame* push_function_frame(ThreadState& thread, Function* function, Object* locals_or_null);
/// A frame for code that no function runs; shares code, namespaces and locals.
Frame* push_code_frame(ThreadState& thread, Code* code, Dict* globals, Dict* builtins, Object* locals);

/// Gives the memory of an ended thread's stack back.
void free_frame_stack(ThreadState& thread) noexcept;

/// Drops what the frame owns (or hands it to its frame object).
void clear_frame(Frame* frame) noexcept;
/// Ends the topmost frame: `clear_frame`, then gives the room on the thread's stack back. A generator's frame
/// finishes the generator.
void pop_frame(ThreadState& thread, Frame* frame) noexcept;

/// Begins a new chunk that has room for `bytes`.
void add_frame_chunk(ThreadState& thread, std::size_t bytes);
/// Goes back to the chunk below when the newest is empty.
void drop_empty_chunk(ThreadState& thread) noexcept;

inline void* take_frame_room(ThreadState& thread, std::size_t bytes) {
    if (static_cast<std::size_t>(thread.frame_end - thread.frame_top) < bytes) [[unlikely]]
        add_frame_chunk(thread, bytes);
    void* room = thread.frame_top;
    thread.frame_top += bytes;
    return room;
}

/// Gives the room of the topmost frame back.
inline void give_back_room(ThreadState& thread, Frame* frame) noexcept {
    thread.frame_top = reinterpret_cast<char*>(frame);
    if (thread.frame_top == reinterpret_cast<char*>(thread.chunks + 1)) [[unlikely]]
        drop_empty_chunk(thread);
}

/// The part of a new frame's head that does not depend on whose frame it is.
inline Frame* new_frame(ThreadState& thread, Code* code) {
    auto* frame = static_cast<Frame*>(take_frame_room(thread, frame_bytes(code)));
    frame->code = code;
    incref(code);
    frame->object = nullptr;
    frame->previous = nullptr;
    frame->ip = frame->resume_at = code_words(code);
    frame->owner = FrameOwner::Thread;
    frame->entry = false;
    frame->role = FrameRole::Call;
    frame->stack = frame->stack_base();
    return frame;
}

/// A frame for a call of the function, not linked to its caller: takes over the reference to the function; the
/// first `filled` locals are left to the caller to fill at once, the others are null.
inline Frame* push_frame(ThreadState& thread, Function* function, Size filled) {
    Frame* frame = new_frame(thread, function->code);
    frame->function = function;
    frame->globals = function->globals;
    frame->builtins = function->builtins;
    frame->locals = nullptr;
    Object** const end = frame->stack;
    for (Object** local = frame->fast_locals() + filled; local < end; ++local) *local = nullptr;
    return frame;
}

/// Drops what a function's frame holds up to `end`, and gives its room back.
inline void drop_plain_frame(ThreadState& thread, Frame* frame, Object** end) noexcept {
    for (Object** slot = frame->fast_locals(); slot < end; ++slot) xdecref(*slot);
    decref(frame->function);
    decref(frame->code);
    give_back_room(thread, frame);
}

/// `pop_frame` for the usual case, in line: a frame on the thread's stack that nobody has an object of.
inline void pop_running_frame(ThreadState& thread, Frame* frame) noexcept {
    if (frame->owner != FrameOwner::Thread || frame->object || !frame->function || frame->locals) [[unlikely]]
        return pop_frame(thread, frame);
    drop_plain_frame(thread, frame, frame->stack);
}

/// frame: the object. It refers to the running frame, or holds the content of one that has ended.
struct FrameObject : Object {
    Frame* frame;
    FrameObject* back;  // the caller's, known only once the frame has ended; or null
    Object* trace;
    int line;  // set by a tracer, else 0
    bool trace_lines, trace_opcodes;
};

extern Type frame_type;

/// The frame's object, made now if need be; borrowed from the frame.
FrameObject* frame_object(Frame* frame);

/// Line of the current instruction, -1 if it has none.
int frame_line(const Frame* frame) noexcept;

/// `locals()` of the frame: its namespace, or a dict filled from the fast locals. PyFrame_GetLocals.
Ref<Object> frame_locals(Frame* frame);
/// Binds the fast locals to what that dict says, for a debugger that changes it. A pending exception stays.
/// PyFrame_LocalsToFast.
void locals_to_fast(Frame* frame);

}  // namespace minipy
