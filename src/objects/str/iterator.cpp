// Iterators over strings: one character at a time.
//
// ASCII strings have an iterator type of their own that skips the question of the kind.
// Invariant: `string` is null once the end was reached, and the iterator stays exhausted.
//
// CPython: Objects/unicodeobject.c (unicodeiterobject)
#include <algorithm>
#include <utility>

#include "objects/attribute.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/iterator_support.h"
#include "objects/singletons.h"
#include "objects/str/slots.h"

namespace minipy {
namespace {

struct StrIterator : Object {
    Str* string;
    Size index;
};

StrIterator* as_iterator(Object* self) noexcept { return static_cast<StrIterator*>(self); }

void iterator_dealloc(Object* self) noexcept {
    untrack(self);
    xdecref(as_iterator(self)->string);
    free_object(self);
}

int iterator_traverse(Object* self, Visit visit, void* context) {
    return as_iterator(self)->string ? visit(as_iterator(self)->string, context) : 0;
}

NewRef iterator_next(Object* self) {
    StrIterator* iterator = as_iterator(self);
    if (!iterator->string) return nullptr;
    if (iterator->index < iterator->string->size) {
        return str_from_character(iterator->string->at(iterator->index++));
    }
    decref(std::exchange(iterator->string, nullptr));
    return nullptr;
}

NewRef ascii_iterator_next(Object* self) {
    StrIterator* iterator = as_iterator(self);
    if (iterator->string && iterator->index < iterator->string->size) [[likely]] {
        return str_from_character(iterator->string->data1()[iterator->index++]);
    }
    return iterator_next(self);
}

NewRef iterator_length_hint(Object* self, Object* const*) {
    const StrIterator* iterator = as_iterator(self);
    return new_int(iterator->string ? iterator->string->size - iterator->index : 0);
}

NewRef iterator_setstate(Object* self, Object* const* arguments) {
    StrIterator* iterator = as_iterator(self);
    const Size index = TRY(argument_size(arguments[0]));
    if (iterator->string) iterator->index = std::clamp<Size>(index, 0, iterator->string->size);
    return new_none();
}

NewRef iterator_reduce(Object* self, Object* const*) {
    const StrIterator* iterator = as_iterator(self);
    return reduce_indexed("iter", iterator->string, iterator->index, Ref<Str>(str_from_utf8("")).get());
}

const NativeDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, "-($self, /)", "How many characters are left."},
    {"__reduce__", iterator_reduce, "-($self, /)", "The state for pickling."},
    {"__setstate__", iterator_setstate, "-($self, state, /)", "Sets the position."},
};

constexpr Slots iterator_slots(UnarySlot next) {
    return {.dealloc = iterator_dealloc, .traverse = iterator_traverse, .iter = iterator_self, .next = next};
}

const TypeSpec iterator_spec = {.name = "str_iterator",
                                .basic_size = sizeof(StrIterator),
                                .flags = type_flag::collected | type_flag::disallow_new,
                                .slots = iterator_slots(iterator_next),
                                .methods = iterator_methods};
const TypeSpec ascii_iterator_spec = {.name = "str_ascii_iterator",
                                      .basic_size = sizeof(StrIterator),
                                      .flags = type_flag::collected | type_flag::disallow_new,
                                      .slots = iterator_slots(ascii_iterator_next),
                                      .methods = iterator_methods};

}  // namespace

Type str_iterator_type(iterator_spec);
Type str_ascii_iterator_type(ascii_iterator_spec);

NewRef str_iter(Object* self) {
    Type& type =
        as_str(self)->ascii && is_exactly(self, str_type) ? str_ascii_iterator_type : str_iterator_type;
    auto* iterator = static_cast<StrIterator*>(allocate_instance(&type));
    incref(self);
    iterator->string = as_str(self);
    return NewRef(iterator);
}

}  // namespace minipy
