// range: length, items, slices, membership, comparison, construction.
//
// CPython: Objects/rangeobject.c
#include <fmt/format.h>

#include "objects/arguments.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/range/range_internal.h"
#include "objects/singletons.h"
#include "objects/slice.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

/// How many items lie from `low` to before `high`, `step` words apart.
std::uint64_t count_words(std::int64_t low, std::int64_t high, std::uint64_t step) noexcept {
    if (low >= high) return 0;
    return (static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) - 1) / step + 1;
}

Ref<Int> compute_length(Int* start, Int* stop, Int* step) {
    const bool backwards = step->is_negative();
    const Int *low = backwards ? stop : start, *high = backwards ? start : stop;
    if (start->is_small() && stop->is_small() && step->is_small()) {
        const auto word = static_cast<std::uint64_t>(step->small);
        return new_int_unsigned(count_words(low->small, high->small, backwards ? 0 - word : word));
    }
    if (int_compare(low, high) >= 0) return new_int(0);
    Ref<Int> distance = TRY(as_owned_int(int_subtract(high, low)));
    if (step->is_small() && step->small == 1) return distance;
    Ref<Int> one = new_int(1), zero = new_int(0);
    Ref<Int> last = TRY(as_owned_int(int_subtract(distance.get(), one.get())));
    Ref<Int> width = backwards ? TRY(as_owned_int(int_subtract(zero.get(), step))) : share(step);
    Ref<Int> steps = TRY(as_owned_int(int_floor_divide(last.get(), width.get())));
    return as_owned_int(int_add(steps.get(), one.get()));
}

Ref<Int> exact_index(Object* object) {
    Ref<Int> number = TRY(to_index(object));
    return as_owned_int(int_exact(number.get()));
}

NewRef make_range(Object* const* arguments, Size count) {
    if (count == 0) return raise(type_error_type, "range expected at least 1 argument, got 0");
    if (count > 3)
        return raise(type_error_type, fmt::format("range expected at most 3 arguments, got {}", count));
    Ref<Int> start = new_int(0), step = new_int(1);
    if (count > 1) start = TRY(exact_index(arguments[0]));
    Ref<Int> stop = TRY(exact_index(arguments[count > 1 ? 1 : 0]));
    if (count == 3) step = TRY(exact_index(arguments[2]));
    return new_range(start.get(), stop.get(), step.get());
}

NewRef range_new(Type*, Tuple* arguments, Dict* keywords_or_null) {
    if (keywords_or_null && TRY(length(reinterpret_cast<Object*>(keywords_or_null))))
        return raise(type_error_type, "range() takes no keyword arguments");
    return make_range(arguments->items(), arguments->size);
}

/// `range(...)` without an argument tuple.
NewRef range_construct(Object*, Object* const* arguments, Size positional, Tuple* keyword_names) {
    if (keyword_names && keyword_names->size)
        return raise(type_error_type, "range() takes no keyword arguments");
    return make_range(arguments, positional);
}

void range_dealloc(Object* self) noexcept {
    const Range* range = as_range(self);
    for (Int* field : {range->start, range->stop, range->step, range->length}) decref(field);
    free_object(self);
}

NewRef range_repr(Object* self) {
    const Range* range = as_range(self);
    Ref<Str> start = TRY(repr(range->start)), stop = TRY(repr(range->stop)), step = TRY(repr(range->step));
    if (range->step->is_small() && range->step->small == 1)
        return str_from_utf8(fmt::format("range({}, {})", str_utf8(start.get()), str_utf8(stop.get())));
    return str_from_utf8(fmt::format("range({}, {}, {})", str_utf8(start.get()), str_utf8(stop.get()),
                                     str_utf8(step.get())));
}

bool is_single(const Range* range) noexcept { return range->length->is_small() && range->length->small == 1; }

/// Ranges are equal if they give the same items: what lies beyond the length does not count.
bool equal(const Range* left, const Range* right) noexcept {
    if (left == right) return true;
    if (int_compare(left->length, right->length) != 0) return false;
    if (left->length->is_zero()) return true;
    if (int_compare(left->start, right->start) != 0) return false;
    return is_single(left) || int_compare(left->step, right->step) == 0;
}

NewRef range_compare(Object* left, Object* right, CompareOp op) {
    const bool equality = op == CompareOp::Eq || op == CompareOp::Ne;
    if (!equality || !is_exactly(right, range_type)) return new_ref(&not_implemented);
    return new_bool(equal(as_range(left), as_range(right)) == (op == CompareOp::Eq));
}

Result<Hash> range_hash(Object* self) {
    const Range* range = as_range(self);
    const bool any = !range->length->is_zero();
    Object* start = any ? static_cast<Object*>(range->start) : &none;
    Object* step = any && !is_single(range) ? static_cast<Object*>(range->step) : &none;
    return hash(tuple_of(range->length, start, step).get());
}

Result<Size> range_length(Object* self) {
    const Int* length = as_range(self)->length;
    if (length->is_small()) return length->small;
    return raise(overflow_error_type, "Python int too large to convert to C ssize_t");
}

Result<bool> range_truth(Object* self) { return !as_range(self)->length->is_zero(); }

/// The item at an index that may be negative.
NewRef item_at(const Range* range, Ref<Int> index) {
    if (index->is_negative()) index = TRY(as_owned_int(int_add(index.get(), range->length)));
    if (index->is_negative() || int_compare(index.get(), range->length) >= 0)
        return raise(index_error_type, "range object index out of range");
    return progression_item(range->start, range->step, index.get());
}

