// list: subscripts, methods, the type itself.
//
// CPython: Objects/listobject.c
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "objects/dict.h"
#include "objects/instance.h"
#include "objects/list/list_internal.h"
#include "objects/native.h"
#include "objects/slice.h"
#include "objects/tuple.h"
#include "objects/union_type.h"

namespace minipy {
namespace {

Failure index_error(const Object* key) {
    return raise(type_error_type,
                 fmt::format("list indices must be integers or slices, not {}", key->type->name));
}

/// `list[slice] = values` or, without values, `del list[slice]`.
Status set_slice(List* list, const Slice* slice, Object* value_or_null) {
    Ref<Tuple> items;
    std::span<Object* const> values;
    if (value_or_null) {
        if (!value_or_null->type->slots.iter && !is_sequence(value_or_null))
            return raise(type_error_type, TRY(slice_unpack(slice)).step == 1
                                              ? "can only assign an iterable"
                                              : "must assign iterable to extended slice");
        items = TRY(sequence_to_tuple(value_or_null));
        values = items->span();
    }
    // The bounds are read last: getting at the values may have changed the list.
    const SliceRange bounds = TRY(slice_unpack(slice));
    SliceRange range = slice_adjust(bounds, list->size);
    if (range.step == 1)
        return list_replace_range(list, range.start, std::max(range.start, range.stop), values);
    std::vector<Ref<Object>> dropped;  // at the end, since finalizers may look at the list
    if (value_or_null) {
        if (static_cast<Size>(values.size()) != range.count)
            return raise(value_error_type,
                         fmt::format("attempt to assign sequence of size {} to extended slice of size {}",
                                     values.size(), range.count));
        dropped.reserve(values.size());
        for (Size i = 0; i < range.count; ++i) {
            incref(values[static_cast<std::size_t>(i)]);
            dropped.push_back(Ref<Object>::steal(std::exchange(list->items[range.start + i * range.step],
                                                               values[static_cast<std::size_t>(i)])));
        }
        return done;
    }
    if (range.count == 0) return done;
    if (range.step < 0) range = {range.start + (range.count - 1) * range.step, 0, -range.step, range.count};
    Size out = range.start;
    for (Size i = range.start, taken = 0; i < list->size; ++i) {
        if (taken < range.count && i == range.start + taken * range.step) {
            dropped.push_back(Ref<Object>::steal(list->items[i]));
            ++taken;
        } else {
            list->items[out++] = list->items[i];
        }
    }
    list->size = out;
    list_shrink(list);
    return done;
}

// --- methods

NewRef list_append_method(Object* self, Object* const* arguments) {
    TRY(list_append(as_list(self), arguments[0]));
    return new_none();
}

NewRef list_insert_method(Object* self, Object* const* arguments) {
    TRY(list_insert(as_list(self), TRY(argument_size(arguments[0])), arguments[1]));
    return new_none();
}

NewRef list_extend_method(Object* self, Object* const* arguments) {
    TRY(list_extend(as_list(self), arguments[0]));
    return new_none();
}

NewRef list_clear_method(Object* self, Object* const*) {
    list_clear_items(as_list(self));
    return new_none();
}

NewRef list_copy(Object* self, Object* const*) { return list_cut(as_list(self), 0, as_list(self)->size); }

NewRef list_pop(Object* self, Object* const* arguments) {
    List* list = as_list(self);
    Size index = TRY(argument_size(arguments[0]));
    if (list->size == 0) return raise(index_error_type, "pop from empty list");
    if (index < 0) index += list->size;
    if (index < 0 || index >= list->size) return raise(index_error_type, "pop index out of range");
    Object* item = list->items[index];
    std::copy(list->items + index + 1, list->items + list->size, list->items + index);
    --list->size;
    list_shrink(list);
    return NewRef(item);
}

/// First place of an equal item in [start, stop), or -1.
Result<Size> find_item(List* list, Object* wanted, Size start, Size stop) {
    for (Size i = start; i < stop && i < list->size; ++i) {
        Ref<Object> candidate = share(list->items[i]);
        if (TRY(compare_truth(candidate.get(), wanted, CompareOp::Eq))) return i;
    }
    return Size{-1};
}

NewRef list_index(Object* self, Object* const* arguments) {
    List* list = as_list(self);
    Size start = TRY(index_bound(arguments[1], 0)), stop = TRY(index_bound(arguments[2], PTRDIFF_MAX));
    if (start < 0) start = std::max<Size>(start + list->size, 0);
    if (stop < 0) stop = std::max<Size>(stop + list->size, 0);
    const Size found = TRY(find_item(list, arguments[0], start, stop));
    if (found >= 0) return new_int(found);
    return raise(value_error_type, fmt::format("{} is not in list", repr_for_message(arguments[0])));
}

NewRef list_remove(Object* self, Object* const* arguments) {
    const Size found = TRY(find_item(as_list(self), arguments[0], 0, PTRDIFF_MAX));
    if (found < 0) return raise(value_error_type, "list.remove(x): x not in list");
    TRY(list_replace_range(as_list(self), found, found + 1, {}));
    return new_none();
}

NewRef list_count(Object* self, Object* const* arguments) {
    List* list = as_list(self);
    std::int64_t count = 0;
    for (Size i = 0; i < list->size; ++i) {
        Ref<Object> candidate = share(list->items[i]);
        count += TRY(compare_truth(candidate.get(), arguments[0], CompareOp::Eq));
    }
    return new_int(count);
}

NewRef list_reverse(Object* self, Object* const*) {
    std::ranges::reverse(as_list(self)->span());
    return new_none();
}

NewRef list_sizeof(Object* self, Object* const*) {
    return new_int(static_cast<std::int64_t>(self->type->basic_size) +
                   as_list(self)->capacity * static_cast<Size>(sizeof(Object*)));
}

NewRef list_getitem_method(Object* self, Object* const* arguments) { return list_get_item(self, arguments[0]); }

NewRef list_new(Type* type, Tuple*, Dict*) { return NewRef(allocate_instance(type)); }

Status list_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    const bool plain = self->type->slots.new_ == list_type.slots.new_;
    if (plain && keywords_or_null && keywords_or_null->used)
        return raise(type_error_type, "list() takes no keyword arguments");
    if (arguments->size > 1)
        return raise(type_error_type, fmt::format("list expected at most 1 argument, got {}", arguments->size));
    list_clear_items(as_list(self));
    if (arguments->size == 0) return done;
    return list_extend(as_list(self), (*arguments)[0]);
}

/// `list(iterable)` without an argument tuple.
NewRef list_construct(Object* type, Object* const* arguments, Size positional, Tuple* keyword_names) {
    if (keyword_names && keyword_names->size)
        return raise(type_error_type, "list() takes no keyword arguments");
    if (positional > 1)
        return raise(type_error_type, fmt::format("list expected at most 1 argument, got {}", positional));
    (void)type;
    Ref<List> list = new_list();
    if (positional) TRY(list_extend(list.get(), arguments[0]));
    return list;
}

constexpr NativeDef list_methods[] = {
    {"__getitem__", list_getitem_method, "-($self, index, /)", "x[y]."},
    {"__reversed__", list_reversed, "($self, /)", "An iterator from the last item to the first."},
    {"__sizeof__", list_sizeof, "($self, /)", "The size of the list in memory, in bytes."},
    {"clear", list_clear_method, "($self, /)", "Removes all items."},
    {"copy", list_copy, "($self, /)", "A shallow copy."},
    {"append", list_append_method, "($self, object, /)", "Adds an object at the end."},
    {"insert", list_insert_method, "($self, index, object, /)", "Adds an object before the index."},
    {"extend", list_extend_method, "($self, iterable, /)", "Adds the items of an iterable at the end."},
    {"pop", list_pop, "($self, index=-1, /)",
     "Removes and returns the item at the index, by default the last."},
    {"remove", list_remove, "($self, value, /)", "Removes the first item that equals the value."},
    {"index", list_index, "($self, value, start=0, stop=sys.maxsize, /)",
     "The first index of an item that equals the value."},
    {"count", list_count, "($self, value, /)", "The number of items that equal the value."},
    {"reverse", list_reverse, "($self, /)", "Turns the order round, in place."},
    {"sort", list_sort_method, "($self, /, *, key=None, reverse=False)",
     "Sorts in place, keeping equal items in order."},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};

const TypeSpec list_spec = {
    .name = "list",
    .basic_size = sizeof(List),
    .flags = type_flag::base_type | type_flag::collected | type_flag::list_subclass |
             type_flag::sequence_pattern | type_flag::match_self,
    .doc = "A growable sequence; list(iterable) takes the items of an iterable.",
    .slots = {.new_ = list_new,
              .init = list_init,
              .dealloc = list_dealloc,
              .traverse = list_traverse,
              .clear = list_clear_slot,
              .repr = list_repr,
              .compare = list_compare,
              .construct = list_construct,
              .iter = list_iterator,
              .length = list_length,
              .get_item = list_get_item,
              .set_item = list_set_item,
              .contains = list_contains,
              .concat = list_concat,
              .repeat = list_repeat,
              .item = list_item,
              .set_index_item = list_set_index_item,
              .inplace_concat = list_inplace_concat,
              .inplace_repeat = list_inplace_repeat},
    .methods = list_methods,
    .signature = "(iterable=(), /)",
};

}  // namespace

