// memoryview: life, attributes, the type itself.
//
// CPython: Objects/memoryobject.c
#include "objects/memoryview.h"

#include <fmt/format.h>

#include <cstring>
#include <utility>

#include "objects/arguments.h"
#include "objects/bytes/octets.h"
#include "objects/errors.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/memoryview/view_internal.h"
#include "objects/native.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/weak_reference.h"

namespace minipy {

// --- layouts

char ViewLayout::code() const noexcept {
    const char* letters = format.c_str();
    if (*letters == '@') ++letters;
    return *letters && !letters[1] && code_size(*letters) ? *letters : '\0';
}

bool ViewLayout::is_c_contiguous() const noexcept {
    // CPython looks at the stride even if there are no items.
    if (dimensions() == 1) return shape[0] == 1 || strides[0] == item_size;
    Size expected = item_size;
    for (std::size_t i = dimensions(); i-- > 0; expected *= shape[i])
        if (shape[i] > 1 && strides[i] != expected) return item_count() == 0;
    return true;
}

bool ViewLayout::is_f_contiguous() const noexcept {
    if (dimensions() == 1) return is_c_contiguous();
    Size expected = item_size;
    for (std::size_t i = 0; i < dimensions(); expected *= shape[i++])
        if (shape[i] > 1 && strides[i] != expected) return item_count() == 0;
    return true;
}

void ViewLayout::set_contiguous_strides() {
    strides.resize(shape.size());
    Size step = item_size;
    for (std::size_t i = dimensions(); i-- > 0; step *= shape[i]) strides[i] = step;
}

ViewLayout layout_of(const BufferView& view) {
    ViewLayout layout;
    layout.data = view.data;
    layout.item_size = view.item_size;
    if (view.format) layout.format = view.format;
    layout.read_only = view.read_only;
    if (view.shape)
        layout.shape.assign(view.shape, view.shape + view.dimensions);
    else if (view.dimensions)
        layout.shape.push_back(view.item_size ? view.size / view.item_size : 0);
    if (view.strides)
        layout.strides.assign(view.strides, view.strides + view.dimensions);
    else
        layout.set_contiguous_strides();
    return layout;
}

namespace {

/// Copies the items below `from` in order; `order[dimension]` names the index that runs at that depth.
char* copy_items(const ViewLayout& layout, const Extents& order, std::size_t depth, const char* from,
                 char* to) {
    if (depth == order.size()) {
        std::memcpy(to, from, static_cast<std::size_t>(layout.item_size));
        return to + layout.item_size;
    }
    const auto index = static_cast<std::size_t>(order[depth]);
    for (Size i = 0; i < layout.shape[index]; ++i)
        to = copy_items(layout, order, depth + 1, from + i * layout.strides[index], to);
    return to;
}

}  // namespace

Ref<Bytes> octets_in_order(const ViewLayout& layout, bool by_columns) {
    const Size size = layout.octet_count();
    if (by_columns ? layout.is_f_contiguous() : layout.is_c_contiguous())
        return new_bytes({layout.data, static_cast<std::size_t>(size)});
    Ref<Bytes> octets = TRY(new_bytes_uninitialized(size));
    const auto count = static_cast<Size>(layout.dimensions());
    Extents order;
    // By columns the last index is the outermost one.
    for (Size i = 0; i < count; ++i) order.push_back(by_columns ? count - 1 - i : i);
    copy_items(layout, order, 0, layout.data, octets->data());
    return octets;
}

// --- life

Status check_not_released(const MemoryView* view) {
    if (view->buffer) return done;
    return raise(value_error_type, "operation forbidden on released memoryview object");
}

Ref<Object> new_view(SharedBuffer* buffer, ViewLayout layout) {
    auto* view = static_cast<MemoryView*>(allocate_instance(&memoryview_type));
    view->buffer = buffer;
    view->layout = new ViewLayout(std::move(layout));
    view->hash = -1;
    ++buffer->users;
    return Ref<Object>::steal(view);
}

namespace {

void drop_buffer(MemoryView* view) noexcept {
    SharedBuffer* buffer = std::exchange(view->buffer, nullptr);
    if (!buffer || --buffer->users) return;
    release_buffer(buffer->view);
    delete buffer;
}

void view_dealloc(Object* self) noexcept {
    untrack(self);
    MemoryView* view = as_view(self);
    if (view->weak_references) clear_weak_references(self);
    drop_buffer(view);
    delete view->layout;
    free_object(self);
}

/// The buffer's reference belongs to all its views: only a lone view may count it as its own.
int view_traverse(Object* self, Visit visit, void* context) {
    const SharedBuffer* buffer = as_view(self)->buffer;
    if (!buffer || buffer->users != 1 || !buffer->view.object) return 0;
    return visit(buffer->view.object, context);
}

void view_clear(Object* self) {
    if (as_view(self)->exports == 0) drop_buffer(as_view(self));
}

Status release_view(MemoryView* view) {
    if (!view->buffer) return done;
    if (view->exports)
        return raise(buffer_error_type, fmt::format("memoryview has {} exported buffer{}", view->exports,
                                                    view->exports == 1 ? "" : "s"));
    drop_buffer(view);
    return done;
}

bool asks_for(int flags, int request) noexcept { return (flags & request) == request; }

Status view_get_buffer(Object* self, BufferView* target, int flags) {
    MemoryView* view = as_view(self);
    TRY(check_not_released(view));
    const ViewLayout& layout = *view->layout;
    if ((flags & buffer_flag::writable) && layout.read_only)
        return raise(buffer_error_type, "memoryview: underlying buffer is not writable");
    const bool strided = asks_for(flags, buffer_flag::strides);
    const bool by_rows = layout.is_c_contiguous(), by_columns = layout.is_f_contiguous();
    if (!by_rows && (!strided || asks_for(flags, buffer_flag::c_contiguous)))
        return raise(buffer_error_type, "memoryview: underlying buffer is not C-contiguous");
    if (!by_columns && asks_for(flags, buffer_flag::f_contiguous))
        return raise(buffer_error_type, "memoryview: underlying buffer is not Fortran contiguous");
    if (!by_rows && !by_columns && asks_for(flags, buffer_flag::any_contiguous))
        return raise(buffer_error_type, "memoryview: underlying buffer is not contiguous");
    incref(self);
    ++view->exports;
    *target = {.data = layout.data,
               .object = self,
               .size = layout.octet_count(),
               .item_size = layout.item_size,
               .read_only = layout.read_only,
               .dimensions = static_cast<int>(layout.dimensions())};
    if (flags & buffer_flag::format) target->format = layout.format.c_str();
    if (flags & buffer_flag::dimensions) target->shape = layout.shape.data();
    if (strided) target->strides = layout.strides.data();
    return done;
}

void view_release_buffer(Object* self, BufferView*) { --as_view(self)->exports; }

NewRef view_new(Type*, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"object"};
    Object* values[1];
    TRY(bind_arguments("memoryview", names, arguments, keywords_or_null, values, 1));
    return new_memoryview(values[0]);
}

NewRef view_repr(Object* self) {
    return str_from_utf8(fmt::format("<{} at {}>", as_view(self)->buffer ? "memory" : "released memory",
                                     static_cast<void*>(self)));
}

Result<Hash> view_hash(Object* self) {
    MemoryView* view = as_view(self);
    if (view->hash != -1) return view->hash;
    TRY(check_not_released(view));
    const ViewLayout& layout = *view->layout;
    if (!layout.read_only) return raise(value_error_type, "cannot hash writable memoryview object");
    const char code = layout.code();
    if (code != 'B' && code != 'b' && code != 'c')
        return raise(value_error_type, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    if (Object* exporter = view->buffer->view.object) TRY(hash(exporter));
    Ref<Bytes> octets = TRY(octets_in_order(layout));
    return view->hash = bytes_hash(octets.get());
}

Result<Size> view_length(Object* self) {
    TRY(check_not_released(as_view(self)));
    const ViewLayout& layout = *as_view(self)->layout;
    return layout.shape.empty() ? Size{1} : layout.shape[0];
}

// --- methods

NewRef view_release(Object* self, Object* const*) {
    TRY(release_view(as_view(self)));
    return new_none();
}

NewRef view_enter(Object* self, Object* const*) {
    TRY(check_not_released(as_view(self)));
    return new_ref(self);
}

NewRef view_tobytes(Object* self, Object* const* arguments) {
    if (!is_none(arguments[0]) && !is_str(arguments[0]))
        return raise_bad_argument("tobytes", "argument 'order'", "str or None", arguments[0]);
    TRY(check_not_released(as_view(self)));
    const ViewLayout& layout = *as_view(self)->layout;
    if (is_none(arguments[0])) return octets_in_order(layout);
    const std::string_view order = str_utf8(static_cast<Str*>(arguments[0]));
    if (order == "C") return octets_in_order(layout);
    if (order == "F") return octets_in_order(layout, true);
    if (order == "A") return octets_in_order(layout, layout.is_f_contiguous() && !layout.is_c_contiguous());
    return raise(value_error_type, "order must be 'C', 'F' or 'A'");
}

NewRef view_hex(Object* self, Object* const* arguments) {
    TRY(check_not_released(as_view(self)));
    Ref<Bytes> octets = TRY(octets_in_order(*as_view(self)->layout));
    return octets_hex(octets.get(), arguments);
}

NewRef view_toreadonly(Object* self, Object* const*) {
    TRY(check_not_released(as_view(self)));
    ViewLayout layout = *as_view(self)->layout;
    layout.read_only = true;
    return new_view(as_view(self)->buffer, std::move(layout));
}

// --- attributes

/// An attribute computed from the layout of a view that is not released.
template <auto compute>
NewRef layout_attribute(Object* self) {
    TRY(check_not_released(as_view(self)));
    return compute(*as_view(self)->layout);
}

NewRef as_tuple_of_ints(const Extents& extents) {
    Ref<Tuple> tuple = new_tuple_uninitialized(static_cast<Size>(extents.size()));
    Object** slot = tuple->items();
    for (Size extent : extents) *slot++ = new_int(extent).release();
    return tuple;
}

NewRef get_object(Object* self) {
    TRY(check_not_released(as_view(self)));
    Object* exporter = as_view(self)->buffer->view.object;
    return new_ref(exporter ? exporter : &none);
}

NewRef nbytes(const ViewLayout& layout) { return new_int(layout.octet_count()); }
NewRef readonly(const ViewLayout& layout) { return new_bool(layout.read_only); }
NewRef itemsize(const ViewLayout& layout) { return new_int(layout.item_size); }
NewRef format(const ViewLayout& layout) { return str_from_utf8(layout.format); }
NewRef ndim(const ViewLayout& layout) { return new_int(static_cast<Size>(layout.dimensions())); }
NewRef shape(const ViewLayout& layout) { return as_tuple_of_ints(layout.shape); }
NewRef strides(const ViewLayout& layout) { return as_tuple_of_ints(layout.strides); }
NewRef suboffsets(const ViewLayout&) { return new_tuple({}); }
NewRef c_contiguous(const ViewLayout& layout) { return new_bool(layout.is_c_contiguous()); }
NewRef f_contiguous(const ViewLayout& layout) { return new_bool(layout.is_f_contiguous()); }
NewRef contiguous(const ViewLayout& layout) {
    return new_bool(layout.is_c_contiguous() || layout.is_f_contiguous());
}

constexpr NativeDef view_methods[] = {
    {"release", view_release, "($self, /)", "Gives the underlying buffer back."},
    {"tobytes", view_tobytes, "($self, /, order='C')",
     "The octets in the order of rows ('C'), columns ('F') or memory ('A')."},
    {"hex", view_hex, "($self, /, sep=<unrepresentable>, bytes_per_sep=1)",
     "The octets as hexadecimal text, with a separator between groups if one is given.\n\n"
     ">>> memoryview(b'mini').hex(':')\n'6d:69:6e:69'"},
    {"tolist", view_tolist, "($self, /)", "The items as a list, nested if there are several dimensions."},
    {"cast", view_cast, "($self, /, format, shape=<unrepresentable>)",
     "The same octets seen in another format or shape."},
    {"toreadonly", view_toreadonly, "($self, /)", "The same view without the right to write."},
    {"__enter__", view_enter, "-($self, /)", nullptr},
    {"__exit__", view_release, "-($self, *args)", nullptr},
};

constexpr GetSetDef view_getset[] = {
    {"obj", get_object, nullptr, "The object whose memory this is."},
    {"nbytes", layout_attribute<nbytes>, nullptr, "The size of all items in octets."},
    {"readonly", layout_attribute<readonly>, nullptr, "Whether the memory may not be written."},
    {"itemsize", layout_attribute<itemsize>, nullptr, "The size of one item in octets."},
    {"format", layout_attribute<format>, nullptr, "The format of an item, in the letters of struct."},
    {"ndim", layout_attribute<ndim>, nullptr, "The number of dimensions."},
    {"shape", layout_attribute<shape>, nullptr, "The number of items in each dimension."},
    {"strides", layout_attribute<strides>, nullptr, "The distance of neighbours in each dimension, in octets."},
    {"suboffsets", layout_attribute<suboffsets>, nullptr, "Always empty: there are no indirect arrays."},
    {"c_contiguous", layout_attribute<c_contiguous>, nullptr, "Whether the rows lie side by side."},
    {"f_contiguous", layout_attribute<f_contiguous>, nullptr, "Whether the columns lie side by side."},
    {"contiguous", layout_attribute<contiguous>, nullptr, "Whether the items lie side by side."},
};

const TypeSpec view_spec = {
    .name = "memoryview",
    .basic_size = sizeof(MemoryView),
    .flags = type_flag::collected | type_flag::sequence_pattern,
    .doc = "memoryview(object): a view of the memory of an object that lets others look at it.",
    .slots = {.new_ = view_new,
              .dealloc = view_dealloc,
              .traverse = view_traverse,
              .clear = view_clear,
              .repr = view_repr,
              .hash = view_hash,
              .compare = view_compare,
              .iter = view_iter,
              .length = view_length,
              .get_item = view_get_item,
              .set_item = view_set_item,
              .item = view_item,
              .get_buffer = view_get_buffer,
              .release_buffer = view_release_buffer},
    .methods = view_methods,
    .getset = view_getset,
    .weakrefs_offset = offsetof(MemoryView, weak_references),
    .signature = "(object)",
};

}  // namespace

Type memoryview_type(view_spec);

Ref<Object> new_memoryview(Object* object) {
    if (is_exactly(object, memoryview_type)) {
        TRY(check_not_released(as_view(object)));
        return new_view(as_view(object)->buffer, *as_view(object)->layout);
    }
    if (!has_octets(object))
        return raise(type_error_type,
                     fmt::format("memoryview: a bytes-like object is required, not '{}'", object->type->name));
    BufferView view;
    TRY(get_buffer(object, view, buffer_flag::indirect | buffer_flag::format));
    auto* buffer = new SharedBuffer{view, 0};
    return new_view(buffer, layout_of(view));
}

Status collect_buffer(std::string& octets, Object* exporter) {
    HeldBuffer buffer;
    TRY(get_buffer(exporter, buffer, buffer_flag::indirect));
    if (!buffer.strides) {
        octets = buffer.view();
        return done;
    }
    Ref<Bytes> ordered = TRY(octets_in_order(layout_of(buffer)));
    octets = ordered->view();
    return done;
}

}  // namespace minipy
