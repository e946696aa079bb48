// Working on a string's characters whatever their width: one template instead of three copies of a loop.
//
// `with_data(string, [](const auto* characters) {...})` calls the function with a pointer to the characters
// in their real width. The bitwise OR of all characters tells the narrowest kind as well as their maximum
// does, and is a loop that the compiler turns into vector code.
//
// CPython: Objects/stringlib/ (the same code included once for each width)
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <type_traits>

#include "objects/str.h"

namespace minipy {

template <class Function>
decltype(auto) with_data(const Str* string, Function&& function) {
    if (string->kind == 1) return function(string->data1());
    if (string->kind == 2) return function(string->data2());
    return function(string->data4());
}

/// The same for a string that is being filled.
template <class Function>
decltype(auto) with_mutable_data(Str* string, Function&& function) {
    if (string->kind == 1) return function(static_cast<std::uint8_t*>(string->data()));
    if (string->kind == 2) return function(static_cast<std::uint16_t*>(string->data()));
    return function(static_cast<std::uint32_t*>(string->data()));
}

/// A character that needs the same kind as all of these do together.
template <class Character>
char32_t bound_of(const Character* characters, Size size) noexcept {
    char32_t all = 0;
    for (Size i = 0; i < size; ++i) all |= characters[i];
    return std::min<char32_t>(all, 0x10FFFF);
}

/// The largest character a string of this kind may hold; with `ascii` taken into account.
inline char32_t bound_of(const Str* string) noexcept {
    return string->ascii ? 0x7F : string->kind == 1 ? 0xFF : string->kind == 2 ? 0xFFFF : 0x10FFFF;
}

/// Copies characters, changing their width where the two types differ.
template <class To, class From>
void copy_characters(To* to, const From* from, Size size) noexcept {
    if constexpr (std::is_same_v<To, From>) {
        if (size) std::memcpy(to, from, static_cast<std::size_t>(size) * sizeof(To));
    } else {
        for (Size i = 0; i < size; ++i) to[i] = static_cast<To>(from[i]);
    }
}

/// Copies `size` characters of `source` from `start` into `target` (at least as wide) at `at`.
inline void copy_into(Str* target, Size at, const Str* source, Size start, Size size) noexcept {
    with_mutable_data(target, [&](auto* to) {
        with_data(source, [&](const auto* from) { copy_characters(to + at, from + start, size); });
    });
}

/// A string of these characters in the narrowest kind; `characters` may be of any of the three widths.
template <class Character>
Ref<Str> str_from_characters(const Character* characters, Size size) {
    if (size == 0) return empty_str();
    char32_t bound = bound_of(characters, size);
    if (size == 1 && bound < 256) return str_from_character(bound);
    Ref<Str> made = TRY(new_str(size, bound));
    with_mutable_data(made.get(), [&](auto* to) { copy_characters(to, characters, size); });
    return made;
}

/// The high bits of the eight octets at `at`: 0 if all are ASCII; the lowest bit set is that of the first
/// other.
inline std::uint64_t high_bits(const char* at) noexcept {
    std::uint64_t word;
    std::memcpy(&word, at, 8);
    return word & 0x8080808080808080;
}

/// Whether the 32 octets at `at` are ASCII; the compiler makes vector code of it.
inline bool is_ascii_block(const char* at) noexcept {
    return (high_bits(at) | high_bits(at + 8) | high_bits(at + 16) | high_bits(at + 24)) == 0;
}

/// Whether all bytes are below 128.
inline bool is_ascii(std::string_view bytes) noexcept {
    const char *at = bytes.data(), *end = at + bytes.size();
    for (; end - at >= 32; at += 32) {
        if (!is_ascii_block(at)) return false;
    }
    for (; end - at >= 8; at += 8) {
        if (high_bits(at)) return false;
    }
    if (bytes.size() >= 8) return at == end || high_bits(end - 8) == 0;
    for (; at < end; ++at) {
        if (*at & 0x80) return false;
    }
    return true;
}

}  // namespace minipy
