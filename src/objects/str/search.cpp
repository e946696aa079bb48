// Finding a string in a string: brings the needle to the haystack's width and searches there.
//
// A needle of a wider kind has a character that the haystack cannot hold, so it is not in it.
//
// CPython: Objects/unicodeobject.c (any_find_slice), Objects/stringlib/find.h
#include "objects/str/needle.h"
#include "objects/text_search.h"

namespace minipy {

Size str_find(const Str* string, const Str* needle, Size start, Size end) noexcept {
    if (start > end || needle->size > end - start) return -1;
    return with_needle(string, needle, Size{-1}, [&](const auto* text, const auto* wanted) {
        Size found = find_in(text + start, end - start, wanted, needle->size);
        return found < 0 ? found : found + start;
    });
}

Size str_find_last(const Str* string, const Str* needle, Size start, Size end) noexcept {
    if (start > end || needle->size > end - start) return -1;
    return with_needle(string, needle, Size{-1}, [&](const auto* text, const auto* wanted) {
        Size found = find_last_in(text + start, end - start, wanted, needle->size);
        return found < 0 ? found : found + start;
    });
}

Size str_count(const Str* string, const Str* needle, Size start, Size end, Size limit) noexcept {
    if (start > end || needle->size > end - start) return 0;
    if (needle->size == 0) return std::min(end - start + 1, limit);
    return with_needle(string, needle, Size{0}, [&](const auto* text, const auto* wanted) {
        return count_in(text + start, end - start, wanted, needle->size, limit);
    });
}

}  // namespace minipy
