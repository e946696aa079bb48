// tuple: subscripts, methods, construction.
//
// CPython: Objects/tupleobject.c
#include <fmt/format.h>

#include <algorithm>

#include "objects/arguments.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/slice.h"
#include "objects/tuple/tuple_internal.h"
#include "objects/union_type.h"

namespace minipy {
namespace {

NewRef tuple_getnewargs(Object* self, Object* const*) {
    Ref<Tuple> copy = new_tuple(as_tuple(self)->span());
    return tuple_of(copy.get());
}

NewRef tuple_index(Object* self, Object* const* arguments) {
    const Tuple* tuple = as_tuple(self);
    Size start = TRY(index_bound(arguments[1], 0)), stop = TRY(index_bound(arguments[2], PTRDIFF_MAX));
    adjust_bounds(start, stop, tuple->size);
    for (Size i = start; i < stop; ++i)
        if (TRY(compare_truth((*tuple)[i], arguments[0], CompareOp::Eq))) return new_int(i);
    return raise(value_error_type, "tuple.index(x): x not in tuple");
}

NewRef tuple_count(Object* self, Object* const* arguments) {
    std::int64_t count = 0;
    for (Object* item : as_tuple(self)->span()) count += TRY(compare_truth(item, arguments[0], CompareOp::Eq));
    return new_int(count);
}

constexpr NativeDef method_rows[] = {
    {"__getnewargs__", tuple_getnewargs, "($self, /)", "The arguments for making the tuple again."},
    {"index", tuple_index, "($self, value, start=0, stop=sys.maxsize, /)",
     "The first index of an item that equals the value.\n\nRaises ValueError if there is none."},
    {"count", tuple_count, "($self, value, /)", "The number of items that equal the value."},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};

NewRef get_slice(Tuple* tuple, const Slice* slice) {
    if (const Stretch part = plain_slice(slice, tuple->size); part.count >= 0) return tuple_cut(tuple, part);
    const SliceRange range = TRY(slice_range(slice, tuple->size));
    if (range.count == tuple->size && range.step == 1 && is_exactly(tuple, tuple_type)) return new_ref(tuple);
    Ref<Tuple> part = new_tuple_uninitialized(range.count);
    for (Size i = 0; i < range.count; ++i) incref(part->items()[i] = (*tuple)[range.start + i * range.step]);
    return part;
}

/// An instance of a subclass with the items of a plain tuple.
NewRef instance_of_subclass(Type* type, const Tuple* items) {
    Tuple* tuple = as_tuple(allocate_instance(type, items->size));
    for (Size i = 0; i < items->size; ++i) incref(tuple->items()[i] = (*items)[i]);
    return NewRef(tuple);
}

}  // namespace

constinit const std::span<const NativeDef> tuple_methods = method_rows;

NewRef tuple_get_item(Object* self, Object* key) {
    Tuple* tuple = as_tuple(self);
    if (has_index(key)) {
        Size index = TRY(index_size(key));
        if (index < 0) index += tuple->size;
        if (index < 0 || index >= tuple->size) return raise(index_error_type, "tuple index out of range");
        return new_ref((*tuple)[index]);
    }
    if (is_exactly(key, slice_type)) return get_slice(tuple, static_cast<Slice*>(key));
    return raise(type_error_type,
                 fmt::format("tuple indices must be integers or slices, not {}", key->type->name));
}

NewRef tuple_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    const bool plain = type == &tuple_type || type->slots.init == tuple_type.slots.init;
    Object* iterable = TRY(only_argument("tuple", arguments, plain ? keywords_or_null : nullptr));
    Ref<Tuple> items = iterable ? TRY(sequence_to_tuple(iterable)) : new_tuple_uninitialized(0);
    if (type == &tuple_type) return items;
    return instance_of_subclass(type, items.get());
}

NewRef tuple_construct(Object*, Object* const* arguments, Size positional, Tuple* keyword_names) {
    if (keyword_names && keyword_names->size)
        return raise(type_error_type, "tuple() takes no keyword arguments");
    if (positional > 1)
        return raise(type_error_type, fmt::format("tuple expected at most 1 argument, got {}", positional));
    return positional ? sequence_to_tuple(arguments[0]) : new_tuple_uninitialized(0);
}

}  // namespace minipy
