// Stops for a debugger: where the eval loop is to halt so that gdb can show Python's side of it.
//
// A C++ debugger cannot break on an instruction, a line or a function of Python: they are data. So the scripts
// of tools/gdb/ write what they wait for into `debugger_stops` in the memory of the process and make
// `debugger_listener` the thread's listener (vm/observer.h); at the step that fits, `debugger_stop` is called,
// an empty function on which gdb has an ordinary breakpoint. Invariant: without a debugger nothing of this
// runs, and nothing here touches the reference count of an object.
//
// CPython: has no counterpart (Tools/gdb/libpython.py only reads)
#pragma once

#include <cstdint>

#include "vm/observer.h"

namespace minipy {

enum class StopKind : std::int32_t { None, Opcode, Function, Line };

/// One breakpoint, as the debugger writes it.
struct StopPoint {
    StopKind kind;
    std::int32_t number;  // opcode or line
    char text[248];       // name of the function, or the file's name or the end of its path
};

/// What the thread of the last stop is to do before it stops again.
enum class Stepping : std::int32_t { No, Instruction, Line };

/// Written by the debugger while the process stands still.
struct DebuggerStops {
    static constexpr int capacity = 31;

    bool active;  // threads begun from now on are watched too
    Stepping stepping;
    ThreadState* thread;    // the one that steps
    Frame* frame;           // Stepping::Line: the frame whose next line is waited for, later perhaps its caller
    std::int32_t line;      // which is not this one
    std::uint32_t reached;  // why it stopped: bit 0 for the step, bit 1 + i for points[i]
    StopPoint points[capacity];
};

extern DebuggerStops debugger_stops;
extern const StepListener debugger_listener;

/// Where the debugger has its breakpoint: the frame's `ip` is the instruction about to run, its `stack` the top
/// of its value stack.
void debugger_stop(ThreadState* thread, Frame* frame);

/// A thread is about to start.
inline void watch_for_debugger(ThreadState& thread) noexcept {
    if (!debugger_stops.active) return;
    thread.listener = &debugger_listener;
    update_observed(thread);
}

}  // namespace minipy
