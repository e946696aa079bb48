// slice objects.
//
// CPython: Objects/sliceobject.c
#include "objects/slice.h"

#include <fmt/format.h>

#include <algorithm>
#include <new>

#include "memory/collector.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

Slice* as_slice(Object* object) noexcept { return static_cast<Slice*>(object); }

void slice_dealloc(Object* self) noexcept {
    untrack(self);
    for (Object* field : {as_slice(self)->start, as_slice(self)->stop, as_slice(self)->step}) decref(field);
    free_collected(as_slice(self), slice_type);
}

int slice_traverse(Object* self, Visit visit, void* context) {
    for (Object* field : {as_slice(self)->start, as_slice(self)->stop, as_slice(self)->step})
        if (int result = visit(field, context)) return result;
    return 0;
}

Ref<Tuple> fields_of(const Slice* slice) {
    Object* fields[] = {slice->start, slice->stop, slice->step};
    return new_tuple(fields);
}

NewRef slice_repr(Object* self) {
    Ref<Str> fields = TRY(repr(fields_of(as_slice(self)).get()));
    return str_from_utf8(fmt::format("slice{}", str_utf8(fields.get())));
}

NewRef slice_compare(Object* left, Object* right, CompareOp op) {
    if (right->type != &slice_type) return new_ref(&not_implemented);
    return compare(fields_of(as_slice(left)).get(), fields_of(as_slice(right)).get(), op);
}

NewRef slice_new(Type*, Tuple* arguments, Dict* keywords_or_null) {
    if (keywords_or_null && keywords_or_null->used)
        return raise(type_error_type, "slice() takes no keyword arguments");
    const Size count = arguments->size;
    if (count < 1) return raise(type_error_type, "slice expected at least 1 argument, got 0");
    if (count > 3)
        return raise(type_error_type, fmt::format("slice expected at most 3 arguments, got {}", count));
    if (count == 1) return new_slice(nullptr, (*arguments)[0], nullptr);
    return new_slice((*arguments)[0], (*arguments)[1], count == 3 ? (*arguments)[2] : nullptr);
}

NewRef slice_reduce(Object* self, Object* const*) {
    Ref<Tuple> fields = fields_of(as_slice(self));
    Object* parts[] = {&slice_type, fields.get()};
    return new_tuple(parts);
}

/// A bound as an int object; None gives the default.
Ref<Object> bound_or(Object* bound, Ref<Object> fallback) {
    if (is_none(bound)) return fallback;
    if (!has_index(bound))
        return raise(type_error_type, "slice indices must be integers or None or have an __index__ method");
    return to_index(bound);
}

Result<bool> less(Object* left, Object* right) { return compare_truth(left, right, CompareOp::Lt); }

/// A given bound clipped to [lowest, highest]; a negative one counts from the end.
Ref<Object> clip(Ref<Object> bound, Object* length, Object* lowest, Object* highest) {
    Ref<Object> zero = new_int(0);
    if (TRY(less(bound.get(), zero.get()))) {
        Ref<Object> moved = TRY(binary_operation(BinaryOp::Add, bound.get(), length));
        if (TRY(less(moved.get(), lowest))) return share(lowest);
        return moved;
    }
    if (TRY(less(highest, bound.get()))) return share(highest);
    return bound;
}

NewRef slice_indices_method(Object* self, Object* const* arguments) {
    Ref<Int> length = TRY(to_index(arguments[0]));
    if (length->is_negative()) return raise(value_error_type, "length should not be negative");
    return slice_indices(as_slice(self), length.get());
}

constexpr NativeDef slice_methods[] = {
    {"indices", slice_indices_method, "-($self, len, /)",
     "The start, stop and step that the slice means for a sequence of that length."},
    {"__reduce__", slice_reduce, "-($self)", "The state for pickling."},
};
constexpr MemberDef slice_members[] = {
    {"start", MemberKind::Object, offsetof(Slice, start), true, nullptr},
    {"stop", MemberKind::Object, offsetof(Slice, stop), true, nullptr},
    {"step", MemberKind::Object, offsetof(Slice, step), true, nullptr},
};

