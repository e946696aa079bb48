// Searching in octets: for other octets or for one given as an int.
//
// CPython: Objects/bytes_methods.c (find_internal, _Py_bytes_count, tailmatch)
#include <fmt/format.h>

#include "objects/bytes/octets.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/text_search.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

/// The arguments (sub, start, end): the part to be searched and what is looked for.
struct Search {
    OctetsView needle_view;
    char single = 0;
    std::string_view needle;
    std::string_view text;
    Size start = 0;
    bool possible = false;  // start is not behind the end

    Status read(Object* self, Object* const* arguments) {
        start = TRY(slice_bound(arguments[1], 0));
        Size end = TRY(slice_bound(arguments[2], PTRDIFF_MAX));
        if (has_octets(arguments[0])) {
            TRY(needle_view.acquire(arguments[0]));
            needle = needle_view.view();
        } else if (has_index(arguments[0])) {
            single = static_cast<char>(TRY(octet_value(arguments[0])));
            needle = {&single, 1};
        } else {
            return raise(type_error_type,
                         fmt::format("argument should be integer or bytes-like object, not '{}'",
                                     arguments[0]->type->name));
        }
        text = octets_of(self);
        adjust_bounds(start, end, static_cast<Size>(text.size()));
        possible = start <= end;
        if (possible)
            text = text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
        return done;
    }
    Size found(std::size_t at) const noexcept { return at == text.npos ? -1 : start + static_cast<Size>(at); }
    Size first() const {
        if (!possible) return -1;
        const Size at = find_in(text.data(), static_cast<Size>(text.size()), needle.data(),
                                static_cast<Size>(needle.size()));
        return at < 0 ? -1 : start + at;
    }
    Size last() const noexcept { return possible ? found(text.rfind(needle)) : -1; }
};

template <class Find>
NewRef find_with(Object* self, Object* const* arguments, bool required, Find find) {
    Search search;
    TRY(search.read(self, arguments));
    const Size at = find(search);
    if (at < 0 && required) return raise(value_error_type, "subsection not found");
    return new_int(at);
}

Result<bool> matches_end(Object* part, std::string_view text, bool at_end) {
    OctetsView view;
    TRY(view.acquire(part));
    return at_end ? text.ends_with(view.view()) : text.starts_with(view.view());
}

NewRef match_end(Object* self, Object* const* arguments, bool at_end) {
    Size start = TRY(slice_bound(arguments[1], 0)), end = TRY(slice_bound(arguments[2], PTRDIFF_MAX));
    std::string_view text = octets_of(self);
    adjust_bounds(start, end, static_cast<Size>(text.size()));
    const bool possible = start <= end;
    if (possible) text = text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start));
    if (is_tuple(arguments[0])) {
        for (Object* part : static_cast<Tuple*>(arguments[0])->span()) {
            if (TRY(matches_end(part, text, at_end)) && possible) return new_bool(true);
        }
        return new_bool(false);
    }
    if (!has_octets(arguments[0])) {
        return raise(type_error_type,
                     fmt::format("{} first arg must be bytes or a tuple of bytes, not {}",
                                 at_end ? "endswith" : "startswith", arguments[0]->type->name));
    }
    return new_bool(TRY(matches_end(arguments[0], text, at_end)) && possible);
}

}  // namespace

NewRef octets_find(Object* self, Object* const* arguments) {
    return find_with(self, arguments, false, [](const Search& search) { return search.first(); });
}

NewRef octets_rfind(Object* self, Object* const* arguments) {
    return find_with(self, arguments, false, [](const Search& search) { return search.last(); });
}

NewRef octets_index(Object* self, Object* const* arguments) {
    return find_with(self, arguments, true, [](const Search& search) { return search.first(); });
}

NewRef octets_rindex(Object* self, Object* const* arguments) {
    return find_with(self, arguments, true, [](const Search& search) { return search.last(); });
}

NewRef octets_count(Object* self, Object* const* arguments) {
    Search search;
    TRY(search.read(self, arguments));
    const auto size = static_cast<Size>(search.text.size());
    if (!search.possible) return new_int(0);
    if (search.needle.empty()) return new_int(size + 1);
    return new_int(count_in(search.text.data(), size, search.needle.data(),
                            static_cast<Size>(search.needle.size()), PTRDIFF_MAX));
}

NewRef octets_startswith(Object* self, Object* const* arguments) { return match_end(self, arguments, false); }
NewRef octets_endswith(Object* self, Object* const* arguments) { return match_end(self, arguments, true); }

}  // namespace minipy
