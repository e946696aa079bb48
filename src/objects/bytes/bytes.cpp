// Making bytes; their text, hash and equality.
//
// CPython: Objects/bytesobject.c
#include "objects/bytes.h"

#include <fmt/format.h>

#include <cstring>
#include <string>

#include "memory/allocator.h"
#include "objects/errors.h"
#include "objects/memory_guard.h"
#include "objects/str.h"
#include "objects/string_hash.h"

namespace minipy {
namespace {

Bytes* shared_empty = nullptr;
Bytes* shared_octets[256] = {};

Bytes* allocate_bytes(Size size) {
    auto* bytes = static_cast<Bytes*>(allocate(sizeof(Bytes) + static_cast<std::size_t>(size) + 1));
    bytes->refcount = 1;
    bytes->type = &bytes_type;
    bytes->size = size;
    bytes->hash = -1;
    bytes->data()[size] = '\0';
    return bytes;
}

}  // namespace

Ref<Bytes> new_bytes_uninitialized(Size size) {
    if (size > PTRDIFF_MAX - 64) return raise(memory_error_type);
    return guard_memory([&] { return Ref<Bytes>::steal(allocate_bytes(size)); });
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

/// Appends b'...'; double quotes if that saves escapes.
static void append_repr(std::string& text, std::string_view octets, bool escape_single_quotes) {
    const bool use_double = octets.find('\'') != octets.npos && octets.find('"') == octets.npos;
    const char quote = use_double ? '"' : '\'';
    text.reserve(text.size() + octets.size() + 4);
    text += 'b';
    text += quote;
    for (char c : octets) {
        if (c == '\t')
            text += "\\t";
        else if (c == '\n')
            text += "\\n";
        else if (c == '\r')
            text += "\\r";
        else if (c < 0x20 || c == 0x7F)
            fmt::format_to(std::back_inserter(text), "\\x{:02x}", c & 0xFF);
        else {
            if (c == '\\' || c == quote || (c == '\'' && escape_single_quotes)) text += '\\';
            text += c;
        }
    }
    text += quote;
}

Ref<Str> bytes_repr(const Bytes* bytes) {
    std::string text;
    append_repr(text, bytes->view(), false);
    return str_from_utf8(text);
}

Ref<Str> bytearray_repr_text(std::string_view octets, std::string_view name) {
    std::string text = fmt::format("{}(", name);
    append_repr(text, octets, true);
    text += ')';
    return str_from_utf8(text);
}

bool bytes_equal(const Bytes* left, const Bytes* right) noexcept { return left->view() == right->view(); }

Hash bytes_hash(Bytes* bytes) noexcept {
    if (bytes->hash == -1) bytes->hash = hash_octets(bytes->view());
    return bytes->hash;
}

}  // namespace minipy
