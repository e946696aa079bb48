// The global interpreter lock: one thread at a time runs Python code and touches objects.
//
// A thread that waits for the lock asks the holder for it when a switch interval has passed; the holder gives
// way when it next looks up from work (interrupt.h), and waits until another thread has really taken over.
// Around system calls that may block the lock is given up altogether (`WithoutGil`). Invariant: whoever runs
// code that touches objects holds the lock, and `current_thread` is its state; while nobody holds it,
// `current_thread` is null.
//
// CPython: Python/ceval_gil.c, Include/ceval.h (Py_BEGIN_ALLOW_THREADS)
#pragma once

#include <atomic>

#include "objects/thread_state.h"

namespace minipy {

/// Waits for the lock and takes it. During finalization only the main thread gets it; others never return.
/// take_gil.
void acquire_gil(ThreadState& thread) noexcept;
/// drop_gil.
void release_gil() noexcept;
/// Gives way if another thread has asked for the lock.
void yield_gil(ThreadState& thread) noexcept;

/// Seconds after which a waiting thread asks. sys.setswitchinterval.
extern double switch_interval;

/// Whether there are other threads; without them the lock is never given up, as nobody could want it.
extern std::atomic<bool> has_threads;

/// From now on only the main thread runs. Py_FinalizeEx.
void begin_finalizing() noexcept;
bool is_finalizing() noexcept;

/// In the child of a fork: the lock is new and held by this thread.
void reset_gil_after_fork(ThreadState& thread) noexcept;

/// Gives the lock up for as long as it lives, keeping `errno`. No object may be touched meanwhile, not even
/// by `new_int`. Py_BEGIN_ALLOW_THREADS.
class WithoutGil {
  public:
    WithoutGil() noexcept : thread_(has_threads.load(std::memory_order_relaxed) ? current_thread : nullptr) {
        if (thread_) release_gil();
    }
    ~WithoutGil() {
        if (thread_) take_back();
    }
    WithoutGil(const WithoutGil&) = delete;
    WithoutGil& operator=(const WithoutGil&) = delete;

  private:
    void take_back() noexcept;

    ThreadState* thread_;
};

/// Keeps other threads off an object while one of its operations has given the GIL up. A thread that comes by
/// waits; the one that is inside already gets false.
class OperationLock {
  public:
    bool enter() noexcept;
    void leave() noexcept;
    ThreadState* owner() const noexcept { return owner_; }

  private:
    ThreadState* owner_;  // zero from the object's allocation
};

/// The result of a system call made without the lock.
template <class Call>
auto without_gil(Call system_call) {
    WithoutGil released;
    return system_call();
}

}  // namespace minipy
