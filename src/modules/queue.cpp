// _queue: SimpleQueue, an unbounded queue between threads.
//
// A semaphore counts the items. Who has taken one of its units owns an item, so nothing can be lost between the
// wait and the removal. Putting never waits: it may happen in a destructor or a signal's handler.
//
// CPython: Modules/_queuemodule.c
#include <semaphore.h>
#include <time.h>

#include <deque>

#include "modules/blocking.h"
#include "modules/buffer_argument.h"
#include "modules/support.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/union_type.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

struct SimpleQueue : Object {
    sem_t available;
    std::deque<Object*>* items;
    Object* weak_references;
};

SimpleQueue* as_queue(Object* self) noexcept { return static_cast<SimpleQueue*>(self); }

Type& empty_error() {
    static Type* const type = new_exception_class("_queue.Empty", exception_type,
                                                  "Raised when there is nothing to be had without waiting.");
    return *type;
}

NewRef queue_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    TRY(no_keywords(type, keywords_or_null));
    if (arguments->size)
        return raise(type_error_type, fmt::format("{}() takes no positional arguments", short_name(type)));
    auto* made = static_cast<SimpleQueue*>(allocate_instance(type));
    sem_init(&made->available, 0, 0);
    made->items = new std::deque<Object*>;
    return NewRef(made);
}

int queue_traverse(Object* self, Visit visit, void* context) {
    for (Object* item : *as_queue(self)->items)
        if (int result = visit(item, context)) return result;
    return 0;
}

void queue_clear(Object* self) {
    while (!as_queue(self)->items->empty()) {
        Ref<Object> dropped = Ref<Object>::steal(as_queue(self)->items->front());
        as_queue(self)->items->pop_front();
        sem_trywait(&as_queue(self)->available);
    }
}

void queue_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    queue_clear(self);
    delete as_queue(self)->items;
    sem_destroy(&as_queue(self)->available);
    free_object(self);
}

void put(SimpleQueue* queue, Object* item) {
    queue->items->push_back(share(item).release());
    sem_post(&queue->available);
}

NewRef queue_put(Object* self, Object* const* arguments) {
    put(as_queue(self), arguments[0]);
    return new_none();
}

NewRef take_first(SimpleQueue* queue) {
    Object* item = queue->items->front();
    queue->items->pop_front();
    return NewRef(item);
}

/// Waits for a unit of the semaphore; false when the time is over.
Result<bool> wait_for_item(SimpleQueue* queue, const timespec* until_or_null) {
    const auto wait = [&] {
        return until_or_null ? sem_clockwait(&queue->available, CLOCK_MONOTONIC, until_or_null)
                             : sem_wait(&queue->available);
    };
    for (;;) {
        if (blocking(wait) == 0) return true;
        if (errno != EINTR) return false;
        TRY(run_signal_handlers());
    }
}

NewRef get_without_waiting(SimpleQueue* queue) {
    if (sem_trywait(&queue->available) == 0) return take_first(queue);
    return raise(empty_error());
}

NewRef queue_get(Object* self, Object* const* arguments) {
    SimpleQueue* queue = as_queue(self);
    if (!TRY(truth(arguments[0]))) return get_without_waiting(queue);
    timespec until;
    const bool limited = !is_none(arguments[1]);
    if (limited) {
        const std::int64_t nanoseconds = TRY(nanoseconds_argument(arguments[1]));
        if (nanoseconds < 0) return raise(value_error_type, "'timeout' must be a non-negative number");
        until = Deadline(nanoseconds).time();
    }
    if (sem_trywait(&queue->available) == 0) return take_first(queue);
    Ref<Object> keep = share(self);
    if (TRY(wait_for_item(queue, limited ? &until : nullptr))) return take_first(queue);
    return raise(empty_error());
}

NewRef queue_get_nowait(Object* self, Object* const*) { return get_without_waiting(as_queue(self)); }
NewRef queue_empty(Object* self, Object* const*) { return new_bool(as_queue(self)->items->empty()); }
NewRef queue_qsize(Object* self, Object* const*) {
    return new_int(static_cast<std::int64_t>(as_queue(self)->items->size()));
}

constexpr NativeDef queue_methods[] = {
    {"empty", queue_empty, "($self, /)", "Whether the queue is empty, at this moment."},
    {"get", queue_get, "($self, /, block=True, timeout=None)",
     "Takes the first item; waits for one, at most `timeout` seconds, unless told not to. Raises Empty."},
    {"get_nowait", queue_get_nowait, "($self, /)", "Takes the first item, without waiting for one."},
    {"put", queue_put, "($self, /, item, block=True, timeout=None)", "Appends an item; never waits."},
    {"put_nowait", queue_put, "($self, /, item)", "Appends an item."},
    {"qsize", queue_qsize, "($self, /)", "How many items there are, at this moment."},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};

const TypeSpec queue_spec = {
    .name = "_queue.SimpleQueue",
    .basic_size = sizeof(SimpleQueue),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "An unbounded queue, first in first out.",
    .slots = {.new_ = queue_new, .dealloc = queue_dealloc, .traverse = queue_traverse, .clear = queue_clear},
    .methods = queue_methods,
    .weakrefs_offset = offsetof(SimpleQueue, weak_references),
    .signature = "()",
};

Type queue_type(queue_spec);

Status queue_fill(Module* module) {
    TRY(module_set(module, "Empty", &empty_error()));
    return module_add_type(module, queue_type);
}

const ModuleSpec queue_module_spec = {"_queue", "The simple queue of the module queue.", {}, queue_fill};

}  // namespace

Ref<Module> make_queue_module() { return new_native_module(queue_module_spec); }

}  // namespace minipy
