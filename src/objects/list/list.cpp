// list: the array, its growth, and the operations that need no method table.
//
// CPython: Objects/listobject.c
#include "objects/list.h"

#include <fmt/format.h>

#include <boost/container/small_vector.hpp>

#include <algorithm>
#include <cstring>
#include <new>
#include <string>
#include <utility>

#include "memory/collector.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/list/list_internal.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

constexpr Size max_items = PTRDIFF_MAX / static_cast<Size>(sizeof(Object*));

std::size_t bytes_of(Size items) noexcept { return static_cast<std::size_t>(items) * sizeof(Object*); }

}  // namespace

bool list_reserve(List* list, Size needed) {
    if (needed <= list->capacity) return true;
    if (needed > max_items) return false;
    // An eighth more than needed, rounded down to a multiple of four.
    const Size wanted = (needed + (needed >> 3) + 6) & ~Size{3};
    // A list that jumps far ahead gets what it asked for.
    const Size capacity = needed - list->size > wanted - needed ? (needed + 3) & ~Size{3} : wanted;
    // A list without room owns no array, though list_sort may have left a mark there.
    Object** owned = list->capacity ? list->items : nullptr;
    list->items = static_cast<Object**>(reallocate(owned, bytes_of(list->capacity), bytes_of(capacity)));
    list->capacity = capacity;
    return true;
}

void list_reserve_exactly(List* list, Size needed) {
    if (list->capacity || needed <= 0 || needed > max_items - 1) return;
    list->capacity = (needed + 1) & ~Size{1};  // the allocator's blocks are multiples of two items
    list->items = static_cast<Object**>(reallocate(nullptr, 0, bytes_of(list->capacity)));
}

void list_shrink(List* list) {
    if (list->size >= list->capacity >> 1) return;
    if (list->size == 0) {
        release(std::exchange(list->items, nullptr), bytes_of(std::exchange(list->capacity, 0)));
        return;
    }
    const Size capacity = (list->size + (list->size >> 3) + 6) & ~Size{3};
    if (capacity >= list->capacity) return;
    list->items = static_cast<Object**>(reallocate(list->items, bytes_of(list->capacity), bytes_of(capacity)));
    list->capacity = capacity;
}

void list_clear_items(List* list) noexcept {
    if (!list->capacity) return;
    Object** items = std::exchange(list->items, nullptr);
    const Size size = std::exchange(list->size, 0), capacity = std::exchange(list->capacity, 0);
    for (Size i = size; --i >= 0;) xdecref(items[i]);
    release(items, bytes_of(capacity));
}

Status list_replace_range(List* list, Size start, Size end, std::span<Object* const> values) {
    const Size removed = end - start, added = static_cast<Size>(values.size());
    const Size new_size = list->size - removed + added;
    if (!list_reserve(list, new_size)) return raise(memory_error_type);
    Object** items = list->items;
    const boost::container::small_vector<Object*, 32> dropped(items + start, items + end);
    if (list->size > end) std::memmove(items + start + added, items + end, bytes_of(list->size - end));
    for (Size i = 0; i < added; ++i) incref(items[start + i] = values[static_cast<std::size_t>(i)]);
    list->size = new_size;
    list_shrink(list);
    // Last, since a finalizer may look at the list.
    for (std::size_t i = dropped.size(); i-- > 0;) decref(dropped[i]);
    return done;
}

namespace {

/// A list of the size whose items the caller fills in at once. Making it may start a collection, and a
/// finalizer may change any list: the caller looks at lists only afterwards.
List* list_of_size(Size size) {
    auto* list = new (allocate_collected(sizeof(List))) List{};
    list->refcount = 1;
    list->type = &list_type;
    if (size > 0) {
        list->items = static_cast<Object**>(allocate(bytes_of(size)));
        list->size = list->capacity = size;
    }
    track(list);
    return list;
}

/// `count` times the items, one after the other.
void repeat_items(Object** to, Object* const* items, Size size, Size count) noexcept {
    for (Size round = 0; round < count; ++round)
        for (Size i = 0; i < size; ++i) incref(*to++ = items[i]);
}

}  // namespace

