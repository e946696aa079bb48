// Searching runs of characters or octets of one width.
//
// One-byte text goes to the C library (memchr, memmem: linear). For wider text a short needle is tried at
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

/// First place of one character.
template <class Character>
Size find_character(const Character* text, Size size, char32_t wanted) noexcept {
    if constexpr (sizeof(Character) == 1) {
        const void* found =
            size ? std::memchr(text, static_cast<int>(wanted), static_cast<std::size_t>(size)) : nullptr;
        return found ? static_cast<const Character*>(found) - text : -1;
    } else {
        const Character* found = std::find(text, text + size, static_cast<Character>(wanted));
        return found == text + size ? -1 : found - text;
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

/// First place where the needle begins.
template <class Character>
Size find_in(const Character* text, Size size, const Character* needle, Size length) {
    if (length == 0) return 0;
    if (length > size) return -1;
    if (length == 1) return find_character(text, size, needle[0]);
    if constexpr (sizeof(Character) == 1) {
        const void* found =
            memmem(text, static_cast<std::size_t>(size), needle, static_cast<std::size_t>(length));
        return found ? static_cast<const Character*>(found) - text : -1;
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
