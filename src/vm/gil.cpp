// The global interpreter lock: see gil.h.
//
// CPython: Python/ceval_gil.c
#include "vm/gil.h"

#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <new>

namespace minipy {
namespace {

struct Gil {
    std::mutex mutex;                         // guards all that follows and `current_thread`
    std::condition_variable freed, switched;  // `locked` became false; `last_holder` has changed
    bool locked = true;                       // the main thread begins with it
    ThreadState* last_holder = main_thread;
    unsigned long switches = 0;
    std::atomic<bool> drop_requested{false};
};

// Never destroyed: threads that still wait for it when the process ends must find it.
alignas(Gil) char gil_memory[sizeof(Gil)];
Gil& gil = *new (gil_memory) Gil;

std::atomic<bool> finalizing{false};

bool must_not_run(const ThreadState& thread) noexcept {
    return finalizing.load(std::memory_order_relaxed) && &thread != main_thread;
}

/// A daemon thread after the end of the program: the end of the process ends it too.
[[noreturn]] void hang(std::unique_lock<std::mutex>& lock) noexcept {
    lock.unlock();
    gil.freed.notify_one();
    for (;;) ::pause();
}

}  // namespace

double switch_interval = 0.005;
std::atomic<bool> has_threads{false};

void acquire_gil(ThreadState& thread) noexcept {
    std::unique_lock lock(gil.mutex);
    while (gil.locked) {
        if (must_not_run(thread)) hang(lock);
        const unsigned long seen = gil.switches;
        const auto wait = gil.freed.wait_for(lock, std::chrono::duration<double>(switch_interval));
        if (wait == std::cv_status::timeout && gil.locked && gil.switches == seen) {
            gil.drop_requested.store(true, std::memory_order_relaxed);
            current_thread->breaker.store(true, std::memory_order_relaxed);
        }
    }
    if (must_not_run(thread)) hang(lock);
    gil.locked = true;
    gil.drop_requested.store(false, std::memory_order_relaxed);
    current_thread = &thread;
    if (gil.last_holder == &thread) return;
    gil.last_holder = &thread;
    ++gil.switches;
    gil.switched.notify_all();
}

void release_gil() noexcept {
    {
        std::lock_guard lock(gil.mutex);
        gil.locked = false;
        current_thread = nullptr;
    }
    gil.freed.notify_one();
}

void yield_gil(ThreadState& thread) noexcept {
    if (!gil.drop_requested.load(std::memory_order_relaxed) || is_finalizing()) return;
    release_gil();
    {
        // Without this the same thread would often be the first to take the lock again.
        std::unique_lock lock(gil.mutex);
        gil.switched.wait(lock, [&] {
            return gil.last_holder != &thread || !gil.drop_requested.load(std::memory_order_relaxed);
        });
    }
    acquire_gil(thread);
}

void WithoutGil::take_back() noexcept {
    const int saved = errno;
    acquire_gil(*thread_);
    errno = saved;
}

// --- OperationLock: all of them share what their waiters wait on, as there hardly ever are any

namespace {

std::mutex leaving_mutex;
std::condition_variable somebody_left;
unsigned long leavings = 0;  // changes under the GIL and the mutex
int lock_waiters = 0;        // under the GIL

}  // namespace

bool OperationLock::enter() noexcept {
    if (owner_ == current_thread) return false;
    while (owner_) {
        ++lock_waiters;
        const unsigned long seen = leavings;
        {
            WithoutGil released;
            std::unique_lock lock(leaving_mutex);
            somebody_left.wait(lock, [&] { return leavings != seen; });
        }
        --lock_waiters;
    }
    owner_ = current_thread;
    return true;
}

void OperationLock::leave() noexcept {
    owner_ = nullptr;
    if (!lock_waiters) return;
    std::lock_guard lock(leaving_mutex);
    ++leavings;
    somebody_left.notify_all();
}

void begin_finalizing() noexcept {
    std::lock_guard lock(gil.mutex);
    finalizing.store(true, std::memory_order_relaxed);
}

bool is_finalizing() noexcept { return finalizing.load(std::memory_order_relaxed); }

void reset_gil_after_fork(ThreadState& thread) noexcept {
    new (gil_memory) Gil;
    gil.last_holder = &thread;
}

}  // namespace minipy
