// Finding a string in a string: brings the needle to the haystack's width and searches there.
//
// A needle of a wider kind has a character that the haystack cannot hold, so it is not in it.
//
// CPython: Objects/unicodeobject.c (any_find_slice, tailmatch), Objects/stringlib/find.h
#include <fmt/format.h>

#include "objects/errors.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/str/needle.h"
#include "objects/str/slots.h"
#include "objects/text_search.h"
#include "objects/tuple.h"

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

namespace {

/// The arguments (sub, start, end) of the find family.
struct SearchArguments {
    Str* needle = nullptr;
    Size start = 0;
    Size end = 0;
};

Result<SearchArguments> read_search(const Str* string, Object* const* arguments) {
    SearchArguments search;
    search.start = TRY(slice_bound(arguments[1], 0));
    search.end = TRY(slice_bound(arguments[2], string->size));
    if (!is_str(arguments[0])) {
        return raise(type_error_type, fmt::format("must be str, not {}", arguments[0]->type->name));
    }
    search.needle = as_str(arguments[0]);
    adjust_bounds(search.start, search.end, string->size);
    return search;
}

using Finder = Size (*)(const Str*, const Str*, Size, Size) noexcept;

Result<Size> find_with(Finder finder, Object* self, Object* const* arguments) {
    const SearchArguments search = TRY(read_search(as_str(self), arguments));
    return finder(as_str(self), search.needle, search.start, search.end);
}

NewRef index_with(Finder finder, Object* self, Object* const* arguments) {
    const Size found = TRY(find_with(finder, self, arguments));
    if (found < 0) return raise(value_error_type, "substring not found");
    return Ref<Object>(new_int(found));
}

bool matches_at(const Str* string, const Str* part, Size start, Size end, bool at_end) noexcept {
    if (start > end || part->size > end - start) return false;
    const Size at = at_end ? end - part->size : start;
    return str_find(string, part, at, at + part->size) == at;
}

NewRef match_end(Object* self, Object* const* arguments, bool at_end) {
    const char* name = at_end ? "endswith" : "startswith";
    const Str* string = as_str(self);
    Size start = TRY(slice_bound(arguments[1], 0));
    Size end = TRY(slice_bound(arguments[2], string->size));
    adjust_bounds(start, end, string->size);
    if (is_str(arguments[0])) return new_bool(matches_at(string, as_str(arguments[0]), start, end, at_end));
    if (!is_tuple(arguments[0])) {
        return raise(type_error_type, fmt::format("{} first arg must be str or a tuple of str, not {}", name,
                                                  arguments[0]->type->name));
    }
    for (Object* part : static_cast<Tuple*>(arguments[0])->span()) {
        if (!is_str(part)) {
            return raise(type_error_type,
                         fmt::format("tuple for {} must only contain str, not {}", name, part->type->name));
        }
        if (matches_at(string, as_str(part), start, end, at_end)) return new_bool(true);
    }
    return new_bool(false);
}

}  // namespace

NewRef str_find_method(Object* self, Object* const* arguments) {
    return Ref<Object>(new_int(TRY(find_with(str_find, self, arguments))));
}

NewRef str_rfind(Object* self, Object* const* arguments) {
    return Ref<Object>(new_int(TRY(find_with(str_find_last, self, arguments))));
}

NewRef str_index(Object* self, Object* const* arguments) { return index_with(str_find, self, arguments); }
NewRef str_rindex(Object* self, Object* const* arguments) { return index_with(str_find_last, self, arguments); }

NewRef str_count_method(Object* self, Object* const* arguments) {
    const SearchArguments search = TRY(read_search(as_str(self), arguments));
    return Ref<Object>(new_int(str_count(as_str(self), search.needle, search.start, search.end, PTRDIFF_MAX)));
}

NewRef str_startswith(Object* self, Object* const* arguments) { return match_end(self, arguments, false); }
NewRef str_endswith(Object* self, Object* const* arguments) { return match_end(self, arguments, true); }

}  // namespace minipy
