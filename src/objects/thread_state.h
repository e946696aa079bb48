// What one thread of Python code carries: the pending exception, the running frame, the frame stack.
//
// Invariant: `current_thread` is the state of the thread that holds the GIL. `handled` is the chain of
// exceptions being handled, innermost first: one link for each running generator and one for the thread.
//
// CPython: Include/cpython/pystate.h
#pragma once

#include <atomic>
#include <cstdint>

#include "memory/object.h"

namespace minipy {

struct Frame;
struct StepListener;
struct Str;
struct Tuple;

/// The exception being handled in one context (a generator has its own); owned, null for none.
struct HandledException {
    Object* exception = nullptr;
    HandledException* previous = nullptr;
};

/// A run of memory for frames; the newest is filled last.
struct FrameChunk {
    FrameChunk* previous;
    char* top;  // what the chunk below had used when this one was begun
    char* end;
};

struct ThreadState {
    Object* pending_exception = nullptr;
    Frame* frame = nullptr;  // the running one
    HandledException base_handled;
    HandledException* handled = &base_handled;
    int recursion_depth = 0;  // nested Python calls and nested calls through C++ code
    int recursion_limit = 1000;
    char* frame_top = nullptr;  // free room of the newest chunk
    char* frame_end = nullptr;
    FrameChunk* chunks = nullptr;
    Tuple* keyword_names = nullptr;  // set by KW_NAMES for the CALL that follows; borrowed
    Object* result = nullptr;        // what the entry frame returned or yielded; owned
    unsigned long identity = 0;      // the system's number of the thread; 0 until it runs
    ThreadState* next = nullptr;     // of all threads (vm/threads.h)
    std::uintptr_t stack_limit = 0;  // the lowest address that the C++ stack may reach
    Object* context = nullptr;       // the context of context variables, owned, or null
    Object* end_lock = nullptr;      // the lock that the end of the thread releases, owned, or null
    Object* async_first_iteration = nullptr;  // hooks of asynchronous generators, owned, or null
    Object* async_finalizer = nullptr;
    int nested_deaths = 0;              // objects of which `dealloc` is under way (destroy.cpp)
    Object* deferred_deaths = nullptr;  // objects that wait for theirs
    int coroutine_origin_depth = 0;  // how many frames a new coroutine notes of where it was made

    /// Set when the eval loop is to look up from its work at the next jump back or call: a signal has come,
    /// another thread wants the GIL, somebody began to watch. eval_breaker.
    std::atomic<bool> breaker{false};

    // Who watches the thread (vm/observer.h).
    bool observed = false;               // which of its two forms the eval loop is to run in
    int tracing = 0;                     // nested calls of trace and profile functions
    Str* traced_event = nullptr;         // the event that the innermost of them was called for, or null
    Object* trace_function = nullptr;    // of sys.settrace, owned, or null
    Object* profile_function = nullptr;  // of sys.setprofile, owned, or null
    const StepListener* listener = nullptr;
};

extern ThreadState* current_thread;
/// The thread that signals are handled on.
extern ThreadState* main_thread;

/// Bytes of C++ stack kept back for handling the error that there is no more.
inline constexpr std::size_t stack_reserve = 512 * 1024;
/// The limit for the running thread's stack.
std::uintptr_t thread_stack_limit() noexcept;

/// Whether the C++ stack of the running thread is nearly used up.
inline bool stack_is_low() noexcept {
    return reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0)) <= current_thread->stack_limit;
}

}  // namespace minipy
