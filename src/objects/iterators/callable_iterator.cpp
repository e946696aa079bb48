// `iter(callable, sentinel)`: calls until the result equals the sentinel.
//
// Invariant: callable and sentinel go together, and are dropped at the end.
//
// CPython: Objects/iterobject.c (calliterobject)
#include <utility>

#include "objects/call.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/iterators.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

struct CallableIterator : Object {
    Object* callable;  // null once exhausted
    Object* sentinel;
};

CallableIterator* as_iterator(Object* self) noexcept { return static_cast<CallableIterator*>(self); }

void iterator_dealloc(Object* self) noexcept {
    untrack(self);
    xdecref(as_iterator(self)->callable);
    xdecref(as_iterator(self)->sentinel);
    free_object(self);
}

int iterator_traverse(Object* self, Visit visit, void* context) {
    CallableIterator* iterator = as_iterator(self);
    if (!iterator->callable) return 0;
    if (int result = visit(iterator->callable, context)) return result;
    return visit(iterator->sentinel, context);
}

NewRef iterator_iter(Object* self) { return new_ref(self); }

void finish(CallableIterator* iterator) noexcept {
    Ref<Object> callable = Ref<Object>::steal(std::exchange(iterator->callable, nullptr));
    Ref<Object> sentinel = Ref<Object>::steal(std::exchange(iterator->sentinel, nullptr));
}

NewRef iterator_next(Object* self) {
    CallableIterator* iterator = as_iterator(self);
    if (!iterator->callable) return nullptr;
    Ref<Object> callable = share(iterator->callable);
    Ref<Object> result = call(callable.get(), {});
    if (!result) {
        if (!pending_matches(stop_iteration_type)) return failed;
        clear_exception();
    } else if (iterator->sentinel) {  // the call may have exhausted the iterator
        Ref<Object> sentinel = share(iterator->sentinel);
        if (!TRY(compare_truth(sentinel.get(), result.get(), CompareOp::Eq))) return result;
    }
    finish(iterator);
    return nullptr;
}

NewRef iterator_reduce(Object* self, Object* const*) {
    const CallableIterator* iterator = as_iterator(self);
    Ref<Object> function = TRY(builtin("iter"));
    Ref<Tuple> arguments = iterator->callable ? tuple_of(iterator->callable, iterator->sentinel)
                                              : tuple_of(new_tuple_uninitialized(0).get());
    return tuple_of(function.get(), arguments.get());
}

constexpr NativeDef iterator_methods[] = {
    {"__reduce__", iterator_reduce, "-($self, /)", "The state for pickling."},
};

const TypeSpec iterator_spec = {
    .name = "callable_iterator",
    .basic_size = sizeof(CallableIterator),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = iterator_dealloc,
              .traverse = iterator_traverse,
              .iter = iterator_iter,
              .next = iterator_next},
    .methods = iterator_methods,
};

}  // namespace

Type callable_iterator_type(iterator_spec);

Ref<Object> new_callable_iterator(Object* callable, Object* sentinel) {
    Ref<Object> made = Ref<Object>::steal(allocate_instance(&callable_iterator_type));
    incref(as_iterator(made.get())->callable = callable);
    incref(as_iterator(made.get())->sentinel = sentinel);
    return made;
}

}  // namespace minipy
