// Two strings seen in one width.
//
// CPython: Objects/unicodeobject.c (the "kind" dances in front of each stringlib call)
#pragma once

#include <boost/container/small_vector.hpp>

#include "objects/str_data.h"

namespace minipy {

/// Calls `function(text characters, needle characters)` with both in the text's width; gives `if_wider`
/// where the needle has characters too wide to occur in the text.
template <class Answer, class Function>
Answer with_needle(const Str* text, const Str* needle, Answer if_wider, Function&& function) {
    if (needle->kind > text->kind || (text->ascii && !needle->ascii)) return if_wider;
    return with_data(text, [&](const auto* characters) -> Answer {
        using Character = std::remove_const_t<std::remove_pointer_t<decltype(characters)>>;
        if (needle->kind == sizeof(Character)) {
            return function(characters, static_cast<const Character*>(needle->data()));
        }
        boost::container::small_vector<Character, 64> widened(static_cast<std::size_t>(needle->size));
        with_data(needle, [&](const auto* narrow) { copy_characters(widened.data(), narrow, needle->size); });
        return function(characters, static_cast<const Character*>(widened.data()));
    });
}

}  // namespace minipy
