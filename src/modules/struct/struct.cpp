// The type Struct, the functions that keep compiled formats in a cache, and the iterator of iter_unpack.
//
// CPython: Modules/_struct.c
#include "modules/struct/struct.h"

#include <cstring>
#include <memory>

#include "modules/buffer_argument.h"
#include "modules/support.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

struct Struct : Object {
    Layout layout;
    Bytes* format;  // null until `__init__` has run
    Object* weak_references;
};

struct UnpackIterator : Object {
    Struct* layout_owner;
    BufferView buffer;
    Size position;
};

extern Type struct_type, unpack_iterator_type;

Struct* as_struct(Object* self) noexcept { return static_cast<Struct*>(self); }

Result<Struct*> ready(Object* self) {
    if (as_struct(self)->format) return as_struct(self);
    return raise(runtime_error_type, "Struct object is not initialized");
}

const unsigned char* octets(const BufferView& view) noexcept {
    return reinterpret_cast<const unsigned char*>(view.data);
}

// --- packing and unpacking by a layout

NewRef unpack_at(const Layout& layout, const unsigned char* source) {
    Ref<Tuple> values = new_tuple_uninitialized(layout.values);
    Object** slot = values->items();
    for (const Field& field : layout.fields) {
        for (Size i = 0; i < field.count; ++i) {
            Ref<Object> value = TRY(unpack_value(layout, field, source + field.offset + i * field.width));
            *slot++ = value.release();
        }
    }
    return values;
}

Status pack_at(const Layout& layout, std::span<Object* const> values, unsigned char* target) {
    std::memset(target, 0, static_cast<std::size_t>(layout.size));
    auto value = values.begin();
    for (const Field& field : layout.fields)
        for (Size i = 0; i < field.count; ++i)
            TRY(pack_value(layout, field, *value++, target + field.offset + i * field.width));
    return done;
}

Status check_values(const char* function, const Layout& layout, std::size_t given) {
    if (static_cast<Size>(given) == layout.values) return done;
    return raise(struct_error(),
                 fmt::format("{} expected {} items for packing (got {})", function, layout.values, given));
}

NewRef pack_values(const Layout& layout, std::span<Object* const> values) {
    TRY(check_values("pack", layout, values.size()));
    Ref<Bytes> result = TRY(new_bytes_uninitialized(layout.size));
    if (layout.size) TRY(pack_at(layout, values, reinterpret_cast<unsigned char*>(result->data())));
    return result;
}

/// Makes a negative offset one from the start and checks that the struct fits behind it.
Status check_offset(const Layout& layout, Size buffer_size, Size& offset, bool packing) {
    if (offset < 0) {
        if (offset + layout.size > 0)
            return raise(struct_error(), fmt::format("{} {} bytes at offset {}",
                                                     packing ? "no space to pack" : "not enough data to unpack",
                                                     layout.size, offset));
        if (offset + buffer_size < 0)
            return raise(struct_error(),
                         fmt::format("offset {} out of range for {}-byte buffer", offset, buffer_size));
        offset += buffer_size;
    }
    if (buffer_size - offset >= layout.size) return done;
    // May exceed PTRDIFF_MAX.
    const auto needed = static_cast<std::size_t>(layout.size) + static_cast<std::size_t>(offset);
    return raise(struct_error(),
                 fmt::format("{} requires a buffer of at least {} bytes for {} {} bytes at offset {} (actual "
                             "buffer size is {})",
                             packing ? "pack_into" : "unpack_from", needed,
                             packing ? "packing" : "unpacking", layout.size, offset, buffer_size));
}

NewRef pack_into(const Layout& layout, std::span<Object* const> arguments) {
    if (arguments.empty()) return raise(struct_error(), "pack_into expected buffer argument");
    if (arguments.size() == 1) return raise(struct_error(), "pack_into expected offset argument");
    TRY(check_values("pack_into", layout, arguments.size() - 2));
    HeldBuffer buffer;
    if (!get_buffer(arguments[0], buffer, buffer_flag::writable)) {
        clear_exception();
        return raise_bad_argument("argument", "read-write bytes-like object", arguments[0]);
    }
    Size offset = TRY(index_size(arguments[1]));
    TRY(check_offset(layout, buffer.size, offset, true));
    TRY(pack_at(layout, arguments.subspan(2), reinterpret_cast<unsigned char*>(buffer.data) + offset));
    return new_none();
}

