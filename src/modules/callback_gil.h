// The GIL around C libraries that call back: given up when the library is entered, taken again by each function
// that it calls.
//
// A callback cannot see from its arguments whether the GIL is held, as a library may also call it from a
// function that is quick and keeps the lock. So each thread remembers whose state it has put away. Invariant:
// on a thread `state_put_away` is null whenever that thread holds the GIL.
//
// CPython: PyGILState_Ensure, PyGILState_Release
#pragma once

#include <cerrno>
#include <utility>

#include "vm/gil.h"

namespace minipy {

inline thread_local ThreadState* state_put_away = nullptr;

/// Gives the GIL up for as long as it lives, callbacks excepted.
class LibraryCall {
  public:
    LibraryCall() noexcept {
        if (!has_threads.load(std::memory_order_relaxed)) return;
        state_put_away = current_thread;
        release_gil();
    }
    ~LibraryCall() {
        ThreadState* thread = std::exchange(state_put_away, nullptr);
        if (!thread) return;
        const int saved = errno;
        acquire_gil(*thread);
        errno = saved;
    }
    LibraryCall(const LibraryCall&) = delete;
    LibraryCall& operator=(const LibraryCall&) = delete;
};

/// Holds the GIL for as long as it lives, in a function that a library calls.
class CallbackGil {
  public:
    CallbackGil() noexcept : thread_(std::exchange(state_put_away, nullptr)) {
        if (thread_) acquire_gil(*thread_);
    }
    ~CallbackGil() {
        if (!thread_) return;
        release_gil();
        state_put_away = thread_;
    }
    CallbackGil(const CallbackGil&) = delete;
    CallbackGil& operator=(const CallbackGil&) = delete;

  private:
    ThreadState* thread_;
};

/// The result of a library's function that may take long and may call back.
template <class Call>
auto in_library(Call call) {
    LibraryCall without_gil;
    return call();
}

}  // namespace minipy
