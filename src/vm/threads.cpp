// Threads that run Python code: see threads.h.
//
// CPython: Python/pystate.c, Python/thread_pthread.h
#include "vm/threads.h"

#include <pthread.h>

#include <cstdlib>
#include <memory>
#include <utility>
#include <vector>

#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/protocol.h"
#include "objects/tuple.h"
#include "vm/debugger.h"
#include "vm/frame.h"
#include "vm/gil.h"
#include "vm/tracing.h"

namespace minipy {
namespace {

/// What a new thread gets from the one that starts it.
struct ThreadStart {
    Ref<Object> function;
    Ref<Tuple> arguments;
    Ref<Dict> keywords;
    ThreadState* state;
};

std::vector<void (*)(ThreadState&) noexcept> end_hooks;

pthread_mutex_t states_mutex = PTHREAD_MUTEX_INITIALIZER;  // held while a state leaves the list

void link_state(ThreadState* state) noexcept {
    state->next = first_thread_state;
    first_thread_state = state;
}

void unlink_state(ThreadState* state) noexcept {
    const StatesKept no_reader;
    ThreadState** link = &first_thread_state;
    while (*link != state) link = &(*link)->next;
    *link = state->next;
    if (!first_thread_state || !first_thread_state->next) has_threads.store(false, std::memory_order_relaxed);
}

/// Drops what the state owns, but for its frames. PyThreadState_Clear.
void clear_state(ThreadState& state) noexcept {
    for (Object** field : {&state.trace_function, &state.profile_function, &state.async_first_iteration,
                           &state.async_finalizer, &state.context})
        xdecref(std::exchange(*field, nullptr));
    for (auto hook = end_hooks.rbegin(); hook != end_hooks.rend(); ++hook) (*hook)(state);
}

void call_thread_function(const ThreadStart& start) noexcept {
    NewRef result = call_with_dict(start.function.get(), start.arguments.get(), start.keywords.get());
    if (result) return decref(result.object);
    if (pending_matches(system_exit_type)) return clear_exception();
    write_unraisable(start.function.get(), "Exception ignored in thread started by");
}

void* run_thread(void* given) {
    std::unique_ptr<ThreadStart> start(static_cast<ThreadStart*>(given));
    ThreadState* state = start->state;
    state->identity = static_cast<unsigned long>(pthread_self());
    state->stack_limit = thread_stack_limit();
    acquire_gil(*state);
    call_thread_function(*start);
    start.reset();
    --running_threads;
    clear_state(*state);
    unlink_state(state);
    free_frame_stack(*state);
    release_gil();
    delete state;
    return nullptr;
}

/// Starts the system's thread; false if there is no room for another.
bool create_thread(ThreadStart* start, unsigned long& identity) noexcept {
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0) return false;
    if (thread_stack_size)
        pthread_attr_setstacksize(&attributes, static_cast<std::size_t>(thread_stack_size) + stack_reserve);
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_t thread;
    const int error = pthread_create(&thread, &attributes, run_thread, start);
    pthread_attr_destroy(&attributes);
    identity = static_cast<unsigned long>(thread);
    return error == 0;
}

}  // namespace

ThreadState* first_thread_state = main_thread;
int running_threads = 0;
Size thread_stack_size = 0;

Result<unsigned long> start_thread(Ref<Object> function, Ref<Tuple> arguments, Ref<Dict> keywords_or_null) {
    auto* state = new ThreadState;
    state->recursion_limit = current_thread->recursion_limit;
    watch_for_debugger(*state);
    link_state(state);
    has_threads.store(true, std::memory_order_relaxed);
    ++running_threads;
    auto* start =
        new ThreadStart{std::move(function), std::move(arguments), std::move(keywords_or_null), state};
    unsigned long identity;
    if (create_thread(start, identity)) return identity;
    delete start;
    --running_threads;
    unlink_state(state);
    delete state;
    return raise(runtime_error_type, "can't start new thread");
}

void at_thread_end(void (*hook)(ThreadState& thread) noexcept) { end_hooks.push_back(hook); }

StatesKept::StatesKept() noexcept { pthread_mutex_lock(&states_mutex); }
StatesKept::~StatesKept() { pthread_mutex_unlock(&states_mutex); }

void forget_other_threads() noexcept {
    ThreadState *self = current_thread, *lost = first_thread_state;
    states_mutex = PTHREAD_MUTEX_INITIALIZER;  // a thread of the process that forked may have held it
    running_threads = self == main_thread ? 0 : 1;
    first_thread_state = main_thread = self;
    ThreadState* behind_self = std::exchange(self->next, nullptr);
    has_threads.store(false, std::memory_order_relaxed);
    reset_gil_after_fork(*self);
    // They stopped in the middle of something: their frames and states stay as they are.
    while (lost) {
        ThreadState* next = lost == self ? behind_self : lost->next;
        if (lost != self) clear_state(*lost);
        lost = next;
    }
}

}  // namespace minipy
