// deque: constant time at both ends, in a ring buffer.
//
// Comparing items may run code that changes the deque; searches check `version` after each comparison.
//
// CPython: Modules/_collectionsmodule.c (dequeobject; a chain of blocks there)
#include <climits>

#include "memory/collector.h"
#include "modules/collections/collections.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/memory_guard.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/sequence_compare.h"
#include "objects/singletons.h"
#include "objects/union_type.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

constexpr Size smallest_capacity = 8;

Deque* as_deque(Object* self) noexcept { return static_cast<Deque*>(self); }

// --- the ring

/// Moves the items into a buffer of the capacity, the first item at its start.
void resize(Deque* deque, Size capacity) {
    auto** items = static_cast<Object**>(allocate(static_cast<std::size_t>(capacity) * sizeof(Object*)));
    for (Size i = 0; i < deque->size; ++i) items[i] = deque->at(i);
    if (deque->items) release(deque->items, static_cast<std::size_t>(deque->capacity) * sizeof(Object*));
    deque->items = items;
    deque->capacity = capacity;
    deque->head = 0;
}

void grow_if_full(Deque* deque) {
    if (deque->size == deque->capacity) [[unlikely]]
        resize(deque, deque->capacity ? 2 * deque->capacity : smallest_capacity);
}

/// Gives room back once three quarters are empty.
void shrink_if_sparse(Deque* deque) {
    if (deque->capacity > 8 * smallest_capacity && deque->size < deque->capacity / 4) [[unlikely]]
        resize(deque, deque->capacity / 2);
}

void push_back(Deque* deque, Object* owned) {
    grow_if_full(deque);
    deque->items[(deque->head + deque->size++) & (deque->capacity - 1)] = owned;
    ++deque->version;
}

void push_front(Deque* deque, Object* owned) {
    grow_if_full(deque);
    deque->head = (deque->head - 1) & (deque->capacity - 1);
    deque->items[deque->head] = owned;
    ++deque->size;
    ++deque->version;
}

Ref<Object> take_back(Deque* deque) {
    Object* item = deque->at(--deque->size);
    ++deque->version;
    shrink_if_sparse(deque);
    return Ref<Object>::steal(item);
}

Ref<Object> take_front(Deque* deque) {
    Object* item = deque->at(0);
    deque->head = (deque->head + 1) & (deque->capacity - 1);
    --deque->size;
    ++deque->version;
    shrink_if_sparse(deque);
    return Ref<Object>::steal(item);
}

void append(Deque* deque, Object* item) {
    push_back(deque, share(item).release());
    if (deque->has_limit() && deque->size > deque->limit) Ref<Object> dropped = take_front(deque);
}

void append_left(Deque* deque, Object* item) {
    push_front(deque, share(item).release());
    if (deque->has_limit() && deque->size > deque->limit) Ref<Object> dropped = take_back(deque);
}

/// Opens a gap at the position by moving what is behind it; the item takes it.
void insert_at(Deque* deque, Size position, Object* item) {
    push_back(deque, nullptr);
    for (Size i = deque->size - 1; i > position; --i) deque->at(i) = deque->at(i - 1);
    deque->at(position) = share(item).release();
}

Ref<Object> remove_at(Deque* deque, Size position) {
    Object* item = deque->at(position);
    for (Size i = position; i + 1 < deque->size; ++i) deque->at(i) = deque->at(i + 1);
    --deque->size;
    ++deque->version;
    return Ref<Object>::steal(item);
}

/// Empties the deque; what it held is dropped when nothing of it is reachable here any more.
void clear_items(Object* self) {
    Deque old = *as_deque(self);
    Deque* deque = as_deque(self);
    deque->items = nullptr;
    deque->capacity = deque->head = deque->size = 0;
    ++deque->version;
    for (Size i = 0; i < old.size; ++i) decref(old.at(i));
    if (old.items) release(old.items, static_cast<std::size_t>(old.capacity) * sizeof(Object*));
}

/// The iterable as something that stays as it is while the deque changes.
Ref<Object> independent_of(Deque* deque, Object* iterable) {
    if (iterable != deque) return share(iterable);
    Ref<List> items = new_list();
    TRY(list_extend(items.get(), iterable));
    return items;
}

