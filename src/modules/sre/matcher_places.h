// The matcher's positions and groups: anchors, word boundaries, marks and back references.
//
// CPython: Modules/_sre/sre_lib.h (SRE(at), MARK, GROUPREF)
#pragma once

#include "modules/sre/matcher.h"

namespace minipy::sre {

/// Whether a word begins or ends here. There is no boundary in an empty subject.
template <class Char>
template <class IsWord>
inline bool Matcher<Char>::is_boundary(const Char* at, IsWord is_word) const noexcept {
    const bool before = at > base_ && is_word(at[-1]);
    const bool behind = at < end_ && is_word(at[0]);
    return before != behind;
}

template <class Char>
bool Matcher<Char>::is_at(Place place, const Char* at) const noexcept {
    switch (place) {
        case Place::Beginning:
        case Place::BeginningString: return at == base_;
        case Place::BeginningLine: return at == base_ || at[-1] == '\n';
        case Place::End: return at == end_ || (at + 1 == end_ && *at == '\n');
        case Place::EndLine: return at == end_ || (at < end_ && *at == '\n');
        case Place::EndString: return at == end_;
        default: break;
    }
    if (base_ == end_) return false;
    switch (place) {
        case Place::Boundary: return is_boundary(at, is_word_ascii);
        case Place::NonBoundary: return !is_boundary(at, is_word_ascii);
        case Place::LocBoundary: return is_boundary(at, is_word_locale);
        case Place::LocNonBoundary: return !is_boundary(at, is_word_locale);
        case Place::UniBoundary: return is_boundary(at, is_word_unicode);
        default: return !is_boundary(at, is_word_unicode);
    }
}

template <class Char>
inline void Matcher<Char>::set_mark(Code mark, const Char* at) {
    Size& border = matching_.marks[mark];
    if (!matching_.choices.empty()) matching_.trail.push_back({border, mark});
    border = offset(at);
    matching_.marks_used = true;
    if (mark & 1) matching_.last_group = static_cast<std::int32_t>(mark / 2 + 1);
}

template <class Char>
inline bool Matcher<Char>::group_is_set(Code group) const noexcept {
    const Size start = matching_.marks[2 * group], end = matching_.marks[2 * group + 1];
    return start >= 0 && end >= start;
}

/// GROUPREF: the text of the group once more.
template <class Char>
template <class Fold>
inline bool Matcher<Char>::match_group(Here& here, Fold fold) const noexcept {
    const Code group = here.code[1];
    if (!group_is_set(group)) return false;
    const Char* text = base_ + matching_.marks[2 * group];
    const Char* const text_end = base_ + matching_.marks[2 * group + 1];
    if (text_end - text > end_ - here.at) return false;
    const Char* at = here.at;
    for (; text < text_end; ++text, ++at)
        if (*at != *text && fold(*at) != fold(*text)) return false;
    here = {here.code + 2, at};
    return true;
}

}  // namespace minipy::sre
