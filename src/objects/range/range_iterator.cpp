// The iterators over ranges: one of machine words, one of ints of any size.
//
// The word iterator serves a range whose start, stop, step and length are words and whose end cannot step out
// of a word. Both walk by index, so that their state can be taken and set.
//
// CPython: Objects/rangeobject.c (_PyRangeIterObject, longrangeiterobject)
#include <algorithm>
#include <limits>

#include "objects/errors.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/range/range_internal.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

struct LongRangeIterator : Object {
    Int* start;
    Int* step;
    Int* index;
    Int* length;
};

RangeIterator* as_words(Object* self) noexcept { return static_cast<RangeIterator*>(self); }
LongRangeIterator* as_long(Object* self) noexcept { return static_cast<LongRangeIterator*>(self); }

NewRef iterator_iter(Object* self) { return new_ref(self); }

/// (iter, (range,), index) with the range that begins where the iterator began.
NewRef reduce(Int* start, Int* step, Int* length, Int* index) {
    Ref<Int> stop = TRY(progression_item(start, step, length));
    Ref<Object> range = TRY(new_range(start, stop.get(), step));
    Ref<Tuple> arguments = tuple_of(range.get());
    Ref<Object> function = TRY(builtin("iter"));
    return tuple_of(function.get(), arguments.get(), index);
}

// --- machine words

void words_dealloc(Object* self) noexcept { free_object(self); }

NewRef words_next(Object* self) {
    RangeIterator* iterator = as_words(self);
    if (iterator->index >= iterator->length) return nullptr;
    const std::int64_t value = iterator->value();
    ++iterator->index;
    return new_int(value);
}

NewRef words_length_hint(Object* self, Object* const*) {
    return new_int(as_words(self)->length - as_words(self)->index);
}

NewRef words_reduce(Object* self, Object* const*) {
    const RangeIterator* iterator = as_words(self);
    Ref<Int> start = new_int(iterator->start), step = new_int(iterator->step);
    Ref<Int> length = new_int(iterator->length), index = new_int(iterator->index);
    return reduce(start.get(), step.get(), length.get(), index.get());
}

NewRef words_setstate(Object* self, Object* const* arguments) {
    const Size index = TRY(argument_size(arguments[0]));
    as_words(self)->index = std::clamp<std::int64_t>(index, 0, as_words(self)->length);
    return new_none();
}

NewRef make_words(std::int64_t start, std::int64_t step, std::int64_t length) {
    auto* iterator = static_cast<RangeIterator*>(allocate_instance(&range_iterator_type));
    iterator->start = start;
    iterator->step = step;
    iterator->length = length;
    return NewRef(iterator);
}

/// Whether one step past the end is still a word.
bool fits_words(const Range* range) noexcept {
    if (!range->start->is_small() || !range->stop->is_small() || !range->step->is_small() ||
        !range->length->is_small())
        return false;
    using Limits = std::numeric_limits<std::int64_t>;
    const std::int64_t stop = range->stop->small, step = range->step->small;
    if (range->length->is_zero()) return true;
    return step > 0 ? stop <= Limits::max() - (step - 1) : stop >= Limits::min() + (-1 - step);
}

// --- ints of any size

void long_dealloc(Object* self) noexcept {
    const LongRangeIterator* iterator = as_long(self);
    for (Int* field : {iterator->start, iterator->step, iterator->index, iterator->length}) decref(field);
    free_object(self);
}

void set_index(LongRangeIterator* iterator, Ref<Int> index) noexcept {
    decref(std::exchange(iterator->index, index.release()));
}

NewRef long_next(Object* self) {
    LongRangeIterator* iterator = as_long(self);
    if (int_compare(iterator->index, iterator->length) >= 0) return nullptr;
    Ref<Int> one = new_int(1);
    Ref<Int> following = TRY(as_owned_int(int_add(iterator->index, one.get())));
    Ref<Int> item = TRY(progression_item(iterator->start, iterator->step, iterator->index));
    set_index(iterator, std::move(following));
    return item;
}

NewRef long_length_hint(Object* self, Object* const*) {
    return int_subtract(as_long(self)->length, as_long(self)->index);
}

NewRef long_reduce(Object* self, Object* const*) {
    const LongRangeIterator* iterator = as_long(self);
    return reduce(iterator->start, iterator->step, iterator->length, iterator->index);
}

NewRef long_setstate(Object* self, Object* const* arguments) {
    LongRangeIterator* iterator = as_long(self);
    if (!is_int(arguments[0])) return raise(type_error_type, "an integer is required");
    Ref<Int> index = TRY(as_owned_int(int_exact(arguments[0])));
    if (index->is_negative()) index = new_int(0);
    if (int_compare(index.get(), iterator->length) > 0) index = share(iterator->length);
    set_index(iterator, std::move(index));
    return new_none();
}

NewRef make_long(Int* start, Int* step, Int* length) {
    auto* iterator = static_cast<LongRangeIterator*>(allocate_instance(&long_range_iterator_type));
    iterator->start = share(start).release();
    iterator->step = share(step).release();
    iterator->index = new_int(0).release();
    iterator->length = share(length).release();
    return NewRef(iterator);
}

// --- the types

constexpr NativeDef words_methods[] = {
    {"__length_hint__", words_length_hint, "-($self, /)", "How many items are left."},
    {"__reduce__", words_reduce, "-($self, /)", "The state for pickling."},
    {"__setstate__", words_setstate, "-($self, state, /)", "Sets the position."},
};

constexpr NativeDef long_methods[] = {
    {"__length_hint__", long_length_hint, "-($self, /)", "How many items are left."},
    {"__reduce__", long_reduce, "-($self, /)", "The state for pickling."},
    {"__setstate__", long_setstate, "-($self, state, /)", "Sets the position."},
};

const TypeSpec words_spec = {
    .name = "range_iterator",
    .basic_size = sizeof(RangeIterator),
    .flags = type_flag::disallow_new,
    .slots = {.dealloc = words_dealloc, .iter = iterator_iter, .next = words_next},
    .methods = words_methods,
};

const TypeSpec long_spec = {
    .name = "longrange_iterator",
    .basic_size = sizeof(LongRangeIterator),
    .flags = type_flag::disallow_new,
    .slots = {.dealloc = long_dealloc, .iter = iterator_iter, .next = long_next},
    .methods = long_methods,
};

}  // namespace

Type range_iterator_type(words_spec);
Type long_range_iterator_type(long_spec);

NewRef range_iter(Object* self) {
    const Range* range = as_range(self);
    if (fits_words(range)) return make_words(range->start->small, range->step->small, range->length->small);
    return make_long(range->start, range->step, range->length);
}

NewRef range_reversed(Object* self, Object* const*) {
    const Range* range = as_range(self);
    Ref<Int> one = new_int(1), zero = new_int(0);
    Ref<Int> step = TRY(as_owned_int(int_subtract(zero.get(), range->step)));
    Ref<Int> last = TRY(as_owned_int(int_subtract(range->length, one.get())));
    Ref<Int> start = TRY(progression_item(range->start, range->step, last.get()));
    if (fits_words(range) && start->is_small() && step->is_small())
        return make_words(start->small, step->small, range->length->small);
    return make_long(start.get(), step.get(), range->length);
}

}  // namespace minipy
