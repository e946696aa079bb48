// Taking strings apart and joining them.
//
// Each walk over the text gathers its parts, of which a list is made in the end; a part that is the whole
// string is the string itself. Splitting from the right collects backwards and reverses at the end.
//
// CPython: Objects/stringlib/split.h, Objects/unicodeobject.c (_PyUnicode_JoinArray)
#include <fmt/format.h>

#include <boost/container/small_vector.hpp>

#include <algorithm>
#include <cstring>

#include "objects/errors.h"
#include "objects/index.h"
#include "objects/list/list_internal.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str/needle.h"
#include "objects/str/slots.h"
#include "objects/str_storage.h"
#include "objects/text_search.h"
#include "objects/tuple.h"
#include "objects/unicode_data.h"

namespace minipy {
namespace {

/// The parts found so far. Gain of not appending to a list: its array is allocated once, in its size.
class Parts {
  public:
    Parts() = default;
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    ~Parts() {
        for (Object* part : owned_) decref(part);
    }
    Status add(Str* string, Size start, Size end) {
        owned_.push_back(TRY(str_substring(string, start, end)).release());
        return done;
    }
    void reverse() noexcept { std::ranges::reverse(owned_); }
    /// Gives the parts away as a list.
    Ref<List> list() {
        Ref<List> made = list_of_owned({owned_.data(), owned_.size()});
        owned_.clear();
        return made;
    }

