// memoryview: reading and writing items and slices, comparison, iteration.
//
// A key or value may run Python code that releases the view: the view is checked again before its memory is
// touched.
//
// CPython: Objects/memoryobject.c (memory_subscript, memory_ass_sub, memory_richcompare)
#include <fmt/format.h>

#include <cstring>
#include <utility>

#include "objects/errors.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/memoryview.h"
#include "objects/memoryview/view_internal.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/slice.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

Failure invalid_key() { return raise(type_error_type, "memoryview: invalid slice key"); }

/// The place of an item along one dimension.
Result<char*> item_place(const ViewLayout& layout, char* from, std::size_t dimension, Size index) {
    const Size extent = layout.shape[dimension];
    if (index < 0) index += extent;
    if (index < 0 || index >= extent)
        return raise(index_error_type, fmt::format("index out of bounds on dimension {}", dimension + 1));
    return from + index * layout.strides[dimension];
}

bool is_index_tuple(Object* key) noexcept {
    if (!is_tuple(key)) return false;
    for (Object* item : static_cast<Tuple*>(key)->span())
        if (!has_index(item)) return false;
    return true;
}

bool is_slice_tuple(Object* key) noexcept {
    if (!is_tuple(key) || static_cast<Tuple*>(key)->size == 0) return false;
    for (Object* item : static_cast<Tuple*>(key)->span())
        if (!is_exactly(item, slice_type)) return false;
    return true;
}

/// The place that a key of one index, or of a tuple of them, speaks of.
Result<char*> place_of(const ViewLayout& layout, Object* key, const char* sub_views) {
    if (has_index(key)) {
        const Size index = TRY(index_size(key));
        if (layout.dimensions() != 1) return raise(not_implemented_error_type, sub_views);
        return item_place(layout, layout.data, 0, index);
    }
    const Tuple* indices = static_cast<Tuple*>(key);
    const auto given = static_cast<std::size_t>(indices->size);
    if (given < layout.dimensions()) return raise(not_implemented_error_type, "sub-views are not implemented");
    if (given > layout.dimensions())
        return raise(type_error_type, fmt::format("cannot index {}-dimension view with {}-element tuple",
                                                  layout.dimensions(), given));
    char* place = layout.data;
    for (std::size_t i = 0; i < given; ++i)
        place = TRY(item_place(layout, place, i, TRY(index_size((*indices)[static_cast<Size>(i)]))));
    return place;
}

/// The layout cut down to a slice of its first dimension.
Result<ViewLayout> sliced(const MemoryView* view, const Slice* slice) {
    const SliceRange bounds = TRY(slice_unpack(slice));
    TRY(check_not_released(view));
    ViewLayout layout = *view->layout;
    const SliceRange range = slice_adjust(bounds, layout.shape[0]);
    layout.data += range.start * layout.strides[0];
    layout.shape[0] = range.count;
    layout.strides[0] *= range.step;
    return layout;
}

bool is_whole_key(Object* key) noexcept {
    return key == &ellipsis || (is_tuple(key) && static_cast<Tuple*>(key)->size == 0);
}

NewRef get_without_dimensions(Object* self, Object* key) {
    const ViewLayout& layout = *as_view(self)->layout;
    if (is_tuple(key) && is_whole_key(key)) return read_item(TRY(readable_code(layout)), layout.data);
    if (key == &ellipsis) return new_ref(self);
    return raise(type_error_type, "invalid indexing of 0-dim memory");
}

void copy_rows(const ViewLayout& to, const Bytes* octets) noexcept {
    const char* from = octets->data();
    for (Size i = 0; i < to.shape[0]; ++i, from += to.item_size)
        std::memcpy(to.data + i * to.strides[0], from, static_cast<std::size_t>(to.item_size));
}