NewRef range_item(Object* self, Size index) { return item_at(as_range(self), new_int(index)); }

NewRef range_slice(const Range* range, const Slice* slice) {
    Ref<Tuple> indices = TRY(slice_indices(slice, range->length));
    const auto index = [&](Size i) { return static_cast<Int*>((*indices)[i]); };
    Ref<Int> start = TRY(progression_item(range->start, range->step, index(0)));
    Ref<Int> stop = TRY(progression_item(range->start, range->step, index(1)));
    Ref<Int> step = TRY(as_owned_int(int_multiply(range->step, index(2))));
    return new_range(start.get(), stop.get(), step.get());
}

NewRef range_get_item(Object* self, Object* key) {
    if (has_index(key)) return item_at(as_range(self), TRY(to_index(key)));
    if (is_exactly(key, slice_type)) return range_slice(as_range(self), static_cast<Slice*>(key));
    return raise(type_error_type,
                 fmt::format("range indices must be integers or slices, not {}", key->type->name));
}

// --- membership

bool is_plain_int(const Object* object) noexcept { return is_exactly(object, int_type) || is_bool(object); }

Result<bool> contains_int(const Range* range, const Int* value) {
    const bool backwards = range->step->is_negative();
    const int to_start = int_compare(value, range->start), to_stop = int_compare(value, range->stop);
    if (backwards ? to_start > 0 || to_stop <= 0 : to_start < 0 || to_stop >= 0) return false;
    Ref<Int> distance = TRY(as_owned_int(int_subtract(value, range->start)));
    return TRY(as_owned_int(int_remainder(distance.get(), range->step)))->is_zero();
}

Result<bool> range_contains(Object* self, Object* value) {
    if (is_plain_int(value)) return contains_int(as_range(self), as_int(value));
    return iterable_contains(self, value);
}

NewRef range_index(Object* self, Object* const* arguments) {
    Object* value = arguments[0];
    if (!is_plain_int(value)) {
        Ref<Object> iterator = TRY(iterate(self));
        for (Size i = 0; Ref<Object> item = next(iterator.get()); ++i)
            if (TRY(compare_truth(item.get(), value, CompareOp::Eq))) return new_int(i);
        if (pending_exception()) return failed;
        return raise(value_error_type, "sequence.index(x): x not in sequence");
    }
    const Range* range = as_range(self);
    if (!TRY(contains_int(range, as_int(value))))
        return raise(value_error_type, fmt::format("{} is not in range", repr_for_message(value)));
    Ref<Int> distance = TRY(as_owned_int(int_subtract(as_int(value), range->start)));
    return int_floor_divide(distance.get(), range->step);
}

NewRef range_count(Object* self, Object* const* arguments) {
    if (is_plain_int(arguments[0])) return new_int(TRY(contains_int(as_range(self), as_int(arguments[0]))));
    Ref<Object> iterator = TRY(iterate(self));
    std::int64_t count = 0;
    while (Ref<Object> item = next(iterator.get()))
        count += TRY(compare_truth(item.get(), arguments[0], CompareOp::Eq));
    if (pending_exception()) return failed;
    return new_int(count);
}

NewRef range_reduce(Object* self, Object* const*) {
    const Range* range = as_range(self);
    Ref<Tuple> arguments = tuple_of(range->start, range->stop, range->step);
    return tuple_of(&range_type, arguments.get());
}

constexpr NativeDef range_methods[] = {
    {"__reversed__", range_reversed, "-($self, /)", "An iterator from the last item to the first."},
    {"__reduce__", range_reduce, "-($self, *args)", "The state for pickling."},
    {"count", range_count, "-($self, value, /)", "How often the value is among the items."},
    {"index", range_index, "-($self, value, /)",
     "The index of the value.\n\nRaises ValueError if it is not among the items."},
};

constexpr MemberDef range_members[] = {
    {"start", MemberKind::Object, offsetof(Range, start), true, nullptr},
    {"stop", MemberKind::Object, offsetof(Range, stop), true, nullptr},
    {"step", MemberKind::Object, offsetof(Range, step), true, nullptr},
};

const TypeSpec range_spec = {
    .name = "range",
    .basic_size = sizeof(Range),
    .flags = type_flag::sequence_pattern,
    .doc = "range(stop) or range(start, stop[, step]): the ints from start up to before stop.",
    .slots = {.new_ = range_new,
              .dealloc = range_dealloc,
              .repr = range_repr,
              .hash = range_hash,
              .compare = range_compare,
              .construct = range_construct,
              .iter = range_iter,
              .truth = range_truth,
              .length = range_length,
              .get_item = range_get_item,
              .contains = range_contains,
              .item = range_item},
    .methods = range_methods,
    .members = range_members,
};

}  // namespace

Type range_type(range_spec);

Ref<Int> progression_item(const Int* start, const Int* step, const Int* index) {
    Ref<Int> distance = TRY(as_owned_int(int_multiply(index, step)));
    return as_owned_int(int_add(start, distance.get()));
}

Ref<Object> new_range(Int* start, Int* stop, Int* step) {
    if (step->is_zero()) return raise(value_error_type, "range() arg 3 must not be zero");
    Ref<Int> length = TRY(compute_length(start, stop, step));
    Ref<Object> made = Ref<Object>::steal(allocate_instance(&range_type));
    Range* range = as_range(made.get());
    range->start = share(start).release();
    range->stop = share(stop).release();
    range->step = share(step).release();
    range->length = length.release();
    return made;
}

}  // namespace minipy
