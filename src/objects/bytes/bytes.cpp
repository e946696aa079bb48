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
    if (size > PTRDIFF_MAX - 64) return raise(memory_error_type, "");
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

}  // namespace minipy