/// `view[slice] = exporter`: the same format and number of items on both sides.
Status set_slice(MemoryView* view, const Slice* slice, Object* exporter) {
    HeldBuffer source;
    TRY(get_buffer(exporter, source, buffer_flag::indirect | buffer_flag::format));
    const ViewLayout from = layout_of(source);
    Result<ViewLayout> to = sliced(view, slice);
    if (!to) return failed;
    const bool same =
        from.item_size == (*to).item_size && from.code() == (*to).code() && from.shape == (*to).shape;
    if (!same)
        return raise(value_error_type, "memoryview assignment: lvalue and rvalue have different structures");
    // Through a copy, for the two may overlap.
    Ref<Bytes> octets = TRY(octets_in_order(from));
    copy_rows(*to, octets.get());
    return done;
}

/// Converts the value, then stores it at `place`.
Status store_item(MemoryView* view, char* place, Object* value) {
    char octets[8];
    TRY(write_item(TRY(readable_code(*view->layout)), octets, value));
    TRY(check_not_released(view));
    std::memcpy(place, octets, static_cast<std::size_t>(view->layout->item_size));
    return done;
}

NewRef to_list(const ViewLayout& layout, char code, const char* from, std::size_t dimension) {
    Ref<List> list = new_list();
    for (Size i = 0; i < layout.shape[dimension]; ++i) {
        const char* place = from + i * layout.strides[dimension];
        Ref<Object> item =
            TRY(dimension + 1 == layout.dimensions() ? read_item(code, place)
                                                     : to_list(layout, code, place, dimension + 1));
        TRY(list_append(list.get(), item.get()));
    }
    return list;
}

// --- comparison

Result<bool> equal_items(const ViewLayout& left, const ViewLayout& right, const char* a, const char* b,
                         std::size_t dimension) {
    if (dimension == left.dimensions()) {
        Ref<Object> x = TRY(read_item(left.code(), a)), y = TRY(read_item(right.code(), b));
        // NaN differs from itself, so identity does not count.
        Ref<Object> answer = TRY(compare(x.get(), y.get(), CompareOp::Eq));
        return truth(answer.get());
    }
    for (Size i = 0; i < left.shape[dimension]; ++i)
        if (!TRY(equal_items(left, right, a + i * left.strides[dimension], b + i * right.strides[dimension],
                             dimension + 1)))
            return false;
    return true;
}

Result<bool> equal(const ViewLayout& left, const ViewLayout& right) {
    if (left.shape != right.shape || !left.code() || !right.code()) return false;
    const bool octets = left.code() == 'B' && right.code() == 'B';
    if (octets && left.is_c_contiguous() && right.is_c_contiguous())
        return std::memcmp(left.data, right.data, static_cast<std::size_t>(left.octet_count())) == 0;
    return equal_items(left, right, left.data, right.data, 0);
}

}  // namespace

NewRef view_compare(Object* left, Object* right, CompareOp op) {
    if (op != CompareOp::Eq && op != CompareOp::Ne) return new_ref(&not_implemented);
    const auto answer = [&](bool same) { return new_bool(same == (op == CompareOp::Eq)); };
    const bool right_is_view = is_exactly(right, memoryview_type);
    if (!as_view(left)->buffer || (right_is_view && !as_view(right)->buffer)) return answer(left == right);
    if (!has_octets(right)) return new_ref(&not_implemented);
    HeldBuffer other;
    if (!get_buffer(right, other, buffer_flag::indirect | buffer_flag::format)) {
        clear_exception();
        return new_ref(&not_implemented);
    }
    return answer(TRY(equal(*as_view(left)->layout, layout_of(other))));
}

NewRef view_item(Object* self, Size index) {
    MemoryView* view = as_view(self);
    TRY(check_not_released(view));
    const ViewLayout& layout = *view->layout;
    const char code = TRY(readable_code(layout));
    if (layout.shape.empty()) return raise(type_error_type, "invalid indexing of 0-dim memory");
    if (layout.dimensions() != 1)
        return raise(not_implemented_error_type, "multi-dimensional sub-views are not implemented");
    return read_item(code, TRY(item_place(layout, layout.data, 0, index)));
}