Status extend(Deque* deque, Object* iterable, void (*add)(Deque*, Object*)) {
    Ref<Object> source = TRY(independent_of(deque, iterable));
    Ref<Object> iterator = TRY(iterate(source.get()));
    while (Ref<Object> item = next(iterator.get())) add(deque, item.get());
    if (pending_exception()) return failed;
    return done;
}

// --- life

NewRef deque_new(Type* type, Tuple*, Dict*) {
    auto* deque = static_cast<Deque*>(allocate_instance(type));
    deque->limit = -1;
    return NewRef(deque);
}

Result<Size> limit_argument(Object* limit_or_null) {
    if (!limit_or_null || is_none(limit_or_null)) return -1;
    if (!is_int(limit_or_null)) return raise(type_error_type, "an integer is required");
    const Size limit = TRY(argument_size(limit_or_null));
    if (limit < 0) return raise(value_error_type, "maxlen must be non-negative");
    return limit;
}

Status deque_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"iterable", "maxlen"};
    Object* bound[2];
    TRY(bind_arguments("deque", names, arguments, keywords_or_null, bound));
    as_deque(self)->limit = TRY(limit_argument(bound[1]));
    if (as_deque(self)->size) clear_items(self);
    return bound[0] ? extend(as_deque(self), bound[0], append) : Status(done);
}

void deque_dealloc(Object* self) noexcept {
    untrack(self);
    clear_weak_references(self);
    clear_items(self);
    free_object(self);
}

int deque_traverse(Object* self, Visit visit, void* context) {
    Deque* deque = as_deque(self);
    for (Size i = 0; i < deque->size; ++i)
        if (int result = visit(deque->at(i), context)) return result;
    return 0;
}

/// An empty deque of exactly type deque with the same limit.
Ref<Deque> new_deque_like(const Deque* model) {
    auto* made = static_cast<Deque*>(allocate_instance(&deque_type));
    made->limit = model->limit;
    return Ref<Deque>::steal(made);
}

/// A copy of the same type; a subclass is called for it.
Ref<Deque> copy_of(Object* self) {
    Deque* deque = as_deque(self);
    if (is_exactly(self, deque_type)) {
        Ref<Deque> copy = new_deque_like(deque);
        for (Size i = 0; i < deque->size; ++i) append(copy.get(), deque->at(i));
        return copy;
    }
    Ref<Object> made;
    if (deque->has_limit())
        made = TRY(call(self->type, {self, new_int(deque->limit).get()}));
    else
        made = TRY(call(self->type, {self}));
    if (!is_deque(made.get()))
        return raise(type_error_type,
                     fmt::format("{}() must return a deque, not {}", self->type->name, made->type->name));
    return Ref<Deque>::steal(as_deque(made.release()));
}

// --- methods at the ends

NewRef deque_append(Object* self, Object* const* arguments) {
    append(as_deque(self), arguments[0]);
    return new_none();
}

NewRef deque_appendleft(Object* self, Object* const* arguments) {
    append_left(as_deque(self), arguments[0]);
    return new_none();
}

NewRef deque_pop(Object* self, Object* const*) {
    if (as_deque(self)->size == 0) return raise(index_error_type, "pop from an empty deque");
    return take_back(as_deque(self));
}

NewRef deque_popleft(Object* self, Object* const*) {
    if (as_deque(self)->size == 0) return raise(index_error_type, "pop from an empty deque");
    return take_front(as_deque(self));
}

NewRef deque_extend(Object* self, Object* const* arguments) {
    TRY(extend(as_deque(self), arguments[0], append));
    return new_none();
}

NewRef deque_extendleft(Object* self, Object* const* arguments) {
    TRY(extend(as_deque(self), arguments[0], append_left));
    return new_none();
}

NewRef deque_clear(Object* self, Object* const*) {
    clear_items(self);
    return new_none();
}

NewRef deque_copy(Object* self, Object* const*) { return copy_of(self); }