Ref<List> new_list(Size size) {
    List* list = list_of_size(size);
    for (Object*& item : list->span()) item = nullptr;
    return Ref<List>::steal(list);
}

Ref<List> new_list(std::span<Object* const> items) {
    List* list = list_of_size(static_cast<Size>(items.size()));
    Object** slot = list->items;
    for (Object* item : items) incref(*slot++ = item);
    return Ref<List>::steal(list);
}

Ref<List> list_cut(List* list, Size start, Size count) {
    List* part = list_of_size(count);
    part->size = std::clamp<Size>(list->size - start, 0, count);
    repeat_items(part->items, list->items + start, part->size, 1);
    return Ref<List>::steal(part);
}

Ref<List> list_of_owned(std::span<Object* const> items) {
    List* list = list_of_size(static_cast<Size>(items.size()));
    Object** slot = list->items;
    for (Object* item : items) *slot++ = item;
    return Ref<List>::steal(list);
}

Status list_append_steal(List* list, Object* item) {
    if (list->size == list->capacity && !list_reserve(list, list->size + 1)) [[unlikely]] {
        decref(item);
        return raise(memory_error_type);
    }
    list->items[list->size++] = item;
    return done;
}

Status list_append(List* list, Object* item) {
    incref(item);
    return list_append_steal(list, item);
}

Status list_insert(List* list, Size index, Object* item) {
    if (!list_reserve(list, list->size + 1)) return raise(memory_error_type);
    if (index < 0) index = std::max<Size>(index + list->size, 0);
    index = std::min(index, list->size);
    std::memmove(list->items + index + 1, list->items + index, bytes_of(list->size - index));
    incref(list->items[index] = item);
    ++list->size;
    return done;
}

namespace {

/// Items of a list or tuple, shared first so that the source may be the list itself.
Status extend_by_array(List* list, std::span<Object* const> source) {
    const Size count = static_cast<Size>(source.size()), old_size = list->size;
    if (count == 0) return done;
    const bool itself = source.data() == list->items;
    list_reserve_exactly(list, count);
    if (!list_reserve(list, old_size + count)) return raise(memory_error_type);
    Object* const* from = itself ? list->items : source.data();
    for (Size i = 0; i < count; ++i) incref(list->items[old_size + i] = from[i]);
    list->size = old_size + count;
    return done;
}

}  // namespace

Status list_extend(List* list, Object* iterable) {
    if (is_exactly(iterable, list_type)) return extend_by_array(list, static_cast<List*>(iterable)->span());
    if (is_exactly(iterable, tuple_type)) return extend_by_array(list, static_cast<Tuple*>(iterable)->span());
    Ref<Object> iterator = TRY(iterate(iterable));
    const Size hint = TRY(length_hint(iterable, 8));
    list_reserve_exactly(list, hint);
    if (hint < max_items - list->size) list_reserve(list, list->size + hint);
    for (;;) {
        Ref<Object> item = next(iterator.get());
        if (!item) break;
        TRY(list_append_steal(list, item.release()));
    }
    if (pending_exception()) return failed;
    list_shrink(list);
    return done;
}

Ref<Tuple> list_to_tuple(List* list) {
    const Size size = list->size;
    Ref<Tuple> tuple = new_tuple_uninitialized(size);
    if (list->size != size) return list_to_tuple(list);  // a finalizer has changed it
    for (Size i = 0; i < size; ++i) incref(tuple->items()[i] = list->items[i]);
    return tuple;
}

// --- slots

void list_dealloc(Object* self) noexcept {
    untrack(self);
    list_clear_items(as_list(self));
    free_collected(as_list(self), list_type);
}

/// From the end, as CPython's collector sees them.
int list_traverse(Object* self, Visit visit, void* context) {
    const auto items = as_list(self)->span();
    for (std::size_t i = items.size(); i-- > 0;)
        if (items[i])
            if (int result = visit(items[i], context)) return result;
    return 0;
}

void list_clear_slot(Object* self) { list_clear_items(as_list(self)); }

