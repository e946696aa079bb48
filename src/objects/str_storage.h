// How a string lies in memory: head, characters, terminating character, place of the UTF-8 cache.
//
// The cache comes last, and only in non-ASCII strings: the characters start at the same place in all
// strings, and those that need no cache do not pay for one.
//
// CPython: Include/cpython/unicodeobject.h (PyASCIIObject, PyCompactUnicodeObject)
#pragma once

#include <cstring>

#include "memory/allocator.h"
#include "objects/str.h"

namespace minipy {

/// UTF-8 text of a non-ASCII string, made on demand (null before); owned by the string.
struct Utf8Cache {
    char* text;
    Size size;
};

/// Bytes from the start of the object to the end of the terminating character, rounded up for the cache.
inline std::size_t utf8_cache_offset(Size size, unsigned kind) noexcept {
    std::size_t end = sizeof(Str) + (static_cast<std::size_t>(size) + 1) * kind;
    return (end + alignof(Utf8Cache) - 1) / alignof(Utf8Cache) * alignof(Utf8Cache);
}

inline Utf8Cache* utf8_cache(Str* string) noexcept {
    return reinterpret_cast<Utf8Cache*>(reinterpret_cast<char*>(string) +
                                        utf8_cache_offset(string->size, string->kind));
}

/// Bytes that a string takes in all.
inline std::size_t str_bytes(Size size, unsigned kind, bool ascii) noexcept {
    if (ascii) return sizeof(Str) + static_cast<std::size_t>(size) + 1;
    return utf8_cache_offset(size, kind) + sizeof(Utf8Cache);
}

/// A string with its head filled in and its characters not, whatever its size. Throws `std::bad_alloc`.
inline Str* allocate_str(Size size, std::uint8_t kind, bool ascii) {
    auto* string = static_cast<Str*>(allocate(str_bytes(size, kind, ascii)));
    string->refcount = 1;
    string->type = &str_type;
    string->size = size;
    string->hash = -1;
    string->kind = kind;
    string->ascii = ascii;
    string->interned = false;
    // One octet is stored in line; for `memset` its number is not known.
    if (kind == 1)
        static_cast<std::uint8_t*>(string->data())[size] = 0;
    else
        std::memset(static_cast<char*>(string->data()) + size * kind, 0, kind);
    if (!ascii) *utf8_cache(string) = {};
    return string;
}

/// Lengths from which on it is worth asking whether there is memory at all.
inline constexpr Size small_str_size = 1 << 16;

/// `new_str` for ASCII of at least two characters: the usual case, inline.
inline Ref<Str> new_ascii_str(Size size) {
    if (size >= small_str_size) [[unlikely]]
        return new_str(size, 0x7F);
    return Ref<Str>::steal(allocate_str(size, 1, true));
}

/// Writes the UTF-8 bytes of a code point (surrogates as three bytes); returns the place behind them.
char* encode_utf8(char32_t character, char* to) noexcept;

/// The bytes that a string takes in UTF-8 (surrogates as three bytes), and writing them.
Size utf8_size(const Str* string) noexcept;
char* write_utf8(const Str* string, char* to) noexcept;

/// From well-formed UTF-8 of which is known how many characters it has and what its largest octet is.
Ref<Str> str_from_measured_utf8(std::string_view utf8, Size characters, unsigned char highest);

/// Takes a dying string out of the table of interned strings.
void forget_interned(Str* string) noexcept;

}  // namespace minipy