Type list_type(list_spec);

NewRef list_get_item(Object* self, Object* key) {
    List* list = as_list(self);
    if (has_index(key)) {
        Size index = TRY(index_size(key));
        return list_item(self, index < 0 ? index + list->size : index);
    }
    if (!is_exactly(key, slice_type)) return index_error(key);
    const auto* slice = static_cast<Slice*>(key);
    if (const Stretch part = plain_slice(slice, list->size); part.count >= 0)
        return list_cut(list, part.start, part.count);
    const SliceRange bounds = TRY(slice_unpack(slice));
    const SliceRange range = slice_adjust(bounds, list->size);
    Ref<List> part = new_list(range.count);
    if (slice_adjust(bounds, list->size).count != range.count)
        return list_get_item(self, key);  // by a finalizer
    for (Size i = 0; i < range.count; ++i) incref(part->items[i] = list->items[range.start + i * range.step]);
    return part;
}

Status list_set_item(Object* self, Object* key, Object* value_or_null) {
    List* list = as_list(self);
    if (has_index(key)) {
        Size index = TRY(index_size(key));
        return list_set_index_item(self, index < 0 ? index + list->size : index, value_or_null);
    }
    if (!is_exactly(key, slice_type)) return index_error(key);
    return set_slice(list, static_cast<Slice*>(key), value_or_null);
}

}  // namespace minipy
