// array.array: its methods.
//
// CPython: Modules/arraymodule.c
#include <algorithm>
#include <cstring>

#include "modules/array/array.h"
#include "modules/buffer_argument.h"
#include "modules/support.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/text_argument.h"

namespace minipy {
namespace {

/// The first index in [start, stop) whose item equals the value, or -1.
Result<Size> find_item(const Array* array, Object* value, Size start, Size stop) {
    for (Size i = start; i < stop && i < array->size; ++i) {
        Ref<Object> item = TRY(array->get(i));
        if (TRY(compare_truth(item.get(), value, CompareOp::Eq))) return i;
    }
    return -1;
}

NewRef array_append(Object* self, Object* const* arguments) {
    TRY(array_append_item(as_array(self), arguments[0]));
    return new_none();
}

NewRef array_buffer_info(Object* self, Object* const*) {
    const Array* array = as_array(self);
    return pack(
        {new_int_unsigned(reinterpret_cast<std::uintptr_t>(array->items)).get(), new_int(array->size).get()});
}

NewRef array_byteswap(Object* self, Object* const*) {
    Array* array = as_array(self);
    for (Size i = 0; i < array->size; ++i) std::reverse(array->at(i), array->at(i) + array->kind->size);
    return new_none();
}

NewRef array_copy(Object* self, Object* const*) {
    const Array* array = as_array(self);
    Ref<Array> copy = TRY(new_array(&array_type, array->kind, array->size));
    if (array->size) std::memcpy(copy->items, array->items, array->octets().size());
    return copy;
}

NewRef array_count(Object* self, Object* const* arguments) {
    const Array* array = as_array(self);
    Size count = 0;
    for (Size i = 0; (i = TRY(find_item(array, arguments[0], i, array->size))) >= 0; ++i) ++count;
    return new_int(count);
}

NewRef array_extend(Object* self, Object* const* arguments) {
    TRY(array_extend_by(as_array(self), arguments[0]));
    return new_none();
}

NewRef array_fromfile(Object* self, Object* const* arguments) {
    Array* array = as_array(self);
    const Size count = TRY(argument_size(arguments[1]));
    if (count < 0) return raise(value_error_type, "negative count");
    Size octets;
    if (__builtin_mul_overflow(count, array->kind->size, &octets)) return raise(memory_error_type);
    Ref<Object> read = TRY(call_method(arguments[0], name<"read">, {new_int(octets).get()}));
    if (!is_bytes(read.get())) return raise(type_error_type, "read() didn't return bytes");
    const std::string_view data = static_cast<Bytes*>(read.get())->view();
    TRY(array_append_octets(array, data));
    if (static_cast<Size>(data.size()) != octets)
        return raise(eof_error_type, "read() didn't return enough bytes");
    return new_none();
}

NewRef array_tofile(Object* self, Object* const* arguments) {
    constexpr Size block = 64 * 1024;
    Array* array = as_array(self);
    for (Size at = 0; at < array->size * array->kind->size; at += block) {
        const Size size = std::min(block, array->size * array->kind->size - at);
        Ref<Bytes> part =
            new_bytes(array->octets().substr(static_cast<std::size_t>(at), static_cast<std::size_t>(size)));
        TRY(call_method(arguments[0], name<"write">, {part.get()}));
    }
    return new_none();
}

/// All items or none: the size is what it was if one cannot be converted.
NewRef array_fromlist(Object* self, Object* const* arguments) {
    Array* array = as_array(self);
    if (!is_list(arguments[0])) return raise(type_error_type, "arg must be list");
    auto* list = static_cast<List*>(arguments[0]);
    const Size old = array->size, count = list->size;
    if (count == 0) return new_none();
    TRY(array_resize(array, old + count));
    for (Size i = 0; i < count; ++i) {
        char item[8];
        Ref<Object> value = share(list->items[i]);
        const bool converted = static_cast<bool>(array->kind->set(item, value.get()));
        const bool unchanged = list->size == count && array->size == old + count;
        if (converted && unchanged) {
            std::memcpy(array->at(old + i), item, static_cast<std::size_t>(array->kind->size));
            continue;
        }
        if (converted) return raise(runtime_error_type, "list changed size during iteration");
        Ref<Object> error = take_exception();
        if (array->size == old + count) TRY(array_resize(array, old));
        return restore_exception(std::move(error));
    }
    return new_none();
}

NewRef array_frombytes(Object* self, Object* const* arguments) {
    HeldBuffer view;
    TRY(get_buffer(arguments[0], view, buffer_flag::simple));
    if (view.item_size != 1) return raise(type_error_type, "a bytes-like object is required");
    TRY(array_append_octets(as_array(self), view.view()));
    return new_none();
}

NewRef array_fromunicode(Object* self, Object* const* arguments) {
    TRY(str_argument(arguments[0], "fromunicode"));
    if (as_array(self)->kind->code != 'u')
        return raise(value_error_type, "fromunicode() may only be called on unicode type arrays");
    TRY(array_append_text(as_array(self), static_cast<Str*>(arguments[0])));
    return new_none();
}

NewRef array_index(Object* self, Object* const* arguments) {
    Array* array = as_array(self);
    Size start = arguments[1] ? TRY(slice_bound(arguments[1], 0)) : 0;
    Size stop = arguments[2] ? TRY(slice_bound(arguments[2], 0)) : PTRDIFF_MAX;
    adjust_bounds(start, stop, array->size);
    const Size index = TRY(find_item(array, arguments[0], start, stop));
    if (index < 0) return raise(value_error_type, "array.index(x): x not in array");
    return new_int(index);
}

NewRef array_insert(Object* self, Object* const* arguments) {
    TRY(array_insert_item(as_array(self), TRY(argument_size(arguments[0])), arguments[1]));
    return new_none();
}

NewRef array_pop(Object* self, Object* const* arguments) {
    Array* array = as_array(self);
    Size index = arguments[0] ? TRY(argument_size(arguments[0])) : -1;
    if (array->size == 0) return raise(index_error_type, "pop from empty array");
    if (index < 0) index += array->size;
    if (index < 0 || index >= array->size) return raise(index_error_type, "pop index out of range");
    Ref<Object> item = TRY(array->get(index));
    TRY(array_delete_range(array, index, index + 1));
    return item;
}

NewRef array_remove(Object* self, Object* const* arguments) {
    Array* array = as_array(self);
    const Size index = TRY(find_item(array, arguments[0], 0, array->size));
    if (index < 0) return raise(value_error_type, "array.remove(x): x not in array");
    TRY(array_delete_range(array, index, std::min(index + 1, array->size)));
    return new_none();
}

NewRef array_reverse(Object* self, Object* const*) {
    Array* array = as_array(self);
    const auto size = static_cast<std::size_t>(array->kind->size);
    for (Size low = 0, high = array->size - 1; low < high; ++low, --high) {
        char item[8];
        std::memcpy(item, array->at(low), size);
        std::memcpy(array->at(low), array->at(high), size);
        std::memcpy(array->at(high), item, size);
    }
    return new_none();
}

NewRef array_tobytes(Object* self, Object* const*) { return new_bytes(as_array(self)->octets()); }
NewRef array_tolist(Object* self, Object* const*) { return array_to_list(as_array(self)); }

NewRef array_tounicode(Object* self, Object* const*) {
    if (as_array(self)->kind->code != 'u')
        return raise(value_error_type, "tounicode() may only be called on unicode type arrays");
    return array_to_text(as_array(self));
}

NewRef array_sizeof(Object* self, Object* const*) {
    return new_int(static_cast<Size>(self->type->basic_size) +
                   as_array(self)->capacity * as_array(self)->kind->size);
}

constexpr NativeDef methods[] = {
    {"append", array_append, "($self, v, /)", "Appends the value."},
    {"buffer_info", array_buffer_info, "($self, /)", "The address of the items in memory and their number."},
    {"byteswap", array_byteswap, "($self, /)", "Reverses the bytes of every item."},
    {"__copy__", array_copy, "($self, /)", "A copy."},
    {"count", array_count, "($self, v, /)", "How many items equal v."},
    {"__deepcopy__", array_copy, "($self, unused, /)", "A copy."},
    {"extend", array_extend, "($self, bb, /)", "Appends the items of an array or iterable."},
    {"fromfile", array_fromfile, "($self, f, n, /)",
     "Reads n items from the file, as the machine has them, and appends them."},
    {"fromlist", array_fromlist, "($self, list, /)", "Appends the items of the list, all or none."},
    {"frombytes", array_frombytes, "($self, buffer, /)",
     "Appends items that lie in memory as the machine has them."},
    {"fromunicode", array_fromunicode, "($self, ustr, /)",
     "Appends the characters; for arrays of these alone."},
    {"index", array_index, "($self, v, start=0, stop=sys.maxsize, /)",
     "The index of the first item that equals v."},
    {"insert", array_insert, "($self, i, v, /)", "Inserts v before index i."},
    {"pop", array_pop, "($self, i=-1, /)", "Takes out the item at index i."},
    {"__reduce_ex__", array_reduce_ex, "($self, value, /)", "For pickling."},
    {"remove", array_remove, "($self, v, /)", "Takes out the first item that equals v."},
    {"reverse", array_reverse, "($self, /)", "Reverses the order of the items."},
    {"tofile", array_tofile, "($self, f, /)", "Writes the items to the file, as the machine has them."},
    {"tolist", array_tolist, "($self, /)", "The items as a list."},
    {"tobytes", array_tobytes, "($self, /)", "The items as bytes, as the machine has them."},
    {"tounicode", array_tounicode, "($self, /)", "The characters as a str; for arrays of these alone."},
    {"__sizeof__", array_sizeof, "($self, /)", "Bytes of memory the array takes, items included."},
};

}  // namespace

constinit const std::span<const NativeDef> array_methods = methods;

}  // namespace minipy
