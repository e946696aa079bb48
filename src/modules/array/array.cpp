// array.array: life, construction, slots, iterator.
//
// CPython: Modules/arraymodule.c
#include "modules/array/array.h"

#include <cstring>
#include <new>

#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/buffer.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/sequence_compare.h"
#include "objects/singletons.h"
#include "objects/slice.h"
#include "objects/slot_table.h"
#include "objects/str.h"
#include "objects/vm_hooks.h"
#include "objects/weak_reference.h"
#include "vm/import.h"

namespace minipy {

// --- memory

namespace {

std::size_t capacity_bytes(const Array* array) noexcept {
    return static_cast<std::size_t>(array->capacity * array->kind->size);
}

/// The items' memory at its new size; null if it is not to be had.
char* items_of(char* items, std::size_t old_octets, std::size_t octets) noexcept {
    try {
        return static_cast<char*>(reallocate(items, old_octets, octets));
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}

}  // namespace

Ref<Array> new_array(Type* type, const ItemKind* kind, Size size) {
    char* items = nullptr;
    std::size_t octets;
    if (__builtin_mul_overflow(size, kind->size, &octets) || octets > PTRDIFF_MAX)
        return raise(memory_error_type);
    if (octets && !(items = items_of(nullptr, 0, octets))) return raise(memory_error_type);
    auto* made = static_cast<Array*>(allocate_instance(type));
    made->kind = kind;
    made->items = items;
    made->size = made->capacity = size;
    return Ref<Array>::steal(made);
}

Status array_resize(Array* array, Size size) {
    if (array->exports > 0 && size != array->size)
        return raise(buffer_error_type, "cannot resize an array that is exporting buffers");
    if (array->capacity >= size && array->size < size + 16 && array->items) {
        array->size = size;
        return done;
    }
    // A sixteenth beyond what is needed, so that appending is constant time on average.
    const Size capacity = size ? size + (size >> 4) + (array->size < 8 ? 3 : 7) : 0;
    if (size == 0) {
        release(std::exchange(array->items, nullptr), capacity_bytes(array));
    } else {
        std::size_t octets;
        char* items = nullptr;
        if (!__builtin_mul_overflow(capacity, array->kind->size, &octets) && octets <= PTRDIFF_MAX)
            items = items_of(array->items, capacity_bytes(array), octets);
        if (!items) return raise(memory_error_type);
        array->items = items;
    }
    array->capacity = capacity;
    array->size = size;
    return done;
}

Status array_insert_item(Array* array, Size index, Object* value) {
    char item[8];
    TRY(array->kind->set(item, value));
    const Size size = array->size;
    TRY(array_resize(array, size + 1));
    if (index < 0) index = std::max<Size>(index + size, 0);
    index = std::min(index, size);
    std::memmove(array->at(index + 1), array->at(index),
                 static_cast<std::size_t>((size - index) * array->kind->size));
    std::memcpy(array->at(index), item, static_cast<std::size_t>(array->kind->size));
    return done;
}

Status array_append_item(Array* array, Object* value) { return array_insert_item(array, array->size, value); }

Status array_append_octets(Array* array, std::string_view octets) {
    const Size count = static_cast<Size>(octets.size()) / array->kind->size;
    if (static_cast<Size>(octets.size()) % array->kind->size)
        return raise(value_error_type, "bytes length not a multiple of item size");
    if (count == 0) return done;
    const Size old = array->size;
    TRY(array_resize(array, old + count));
    std::memcpy(array->at(old), octets.data(), octets.size());
    return done;
}

Status array_append_text(Array* array, const Str* text) {
    const Size old = array->size;
    if (text->size == 0) return done;
    TRY(array_resize(array, old + text->size));
    for (Size i = 0; i < text->size; ++i) {
        const char32_t c = text->at(i);
        std::memcpy(array->at(old + i), &c, sizeof(c));
    }
    return done;
}

Status array_extend_by(Array* array, Object* iterable) {
    if (is_array(iterable)) {
        const Array* other = as_array(iterable);
        if (other->kind != array->kind)
            return raise(type_error_type, "can only extend with array of same kind");
        const Size old = array->size, count = other->size;
        if (count == 0) return done;
        TRY(array_resize(array, old + count));  // `other` may be the array itself
        std::memcpy(array->at(old), other->items, static_cast<std::size_t>(count * array->kind->size));
        return done;
    }
    Ref<Object> iterator = TRY(iterate(iterable));
    while (Ref<Object> item = next(iterator.get())) TRY(array_append_item(array, item.get()));
    if (pending_exception()) return failed;
    return done;
}

Status array_delete_range(Array* array, Size low, Size high) {
    if (low >= high) return done;
    if (array->exports > 0) return raise(buffer_error_type, "cannot resize an array that is exporting buffers");
    std::memmove(array->at(low), array->at(high),
                 static_cast<std::size_t>((array->size - high) * array->kind->size));
    return array_resize(array, array->size - (high - low));
}

Ref<List> array_to_list(const Array* array) {
    Ref<List> list = new_list();
    for (Size i = 0; i < array->size; ++i) TRY(list_append_steal(list.get(), TRY(array->get(i)).release()));
    return list;
}

Ref<Str> array_to_text(const Array* array) {
    if (array->size == 0) return empty_str();
    for (Size i = 0; i < array->size; ++i) TRY(array->get(i));  // refuses what is no character
    std::u32string text(static_cast<std::size_t>(array->size), U'\0');
    std::memcpy(text.data(), array->items, text.size() * sizeof(char32_t));
    return str_from_code_points(text);
}

namespace {

// --- construction

Failure raise_wrong_text(const char* what, const ItemKind* kind) {
    return raise(type_error_type,
                 fmt::format("cannot use a {} to initialize an array with typecode '{}'", what, kind->code));
}

Status fill_from(Array* array, Object* initial) {
    if (is_bytes(initial)) return array_append_octets(array, static_cast<Bytes*>(initial)->view());
    if (is_bytearray(initial)) return array_append_octets(array, static_cast<ByteArray*>(initial)->view());
    if (is_str(initial)) return array_append_text(array, static_cast<Str*>(initial));
    if (is_array(initial) && as_array(initial)->kind == array->kind) return array_extend_by(array, initial);
    if (!is_list(initial) && !is_tuple(initial)) {
        Ref<Object> iterator = TRY(iterate(initial));
        return array_extend_by(array, iterator.get());
    }
    for (Size i = 0; i < static_cast<VarObject*>(initial)->size; ++i) {
        Object* item =
            is_list(initial) ? static_cast<List*>(initial)->items[i] : (*static_cast<Tuple*>(initial))[i];
        TRY(array_append_item(array, share(item).get()));
    }
    return done;
}

NewRef array_new(Type* type, Tuple* arguments, Dict* keywords_or_null) {
    if (type == &array_type || type->slots.init == array_type.slots.init)
        TRY(no_keywords("array.array", keywords_or_null));
    if (arguments->size < 1 || arguments->size > 2)
        return raise(type_error_type, fmt::format("array() takes at {} argument{} ({} given)",
                                                  arguments->size < 1 ? "least 1" : "most 2",
                                                  arguments->size < 1 ? "" : "s", arguments->size));
    Object* code = (*arguments)[0];
    if (!is_str(code) || static_cast<Str*>(code)->size != 1)
        return raise_bad_argument("array", "argument 1", "a unicode character", code);
    const char32_t letter = static_cast<Str*>(code)->at(0);
    Object* initial = arguments->size == 2 ? (*arguments)[1] : nullptr;
    TRY(audit("array.__new__", code, initial));
    const ItemKind* kind = find_item_kind(letter);
    if (!kind) return raise(value_error_type, "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)");
    return make_array(type, kind, initial);
}

void array_dealloc(Object* self) noexcept {
    clear_weak_references(self);
    release(as_array(self)->items, capacity_bytes(as_array(self)));
    free_object(self);
}

// --- slots

NewRef array_repr(Object* self) {
    const Array* array = as_array(self);
    const char* type_name = short_name(self->type);
    if (array->size == 0) return str_from_utf8(fmt::format("{}('{}')", type_name, array->kind->code));
    Ref<Object> content;
    if (array->kind->code == 'u')
        content = array_to_text(array);
    else
        content = array_to_list(array);
    if (!content) return failed;
    Ref<Str> shown = TRY(repr(content.get()));
    return str_from_utf8(fmt::format("{}('{}', {})", type_name, array->kind->code, str_utf8(shown.get())));
}

/// How two items compare: by their memory if they are of one kind, else as objects.
Result<bool> items_equal(const Array* left, const Array* right, Size index) {
    if (left->kind == right->kind) return left->kind->compare(left->at(index), right->at(index)) == 0;
    Ref<Object> a = TRY(left->get(index)), b = TRY(right->get(index));
    return compare_truth(a.get(), b.get(), CompareOp::Eq);
}

NewRef array_compare(Object* left_object, Object* right_object, CompareOp op) {
    if (!is_array(left_object) || !is_array(right_object)) return new_ref(&not_implemented);
    const Array *left = as_array(left_object), *right = as_array(right_object);
    if (left->size != right->size && (op == CompareOp::Eq || op == CompareOp::Ne))
        return new_bool(op == CompareOp::Ne);
    for (Size i = 0; i < std::min(left->size, right->size); ++i) {
        if (TRY(items_equal(left, right, i))) continue;
        if (op == CompareOp::Eq || op == CompareOp::Ne) return new_bool(op == CompareOp::Ne);
        if (i >= std::min(left->size, right->size)) break;
        Ref<Object> a = TRY(left->get(i)), b = TRY(right->get(i));
        return compare(a.get(), b.get(), op);
    }
    return compare_sizes(left->size, right->size, op);
}

Result<Size> array_length(Object* self) { return as_array(self)->size; }

NewRef array_item(Object* self, Size index) {
    if (index < 0 || index >= as_array(self)->size) return raise(index_error_type, "array index out of range");
    return as_array(self)->get(index);
}

NewRef array_slice(const Array* array, const Slice* slice) {
    const SliceRange bounds = TRY(slice_unpack(slice));
    const SliceRange range = slice_adjust(bounds, array->size);
    Ref<Array> part = TRY(new_array(&array_type, array->kind, range.count));
    for (Size i = 0; i < range.count; ++i)
        std::memcpy(part->at(i), array->at(range.start + i * range.step),
                    static_cast<std::size_t>(array->kind->size));
    return part;
}

NewRef array_get_item(Object* self, Object* key) {
    if (has_index(key)) {
        Size index = TRY(index_size(key));
        if (index < 0) index += as_array(self)->size;
        return array_item(self, index);
    }
    if (is_exactly(key, slice_type)) return array_slice(as_array(self), static_cast<Slice*>(key));
    return raise(type_error_type, "array indices must be integers");
}

/// Replaces or deletes one item.
Status set_one(Array* array, Object* key, Object* value_or_null) {
    Size index = TRY(index_size(key));
    if (index < 0) index += array->size;
    if (index < 0 || index >= array->size)
        return raise(index_error_type, "array assignment index out of range");
    if (!value_or_null) return array_delete_range(array, index, index + 1);
    char item[8];
    TRY(array->kind->set(item, value_or_null));
    if (index >= array->size) return raise(index_error_type, "array assignment index out of range");
    std::memcpy(array->at(index), item, static_cast<std::size_t>(array->kind->size));
    return done;
}

/// Puts the items of `source` in the place of a run of others.
Status replace_run(Array* array, SliceRange range, std::string_view source, Size count) {
    const Size tail = array->size - (range.start + range.count);
    const auto tail_octets = static_cast<std::size_t>(tail * array->kind->size);
    const Size size = array->size - range.count + count;
    if (count > range.count) TRY(array_resize(array, size));
    if (tail) std::memmove(array->at(range.start + count), array->at(range.start + range.count), tail_octets);
    if (count < range.count) TRY(array_resize(array, size));
    if (count) std::memcpy(array->at(range.start), source.data(), source.size());
    return done;
}

/// Deletes every step-th item.
Status delete_steps(Array* array, SliceRange range) {
    if (range.count == 0) return done;
    if (range.step < 0) {
        range.start += range.step * (range.count - 1);
        range.step = -range.step;
    }
    const auto item_size = static_cast<std::size_t>(array->kind->size);
    Size to = range.start;
    for (Size from = range.start, left = range.count; from < array->size; ++from) {
        if (left && (from - range.start) % range.step == 0 && from >= range.start) {
            --left;
            continue;
        }
        std::memmove(array->at(to++), array->at(from), item_size);
    }
    return array_resize(array, to);
}

Status set_slice(Array* array, const Slice* slice, Object* value_or_null) {
    const SliceRange bounds = TRY(slice_unpack(slice));
    Ref<Array> copy;
    if (value_or_null) {
        if (!is_array(value_or_null))
            return raise(type_error_type, fmt::format("can only assign array (not \"{}\") to array slice",
                                                      value_or_null->type->name));
        const Array* other = as_array(value_or_null);
        if (other->kind != array->kind)
            return raise(type_error_type, "bad argument type for built-in operation");
        copy = TRY(new_array(&array_type, other->kind, other->size));
        if (other->size) std::memcpy(copy->items, other->items, other->octets().size());
    }
    const SliceRange range = slice_adjust(bounds, array->size);
    const Size count = copy ? copy->size : 0;
    if ((count == 0 || range.count != count) && array->exports > 0)
        return raise(buffer_error_type, "cannot resize an array that is exporting buffers");
    if (range.step == 1) return replace_run(array, range, copy ? copy->octets() : std::string_view(), count);
    if (count == 0) return delete_steps(array, range);
    if (count != range.count)
        return raise(
            value_error_type,
            fmt::format("attempt to assign array of size {} to extended slice of size {}", count, range.count));
    for (Size i = 0; i < count; ++i)
        std::memcpy(array->at(range.start + i * range.step), copy->at(i),
                    static_cast<std::size_t>(array->kind->size));
    return done;
}

Status array_set_item(Object* self, Object* key, Object* value_or_null) {
    if (has_index(key)) return set_one(as_array(self), key, value_or_null);
    if (is_exactly(key, slice_type)) return set_slice(as_array(self), static_cast<Slice*>(key), value_or_null);
    return raise(type_error_type, "array indices must be integers");
}

Status array_set_index_item(Object* self, Size index, Object* value_or_null) {
    return set_one(as_array(self), new_int(index).get(), value_or_null);
}

Result<bool> array_contains(Object* self, Object* value) {
    for (Size i = 0; i < as_array(self)->size; ++i) {
        Ref<Object> item = TRY(as_array(self)->get(i));
        if (TRY(compare_truth(item.get(), value, CompareOp::Eq))) return true;
    }
    return false;
}

NewRef array_concat(Object* left, Object* right) {
    if (!is_array(right))
        return raise(type_error_type,
                     fmt::format("can only append array (not \"{}\") to array", right->type->name));
    const Array *a = as_array(left), *b = as_array(right);
    if (a->kind != b->kind) return raise(type_error_type, "bad argument type for built-in operation");
    Ref<Array> both = TRY(new_array(&array_type, a->kind, a->size + b->size));
    if (a->size) std::memcpy(both->items, a->items, a->octets().size());
    if (b->size) std::memcpy(both->at(a->size), b->items, b->octets().size());
    return both;
}

/// Writes the first `size` items again and again behind themselves, `count` times in all.
void repeat_items(Array* array, Size size, Size count) {
    const auto octets = static_cast<std::size_t>(size * array->kind->size);
    for (Size i = 1; i < count && octets; ++i) std::memcpy(array->at(i * size), array->items, octets);
}

NewRef array_repeat(Object* self, Size count) {
    const Array* array = as_array(self);
    count = std::max<Size>(count, 0);
    Size total;
    if (__builtin_mul_overflow(array->size, count, &total)) return raise(memory_error_type);
    Ref<Array> result = TRY(new_array(&array_type, array->kind, total));
    if (total) std::memcpy(result->items, array->items, array->octets().size());
    repeat_items(result.get(), array->size, count);
    return result;
}

NewRef array_inplace_repeat(Object* self, Size count) {
    Array* array = as_array(self);
    const Size size = array->size;
    count = std::max<Size>(count, 0);
    if (size == 0) return new_ref(self);
    Size total;
    if (__builtin_mul_overflow(size, count, &total)) return raise(memory_error_type);
    TRY(array_resize(array, total));
    repeat_items(array, size, count);
    return new_ref(self);
}

NewRef array_inplace_concat(Object* self, Object* other) {
    if (!is_array(other))
        return raise(type_error_type,
                     fmt::format("can only extend array with array (not \"{}\")", other->type->name));
    TRY(array_extend_by(as_array(self), other));
    return new_ref(self);
}

Status array_get_buffer(Object* self, BufferView* view, int flags) {
    static char empty[1];
    Array* array = as_array(self);
    view->data = array->items ? array->items : empty;
    view->object = share(self).release();
    view->size = array->size * array->kind->size;
    view->item_size = array->kind->size;
    view->read_only = false;
    view->shape = &array->size;
    view->strides = &array->kind->size;
    view->format = flags & buffer_flag::format ? array->kind->format : nullptr;
    ++array->exports;
    return done;
}

void array_release_buffer(Object* self, BufferView*) { --as_array(self)->exports; }

// --- iterator

struct ArrayIterator : Object {
    Array* array;  // null once exhausted
    Size position;
};

ArrayIterator* as_iterator(Object* self) noexcept { return static_cast<ArrayIterator*>(self); }
using IteratorLife = OwnedFields<ArrayIterator, &ArrayIterator::array>;

NewRef array_iter(Object* self) {
    auto* made = static_cast<ArrayIterator*>(allocate_instance(&array_iterator_type));
    made->array = share(as_array(self)).release();
    return NewRef(made);
}

NewRef iterator_next(Object* self) {
    ArrayIterator* iterator = as_iterator(self);
    if (!iterator->array) return nullptr;
    if (iterator->position < iterator->array->size) return iterator->array->get(iterator->position++);
    Ref<Array> dropped = Ref<Array>::steal(std::exchange(iterator->array, nullptr));
    return nullptr;
}

NewRef iterator_reduce(Object* self, Object* const*) {
    Ref<Object> iter = TRY(builtin("iter"));
    const ArrayIterator* iterator = as_iterator(self);
    if (!iterator->array) return pack({iter.get(), pack({new_tuple({}).get()}).get()});
    return pack({iter.get(), pack({iterator->array}).get(), new_int(iterator->position).get()});
}

NewRef iterator_setstate(Object* self, Object* const* arguments) {
    if (!is_int(arguments[0])) return raise(type_error_type, "an integer is required");
    Size position = TRY(argument_size(arguments[0]));
    if (const Array* array = as_iterator(self)->array)
        as_iterator(self)->position = std::clamp<Size>(position, 0, array->size);
    return new_none();
}

constexpr NativeDef iterator_methods[] = {
    {"__reduce__", iterator_reduce, "($self, /)", "For pickling."},
    {"__setstate__", iterator_setstate, "($self, state, /)", "Sets the position."},
};

const TypeSpec iterator_spec = {
    .name = "array.arrayiterator",
    .basic_size = sizeof(ArrayIterator),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = IteratorLife::dealloc,
              .traverse = IteratorLife::traverse,
              .get_attribute = generic_get_attribute,
              .iter = [](Object* self) { return new_ref(self); },
              .next = iterator_next},
    .methods = iterator_methods,
};

// --- type and module

NewRef array_typecode(Object* self) {
    return str_from_character(static_cast<char32_t>(as_array(self)->kind->code));
}
NewRef array_itemsize(Object* self) { return new_int(as_array(self)->kind->size); }

constexpr GetSetDef array_getset[] = {
    {"typecode", array_typecode, nullptr, "The letter that names the type of the items."},
    {"itemsize", array_itemsize, nullptr, "Bytes of one item."},
};

const TypeSpec array_spec = {
    .name = "array.array",
    .basic_size = sizeof(Array),
    .flags = type_flag::base_type | type_flag::sequence_pattern,
    .doc =
        "array(typecode [, initializer]) -> array\n\n"
        "A sequence of numbers or characters of one C type: b B h H i I l L q Q (integers), f d (floats),\n"
        "u (characters). The initializer is a bytes-like object, a str for 'u', or an iterable of values.",
    .slots = {.new_ = array_new,
              .dealloc = array_dealloc,
              .repr = array_repr,
              .hash = hash_not_implemented,
              .compare = array_compare,
              .get_attribute = generic_get_attribute,
              .iter = array_iter,
              .length = array_length,
              .get_item = array_get_item,
              .set_item = array_set_item,
              .contains = array_contains,
              .concat = array_concat,
              .repeat = array_repeat,
              .item = array_item,
              .set_index_item = array_set_index_item,
              .inplace_concat = array_inplace_concat,
              .inplace_repeat = array_inplace_repeat,
              .get_buffer = array_get_buffer,
              .release_buffer = array_release_buffer},
    .methods = array_methods,
    .getset = array_getset,
    .weakrefs_offset = offsetof(Array, weak_references),
};

constexpr NativeDef array_functions[] = {
    {"_array_reconstructor", array_reconstructor,
     "($module, arraytype, typecode, mformat_code, items,\n                     /)",
     "Makes an array from its pickled form."},
};

Status array_fill(Module* module) {
    ready_type(array_iterator_type);
    TRY(module_add_type(module, array_type));
    TRY(module_set(module, "ArrayType", &array_type));
    std::string codes;
    for (const ItemKind& kind : item_kinds()) codes += kind.code;
    TRY(module_set(module, "typecodes", str_from_utf8(codes).get()));
    Ref<Object> abstract = TRY(import_module("collections.abc"));
    Ref<Object> mutable_sequence = TRY(get_attribute(abstract.get(), name<"MutableSequence">));
    TRY(call_method(mutable_sequence.get(), name<"register">, {&array_type}));
    return done;
}

const ModuleSpec array_module_spec = {"array", "Arrays of numbers of one C type.", array_functions, array_fill};

}  // namespace

Type array_type(array_spec);
Type array_iterator_type(iterator_spec);

NewRef make_array(Type* type, const ItemKind* kind, Object* initial_or_null) {
    if (initial_or_null && kind->code != 'u') {
        if (is_str(initial_or_null)) return raise_wrong_text("str", kind);
        if (is_array(initial_or_null) && as_array(initial_or_null)->kind->code == 'u')
            return raise_wrong_text("unicode array", kind);
    }
    // Room for as many items as are known to come.
    const bool sized =
        initial_or_null && (is_str(initial_or_null) || is_list(initial_or_null) || is_tuple(initial_or_null));
    Ref<Array> made = TRY(new_array(type, kind, sized ? static_cast<VarObject*>(initial_or_null)->size : 0));
    made->size = 0;
    if (initial_or_null) TRY(fill_from(made.get(), initial_or_null));
    return made;
}

Ref<Module> make_array_module() { return new_native_module(array_module_spec); }

}  // namespace minipy