/// Rotates to the right by 0 < count < size: only the shorter way round is walked.
void rotate_by(Deque* deque, Size count) {
    ++deque->version;
    if (count <= deque->size / 2) {
        for (; count; --count) push_front(deque, take_back(deque).release());
    } else {
        for (count = deque->size - count; count; --count) push_back(deque, take_front(deque).release());
    }
}

NewRef deque_rotate(Object* self, Object* const* arguments) {
    Deque* deque = as_deque(self);
    const Size count = TRY(argument_size(arguments[0]));
    if (deque->size <= 1) return new_none();
    const Size steps = (count % deque->size + deque->size) % deque->size;
    if (steps) rotate_by(deque, steps);
    return new_none();
}

NewRef deque_reverse(Object* self, Object* const*) {
    Deque* deque = as_deque(self);
    for (Size i = 0, j = deque->size - 1; i < j; ++i, --j) std::swap(deque->at(i), deque->at(j));
    return new_none();
}

// --- searching

Failure mutated() { return raise(runtime_error_type, "deque mutated during iteration"); }

Failure not_in_deque(Object* value) {
    return raise(value_error_type, fmt::format("{} is not in deque", repr_for_message(value)));
}

/// Position of the first item in [start, stop) that equals the value, or -1.
Result<Size> find(Deque* deque, Object* value, Size start, Size stop, Failure (*on_change)()) {
    const Size version = deque->version;
    for (Size i = start; i < stop; ++i) {
        Ref<Object> item = share(deque->at(i));
        const bool equal = TRY(compare_truth(item.get(), value, CompareOp::Eq));
        if (version != deque->version) return on_change();
        if (equal) return i;
    }
    return -1;
}

Result<bool> deque_contains(Object* self, Object* value) {
    return TRY(find(as_deque(self), value, 0, as_deque(self)->size, mutated)) >= 0;
}

NewRef deque_count(Object* self, Object* const* arguments) {
    Deque* deque = as_deque(self);
    const Size version = deque->version;
    Size count = 0;
    for (Size i = 0; i < deque->size; ++i) {
        Ref<Object> item = share(deque->at(i));
        count += TRY(compare_truth(item.get(), arguments[0], CompareOp::Eq));
        if (version != deque->version) return mutated();
    }
    return new_int(count);
}

NewRef deque_index(Object* self, Object* const* arguments) {
    Deque* deque = as_deque(self);
    Size start = TRY(slice_bound(arguments[1], 0)), stop = TRY(slice_bound(arguments[2], PTRDIFF_MAX));
    adjust_bounds(start, stop, deque->size);
    const Size found = TRY(find(deque, arguments[0], start, stop, mutated));
    if (found < 0) return not_in_deque(arguments[0]);
    return new_int(found);
}

NewRef deque_remove(Object* self, Object* const* arguments) {
    Deque* deque = as_deque(self);
    const Size found = TRY(find(
        deque, arguments[0], 0, deque->size,
        +[] { return raise(index_error_type, "deque mutated during iteration"); }));
    if (found < 0) return not_in_deque(arguments[0]);
    Ref<Object> removed = remove_at(deque, found);
    return new_none();
}

NewRef deque_insert(Object* self, Object* const* arguments) {
    Deque* deque = as_deque(self);
    Size index = TRY(argument_size(arguments[0]));
    if (deque->limit == deque->size) return raise(index_error_type, "deque already at its maximum size");
    if (index < 0) index = index <= -deque->size ? 0 : index + deque->size;
    if (index >= deque->size)
        append(deque, arguments[1]);
    else if (index == 0)
        append_left(deque, arguments[1]);
    else
        insert_at(deque, index, arguments[1]);
    return new_none();
}

// --- operators

Result<Size> deque_length(Object* self) { return as_deque(self)->size; }

NewRef deque_item(Object* self, Size index) {
    if (index < 0 || index >= as_deque(self)->size) return raise(index_error_type, "deque index out of range");
    return new_ref(as_deque(self)->at(index));
}

