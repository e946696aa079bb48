// Searching runs of characters or octets of one width.
//
// One-byte text goes to the C library (memchr, then memmem: linear). For wider text a short needle is tried at
// each place, a long one is searched with Knuth-Morris-Pratt, so that no input makes the search quadratic.
// Going backwards is plain. All give -1 for "not found"; an empty needle is found at once.
//
// CPython: Objects/stringlib/fastsearch.h
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <vector>

#include "objects/type.h"

namespace minipy {

/// Whether the character is among the sixteen at `at`. The loop of the obvious form becomes no vector code.
template <class Character>
bool block_contains(const Character* at, Character character) noexcept {
    typedef Character Vector __attribute__((vector_size(16)));
    constexpr int parts = sizeof(Character);  // 16 characters of so many octets fill as many vectors
    Vector hits = {};
    for (int i = 0; i < parts; ++i) {
        Vector part;
        std::memcpy(&part, at + i * (16 / parts), sizeof part);
        hits |= static_cast<Vector>(part == character);
    }
    std::uint64_t halves[2];
    std::memcpy(halves, &hits, sizeof halves);
    return (halves[0] | halves[1]) != 0;
}

/// First place of one character.
template <class Character>
Size find_character(const Character* text, Size size, char32_t wanted) noexcept {
    if constexpr (sizeof(Character) == 1) {
        const void* found =
            size ? std::memchr(text, static_cast<int>(wanted), static_cast<std::size_t>(size)) : nullptr;
        return found ? static_cast<const Character*>(found) - text : -1;
    } else {
        const auto character = static_cast<Character>(wanted);
        const Character *at = text, *end = text + size;
        // Blocks without it are passed over.
        constexpr Size block = 16;
        while (end - at >= block && !block_contains(at, character)) at += block;
        at = std::find(at, end, character);
        return at == end ? -1 : at - text;
    }
}

template <class Character>
Size find_by_automaton(const Character* text, Size size, const Character* needle, Size length) {
    // restart[i]: how much of the needle still matches when character i + 1 does not.
    std::vector<Size> restart(static_cast<std::size_t>(length), 0);
    for (Size i = 1, matched = 0; i < length; ++i) {
        while (matched && needle[i] != needle[matched])
            matched = restart[static_cast<std::size_t>(matched) - 1];
        matched += needle[i] == needle[matched];
        restart[static_cast<std::size_t>(i)] = matched;
    }
    for (Size i = 0, matched = 0; i < size; ++i) {
        while (matched && text[i] != needle[matched]) matched = restart[static_cast<std::size_t>(matched) - 1];
        matched += text[i] == needle[matched];
        if (matched == length) return i - length + 1;
    }
    return -1;
}

/// `memmem`, which prepares tables first: that pays only once some places have turned out wrong.
template <class Character>
Size find_octets(const Character* text, Size size, const Character* needle, Size length) noexcept {
    const std::size_t middle = static_cast<std::size_t>(length - 2);
    const Character *at = text, *end = text + (size - length + 1);
    for (int tries = 0; tries < 16; ++tries) {
        const Size step = find_character(at, end - at, needle[0]);
        if (step < 0) return -1;
        at += step;
        if (at[length - 1] == needle[length - 1] && (!middle || std::memcmp(at + 1, needle + 1, middle) == 0))
            return at - text;
        ++at;
    }
    const void* found =
        memmem(at, static_cast<std::size_t>(text + size - at), needle, static_cast<std::size_t>(length));
    return found ? static_cast<const Character*>(found) - text : -1;
}

/// First place where the needle begins.
template <class Character>
Size find_in(const Character* text, Size size, const Character* needle, Size length) {
    if (length == 0) return 0;
    if (length > size) return -1;
    if (length == 1) return find_character(text, size, needle[0]);
    if constexpr (sizeof(Character) == 1) {
        return find_octets(text, size, needle, length);
    } else {
        if (length > 32) return find_by_automaton(text, size, needle, length);
        const std::size_t rest = static_cast<std::size_t>(length - 1) * sizeof(Character);
        for (Size at = 0; at <= size - length; ++at) {
            Size step = find_character(text + at, size - length + 1 - at, needle[0]);
            if (step < 0) return -1;
            at += step;
            if (std::memcmp(text + at + 1, needle + 1, rest) == 0) return at;
        }
        return -1;
    }
}

/// Last place where the needle begins.
template <class Character>
Size find_last_in(const Character* text, Size size, const Character* needle, Size length) noexcept {
    if (length == 0) return size;
    const std::size_t bytes = static_cast<std::size_t>(length) * sizeof(Character);
    for (Size at = size - length; at >= 0; --at) {
        if (text[at] == needle[0] && std::memcmp(text + at, needle, bytes) == 0) return at;
    }
    return -1;
}

/// How often the (non-empty) needle occurs without overlaps, at most `limit` times.
template <class Character>
Size count_in(const Character* text, Size size, const Character* needle, Size length, Size limit) {
    Size count = 0;
    for (Size at = 0; count < limit; ++count) {
        Size step = find_in(text + at, size - at, needle, length);
        if (step < 0) break;
        at += step + length;
    }
    return count;
}

}  // namespace minipy
