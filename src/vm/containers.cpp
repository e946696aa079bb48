// The out-of-line side of building and unpacking containers.
//
// CPython: Python/ceval.c
#include "vm/containers.h"

#include <fmt/format.h>

#include <utility>

#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict/dict_internal.h"
#include "objects/errors.h"
#include "objects/format.h"
#include "objects/int.h"
#include "objects/list/list_internal.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/slice.h"
#include "objects/tuple/tuple_internal.h"

namespace minipy {

Ref<Object> build_set(std::span<Object* const> items) {
    Ref<Set> set = new_set();
    for (Object* item : items) TRY(set_add(set.get(), item));
    return set;
}

NewRef cut(Object* container, Object* start, Object* stop, bool& known) {
    known = is_exactly(container, str_type) || is_exactly(container, list_type) ||
            is_exactly(container, tuple_type);
    if (!known) return failed;
    const Stretch part = plain_bounds(start, stop, static_cast<VarObject*>(container)->size);
    if (known = part.count >= 0; !known) return failed;
    if (is_exactly(container, list_type))
        return list_cut(static_cast<List*>(container), part.start, part.count);
    if (is_exactly(container, str_type))
        return str_substring(static_cast<Str*>(container), part.start, part.start + part.count);
    return tuple_cut(static_cast<Tuple*>(container), part);
}

Ref<Dict> build_map(std::span<Object* const> pairs) {
    Ref<Dict> dict = new_dict(static_cast<Size>(pairs.size() / 2));
    for (std::size_t i = 0; i < pairs.size(); i += 2) TRY(dict_set(dict.get(), pairs[i], pairs[i + 1]));
    return dict;
}

Ref<Dict> build_const_key_map(std::span<Object* const> values, Tuple* keys) {
    Ref<Dict> dict = new_dict(keys->size);
    for (Size i = 0; i < keys->size; ++i)
        TRY(dict_set(dict.get(), (*keys)[i], values[static_cast<std::size_t>(i)]));
    return dict;
}

NewRef format_value(Object* value, int conversion, Object* spec_or_null) {
    Ref<Object> shown = share(value);
    switch (conversion) {
        case 1: shown = TRY(to_str(value)); break;
        case 2: shown = TRY(repr(value)); break;
        case 3: shown = TRY(ascii_repr(value)); break;
        default: break;
    }
    if (!spec_or_null && is_exactly(shown.get(), str_type)) return shown;
    return format_object(shown.get(), static_cast<Str*>(spec_or_null));
}

Status extend_list(List* list, Object* iterable) {
    Status extended = list_extend(list, iterable);
    if (extended || !pending_matches(type_error_type)) return extended;
    if (iterable->type->slots.iter || is_sequence(iterable)) return extended;
    clear_exception();
    return raise(type_error_type,
                 fmt::format("Value after * must be an iterable, not {}", iterable->type->name));
}

Status update_dict(Dict* dict, Object* mapping) {
    Status updated = dict_merge(dict, mapping);
    if (updated || !pending_matches(attribute_error_type)) return updated;
    clear_exception();
    return raise(type_error_type, fmt::format("'{}' object is not a mapping", mapping->type->name));
}

namespace {

/// A key that is no string is the concern of the call, unless there are two of it.
Status add_keyword(Dict* dict, Object* key, Object* value, Object* callable) {
    if (!TRY(dict_get(dict, key))) return dict_set(dict, key, value);
    Ref<Str> shown = TRY(to_str(key));
    return raise(type_error_type, fmt::format("{} got multiple values for keyword argument '{}'",
                                              callable_text(callable), str_utf8(shown.get())));
}

/// The keys of something that is no dict may come twice.
Status merge_foreign_keywords(Dict* dict, Object* mapping, Object* callable) {
    Ref<Object> iterator = TRY(iterate_keys(mapping));
    while (Ref<Object> key = next(iterator.get())) {
        Ref<Object> value = TRY(get_item(mapping, key.get()));
        TRY(add_keyword(dict, key.get(), value.get(), callable));
    }
    if (pending_exception()) return failed;
    return done;
}

}  // namespace

Status merge_keywords(Dict* dict, Object* mapping, Object* callable) {
    if (!is_dict(mapping) || mapping->type->slots.iter != dict_type.slots.iter) {
        Status merged = merge_foreign_keywords(dict, mapping, callable);
        if (merged || !pending_matches(attribute_error_type)) return merged;
        clear_exception();
        return raise(type_error_type, fmt::format("{} argument after ** must be a mapping, not {}",
                                                  callable_text(callable), mapping->type->name));
    }
    if (dict->used == 0) return dict_merge(dict, mapping);  // no key can come twice
    Size position = 0;
    Object *key, *value;
    while (dict_next(static_cast<Dict*>(mapping), position, key, value)) {
        Ref<Object> held_key = share(key), held_value = share(value);
        TRY(add_keyword(dict, key, value, callable));
    }
    return done;
}

namespace {

void drop_slots(Object** slots, int first, int last) noexcept {
    for (int i = first; i < last; ++i) decref(slots[i]);
}

Failure not_enough(int wanted, int got, bool at_least) {
    return raise(value_error_type, fmt::format("not enough values to unpack (expected {}{}, got {})",
                                               at_least ? "at least " : "", wanted, got));
}

Ref<Object> iterator_for_unpacking(Object* sequence) {
    Ref<Object> iterator = iterate(sequence);
    if (iterator || !pending_matches(type_error_type)) return iterator;
    if (sequence->type->slots.iter || is_sequence(sequence)) return iterator;
    clear_exception();
    return raise(type_error_type, fmt::format("cannot unpack non-iterable {} object", sequence->type->name));
}

/// Takes `count` items off the iterator into slots[top - 1] downwards.
Status take_items(Object* iterator, int count, int top, Object** slots, int wanted, bool at_least) {
    for (int i = 0; i < count; ++i) {
        Ref<Object> item = next(iterator);
        if (!item) {
            drop_slots(slots, top - i, top);
            if (pending_exception()) return failed;
            return not_enough(wanted, i, at_least);
        }
        slots[top - 1 - i] = item.release();
    }
    return done;
}

}  // namespace

Status unpack(Object* sequence, int count, Object** slots) {
    const bool is_exact_list = is_exactly(sequence, list_type);
    if (is_exact_list || is_exactly(sequence, tuple_type)) {
        const std::span<Object* const> items =
            is_exact_list ? static_cast<List*>(sequence)->span() : static_cast<Tuple*>(sequence)->span();
        const int size = static_cast<int>(items.size());
        if (size < count) return not_enough(count, size, false);
        if (size > count)
            return raise(value_error_type, fmt::format("too many values to unpack (expected {})", count));
        for (int i = 0; i < count; ++i) incref(slots[count - 1 - i] = items[static_cast<std::size_t>(i)]);
        return done;
    }
    Ref<Object> iterator = TRY(iterator_for_unpacking(sequence));
    TRY(take_items(iterator.get(), count, count, slots, count, false));
    Ref<Object> surplus = next(iterator.get());
    if (!surplus && !pending_exception()) return done;
    drop_slots(slots, 0, count);
    if (!surplus) return failed;
    return raise(value_error_type, fmt::format("too many values to unpack (expected {})", count));
}

Status unpack_starred(Object* sequence, int before, int after, Object** slots) {
    const int total = before + 1 + after;
    Ref<Object> iterator = TRY(iterator_for_unpacking(sequence));
    TRY(take_items(iterator.get(), before, total, slots, before + after, true));
    Ref<List> rest = new_list();
    Status extended = list_extend(rest.get(), iterator.get());
    if (!extended || rest->size < after) {
        const int got = before + static_cast<int>(rest->size);
        drop_slots(slots, total - before, total);
        return extended ? Status(not_enough(before + after, got, true)) : Status(failed);
    }
    // The last items of the rest belong to the targets behind the star.
    const Size kept = rest->size - after;
    for (int i = 0; i < after; ++i) slots[after - 1 - i] = rest->items[kept + i];
    rest->size = kept;
    slots[after] = rest.release();
    return done;
}

}  // namespace minipy