/// The position that a subscript means, negative ones counted from the end.
Result<Size> position_of(Object* self, Object* key) {
    if (!has_index(key))
        return raise(type_error_type, fmt::format("sequence index must be integer, not '{}'", key->type->name));
    const Size index = TRY(index_size(key));
    return index < 0 ? index + as_deque(self)->size : index;
}

NewRef deque_get_item(Object* self, Object* key) { return deque_item(self, TRY(position_of(self, key))); }

Status deque_set_item(Object* self, Object* key, Object* value_or_null) {
    Deque* deque = as_deque(self);
    const Size index = TRY(position_of(self, key));
    if (index < 0 || index >= deque->size) return raise(index_error_type, "deque index out of range");
    if (!value_or_null)
        Ref<Object> removed = remove_at(deque, index);
    else
        replace_field(deque->at(index), share(value_or_null));
    return done;
}

NewRef deque_concat(Object* self, Object* other) {
    if (!is_deque(other))
        return raise(type_error_type,
                     fmt::format("can only concatenate deque (not \"{}\") to deque", other->type->name));
    Ref<Deque> both = TRY(copy_of(self));
    TRY(extend(both.get(), other, append));
    return both;
}

NewRef deque_inplace_concat(Object* self, Object* other) {
    TRY(extend(as_deque(self), other, append));
    return new_ref(self);
}

NewRef deque_inplace_repeat(Object* self, Size count) {
    Deque* deque = as_deque(self);
    if (deque->size == 0 || count == 1) return new_ref(self);
    if (count <= 0) {
        clear_items(self);
        return new_ref(self);
    }
    Size total;
    if (__builtin_mul_overflow(deque->size, count, &total)) return raise(memory_error_type);
    // With a limit only the last items stay: no more rounds than fill it.
    if (deque->has_limit() && total > deque->limit)
        count = deque->limit / deque->size + 2;
    else if (total > (Size{1} << 40))
        return raise(memory_error_type);
    Ref<List> items = new_list();
    TRY(list_extend(items.get(), self));
    for (Size round = 1; round < count; ++round)
        for (Object* item : items->span()) append(deque, item);
    return new_ref(self);
}

NewRef deque_guarded_inplace_repeat(Object* self, Size count) {
    return guard_memory([&] { return deque_inplace_repeat(self, count); });
}

NewRef deque_repeat(Object* self, Size count) {
    Ref<Deque> copy = TRY(copy_of(self));
    return deque_guarded_inplace_repeat(copy.get(), count);
}

NewRef deque_compare(Object* left, Object* right, CompareOp op) {
    if (!is_deque(left) || !is_deque(right)) return new_ref(&not_implemented);
    if (left == right && op == CompareOp::Eq) return new_bool(true);
    if (left == right && op == CompareOp::Ne) return new_bool(false);
    if (as_deque(left)->size != as_deque(right)->size && op == CompareOp::Eq) return new_bool(false);
    if (as_deque(left)->size != as_deque(right)->size && op == CompareOp::Ne) return new_bool(true);
    Ref<Object> left_iterator = TRY(iterate(left)), right_iterator = TRY(iterate(right));
    for (;;) {
        Ref<Object> a = next(left_iterator.get());
        if (!a && pending_exception()) return failed;
        Ref<Object> b = next(right_iterator.get());
        if (!b && pending_exception()) return failed;
        if (!a || !b) return compare_sizes(a ? 1 : 0, b ? 1 : 0, op);
        if (TRY(compare_truth(a.get(), b.get(), CompareOp::Eq))) continue;
        if (op == CompareOp::Eq) return new_bool(false);
        if (op == CompareOp::Ne) return new_bool(true);
        return compare(a.get(), b.get(), op);
    }
}

NewRef deque_repr(Object* self) {
    ReprGuard guard(self);
    if (guard.failed()) return failed;
    if (guard.nested()) return str_from_utf8("[...]");
    Ref<List> items = new_list();
    TRY(list_extend(items.get(), self));
    Ref<Str> text = TRY(repr(items.get()));
    const Deque* deque = as_deque(self);
    const std::string limit = deque->has_limit() ? fmt::format(", maxlen={}", deque->limit) : "";
    return str_from_utf8(fmt::format("{}({}{})", short_name(self->type), str_utf8(text.get()), limit));
}

