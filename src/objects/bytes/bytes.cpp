// The type bytes: creation, text, and its slots.
//
// CPython: Objects/bytesobject.c
#include "objects/bytes.h"

#include <fmt/format.h>

#include <cstring>
#include <new>
#include <string>

#include "memory/allocator.h"
#include "objects/errors.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "objects/str/slots.h"
#include "objects/string_hash.h"

namespace minipy {
namespace {

Bytes* shared_empty = nullptr;
Bytes* shared_octets[256] = {};

std::size_t bytes_size(Size size) noexcept { return sizeof(Bytes) + static_cast<std::size_t>(size) + 1; }

Bytes* allocate_bytes(Size size) {
    auto* bytes = static_cast<Bytes*>(allocate(bytes_size(size)));
    bytes->refcount = 1;
    bytes->type = &bytes_type;
    bytes->size = size;
    bytes->hash = -1;
    bytes->data()[size] = '\0';
    return bytes;
}

}  // namespace

Ref<Bytes> new_bytes_uninitialized(Size size) {
    if (size > PTRDIFF_MAX - 64) return raise(memory_error_type, "");
    try {
        return Ref<Bytes>::steal(allocate_bytes(size));
    } catch (const std::bad_alloc&) {
        return raise(memory_error_type, "");
    }
}

Ref<Bytes> new_bytes(std::string_view octets) {
    if (octets.size() <= 1) {
        Bytes*& shared = octets.empty() ? shared_empty : shared_octets[static_cast<unsigned char>(octets[0])];
        if (!shared) {
            shared = allocate_bytes(static_cast<Size>(octets.size()));
            if (!octets.empty()) shared->data()[0] = octets[0];
        }
        return share(shared);
    }
    Ref<Bytes> made = TRY(new_bytes_uninitialized(static_cast<Size>(octets.size())));
    std::memcpy(made->data(), octets.data(), octets.size());
    return made;
}

Ref<Str> octets_repr(std::string_view octets, std::string_view prefix, std::string_view suffix) {
    const bool use_double = octets.find('\'') != octets.npos && octets.find('"') == octets.npos;
    const char quote = use_double ? '"' : '\'';
    std::string text(prefix);
    text.reserve(prefix.size() + octets.size() + suffix.size() + 3);
    text += 'b';
    text += quote;
    for (unsigned char c : octets) {
        if (c == '\t') text += "\\t";
        else if (c == '\n') text += "\\n";
        else if (c == '\r') text += "\\r";
        else if (c < 0x20 || c >= 0x7F) fmt::format_to(std::back_inserter(text), "\\x{:02x}", c);
        else {
            if (c == '\\' || c == static_cast<unsigned char>(quote)) text += '\\';
            text += static_cast<char>(c);
        }
    }
    text += quote;
    text += suffix;
    return str_from_utf8(text);
}

Ref<Str> bytes_repr(const Bytes* bytes) { return octets_repr(bytes->view()); }

bool bytes_equal(const Bytes* left, const Bytes* right) noexcept { return left->view() == right->view(); }

Hash bytes_hash(Bytes* bytes) noexcept {
    if (bytes->hash == -1) bytes->hash = hash_octets(bytes->view());
    return bytes->hash;
}

namespace {

Ref<Bytes> bytes_exact(Bytes* bytes) {
    if (is_exactly(bytes, bytes_type)) return share(bytes);
    return new_bytes(bytes->view());
}

void bytes_dealloc(Object* self) noexcept { release(self, bytes_size(static_cast<Bytes*>(self)->size)); }

NewRef bytes_repr_slot(Object* self) { return bytes_repr(static_cast<Bytes*>(self)); }
Result<Hash> bytes_hash_slot(Object* self) { return bytes_hash(static_cast<Bytes*>(self)); }
Result<Size> bytes_length(Object* self) { return static_cast<Bytes*>(self)->size; }

NewRef bytes_compare(Object* left, Object* right, CompareOp op) {
    if (!is_bytes(left) || !is_bytes(right)) return new_ref(&not_implemented);
    auto a = static_cast<Bytes*>(left)->view(), b = static_cast<Bytes*>(right)->view();
    if (a.size() != b.size() && (op == CompareOp::Eq || op == CompareOp::Ne))
        return new_bool(op == CompareOp::Ne);
    return new_bool(holds(op, a.compare(b)));
}

NewRef bytes_item(Object* self, Size index) {
    auto* bytes = static_cast<Bytes*>(self);
    if (index < 0 || index >= bytes->size) return raise(index_error_type, "index out of range");
    return Ref<Object>(new_int(static_cast<unsigned char>(bytes->data()[index])));
}

Result<bool> bytes_contains(Object* self, Object* item) {
    std::string_view octets = static_cast<Bytes*>(self)->view();
    if (is_bytes(item)) return octets.find(static_cast<Bytes*>(item)->view()) != octets.npos;
    if (!is_int(item)) {
        return raise(type_error_type,
                     fmt::format("a bytes-like object is required, not '{}'", item->type->name));
    }
    auto* number = static_cast<Int*>(item);
    if (!number->is_small() || number->small < 0 || number->small > 255) {
        return raise(value_error_type, "byte must be in range(0, 256)");
    }
    return octets.find(static_cast<char>(number->small)) != octets.npos;
}

NewRef bytes_concat(Object* left, Object* right) {
    if (!is_bytes(right)) {
        return raise(type_error_type,
                     fmt::format("can't concat {} to {}", right->type->name, left->type->name));
    }
    auto *a = static_cast<Bytes*>(left), *b = static_cast<Bytes*>(right);
    if (a->size == 0) return bytes_exact(b);
    if (b->size == 0) return bytes_exact(a);
    Ref<Bytes> made = TRY(new_bytes_uninitialized(a->size + b->size));
    std::memcpy(made->data(), a->data(), static_cast<std::size_t>(a->size));
    std::memcpy(made->data() + a->size, b->data(), static_cast<std::size_t>(b->size));
    return made;
}

NewRef bytes_repeat(Object* self, Size count) {
    auto* bytes = static_cast<Bytes*>(self);
    if (count < 1 || bytes->size == 0) return new_bytes("");
    if (count == 1) return bytes_exact(bytes);
    Size size;
    if (__builtin_mul_overflow(bytes->size, count, &size)) {
        return raise(overflow_error_type, "repeated bytes are too long");
    }
    Ref<Bytes> made = TRY(new_bytes_uninitialized(size));
    std::memcpy(made->data(), bytes->data(), static_cast<std::size_t>(bytes->size));
    repeat_memory(made->data(), static_cast<std::size_t>(bytes->size), static_cast<std::size_t>(size));
    return made;
}

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
            .dealloc = bytes_dealloc,
            .repr = bytes_repr_slot,
            .str = bytes_repr_slot,
            .hash = bytes_hash_slot,
            .compare = bytes_compare,
            .length = bytes_length,
            .contains = bytes_contains,
            .concat = bytes_concat,
            .repeat = bytes_repeat,
            .item = bytes_item,
        },
};

}  // namespace

Type bytes_type(bytes_spec);

}  // namespace minipy
