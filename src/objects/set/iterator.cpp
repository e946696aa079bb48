// The iterator over sets and frozensets.
//
// It goes from slot to slot; a set that has another number of items than at the start is an error that stays.
//
// CPython: Objects/setobject.c (setiterobject)
#include <utility>

#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/iterator_support.h"
#include "objects/set/set_internal.h"

namespace minipy {
namespace {

struct SetIterator : Object {
    Set* set;  // null once exhausted
    Size used;
    Size position;
    Size remaining;
};

SetIterator* as_iterator(Object* self) noexcept { return static_cast<SetIterator*>(self); }

void iterator_dealloc(Object* self) noexcept {
    untrack(self);
    xdecref(as_iterator(self)->set);
    free_object(self);
}

int iterator_traverse(Object* self, Visit visit, void* context) {
    return as_iterator(self)->set ? visit(as_iterator(self)->set, context) : 0;
}

NewRef iterator_next(Object* self) {
    SetIterator* iterator = as_iterator(self);
    Set* set = iterator->set;
    if (!set) return nullptr;
    if (iterator->used != set->used) [[unlikely]] {
        iterator->used = -1;
        return raise(runtime_error_type, "Set changed size during iteration");
    }
    Object* item = set_next(set, iterator->position);
    if (!item) {
        decref(std::exchange(iterator->set, nullptr));
        return nullptr;
    }
    --iterator->remaining;
    return new_ref(item);
}

NewRef iterator_length_hint(Object* self, Object* const*) {
    const SetIterator* iterator = as_iterator(self);
    return new_int(iterator->set && iterator->used == iterator->set->used ? iterator->remaining : 0);
}

/// `iter` of a list with what is left; the iterator itself stays where it is.
NewRef iterator_reduce(Object* self, Object* const*) {
    const SetIterator* iterator = as_iterator(self);
    Ref<Object> copy = Ref<Object>::steal(allocate_instance(self->type));
    SetIterator* walker = as_iterator(copy.get());
    walker->set = iterator->set;
    xincref(walker->set);
    walker->used = iterator->used;
    walker->position = iterator->position;
    walker->remaining = iterator->remaining;
    return reduce_remaining(copy.get());
}

constexpr NativeDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, "-($self, /)", "How many items are left."},
    {"__reduce__", iterator_reduce, "-($self, /)", "The state for pickling."},
};

const TypeSpec iterator_spec = {
    .name = "set_iterator",
    .basic_size = sizeof(SetIterator),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = iterator_dealloc,
              .traverse = iterator_traverse,
              .iter = iterator_self,
              .next = iterator_next},
    .methods = iterator_methods,
};

}  // namespace

Type set_iterator_type(iterator_spec);

NewRef set_iter(Object* self) {
    auto* iterator = static_cast<SetIterator*>(allocate_instance(&set_iterator_type));
    incref(self);
    iterator->set = as_set(self);
    iterator->used = iterator->remaining = as_set(self)->used;
    return NewRef(iterator);
}

}  // namespace minipy
