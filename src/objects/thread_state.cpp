// The state of the main thread, and where a thread's stack ends.
//
// CPython: Python/pystate.c
#include "objects/thread_state.h"

#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

namespace minipy {
namespace {

/// The main thread's stack grows until the limit of the process.
std::uintptr_t main_stack_limit() noexcept {
    rlimit size{};
    std::uintptr_t bytes = 8u << 20;
    if (getrlimit(RLIMIT_STACK, &size) == 0 && size.rlim_cur != RLIM_INFINITY) bytes = size.rlim_cur;
    return reinterpret_cast<std::uintptr_t>(__builtin_frame_address(0)) - bytes + stack_reserve;
}

struct FirstThread : ThreadState {
    FirstThread() noexcept {
        identity = static_cast<unsigned long>(pthread_self());
        stack_limit = main_stack_limit();
    }
};
FirstThread first_thread;

}  // namespace

ThreadState* current_thread = &first_thread;
ThreadState* main_thread = &first_thread;

std::uintptr_t thread_stack_limit() noexcept {
    pthread_attr_t attributes;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) return 0;
    void* lowest = nullptr;
    std::size_t bytes = 0;
    pthread_attr_getstack(&attributes, &lowest, &bytes);
    pthread_attr_destroy(&attributes);
    return reinterpret_cast<std::uintptr_t>(lowest) + stack_reserve;
}

}  // namespace minipy