NewRef list_repr(Object* self) {
    List* list = as_list(self);
    if (list->size == 0) return str_from_utf8("[]");
    ReprGuard guard(self);
    if (guard.failed()) return failed;
    if (guard.nested()) return str_from_utf8("[...]");
    StrBuilder text;
    text.append_ascii("[");
    for (Size i = 0; i < list->size; ++i) {  // an item's repr may change the list
        if (i) text.append_ascii(", ");
        Ref<Object> item = share(list->items[i]);
        Ref<Str> shown = TRY(repr(item.get()));
        text.append(shown.get());
    }
    text.append_ascii("]");
    return text.finish();
}

NewRef list_compare(Object* left, Object* right, CompareOp op) {
    if (!is_list(left) || !is_list(right)) return new_ref(&not_implemented);
    RecursionGuard guard(" in comparison");
    if (!guard.entered()) return failed;
    List *a = as_list(left), *b = as_list(right);
    if (a->size != b->size && (op == CompareOp::Eq || op == CompareOp::Ne))
        return new_bool(op == CompareOp::Ne);
    Size i = 0;
    for (; i < a->size && i < b->size; ++i) {
        if (!TRY(are_items_equal(a->items[i], b->items[i]))) break;
    }
    if (i >= a->size || i >= b->size) return compare_sizes(a->size, b->size, op);
    if (op == CompareOp::Eq || op == CompareOp::Ne) return new_bool(op == CompareOp::Ne);
    Ref<Object> x = share(a->items[i]), y = share(b->items[i]);
    return compare(x.get(), y.get(), op);
}

Result<Size> list_length(Object* self) { return as_list(self)->size; }

Result<bool> list_contains(Object* self, Object* item) {
    List* list = as_list(self);
    for (Size i = 0; i < list->size; ++i) {
        Ref<Object> candidate = share(list->items[i]);
        if (TRY(compare_truth(candidate.get(), item, CompareOp::Eq))) return true;
    }
    return false;
}

NewRef list_item(Object* self, Size index) {
    const List* list = as_list(self);
    if (static_cast<std::size_t>(index) >= static_cast<std::size_t>(list->size))
        return raise(index_error_type, "list index out of range");
    return new_ref(list->items[index]);
}

Status list_set_index_item(Object* self, Size index, Object* value_or_null) {
    List* list = as_list(self);
    if (static_cast<std::size_t>(index) >= static_cast<std::size_t>(list->size))
        return raise(index_error_type, "list assignment index out of range");
    if (!value_or_null) return list_replace_range(list, index, index + 1, {});
    incref(value_or_null);
    decref(std::exchange(list->items[index], value_or_null));
    return done;
}

NewRef list_concat(Object* left, Object* right) {
    if (!is_list(right))
        return raise(type_error_type,
                     fmt::format("can only concatenate list (not \"{}\") to list", right->type->name));
    List *a = as_list(left), *b = as_list(right);
    if (a->size > max_items - b->size) return raise(memory_error_type);
    List* joined = list_of_size(a->size + b->size);
    Size at = 0;
    for (List* part : {a, b})
        for (Size i = 0; i < part->size && at < joined->capacity; ++i)
            incref(joined->items[at++] = part->items[i]);
    joined->size = at;
    return NewRef(joined);
}

NewRef list_repeat(Object* self, Size count) {
    List* list = as_list(self);
    if (count < 0) count = 0;
    if (list->size && count > max_items / list->size) return raise(memory_error_type);
    const Size size = list->size;
    Ref<List> repeated = Ref<List>::steal(list_of_size(size * count));
    if (list->size != size) return list_repeat(self, count);  // a finalizer has changed it
    repeat_items(repeated->items, list->items, size, count);
    return repeated;
}

NewRef list_inplace_concat(Object* self, Object* other) {
    TRY(list_extend(as_list(self), other));
    return new_ref(self);
}

NewRef list_inplace_repeat(Object* self, Size count) {
    List* list = as_list(self);
    if (count <= 0) {
        list_clear_items(list);
    } else if (list->size) {
        if (count > max_items / list->size || !list_reserve(list, list->size * count))
            return raise(memory_error_type);
        const Size size = list->size;
        repeat_items(list->items + size, list->items, size, count - 1);
        list->size = size * count;
    }
    return new_ref(self);
}

}  // namespace minipy