NewRef deque_reduce(Object* self, Object* const*) {
    Ref<Object> state = TRY(call_method(self, name<"__getstate__">));
    Ref<Object> iterator = TRY(iterate(self));
    Ref<Tuple> arguments = new_tuple({});
    if (as_deque(self)->has_limit()) arguments = pack({arguments.get(), new_int(as_deque(self)->limit).get()});
    return pack({self->type, arguments.get(), state.get(), iterator.get()});
}

NewRef deque_maxlen(Object* self) {
    if (!as_deque(self)->has_limit()) return new_none();
    return new_int(as_deque(self)->limit);
}

NewRef deque_sizeof(Object* self, Object* const*) {
    return new_int(static_cast<std::int64_t>(sizeof(Deque)) + as_deque(self)->capacity * Size{sizeof(Object*)});
}

constexpr NativeDef deque_methods[] = {
    {"append", deque_append, "-($self, item, /)", "Adds an item at the right end."},
    {"appendleft", deque_appendleft, "-($self, item, /)", "Adds an item at the left end."},
    {"clear", deque_clear, "-($self)", "Removes all items."},
    {"__copy__", deque_copy, "-($self)", "A copy with the same items."},
    {"copy", deque_copy, "-($self)", "A copy with the same items."},
    {"count", deque_count, "-($self, value, /)", "D.count(value) -- how many items equal the value"},
    {"extend", deque_extend, "-($self, iterable, /)", "Adds the items at the right end."},
    {"extendleft", deque_extendleft, "-($self, iterable, /)", "Adds the items at the left end, one by one."},
    {"index", deque_index, "-($self, value, start=<absent>, stop=<absent>, /)",
     "D.index(value, [start, [stop]]) -- position of the first item that equals the value"},
    {"insert", deque_insert, "-($self, index, object, /)",
     "D.insert(index, object) -- insert before the index"},
    {"pop", deque_pop, "-($self)", "Removes and returns the rightmost item."},
    {"popleft", deque_popleft, "-($self)", "Removes and returns the leftmost item."},
    {"__reduce__", deque_reduce, "-($self)", "What pickle needs to make the object again."},
    {"remove", deque_remove, "-($self, value, /)", "D.remove(value) -- remove the first item that equals it"},
    {"__reversed__", deque_reversed, "-($self)", "D.__reversed__() -- an iterator from right to left"},
    {"reverse", deque_reverse, "-($self)", "D.reverse() -- turns the order round in place"},
    {"rotate", deque_rotate, "-($self, n=1, /)",
     "Moves all items n places to the right; the last become first."},
    {"__sizeof__", deque_sizeof, "-($self)", "Bytes of memory, the room for items included."},
    {"__class_getitem__", class_getitem, "-($type, item, /)", "See PEP 585"},
};
constexpr GetSetDef deque_getset[] = {
    {"maxlen", deque_maxlen, nullptr, "The most items it keeps; None for no limit."},
};

const TypeSpec deque_spec = {
    .name = "collections.deque",
    .basic_size = sizeof(Deque),
    .flags = type_flag::base_type | type_flag::collected | type_flag::sequence_pattern,
    .doc = "deque([iterable[, maxlen]]) --> a sequence that is fast at both ends",
    .slots = {.new_ = deque_new,
              .init = deque_init,
              .dealloc = deque_dealloc,
              .traverse = deque_traverse,
              .clear = clear_items,
              .repr = deque_repr,
              .compare = deque_compare,
              .iter = deque_iter,
              .length = deque_length,
              .get_item = deque_get_item,
              .set_item = deque_set_item,
              .contains = deque_contains,
              .concat = deque_concat,
              .repeat = deque_repeat,
              .item = deque_item,
              .inplace_concat = deque_inplace_concat,
              .inplace_repeat = deque_guarded_inplace_repeat},
    .methods = deque_methods,
    .getset = deque_getset,
    .weakrefs_offset = offsetof(Deque, weak_references),
};

}  // namespace

Type deque_type(deque_spec);

}  // namespace minipy
