// The pending exception of the thread.
//
// CPython: Python/errors.c
#include "objects/errors.h"

#include <utility>

#include "objects/exceptions.h"
#include "objects/thread_state.h"

namespace minipy {

namespace {
ThreadState main_thread;
}
ThreadState* current_thread = &main_thread;
std::atomic<bool> eval_breaker{false};

Failure raise_object(Ref<Object> exception) {
    Ref<Object> previous =
        Ref<Object>::steal(std::exchange(current_thread->pending_exception, exception.release()));
    return failed;
}

Failure raise(Type& type, std::string_view message) { return raise_object(new_exception(type, message)); }

Object* pending_exception() noexcept { return current_thread->pending_exception; }

Ref<Object> take_exception() noexcept {
    return Ref<Object>::steal(std::exchange(current_thread->pending_exception, nullptr));
}

void clear_exception() noexcept { take_exception().reset(); }

bool pending_matches(const Type& type) noexcept {
    const Object* exception = pending_exception();
    if (!exception) return false;
    for (const Type* candidate = exception->type; candidate; candidate = candidate->base)
        if (candidate == &type) return true;
    return false;
}

}  // namespace minipy
