// The iterators over lists, forwards and backwards.
//
// They read the list as it is at each step: one that grows is followed, one that shrinks ends the walk, and
// an exhausted iterator drops its list and stays exhausted.
//
// CPython: Objects/listobject.c (_PyListIterObject, listreviterobject)
#include <algorithm>
#include <new>
#include <utility>

#include "objects/instance.h"
#include "objects/iterator_support.h"
#include "objects/list/list_internal.h"
#include "objects/list/list_iterator.h"

namespace minipy {
namespace {

ListIterator* as_iterator(Object* self) noexcept { return static_cast<ListIterator*>(self); }

void iterator_dealloc(Object* self) noexcept {
    untrack(self);
    xdecref(as_iterator(self)->list);
    free_collected(as_iterator(self), list_iterator_type);
}

int iterator_traverse(Object* self, Visit visit, void* context) {
    return as_iterator(self)->list ? visit(as_iterator(self)->list, context) : 0;
}

NewRef finish(ListIterator* iterator) noexcept {
    if (iterator->list) decref(std::exchange(iterator->list, nullptr));
    return nullptr;
}

NewRef iterator_next(Object* self) {
    ListIterator* iterator = as_iterator(self);
    List* list = iterator->list;
    if (list && iterator->index < list->size) [[likely]]
        return new_ref(list->items[iterator->index++]);
    return finish(iterator);
}

NewRef reverse_next(Object* self) {
    ListIterator* iterator = as_iterator(self);
    List* list = iterator->list;
    if (list && iterator->index >= 0 && iterator->index < list->size) [[likely]]
        return new_ref(list->items[iterator->index--]);
    iterator->index = -1;
    return finish(iterator);
}

NewRef iterator_length_hint(Object* self, Object* const*) {
    const ListIterator* iterator = as_iterator(self);
    return new_int(iterator->list ? std::max<Size>(iterator->list->size - iterator->index, 0) : 0);
}

NewRef reverse_length_hint(Object* self, Object* const*) {
    const ListIterator* iterator = as_iterator(self);
    const Size left = iterator->index + 1;
    return new_int(iterator->list && iterator->list->size >= left ? left : 0);
}

NewRef iterator_reduce(Object* self, Object* const*) {
    return reduce_indexed("iter", as_iterator(self)->list, as_iterator(self)->index, new_list().get());
}

NewRef reverse_reduce(Object* self, Object* const*) {
    return reduce_indexed("reversed", as_iterator(self)->list, as_iterator(self)->index, new_list().get());
}

template <bool reverse>
NewRef iterator_setstate(Object* self, Object* const* arguments) {
    ListIterator* iterator = as_iterator(self);
    const Size index = TRY(argument_size(arguments[0]));
    if (iterator->list)
        iterator->index = reverse ? std::clamp<Size>(index, -1, iterator->list->size - 1)
                                  : std::clamp<Size>(index, 0, iterator->list->size);
    return new_none();
}

constexpr NativeDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, "-($self, /)", "How many items are left."},
    {"__reduce__", iterator_reduce, "-($self, /)", "The state for pickling."},
    {"__setstate__", iterator_setstate<false>, "-($self, state, /)", "Sets the position."},
};

constexpr NativeDef reverse_methods[] = {
    {"__length_hint__", reverse_length_hint, "-($self, /)", "How many items are left."},
    {"__reduce__", reverse_reduce, "-($self, /)", "The state for pickling."},
    {"__setstate__", iterator_setstate<true>, "-($self, state, /)", "Sets the position."},
};

constexpr TypeSpec iterator_spec(const char* name, UnarySlot next, std::span<const NativeDef> methods) {
    return {.name = name,
            .basic_size = sizeof(ListIterator),
            .flags = type_flag::collected | type_flag::disallow_new,
            .slots = {.dealloc = iterator_dealloc,
                      .traverse = iterator_traverse,
                      .iter = iterator_self,
                      .next = next},
            .methods = methods};
}

const TypeSpec forward_spec = iterator_spec("list_iterator", iterator_next, iterator_methods);
const TypeSpec reverse_spec = iterator_spec("list_reverseiterator", reverse_next, reverse_methods);

NewRef make_iterator(Type& type, Object* list, Size index) {
    auto* iterator =
        new (allocate_collected(sizeof(ListIterator))) ListIterator{{1, &type}, as_list(list), index};
    incref(list);
    track(iterator);
    return NewRef(iterator);
}

}  // namespace

Type list_iterator_type(forward_spec);
Type list_reverse_iterator_type(reverse_spec);

NewRef list_iterator(Object* self) { return make_iterator(list_iterator_type, self, 0); }

NewRef list_reversed(Object* self, Object* const*) {
    return make_iterator(list_reverse_iterator_type, self, as_list(self)->size - 1);
}

}  // namespace minipy
