// The type bytes: its slots, its methods, and making one with `bytes(...)`.
//
// CPython: Objects/bytesobject.c
#include <fmt/format.h>

#include <cstring>

#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/bytes/bytes_warning.h"
#include "objects/bytes/iterator.h"
#include "objects/bytes/method_table.h"
#include "objects/bytes/octets.h"
#include "objects/call.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/singletons.h"
#include "objects/slice.h"
#include "objects/str/slots.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"

namespace minipy {

int bytes_warning_level = 0;

Ref<Object> ask_for_bytes(Object* source) {
    Ref<Object> method = lookup_special(source, name<"__bytes__">);
    if (!method) return failed;
    Ref<Object> made = TRY(call(method.get(), {}));
    if (is_bytes(made.get())) return made;
    return raise(type_error_type, fmt::format("__bytes__ returned non-bytes (type {})", made->type->name));
}

namespace {

Bytes* as_bytes(Object* object) noexcept { return static_cast<Bytes*>(object); }

void bytes_dealloc(Object* self) noexcept {
    if (self->type->has(type_flag::collected)) untrack(self);
    free_object(self);
}

NewRef bytes_repr_slot(Object* self) { return bytes_repr(as_bytes(self)); }
NewRef bytes_str_slot(Object* self) {
    if (bytes_warning_level) TRY(warn(bytes_warning_type, "str() on a bytes instance"));
    return bytes_repr(as_bytes(self));
}
Result<Hash> bytes_hash_slot(Object* self) { return bytes_hash(as_bytes(self)); }
Result<Size> bytes_length(Object* self) { return as_bytes(self)->size; }

NewRef bytes_item(Object* self, Size index) {
    if (index < 0 || index >= as_bytes(self)->size) return raise(index_error_type, "index out of range");
    return new_int(static_cast<unsigned char>(as_bytes(self)->data()[index]));
}

NewRef bytes_get_item(Object* self, Object* key) {
    Bytes* bytes = as_bytes(self);
    if (has_index(key)) {
        const Size index = TRY(index_size(key));
        return bytes_item(self, index < 0 ? index + bytes->size : index);
    }
    if (!is_exactly(key, slice_type)) {
        return raise(type_error_type,
                     fmt::format("byte indices must be integers or slices, not {}", key->type->name));
    }
    if (const Stretch part = plain_slice(static_cast<Slice*>(key), bytes->size);
        part.count >= 0 && part.count < bytes->size)
        return new_bytes(
            bytes->view().substr(static_cast<std::size_t>(part.start), static_cast<std::size_t>(part.count)));
    const SliceRange range = TRY(slice_range(static_cast<Slice*>(key), bytes->size));
    if (range.step == 1 && range.count == bytes->size) return unchanged(self);
    if (range.step == 1 || range.count <= 0) {
        const auto count = static_cast<std::size_t>(std::max<Size>(range.count, 0));
        return new_bytes(bytes->view().substr(static_cast<std::size_t>(count ? range.start : 0), count));
    }
    std::string octets;
    for (Size i = 0; i < range.count; ++i) octets += bytes->data()[range.start + i * range.step];
    return new_bytes(octets);
}

NewRef bytes_concat(Object* left, Object* right) {
    OctetsView a, b;
    if (!a.acquire(left) || !b.acquire(right)) {
        clear_exception();
        return raise(type_error_type,
                     fmt::format("can't concat {} to {}", right->type->name, left->type->name));
    }
    if (b.view().empty() && is_exactly(left, bytes_type)) return new_ref(left);
    if (a.view().empty() && is_exactly(right, bytes_type)) return new_ref(right);
    Ref<Bytes> made = TRY(new_bytes_uninitialized(static_cast<Size>(a.view().size() + b.view().size())));
    std::ranges::copy(a.view(), made->data());
    std::ranges::copy(b.view(), made->data() + a.view().size());
    return made;
}

NewRef bytes_repeat(Object* self, Size count) {
    Bytes* bytes = as_bytes(self);
    if (count == 1) return unchanged(self);
    if (bytes->size == 0) return new_bytes({});
    if (count < 1) return new_bytes_uninitialized(0);  // CPython does not share this one
    Size size;
    if (__builtin_mul_overflow(bytes->size, count, &size)) {
        return raise(overflow_error_type, "repeated bytes are too long");
    }
    Ref<Bytes> made = TRY(new_bytes_uninitialized(size));
    std::memcpy(made->data(), bytes->data(), static_cast<std::size_t>(bytes->size));
    repeat_memory(made->data(), static_cast<std::size_t>(bytes->size), static_cast<std::size_t>(size));
    return made;
}

NewRef bytes_remainder(Object* left, Object* right) {
    if (!is_bytes(left)) return new_ref(&not_implemented);
    std::string text = TRY(format_octets(as_bytes(left)->view(), right));
    return new_bytes(text);
}

Status bytes_get_buffer(Object* self, BufferView* view, int flags) {
    if (flags & buffer_flag::writable) return raise(buffer_error_type, "Object is not writable.");
    incref(self);
    *view = {.data = as_bytes(self)->data(), .object = self, .size = as_bytes(self)->size};
    return done;
}

/// Octets as an instance of `type`, which is bytes or a subclass.
Ref<Object> make_bytes(Type* type, std::string_view octets) {
    if (type == &bytes_type) return new_bytes(octets);
    auto* made = static_cast<Bytes*>(allocate_instance(type, static_cast<Size>(octets.size())));
    made->hash = -1;
    std::ranges::copy(octets, made->data());
    return Ref<Object>::steal(made);
}

NewRef bytes_new(Type* type, Tuple* arguments, Dict* keywords) {
    static constexpr const char* names[] = {"source", "encoding", "errors"};
    Object* bound[3];
    TRY(bind_arguments("bytes", names, arguments, keywords, bound));
    if (bound[0] && !bound[1] && !bound[2]) {
        if (is_exactly(bound[0], bytes_type) && type == &bytes_type) return new_ref(bound[0]);
        Ref<Object> made = ask_for_bytes(bound[0]);
        if (made && type == &bytes_type) return made;
        if (made) return make_bytes(type, as_bytes(made.get())->view());
        if (pending_exception()) return failed;
    }
    std::string octets;
    TRY(collect_octets(octets, bound[0], bound[1], bound[2], "bytes", "bytes"));
    return make_bytes(type, octets);
}

NewRef bytes_fromhex(Object* self, Object* const* arguments) {
    std::string octets = TRY(octets_from_hex(arguments[0]));
    Ref<Bytes> made = TRY(new_bytes(octets));
    if (self == &bytes_type) return made;
    return call(self, {made.get()});
}

NewRef bytes_bytes(Object* self, Object* const*) { return unchanged(self); }

NewRef bytes_getnewargs(Object* self, Object* const*) {
    Ref<Bytes> copy = TRY(new_bytes(as_bytes(self)->view()));
    Object* items[] = {copy.get()};
    return new_tuple(items);
}

const NativeDef bytes_methods[] = {
    OCTET_METHODS,
    {"fromhex", bytes_fromhex, "($type, string, /)", "The octets that hexadecimal text stands for."},
    {"__bytes__", bytes_bytes, "($self, /)", "The same octets as plain bytes."},
    {"__getnewargs__", bytes_getnewargs, "-($self, /)", nullptr},
};

constexpr char bytes_doc[] =
    "bytes(iterable_of_ints) -> bytes\n"
    "bytes(string, encoding[, errors]) -> bytes\n"
    "bytes(bytes_or_buffer) -> bytes\n"
    "bytes(int) -> that many zero octets\n"
    "bytes() -> no octets\n"
    "\n"
    "An immutable array of octets.";

const TypeSpec bytes_spec = {
    .name = "bytes",
    .basic_size = sizeof(Bytes) + 1,
    .item_size = 1,
    .flags = type_flag::base_type | type_flag::bytes_subclass | type_flag::match_self,
    .doc = bytes_doc,
    .slots =
        {
            .new_ = bytes_new,
            .dealloc = bytes_dealloc,
            .repr = bytes_repr_slot,
            .str = bytes_str_slot,
            .hash = bytes_hash_slot,
            .compare = octets_compare,
            .iter = bytes_iter,
            .remainder = bytes_remainder,
            .length = bytes_length,
            .get_item = bytes_get_item,
            .contains = octets_contains,
            .concat = bytes_concat,
            .repeat = bytes_repeat,
            .item = bytes_item,
            .get_buffer = bytes_get_buffer,
        },
    .methods = bytes_methods,
};

}  // namespace

Type bytes_type(bytes_spec);

}  // namespace minipy