const TypeSpec slice_spec = {
    .name = "slice",
    .basic_size = sizeof(Slice),
    .flags = type_flag::collected,
    .doc = "slice(stop), slice(start, stop[, step]): what stands between the brackets of a[1:2].",
    .slots = {.new_ = slice_new,
              .dealloc = slice_dealloc,
              .traverse = slice_traverse,
              .repr = slice_repr,
              .compare = slice_compare},
    .methods = slice_methods,
    .members = slice_members,
};

}  // namespace

Type slice_type(slice_spec);

Ref<Slice> new_slice(Object* start, Object* stop, Object* step) {
    auto* slice = new (allocate_collected(sizeof(Slice)))
        Slice{{1, &slice_type}, start ? start : &none, stop ? stop : &none, step ? step : &none};
    incref(slice->start);
    incref(slice->stop);
    incref(slice->step);
    track(slice);
    return Ref<Slice>::steal(slice);
}

Ref<Tuple> slice_indices(const Slice* slice, Int* given_length) {
    Ref<Object> length = share(given_length);
    Ref<Object> zero = new_int(0), one = new_int(1);
    Ref<Object> step = TRY(bound_or(slice->step, one));
    if (!TRY(truth(step.get()))) return raise(value_error_type, "slice step cannot be zero");
    const bool backwards = TRY(less(step.get(), zero.get()));
    Ref<Object> lowest = new_int(backwards ? -1 : 0);
    Ref<Object> highest = length;
    if (backwards) highest = TRY(binary_operation(BinaryOp::Subtract, length.get(), one.get()));

    Ref<Object> start = backwards ? highest : lowest, stop = backwards ? lowest : highest;
    if (!is_none(slice->start))
        start = TRY(clip(TRY(bound_or(slice->start, nullptr)), length.get(), lowest.get(), highest.get()));
    if (!is_none(slice->stop))
        stop = TRY(clip(TRY(bound_or(slice->stop, nullptr)), length.get(), lowest.get(), highest.get()));
    return tuple_of(start.get(), stop.get(), step.get());
}

Result<SliceRange> slice_unpack(const Slice* slice) {
    Size step = TRY(slice_bound(slice->step, 1));
    if (step == 0) return raise(value_error_type, "slice step cannot be zero");
    step = std::max(step, -PTRDIFF_MAX);
    const Size start = TRY(slice_bound(slice->start, step < 0 ? PTRDIFF_MAX : 0));
    const Size stop = TRY(slice_bound(slice->stop, step < 0 ? PTRDIFF_MIN : PTRDIFF_MAX));
    return SliceRange{start, stop, step, 0};
}

Result<Size> index_bound(Object* object_or_null, Size fallback) {
    if (object_or_null && !has_index(object_or_null))
        return raise(type_error_type, "slice indices must be integers or have an __index__ method");
    return slice_bound(object_or_null, fallback);
}

SliceRange slice_adjust(const SliceRange& bounds, Size length) noexcept {
    const Size step = bounds.step;
    const Size lowest = step < 0 ? -1 : 0, highest = step < 0 ? length - 1 : length;
    const auto place = [&](Size bound) {
        if (bound < 0) return std::max(bound + length, lowest);
        return std::min(bound, highest);
    };
    const Size start = place(bounds.start), stop = place(bounds.stop);
    if (step == 1) return {start, stop, step, std::max<Size>(stop - start, 0)};  // most slices: no division
    Size count = 0;
    if (step < 0 && stop < start)
        count = (start - stop - 1) / -step + 1;
    else if (step > 0 && start < stop)
        count = (stop - start - 1) / step + 1;
    return {start, stop, step, count};
}

Result<SliceRange> slice_range(const Slice* slice, Size length) {
    return slice_adjust(TRY(slice_unpack(slice)), length);
}

}  // namespace minipy
