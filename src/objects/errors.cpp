// The pending exception of the thread.
//
// CPython: Python/errors.c
#include "objects/errors.h"

#include <fmt/format.h>

#include <utility>

#include "objects/exceptions.h"
#include "objects/singletons.h"
#include "objects/thread_state.h"

namespace minipy {

namespace {

Object*& context_of(Object* exception) noexcept { return static_cast<BaseException*>(exception)->context; }

/// The innermost exception being handled, borrowed, or null. _PyErr_GetTopmostException.
Object* handled_exception() noexcept {
    for (const HandledException* link = current_thread->handled; link; link = link->previous)
        if (link->exception) return link->exception;
    return nullptr;
}

/// Takes `exception` out of the chain of contexts that starts at `start`, so that the chain can become its own
/// context. A chain that is a cycle already ends the search (the slow pointer meets the fast one).
void cut_chain(Object* start, Object* exception) noexcept {
    Object* slow = start;
    bool advance_slow = false;
    for (Object* link = start; Object* context = context_of(link); link = context) {
        if (context == exception) return set_exception_context(link, nullptr);
        if (context == slow) return;
        if (advance_slow) slow = context_of(slow);
        advance_slow = !advance_slow;
    }
}

}  // namespace

Failure raise_object(Ref<Object> exception) {
    Object* handled = handled_exception();
    if (handled && handled != exception.get()) {
        cut_chain(handled, exception.get());
        set_exception_context(exception.get(), share(handled));
    }
    return restore_exception(std::move(exception));
}

Failure restore_exception(Ref<Object> exception) noexcept {
    Ref<Object> previous =
        Ref<Object>::steal(std::exchange(current_thread->pending_exception, exception.release()));
    return failed;
}

Failure raise(Type& type, std::string_view message) {
    Ref<Object> exception = new_exception(type, message);
    return exception ? raise_object(std::move(exception)) : failed;
}

Failure raise_bad_argument(std::string_view argument, std::string_view expected, const Object* given) {
    return raise(type_error_type, fmt::format("{} must be {}, not {}", argument, expected,
                                              is_none(given) ? "None" : given->type->name));
}

Failure raise_bad_argument(std::string_view function, std::string_view what, std::string_view expected,
                           const Object* given) {
    return raise_bad_argument(fmt::format("{}() {}", function, what), expected, given);
}

Failure raise(Type& type) { return raise_object(new_exception_without_arguments(type)); }

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
