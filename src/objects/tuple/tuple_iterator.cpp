// The iterator over tuples. An exhausted one drops its tuple and stays exhausted.
//
// CPython: Objects/tupleobject.c (_PyTupleIterObject)
#include <algorithm>
#include <utility>

#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/iterator_support.h"
#include "objects/singletons.h"
#include "objects/tuple/tuple_internal.h"

namespace minipy {
namespace {

TupleIterator* as_iterator(Object* self) noexcept { return static_cast<TupleIterator*>(self); }

void iterator_dealloc(Object* self) noexcept {
    untrack(self);
    xdecref(as_iterator(self)->tuple);
    free_collected(as_iterator(self), tuple_iterator_type);
}

int iterator_traverse(Object* self, Visit visit, void* context) {
    return as_iterator(self)->tuple ? visit(as_iterator(self)->tuple, context) : 0;
}

NewRef iterator_next(Object* self) {
    TupleIterator* iterator = as_iterator(self);
    Tuple* tuple = iterator->tuple;
    if (!tuple) return nullptr;
    if (iterator->index < tuple->size) [[likely]]
        return new_ref((*tuple)[iterator->index++]);
    decref(std::exchange(iterator->tuple, nullptr));
    return nullptr;
}

NewRef iterator_length_hint(Object* self, Object* const*) {
    const TupleIterator* iterator = as_iterator(self);
    return new_int(iterator->tuple ? iterator->tuple->size - iterator->index : 0);
}

NewRef iterator_reduce(Object* self, Object* const*) {
    const TupleIterator* iterator = as_iterator(self);
    return reduce_indexed("iter", iterator->tuple, iterator->index, new_tuple_uninitialized(0).get());
}

NewRef iterator_setstate(Object* self, Object* const* arguments) {
    TupleIterator* iterator = as_iterator(self);
    const Size index = TRY(argument_size(arguments[0]));
    if (iterator->tuple) iterator->index = std::clamp<Size>(index, 0, iterator->tuple->size);
    return new_none();
}

constexpr NativeDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, "-($self, /)", "How many items are left."},
    {"__reduce__", iterator_reduce, "-($self, /)", "The state for pickling."},
    {"__setstate__", iterator_setstate, "-($self, state, /)", "Sets the position."},
};

const TypeSpec iterator_spec = {
    .name = "tuple_iterator",
    .basic_size = sizeof(TupleIterator),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = iterator_dealloc,
              .traverse = iterator_traverse,
              .iter = iterator_self,
              .next = iterator_next},
    .methods = iterator_methods,
};

}  // namespace

Type tuple_iterator_type(iterator_spec);

NewRef tuple_iter(Object* self) {
    auto* iterator = static_cast<TupleIterator*>(allocate_instance(&tuple_iterator_type));
    incref(self);
    iterator->tuple = as_tuple(self);
    return NewRef(iterator);
}

}  // namespace minipy