NewRef view_get_item(Object* self, Object* key) {
    MemoryView* view = as_view(self);
    TRY(check_not_released(view));
    if (view->layout->shape.empty()) return get_without_dimensions(self, key);
    if (has_index(key) || is_index_tuple(key)) {
        const char code = TRY(readable_code(*view->layout));
        char* place = TRY(place_of(*view->layout, key, "multi-dimensional sub-views are not implemented"));
        TRY(check_not_released(view));
        return read_item(code, place);
    }
    if (is_exactly(key, slice_type)) {
        // The part shares the buffer before the bounds are read, for reading them may release this view.
        Ref<Object> part = TRY(new_view(view->buffer, *view->layout));
        Result<ViewLayout> layout = sliced(as_view(part.get()), static_cast<Slice*>(key));
        if (!layout) return failed;
        *as_view(part.get())->layout = std::move(*layout);
        return part;
    }
    if (is_slice_tuple(key))
        return raise(not_implemented_error_type, "multi-dimensional slicing is not implemented");
    return invalid_key();
}

Status view_set_item(Object* self, Object* key, Object* value_or_null) {
    MemoryView* view = as_view(self);
    TRY(check_not_released(view));
    const ViewLayout& layout = *view->layout;
    TRY(readable_code(layout));
    if (layout.read_only) return raise(type_error_type, "cannot modify read-only memory");
    if (!value_or_null) return raise(type_error_type, "cannot delete memory");
    if (layout.shape.empty()) {
        if (is_whole_key(key)) return store_item(view, layout.data, value_or_null);
        return raise(type_error_type, "invalid indexing of 0-dim memory");
    }
    if (has_index(key) || is_index_tuple(key))
        return store_item(view, TRY(place_of(layout, key, "sub-views are not implemented")), value_or_null);
    if (is_exactly(key, slice_type) && layout.dimensions() == 1)
        return set_slice(view, static_cast<Slice*>(key), value_or_null);
    if (is_exactly(key, slice_type) || is_slice_tuple(key))
        return raise(not_implemented_error_type,
                     "memoryview slice assignments are currently restricted to ndim = 1");
    return invalid_key();
}

NewRef view_tolist(Object* self, Object* const*) {
    TRY(check_not_released(as_view(self)));
    const ViewLayout& layout = *as_view(self)->layout;
    const char code = TRY(readable_code(layout));
    if (layout.shape.empty()) return read_item(code, layout.data);
    return to_list(layout, code, layout.data, 0);
}

// --- iteration

namespace {

struct MemoryIterator : Object {
    MemoryView* view;  // null once exhausted
    Size index;
    Size length;
};

MemoryIterator* as_iterator(Object* self) noexcept { return static_cast<MemoryIterator*>(self); }

void iterator_dealloc(Object* self) noexcept {
    untrack(self);
    xdecref(as_iterator(self)->view);
    free_object(self);
}

int iterator_traverse(Object* self, Visit visit, void* context) {
    return as_iterator(self)->view ? visit(as_iterator(self)->view, context) : 0;
}

NewRef iterator_iter(Object* self) { return new_ref(self); }

NewRef iterator_next(Object* self) {
    MemoryIterator* iterator = as_iterator(self);
    if (!iterator->view) return nullptr;
    if (iterator->index < iterator->length) return view_item(iterator->view, iterator->index++);
    decref(std::exchange(iterator->view, nullptr));
    return nullptr;
}

const TypeSpec iterator_spec = {
    .name = "memory_iterator",
    .basic_size = sizeof(MemoryIterator),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = iterator_dealloc,
              .traverse = iterator_traverse,
              .iter = iterator_iter,
              .next = iterator_next},
};

}  // namespace

Type memory_iterator_type(iterator_spec);

NewRef view_iter(Object* self) {
    TRY(check_not_released(as_view(self)));
    const ViewLayout& layout = *as_view(self)->layout;
    TRY(readable_code(layout));
    if (layout.shape.empty()) return raise(type_error_type, "invalid indexing of 0-dim memory");
    if (layout.dimensions() != 1)
        return raise(not_implemented_error_type, "multi-dimensional sub-views are not implemented");
    auto* iterator = static_cast<MemoryIterator*>(allocate_instance(&memory_iterator_type));
    incref(self);
    iterator->view = as_view(self);
    iterator->length = layout.shape[0];
    return NewRef(iterator);
}

}  // namespace minipy