  private:
    boost::container::small_vector<Object*, 24> owned_;
};

template <class Character>
Status split_words(Parts& parts, Str* string, const Character* data, Size most) {
    const Size size = string->size;
    Size at = 0;
    while (true) {
        while (at < size && unicode::is_space(data[at])) ++at;
        if (at == size) return done;
        const Size start = at;
        if (most-- == 0) return parts.add(string, start, size);
        while (at < size && !unicode::is_space(data[at])) ++at;
        TRY(parts.add(string, start, at));
    }
}

/// From the right; the parts come out in reverse order.
template <class Character>
Status split_words_backwards(Parts& parts, Str* string, const Character* data, Size most) {
    Size at = string->size;
    while (true) {
        while (at > 0 && unicode::is_space(data[at - 1])) --at;
        if (at == 0) return done;
        const Size end = at;
        if (most-- == 0) return parts.add(string, 0, end);
        while (at > 0 && !unicode::is_space(data[at - 1])) --at;
        TRY(parts.add(string, at, end));
    }
}

Status split_at(Parts& parts, Str* string, const Str* separator, Size most) {
    Size start = 0;
    TRY(with_needle(string, separator, Status(done), [&](const auto* text, const auto* wanted) -> Status {
        while (most-- > 0) {
            const Size step = find_in(text + start, string->size - start, wanted, separator->size);
            if (step < 0) break;
            TRY(parts.add(string, start, start + step));
            start += step + separator->size;
        }
        return done;
    }));
    return parts.add(string, start, string->size);
}

Status split_at_backwards(Parts& parts, Str* string, const Str* separator, Size most) {
    Size end = string->size;
    while (most-- > 0) {
        const Size found = str_find_last(string, separator, 0, end);
        if (found < 0) break;
        TRY(parts.add(string, found + separator->size, end));
        end = found;
    }
    return parts.add(string, 0, end);
}

Status require_separator(Object* separator) {
    if (!is_str(separator)) {
        return raise(type_error_type, fmt::format("must be str, not {}", separator->type->name));
    }
    if (as_str(separator)->size == 0) return raise(value_error_type, "empty separator");
    return done;
}

/// (before, separator, after) around a separator found at `at`.
NewRef three_parts(Str* string, Str* separator, Size at) {
    Ref<Str> before = TRY(str_substring(string, 0, at));
    Ref<Str> after = TRY(str_substring(string, at + separator->size, string->size));
    Object* items[] = {before.get(), separator, after.get()};
    return Ref<Object>(new_tuple(items));
}

/// Checks sep and maxsplit of split/rsplit; -1 means no limit.
Result<Size> split_limit(Object* const* arguments) {
    Size most = TRY(argument_size(arguments[1]));
    if (!is_none(arguments[0]) && !is_str(arguments[0]))
        return raise(type_error_type, fmt::format("must be str or None, not {}", arguments[0]->type->name));
    if (!is_none(arguments[0]) && as_str(arguments[0])->size == 0) {
        return raise(value_error_type, "empty separator");
    }
    return most < 0 ? PTRDIFF_MAX : most;
}

/// A separator that cannot be there: the string itself, be it of a subclass, is the only part then.
bool cannot_contain(const Str* string, const Str* separator) noexcept {
    return separator->kind > string->kind || separator->size > string->size;
}

}  // namespace

NewRef str_split(Object* self, Object* const* arguments) {
    const Size most = TRY(split_limit(arguments));
    Parts parts;
    Str* string = as_str(self);
    if (is_none(arguments[0])) {
        TRY(with_data(string, [&](const auto* data) { return split_words(parts, string, data, most); }));
    } else if (cannot_contain(string, as_str(arguments[0]))) {
        return new_list({&self, 1});
    } else {
        TRY(split_at(parts, string, as_str(arguments[0]), most));
    }
    return parts.list();
}

NewRef str_rsplit(Object* self, Object* const* arguments) {
    const Size most = TRY(split_limit(arguments));
    Parts parts;
    Str* string = as_str(self);
    if (is_none(arguments[0])) {
        TRY(with_data(string,
                      [&](const auto* data) { return split_words_backwards(parts, string, data, most); }));
    } else if (cannot_contain(string, as_str(arguments[0]))) {
        return new_list({&self, 1});
    } else {
        TRY(split_at_backwards(parts, string, as_str(arguments[0]), most));
    }
    parts.reverse();
    return parts.list();
}

NewRef str_partition(Object* self, Object* const* arguments) {
    TRY(require_separator(arguments[0]));
    Str *string = as_str(self), *separator = as_str(arguments[0]);
    const Size at = str_find(string, separator, 0, string->size);
    if (at >= 0) return three_parts(string, separator, at);
    Ref<Str> whole = share(string), empty = empty_str();
    Object* items[] = {whole.get(), empty.get(), empty.get()};
    return Ref<Object>(new_tuple(items));
}

NewRef str_rpartition(Object* self, Object* const* arguments) {
    TRY(require_separator(arguments[0]));
    Str *string = as_str(self), *separator = as_str(arguments[0]);
    const Size at = str_find_last(string, separator, 0, string->size);
    if (at >= 0) return three_parts(string, separator, at);
    Ref<Str> whole = share(string), empty = empty_str();
    Object* items[] = {empty.get(), empty.get(), whole.get()};
    return Ref<Object>(new_tuple(items));
}

NewRef str_splitlines(Object* self, Object* const* arguments) {
    const bool keep_ends = TRY(argument_int(arguments[0])) != 0;
    Parts lines;
    Str* string = as_str(self);
    TRY(with_data(string, [&](const auto* data) -> Status {
        const Size size = string->size;
        for (Size start = 0; start < size;) {
            Size end = start;
            while (end < size && !unicode::is_line_break(data[end])) ++end;
            Size next = end;
            if (next < size) next += data[end] == '\r' && end + 1 < size && data[end + 1] == '\n' ? 2 : 1;
            TRY(lines.add(string, start, keep_ends ? next : end));
            start = next;
        }
        return done;
    }));
    return lines.list();
}

namespace {

/// A join of one character in all: it is the separator's or that of one of the items, and may be shared.
Ref<Str> join_single(const Str* separator, std::span<Object* const> items) {
    for (Object* item : items) {
        if (as_str(item)->size == 1) return str_from_character(as_str(item)->at(0));
    }
    return str_from_character(separator->at(0));
}

char* append_octets(char* to, const Str* part) noexcept {
    std::memcpy(to, part->data(), static_cast<std::size_t>(part->size));
    return to + part->size;
}

/// All parts, and the separator if it is needed at all, are ASCII.
Ref<Str> join_ascii(const Str* separator, std::span<Object* const> items, Size total) {
    Ref<Str> made = TRY(new_ascii_str(total));
    char* to = append_octets(static_cast<char*>(made->data()), as_str(items[0]));
    for (Object* item : items.subspan(1)) {
        if (separator->size == 1)
            *to++ = static_cast<char>(separator->data1()[0]);
        else
            to = append_octets(to, separator);
        to = append_octets(to, as_str(item));
    }
    return made;
}

}  // namespace

Ref<Str> str_join(const Str* separator, std::span<Object* const> items) {
    if (items.empty()) return empty_str();
    if (items.size() == 1 && is_exactly(items[0], str_type)) return share(as_str(items[0]));
    char32_t bound = items.size() > 1 && separator->size ? bound_of(separator) : 0;
    Size total = 0;
    if (__builtin_mul_overflow(separator->size, static_cast<Size>(items.size()) - 1, &total)) total = -1;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!is_str(items[i])) {
            return raise(type_error_type, fmt::format("sequence item {}: expected str instance, {} found", i,
                                                      items[i]->type->name));
        }
        if (as_str(items[i])->size) bound = std::max(bound, bound_of(as_str(items[i])));
        if (total < 0 || __builtin_add_overflow(total, as_str(items[i])->size, &total)) {
            return raise(overflow_error_type, "join() result is too long for a Python string");
        }
    }
    if (total == 0) return empty_str();
    if (total == 1) return join_single(separator, items);
    if (bound < 0x80) return join_ascii(separator, items, total);
    Ref<Str> made = TRY(new_str(total, bound));
    Size at = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i && separator->size) {
            copy_into(made.get(), at, separator, 0, separator->size);
            at += separator->size;
        }
        copy_into(made.get(), at, as_str(items[i]), 0, as_str(items[i])->size);
        at += as_str(items[i])->size;
    }
    return made;
}

NewRef str_join(Object* self, Object* const* arguments) {
    Object* items = arguments[0];
    if (is_exactly(items, list_type)) {
        // A list cannot change here: nothing below runs Python code.
        return str_join(as_str(self), static_cast<List*>(items)->span());
    }
    if (is_exactly(items, tuple_type)) return str_join(as_str(self), static_cast<Tuple*>(items)->span());
    Ref<List> collected = TRY(new_list());
    if (!items->type->slots.iter && !is_sequence(items)) {
        return raise(type_error_type, "can only join an iterable");
    }
    TRY(list_extend(collected.get(), items));
    return str_join(as_str(self), collected->span());
}

}  // namespace minipy
