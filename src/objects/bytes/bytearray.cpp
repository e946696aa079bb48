// The type bytearray: storage, item assignment, and the methods that change it. What it has in common with
// bytes is in octets.h.
//
// Growing adds about an eighth, so that appending is constant time on average.
//
// CPython: Objects/bytearrayobject.c
#include "objects/bytearray.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "memory/collector.h"
#include "objects/arguments.h"
#include "objects/bytes/bytes_warning.h"
#include "objects/bytes/iterator.h"
#include "objects/bytes/method_table.h"
#include "objects/bytes/octets.h"
#include "objects/call.h"
#include "objects/exceptions.h"
#include "objects/float.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/memory_guard.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/slice.h"
#include "objects/str/slots.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

ByteArray* as_array(Object* object) noexcept { return static_cast<ByteArray*>(object); }

Ref<ByteArray> make_array(Type* type) {
    auto* array = static_cast<ByteArray*>(allocate_instance(type));
    array->items = nullptr;
    array->size = array->capacity = array->exports = 0;
    return Ref<ByteArray>::steal(array);
}

/// Replaces [start, end) by other octets.
Status replace_range(ByteArray* array, Size start, Size end, std::string_view octets) {
    const Size tail = array->size - end, size = start + static_cast<Size>(octets.size()) + tail;
    if (size < array->size && tail) {
        if (array->exports) return bytearray_resize(array, size);
        std::memmove(array->items + start + octets.size(), array->items + end, static_cast<std::size_t>(tail));
    }
    const bool grows = size > array->size;
    TRY(bytearray_resize(array, size));
    if (grows && tail)
        std::memmove(array->items + size - tail, array->items + end, static_cast<std::size_t>(tail));
    if (!octets.empty()) std::memcpy(array->items + start, octets.data(), octets.size());
    return done;
}

Status append_octets(ByteArray* array, std::string_view octets) {
    return replace_range(array, array->size, array->size, octets);
}

}  // namespace

Ref<ByteArray> new_bytearray(std::string_view octets) {
    Ref<ByteArray> array = TRY(make_array(&bytearray_type));
    TRY(append_octets(array.get(), octets));
    return array;
}

Status bytearray_resize(ByteArray* array, Size size) {
    if (size == array->size) return done;
    if (array->exports) {
        return raise(buffer_error_type, "Existing exports of data: object cannot be re-sized");
    }
    if (size >= PTRDIFF_MAX - 1) return raise(memory_error_type);
    const bool fits = size + 1 <= array->capacity && size >= array->capacity / 2;
    if (!fits) {
        const Size capacity = array->capacity && size > array->size && size < PTRDIFF_MAX / 2
                                  ? size + (size >> 3) + (size < 9 ? 3 : 6)
                                  : size + 1;
        TRY(guard_memory([&]() -> Status {
            array->items = static_cast<char*>(reallocate(
                array->items, static_cast<std::size_t>(array->capacity), static_cast<std::size_t>(capacity)));
            return done;
        }));
        array->capacity = capacity;
    }
    array->size = size;
    array->items[size] = '\0';
    return done;
}

