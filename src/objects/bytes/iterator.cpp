// Iterators over octets: one int at a time.
//
// Invariant: `octets` is null once the end was reached, and the iterator stays exhausted even if a bytearray
// grows later.
//
// CPython: Objects/bytesobject.c, Objects/bytearrayobject.c
#include "objects/bytes/iterator.h"

#include <algorithm>
#include <utility>

#include "objects/bytes/octets.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/iterator_support.h"
#include "objects/singletons.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

struct OctetIterator : Object {
    Object* octets;
    Size index;
};

OctetIterator* as_iterator(Object* self) noexcept { return static_cast<OctetIterator*>(self); }

Size octet_count(const OctetIterator* iterator) noexcept {
    return iterator->octets ? static_cast<Size>(octets_of(iterator->octets).size()) : 0;
}

void iterator_dealloc(Object* self) noexcept {
    untrack(self);
    xdecref(as_iterator(self)->octets);
    free_object(self);
}

int iterator_traverse(Object* self, Visit visit, void* context) {
    return as_iterator(self)->octets ? visit(as_iterator(self)->octets, context) : 0;
}

NewRef iterator_next(Object* self) {
    OctetIterator* iterator = as_iterator(self);
    if (iterator->index < octet_count(iterator)) {
        const auto at = static_cast<std::size_t>(iterator->index++);
        return new_int(static_cast<unsigned char>(octets_of(iterator->octets)[at]));
    }
    xdecref(std::exchange(iterator->octets, nullptr));
    return nullptr;
}

NewRef iterator_length_hint(Object* self, Object* const*) {
    return new_int(std::max<Size>(octet_count(as_iterator(self)) - as_iterator(self)->index, 0));
}

NewRef iterator_setstate(Object* self, Object* const* arguments) {
    const Size index = TRY(argument_size(arguments[0]));
    as_iterator(self)->index = std::clamp<Size>(index, 0, octet_count(as_iterator(self)));
    return new_none();
}

NewRef iterator_reduce(Object* self, Object* const*) {
    const OctetIterator* iterator = as_iterator(self);
    return reduce_indexed("iter", iterator->octets, iterator->index, new_tuple_uninitialized(0).get());
}

const NativeDef iterator_methods[] = {
    {"__length_hint__", iterator_length_hint, "-($self, /)", "How many octets are left."},
    {"__reduce__", iterator_reduce, "-($self, /)", "The state for pickling."},
    {"__setstate__", iterator_setstate, "-($self, state, /)", "Sets the position."},
};

constexpr TypeSpec iterator_spec(const char* name) {
    return {.name = name,
            .basic_size = sizeof(OctetIterator),
            .flags = type_flag::collected | type_flag::disallow_new,
            .slots = {.dealloc = iterator_dealloc,
                      .traverse = iterator_traverse,
                      .iter = iterator_self,
                      .next = iterator_next},
            .methods = iterator_methods};
}

const TypeSpec bytes_iterator_spec = iterator_spec("bytes_iterator");
const TypeSpec bytearray_iterator_spec = iterator_spec("bytearray_iterator");

NewRef make_iterator(Type& type, Object* octets) {
    auto* iterator = static_cast<OctetIterator*>(allocate_instance(&type));
    incref(octets);
    iterator->octets = octets;
    return NewRef(iterator);
}

}  // namespace

Type bytes_iterator_type(bytes_iterator_spec);
Type bytearray_iterator_type(bytearray_iterator_spec);

NewRef bytes_iter(Object* self) { return make_iterator(bytes_iterator_type, self); }
NewRef bytearray_iter(Object* self) { return make_iterator(bytearray_iterator_type, self); }

}  // namespace minipy
