// The end of an object's life: `destroy`, and the deferral of deaths that are nested too deeply.
//
// The last owner of a million nested tuples drops the outermost one, whose `dealloc` drops the next, and so on:
// recursion as deep as the nest. Here a thread counts how many deaths it is in the middle of. From `deepest` on
// an object that can nest (one with a collector's header) is only put on the thread's list of deferred deaths,
// linked through its header; the outermost `destroy` works the list off. Invariant: an object on the list has
// refcount 0 and is not tracked; it is tracked again, if it was, before its `dealloc` runs. Weak references and
// lists of subclasses can still lead to it, so whoever follows one asks `is_alive` first.
//
// CPython: Objects/object.c (the trashcan), Include/cpython/object.h
#include "memory/allocator.h"
#include "objects/thread_state.h"
#include "objects/type.h"

namespace minipy {
namespace {

constexpr int deepest = 50;

[[gnu::noinline]] void defer(ThreadState* thread, Object* object) noexcept {
    set_deferred_link(object, thread->deferred_deaths);
    thread->deferred_deaths = object;
}

[[gnu::noinline]] void destroy_deferred(ThreadState* thread) noexcept {
    while (Object* object = thread->deferred_deaths) {
        thread->deferred_deaths = take_deferred_link(object);
        ++thread->nested_deaths;
        object->type->slots.dealloc(object);
        --thread->nested_deaths;
    }
}

}  // namespace

void destroy(Object* object) noexcept {
    const Type* type = object->type;
    if (!type->has(type_flag::collected)) return type->slots.dealloc(object);
    ThreadState* thread = current_thread;
    if (thread->nested_deaths >= deepest) [[unlikely]]
        return defer(thread, object);
    ++thread->nested_deaths;
    type->slots.dealloc(object);
    if (--thread->nested_deaths == 0 && thread->deferred_deaths) [[unlikely]]
        destroy_deferred(thread);
}

}  // namespace minipy
