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
#include "vm/code_words.h"
#include "vm/function.h"

namespace minipy {

struct FrameObject;

enum class FrameOwner : std::uint8_t { Thread, Generator, FrameObject };

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

    static Size local_slots(const Code* code) noexcept { return code->local_names->size; }
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