namespace {

void bytearray_dealloc(Object* self) noexcept {
    ByteArray* array = as_array(self);
    if (self->type->has(type_flag::collected)) untrack(self);
    release(array->items, static_cast<std::size_t>(array->capacity));
    free_object(self);
}

NewRef bytearray_new(Type* type, Tuple*, Dict*) { return make_array(type); }

/// Whether the octets come from an iterator, as opposed to a buffer, a count or text.
bool comes_from_iterator(Object* source) noexcept {
    return source->type->slots.iter && !is_str(source) && !has_index(source) && !has_octets(source);
}

/// One by one: what runs meanwhile sees the array grow.
Status append_from_iterator(ByteArray* array, Object* source) {
    Ref<Object> iterator = TRY(iterate(source));
    while (Ref<Object> item = next(iterator.get())) {
        const char octet = static_cast<char>(TRY(octet_value(item.get())));
        TRY(append_octets(array, {&octet, 1}));
    }
    if (pending_exception()) return failed;
    return done;
}

Status bytearray_init(Object* self, Tuple* arguments, Dict* keywords) {
    static constexpr const char* names[] = {"source", "encoding", "errors"};
    Object* bound[3];
    TRY(bind_arguments("bytearray", names, arguments, keywords, bound));
    TRY(bytearray_resize(as_array(self), 0));
    if (bound[0] && !bound[1] && !bound[2] && comes_from_iterator(bound[0]))
        return append_from_iterator(as_array(self), bound[0]);
    std::string octets;
    TRY(collect_octets(octets, bound[0], bound[1], bound[2], "bytearray", "byte"));
    return replace_range(as_array(self), 0, as_array(self)->size, octets);
}

NewRef bytearray_repr(Object* self) {
    return bytearray_repr_text(as_array(self)->view(), short_name(self->type));
}

NewRef bytearray_str(Object* self) {
    if (bytes_warning_level) TRY(warn(bytes_warning_type, "str() on a bytearray instance"));
    return bytearray_repr(self);
}

Result<Size> bytearray_length(Object* self) { return as_array(self)->size; }

NewRef bytearray_item(Object* self, Size index) {
    if (index < 0 || index >= as_array(self)->size) {
        return raise(index_error_type, "bytearray index out of range");
    }
    return new_int(static_cast<unsigned char>(as_array(self)->items[index]));
}

NewRef bytearray_get_item(Object* self, Object* key) {
    ByteArray* array = as_array(self);
    if (has_index(key)) {
        const Size index = TRY(index_size(key));
        return bytearray_item(self, index < 0 ? index + array->size : index);
    }
    if (!is_exactly(key, slice_type)) {
        return raise(type_error_type,
                     fmt::format("bytearray indices must be integers or slices, not {}", key->type->name));
    }
    const SliceRange bounds = TRY(slice_unpack(static_cast<Slice*>(key)));
    const SliceRange range = slice_adjust(bounds, array->size);
    std::string octets;
    for (Size i = 0; i < range.count; ++i) octets += array->items[range.start + i * range.step];
    return new_bytearray(octets);
}

Status bytearray_set_index(Object* self, Size index, Object* value_or_null) {
    ByteArray* array = as_array(self);
    if (index < 0 || index >= array->size) return raise(index_error_type, "bytearray index out of range");
    if (!value_or_null) return replace_range(array, index, index + 1, {});
    const unsigned char octet = TRY(octet_value(value_or_null));
    if (index >= array->size) return raise(index_error_type, "bytearray index out of range");
    array->items[index] = static_cast<char>(octet);
    return done;
}

Status delete_stepped(ByteArray* array, SliceRange range) {
    if (range.count == 0) return done;
    if (array->exports) return bytearray_resize(array, array->size - range.count);
    const Size step = range.step < 0 ? -range.step : range.step;
    const Size first = range.step < 0 ? range.start + range.step * (range.count - 1) : range.start;
    Size to = first;
    for (Size from = first; from < array->size; ++from) {
        const Size distance = from - first;
        const bool dropped = distance % step == 0 && distance / step < range.count;
        if (!dropped) array->items[to++] = array->items[from];
    }
    return bytearray_resize(array, to);
}

Status assign_slice(ByteArray* array, Slice* slice, Object* value_or_null) {
    std::string octets;
    if (value_or_null) {
        if (is_str(value_or_null) || has_index(value_or_null) || is_float(value_or_null)) {
            return raise(type_error_type,
                         "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        }
        TRY(collect_octets(octets, value_or_null, nullptr, nullptr, "bytearray", "byte"));
    }
    const SliceRange bounds = TRY(slice_unpack(slice));
    const SliceRange range = slice_adjust(bounds, array->size);
    if (range.step == 1) return replace_range(array, range.start, range.start + range.count, octets);
    if (octets.empty()) return delete_stepped(array, range);
    if (static_cast<Size>(octets.size()) != range.count) {
        return raise(value_error_type,
                     fmt::format("attempt to assign bytes of size {} to extended slice of size {}",
                                 octets.size(), range.count));
    }
    for (Size i = 0; i < range.count; ++i) {
        array->items[range.start + i * range.step] = octets[static_cast<std::size_t>(i)];
    }
    return done;
}

Status bytearray_set_item(Object* self, Object* key, Object* value_or_null) {
    if (has_index(key)) {
        const Size index = TRY(index_size(key));
        return bytearray_set_index(self, index < 0 ? index + as_array(self)->size : index, value_or_null);
    }
    if (is_exactly(key, slice_type))
        return assign_slice(as_array(self), static_cast<Slice*>(key), value_or_null);
    return raise(type_error_type,
                 fmt::format("bytearray indices must be integers or slices, not {}", key->type->name));
}

/// The octets that are to be put behind an array. TypeError.
Status acquire_right(OctetsView& view, const Object* array, Object* right) {
    if (view.acquire(right)) return done;
    clear_exception();
    return raise(type_error_type, fmt::format("can't concat {} to {}", right->type->name, array->type->name));
}

NewRef bytearray_concat(Object* left, Object* right) {
    OctetsView other;
    TRY(acquire_right(other, left, right));
    Ref<ByteArray> made = TRY(new_bytearray(as_array(left)->view()));
    TRY(append_octets(made.get(), other.view()));
    return made;
}

NewRef bytearray_inplace_concat(Object* self, Object* other) {
    std::string octets;
    {
        OctetsView view;  // closed before the size changes: `other` may be `self`
        TRY(acquire_right(view, self, other));
        octets = view.view();
    }
    TRY(append_octets(as_array(self), octets));
    return new_ref(self);
}

/// Makes the first `unit` octets of the array fill it `count` times.
Status repeat_in_place(ByteArray* array, Size count) {
    const Size unit = array->size;
    Size size;
    if (__builtin_mul_overflow(unit, std::max<Size>(count, 0), &size)) return raise(memory_error_type);
    TRY(bytearray_resize(array, size));
    if (size) repeat_memory(array->items, static_cast<std::size_t>(unit), static_cast<std::size_t>(size));
    return done;
}

NewRef bytearray_repeat(Object* self, Size count) {
    Ref<ByteArray> made = TRY(new_bytearray(as_array(self)->view()));
    TRY(repeat_in_place(made.get(), count));
    return made;
}

NewRef bytearray_inplace_repeat(Object* self, Size count) {
    TRY(repeat_in_place(as_array(self), count));
    return new_ref(self);
}

NewRef bytearray_remainder(Object* left, Object* right) {
    if (!is_bytearray(left)) return new_ref(&not_implemented);
    std::string text = TRY(format_octets(as_array(left)->view(), right));
    return new_bytearray(text);
}

Status bytearray_get_buffer(Object* self, BufferView* view, int) {
    static char nothing[1] = "";
    ByteArray* array = as_array(self);
    incref(self);
    ++array->exports;
    *view = {
        .data = array->items ? array->items : nothing, .object = self, .size = array->size, .read_only = false};
    return done;
}

void bytearray_release_buffer(Object* self, BufferView*) { --as_array(self)->exports; }

NewRef bytearray_append(Object* self, Object* const* arguments) {
    const char octet = static_cast<char>(TRY(octet_value(arguments[0])));
    TRY(append_octets(as_array(self), {&octet, 1}));
    return new_none();
}

NewRef bytearray_clear(Object* self, Object* const*) {
    TRY(bytearray_resize(as_array(self), 0));
    return new_none();
}

NewRef bytearray_copy(Object* self, Object* const*) { return new_bytearray(as_array(self)->view()); }

NewRef bytearray_extend(Object* self, Object* const* arguments) {
    Object* source = arguments[0];
    if (!has_octets(source) && !source->type->slots.iter && !source->type->slots.item) {
        return raise(type_error_type, fmt::format("can't extend bytearray with {}", source->type->name));
    }
    std::string octets;
    if (has_octets(source)) {
        OctetsView view;
        if (!view.acquire(source)) {
            clear_exception();
            return raise(type_error_type, fmt::format("can't set bytearray slice from {}", source->type->name));
        }
        octets = view.view();
    } else {
        TRY(length_hint(source, 0));
        TRY(collect_ints(octets, source, "byte"));
    }
    TRY(append_octets(as_array(self), octets));
    return new_none();
}

NewRef bytearray_insert(Object* self, Object* const* arguments) {
    Size index = TRY(argument_size(arguments[0]));
    const char octet = static_cast<char>(TRY(octet_value(arguments[1])));
    const Size size = as_array(self)->size;
    index = std::clamp<Size>(index < 0 ? index + size : index, 0, size);
    TRY(replace_range(as_array(self), index, index, {&octet, 1}));
    return new_none();
}

NewRef bytearray_pop(Object* self, Object* const* arguments) {
    ByteArray* array = as_array(self);
    Size index = TRY(argument_size(arguments[0]));
    if (array->size == 0) return raise(index_error_type, "pop from empty bytearray");
    if (index < 0) index += array->size;
    if (index < 0 || index >= array->size) return raise(index_error_type, "pop index out of range");
    const auto octet = static_cast<unsigned char>(array->items[index]);
    TRY(replace_range(array, index, index + 1, {}));
    return new_int(octet);
}

NewRef bytearray_remove(Object* self, Object* const* arguments) {
    ByteArray* array = as_array(self);
    const char octet = static_cast<char>(TRY(octet_value(arguments[0])));
    const std::size_t at = array->view().find(octet);
    if (at == std::string_view::npos) return raise(value_error_type, "value not found in bytearray");
    TRY(replace_range(array, static_cast<Size>(at), static_cast<Size>(at) + 1, {}));
    return new_none();
}

NewRef bytearray_reverse(Object* self, Object* const*) {
    std::reverse(as_array(self)->items, as_array(self)->items + as_array(self)->size);
    return new_none();
}

NewRef bytearray_fromhex(Object* self, Object* const* arguments) {
    std::string octets = TRY(octets_from_hex(arguments[0]));
    Ref<ByteArray> made = TRY(new_bytearray(octets));
    if (self == &bytearray_type) return made;
    return call(self, {made.get()});
}

NewRef bytearray_alloc(Object* self, Object* const*) { return new_int(as_array(self)->capacity); }

/// What CPython's layout takes: its head is 56 bytes.
NewRef bytearray_sizeof(Object* self, Object* const*) { return new_int(56 + as_array(self)->capacity); }

/// (type, arguments, state): protocols below 3 know no bytes, the octets go as Latin-1 text.
NewRef reduce_with_protocol(Object* self, Size protocol) {
    const ByteArray* array = as_array(self);
    Ref<Object> state = TRY(call_method(self, name<"__getstate__">));
    Ref<Tuple> arguments = new_tuple_uninitialized(0);
    if (protocol < 3) {
        Ref<Str> text = str_from_latin1({array->items, static_cast<std::size_t>(array->size)});
        arguments = tuple_of(text.get(), name<"latin-1">);
    } else if (array->size) {
        Ref<Bytes> octets = new_bytes({array->items, static_cast<std::size_t>(array->size)});
        arguments = tuple_of(octets.get());
    }
    return tuple_of(self->type, arguments.get(), state.get());
}

NewRef bytearray_reduce(Object* self, Object* const*) { return reduce_with_protocol(self, 2); }

NewRef bytearray_reduce_ex(Object* self, Object* const* arguments) {
    return reduce_with_protocol(self, arguments[0] ? TRY(argument_size(arguments[0])) : 0);
}

const NativeDef bytearray_methods[] = {
    OCTET_METHODS,
    {"append", bytearray_append, "($self, item, /)", "Adds one octet at the end."},
    {"clear", bytearray_clear, "($self, /)", "Removes all octets."},
    {"copy", bytearray_copy, "($self, /)", "A bytearray with the same octets."},
    {"extend", bytearray_extend, "($self, iterable_of_ints, /)", "Adds all octets of the iterable at the end."},
    {"fromhex", bytearray_fromhex, "($type, string, /)", "The octets that hexadecimal text stands for."},
    {"insert", bytearray_insert, "($self, index, item, /)", "Inserts one octet before the index."},
    {"pop", bytearray_pop, "($self, index=-1, /)", "Removes one octet and returns it."},
    {"remove", bytearray_remove, "($self, value, /)", "Removes the first octet of that value."},
    {"reverse", bytearray_reverse, "($self, /)", "Reverses the order of the octets in place."},
    {"__alloc__", bytearray_alloc, "-($self, /)", "Octets that there is room for."},
    {"__reduce__", bytearray_reduce, "($self, /)", "The state for pickling."},
    {"__reduce_ex__", bytearray_reduce_ex, "($self, proto=0, /)", "The state for pickling by a protocol."},
    {"__sizeof__", bytearray_sizeof, "($self, /)", "Bytes that the object takes in memory."},
};

constexpr char bytearray_doc[] =
    "bytearray(iterable_of_ints) -> bytearray\n"
    "bytearray(string, encoding[, errors]) -> bytearray\n"
    "bytearray(bytes_or_buffer) -> bytearray\n"
    "bytearray(int) -> that many zero octets\n"
    "bytearray() -> no octets\n"
    "\n"
    "A mutable array of octets.";

const TypeSpec bytearray_spec = {
    .name = "bytearray",
    .basic_size = sizeof(ByteArray),
    .flags = type_flag::base_type | type_flag::match_self,
    .doc = bytearray_doc,
    .slots =
        {
            .new_ = bytearray_new,
            .init = bytearray_init,
            .dealloc = bytearray_dealloc,
            .repr = bytearray_repr,
            .str = bytearray_str,
            .compare = octets_compare,
            .iter = bytearray_iter,
            .remainder = bytearray_remainder,
            .length = bytearray_length,
            .get_item = bytearray_get_item,
            .set_item = bytearray_set_item,
            .contains = octets_contains,
            .concat = bytearray_concat,
            .repeat = bytearray_repeat,
            .item = bytearray_item,
            .set_index_item = bytearray_set_index,
            .inplace_concat = bytearray_inplace_concat,
            .inplace_repeat = bytearray_inplace_repeat,
            .get_buffer = bytearray_get_buffer,
            .release_buffer = bytearray_release_buffer,
        },
    .methods = bytearray_methods,
};

}  // namespace

Type bytearray_type(bytearray_spec);

}  // namespace minipy