NewRef unpack(const Layout& layout, Object* object) {
    HeldBuffer buffer;
    TRY(get_buffer(object, buffer, buffer_flag::simple));
    if (buffer.size != layout.size)
        return raise(struct_error(), fmt::format("unpack requires a buffer of {} bytes", layout.size));
    return unpack_at(layout, octets(buffer));
}

NewRef unpack_from(const Layout& layout, Object* object, Object* offset_object) {
    Size offset = TRY(argument_size(offset_object));
    HeldBuffer buffer;
    TRY(get_buffer(object, buffer, buffer_flag::simple));
    TRY(check_offset(layout, buffer.size, offset, false));
    return unpack_at(layout, octets(buffer) + offset);
}

NewRef iter_unpack(Struct* owner, Object* object) {
    const Layout& layout = owner->layout;
    if (layout.size == 0) return raise(struct_error(), "cannot iteratively unpack with a struct of length 0");
    HeldBuffer buffer;
    TRY(get_buffer(object, buffer, buffer_flag::simple));
    if (buffer.size % layout.size)
        return raise(
            struct_error(),
            fmt::format("iterative unpacking requires a buffer of a multiple of {} bytes", layout.size));
    auto* iterator = static_cast<UnpackIterator*>(allocate_instance(&unpack_iterator_type));
    iterator->layout_owner = share(owner).release();
    iterator->buffer = std::exchange(static_cast<BufferView&>(buffer), BufferView());
    return NewRef(iterator);
}

// --- Struct

NewRef struct_new(Type* type, Tuple*, Dict*) {
    auto* made = static_cast<Struct*>(allocate_instance(type));
    std::construct_at(&made->layout);
    return NewRef(made);
}

Failure bad_format(const Object* format) {
    return raise(type_error_type, fmt::format("Struct() argument 1 must be a str or bytes object, not {}",
                                              short_name(format->type)));
}

/// The format as ASCII octets.
Ref<Bytes> format_octets(Object* format) {
    if (is_str(format)) {
        auto* text = static_cast<Str*>(format);
        if (text->ascii) return new_bytes(text->view1());
        Ref<Object> encoded = TRY(call_method(format, intern("encode").get(), {intern("ascii").get()}));
        return Ref<Bytes>::steal(static_cast<Bytes*>(encoded.release()));
    }
    if (is_bytes(format)) return share(static_cast<Bytes*>(format));
    return bad_format(format);
}

Status struct_init(Object* self, Tuple* arguments, Dict* keywords_or_null) {
    static constexpr const char* names[] = {"format"};
    Object* bound[1];
    TRY(bind_arguments("Struct", names, arguments, keywords_or_null, bound, 1));
    Ref<Bytes> format = TRY(format_octets(bound[0]));
    Layout layout;
    TRY(parse_layout(format->view(), layout));
    as_struct(self)->layout = std::move(layout);
    replace_field(as_struct(self)->format, std::move(format));
    return done;
}

void struct_dealloc(Object* self) noexcept {
    clear_weak_references(self);
    std::destroy_at(&as_struct(self)->layout);
    xdecref(as_struct(self)->format);
    free_object(self);
}

std::span<Object* const> span_of(Object* tuple) { return static_cast<Tuple*>(tuple)->span(); }

NewRef struct_pack(Object* self, Object* const* arguments) {
    return pack_values(TRY(ready(self))->layout, span_of(arguments[0]));
}

NewRef struct_pack_into(Object* self, Object* const* arguments) {
    return pack_into(TRY(ready(self))->layout, span_of(arguments[0]));
}

NewRef struct_unpack(Object* self, Object* const* arguments) {
    return unpack(TRY(ready(self))->layout, arguments[0]);
}

NewRef struct_unpack_from(Object* self, Object* const* arguments) {
    return unpack_from(TRY(ready(self))->layout, arguments[0], arguments[1]);
}

NewRef struct_iter_unpack(Object* self, Object* const* arguments) {
    return iter_unpack(TRY(ready(self)), arguments[0]);
}

NewRef struct_format(Object* self) { return str_from_latin1(TRY(ready(self))->format->view()); }
NewRef struct_size(Object* self) { return new_int(TRY(ready(self))->layout.size); }

NewRef struct_sizeof(Object* self, Object* const*) {
    const Layout& layout = TRY(ready(self))->layout;
    return new_int(static_cast<std::int64_t>(sizeof(Struct) + layout.fields.size() * sizeof(Field)));
}

constexpr NativeDef struct_methods[] = {
    {"iter_unpack", struct_iter_unpack, "($self, buffer, /)", "An iterator over the structs in the buffer."},
    {"pack", struct_pack, "-($self, *values)", "S.pack(v1, v2, ...) -> bytes"},
    {"pack_into", struct_pack_into, "-($self, *values)", "S.pack_into(buffer, offset, v1, v2, ...)"},
    {"unpack", struct_unpack, "($self, buffer, /)", "The values in the buffer as a tuple."},
    {"unpack_from", struct_unpack_from, "($self, /, buffer, offset=0)",
     "The values in the buffer from the offset on as a tuple."},
    {"__sizeof__", struct_sizeof, "-($self)", "Bytes of memory, the compiled format included."},
};
constexpr GetSetDef struct_getset[] = {
    {"format", struct_format, nullptr, "struct format string"},
    {"size", struct_size, nullptr, "struct size in bytes"},
};

const TypeSpec struct_spec = {
    .name = "_struct.Struct",
    .basic_size = sizeof(Struct),
    .flags = type_flag::base_type,
    .doc = "Struct(fmt) --> a compiled format",
    .slots = {.new_ = struct_new, .init = struct_init, .dealloc = struct_dealloc,
              .set_attribute = generic_set_attribute},
    .methods = struct_methods,
    .getset = struct_getset,
    .weakrefs_offset = offsetof(Struct, weak_references),
};

Type struct_type(struct_spec);

// --- unpack_iterator

UnpackIterator* as_iterator(Object* self) noexcept { return static_cast<UnpackIterator*>(self); }

void iterator_dealloc(Object* self) noexcept {
    untrack(self);
    release_buffer(as_iterator(self)->buffer);
    xdecref(as_iterator(self)->layout_owner);
    free_object(self);
}

int iterator_traverse(Object* self, Visit visit, void* context) {
    if (int result = visit(as_iterator(self)->layout_owner, context)) return result;
    Object* exporter = as_iterator(self)->buffer.object;
    return exporter ? visit(exporter, context) : 0;
}

NewRef iterator_next(Object* self) {
    UnpackIterator* iterator = as_iterator(self);
    const Layout& layout = iterator->layout_owner->layout;
    if (!iterator->buffer.object) return nullptr;
    if (iterator->position >= iterator->buffer.size) {
        release_buffer(iterator->buffer);
        iterator->buffer = BufferView();
        return nullptr;
    }
    const unsigned char* source = octets(iterator->buffer) + iterator->position;
    iterator->position += layout.size;
    return unpack_at(layout, source);
}

NewRef iterator_iter(Object* self) { return new_ref(self); }

NewRef iterator_length_hint(Object* self, Object* const*) {
    const UnpackIterator* iterator = as_iterator(self);
    if (!iterator->buffer.object) return new_int(0);
    return new_int((iterator->buffer.size - iterator->position) / iterator->layout_owner->layout.size);
}

constexpr NativeDef iterator_methods[] = {{"__length_hint__", iterator_length_hint, "-($self)", nullptr}};

const TypeSpec unpack_iterator_spec = {
    .name = "_struct.unpack_iterator",
    .basic_size = sizeof(UnpackIterator),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = iterator_dealloc,
              .traverse = iterator_traverse,
              .iter = iterator_iter,
              .next = iterator_next},
    .methods = iterator_methods,
};

Type unpack_iterator_type(unpack_iterator_spec);

// --- functions of the module

constexpr Size most_cached = 100;
Dict* cached_structs() {
    static Dict* const cache = new_dict().release();
    return cache;
}

/// The Struct of a format, from the cache if it was used lately. cache_struct_converter.
Ref<Struct> struct_for(Object* format) {
    Dict* cache = cached_structs();
    if (Object* found = TRY(dict_get(cache, format))) return share(as_struct(found));
    Ref<Object> made = TRY(call(&struct_type, {format}));
    if (cache->used >= most_cached) dict_clear(cache);
    TRY(dict_set(cache, format, made.get()));
    return Ref<Struct>::steal(as_struct(made.release()));
}

NewRef module_calcsize(Object*, Object* const* arguments) {
    return new_int(TRY(struct_for(arguments[0]))->layout.size);
}

NewRef module_clearcache(Object*, Object* const*) {
    dict_clear(cached_structs());
    return new_none();
}

/// The format and the rest of the arguments of pack and pack_into.
Ref<Struct> leading_format(Object* arguments, std::span<Object* const>& rest) {
    const std::span<Object* const> all = span_of(arguments);
    if (all.empty()) return raise(type_error_type, "missing format argument");
    rest = all.subspan(1);
    return struct_for(all[0]);
}

NewRef module_pack(Object*, Object* const* arguments) {
    std::span<Object* const> values;
    Ref<Struct> compiled = TRY(leading_format(arguments[0], values));
    return pack_values(compiled->layout, values);
}

NewRef module_pack_into(Object*, Object* const* arguments) {
    std::span<Object* const> rest;
    Ref<Struct> compiled = TRY(leading_format(arguments[0], rest));
    return pack_into(compiled->layout, rest);
}

NewRef module_unpack(Object*, Object* const* arguments) {
    Ref<Struct> compiled = TRY(struct_for(arguments[0]));
    return unpack(compiled->layout, arguments[1]);
}

NewRef module_unpack_from(Object*, Object* const* arguments) {
    Ref<Struct> compiled = TRY(struct_for(arguments[0]));
    return unpack_from(compiled->layout, arguments[1], arguments[2]);
}

NewRef module_iter_unpack(Object*, Object* const* arguments) {
    Ref<Struct> compiled = TRY(struct_for(arguments[0]));
    return iter_unpack(compiled.get(), arguments[1]);
}

constexpr NativeDef struct_functions[] = {
    {"_clearcache", module_clearcache, "($module, /)", "Forgets the compiled formats."},
    {"calcsize", module_calcsize, "($module, format, /)", "The size of the struct that the format describes."},
    {"iter_unpack", module_iter_unpack, "($module, format, buffer, /)",
     "An iterator over the structs in the buffer."},
    {"pack", module_pack, "-($module, *values)", "pack(format, v1, v2, ...) -> bytes"},
    {"pack_into", module_pack_into, "-($module, *values)", "pack_into(format, buffer, offset, v1, v2, ...)"},
    {"unpack", module_unpack, "($module, format, buffer, /)", "The values in the buffer as a tuple."},
    {"unpack_from", module_unpack_from, "($module, format, /, buffer, offset=0)",
     "The values in the buffer from the offset on as a tuple."},
};

Status struct_fill(Module* module) {
    ready_type(unpack_iterator_type);
    TRY(module_add_type(module, struct_type));
    return module_set(module, "error", &struct_error());
}

const ModuleSpec struct_module_spec = {"_struct", "Values packed into octets and unpacked again.",
                                       struct_functions, struct_fill};

}  // namespace

Type& struct_error() {
    static Type* const type = new_exception_class("struct.error", exception_type);
    return *type;
}

Ref<Module> make_struct_module() { return new_native_module(struct_module_spec); }

}  // namespace minipy
