// Taking octets apart and joining them.
//
// CPython: Objects/stringlib/split.h, Objects/stringlib/join.h
#include <fmt/format.h>

#include <algorithm>

#include "objects/bytearray.h"
#include "objects/bytes/octets.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/list.h"
#include "objects/memory_guard.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

constexpr std::string_view whitespace = " \t\n\v\f\r";

/// Collects the parts of `self`; the whole of it is `self` unchanged.
struct Parts {
    Object* self;
    Ref<List> list;

    Status add(std::string_view part) {
        Ref<Object> made = TRY(part.size() == octets_of(self).size() ? unchanged(self) : like(self, part));
        return list_append_steal(list.get(), made.release());
    }
};

Status split_words(Parts& parts, std::string_view rest, Size most) {
    while (true) {
        const std::size_t start = rest.find_first_not_of(whitespace);
        if (start == rest.npos) return done;
        rest.remove_prefix(start);
        if (most-- == 0) return parts.add(rest);
        const std::size_t end = std::min(rest.find_first_of(whitespace), rest.size());
        TRY(parts.add(rest.substr(0, end)));
        rest.remove_prefix(end);
    }
}

Status split_words_backwards(Parts& parts, std::string_view rest, Size most) {
    while (true) {
        const std::size_t last = rest.find_last_not_of(whitespace);
        if (last == rest.npos) return done;
        rest = rest.substr(0, last + 1);
        if (most-- == 0) return parts.add(rest);
        const std::size_t start = rest.find_last_of(whitespace) + 1;
        TRY(parts.add(rest.substr(start)));
        rest = rest.substr(0, start);
    }
}

Status split_at(Parts& parts, std::string_view rest, std::string_view separator, Size most) {
    while (most-- > 0) {
        const std::size_t at = rest.find(separator);
        if (at == rest.npos) break;
        TRY(parts.add(rest.substr(0, at)));
        rest.remove_prefix(at + separator.size());
    }
    return parts.add(rest);
}

Status split_at_backwards(Parts& parts, std::string_view rest, std::string_view separator, Size most) {
    while (most-- > 0) {
        const std::size_t at = rest.rfind(separator);
        if (at == rest.npos) break;
        TRY(parts.add(rest.substr(at + separator.size())));
        rest = rest.substr(0, at);
    }
    return parts.add(rest);
}

using SplitWords = Status (*)(Parts&, std::string_view, Size);
using SplitAt = Status (*)(Parts&, std::string_view, std::string_view, Size);

Ref<List> split_with(Object* self, Object* const* arguments, SplitWords by_words, SplitAt by_separator) {
    Size most = TRY(argument_size(arguments[1]));
    if (most < 0) most = PTRDIFF_MAX;
    Parts parts{self, TRY(new_list())};
    if (is_none(arguments[0])) {
        TRY(by_words(parts, octets_of(self), most));
        return std::move(parts.list);
    }
    OctetsView separator;
    TRY(separator.acquire(arguments[0]));
    if (separator.view().empty()) return raise(value_error_type, "empty separator");
    TRY(by_separator(parts, octets_of(self), separator.view(), most));
    return std::move(parts.list);
}

NewRef partition_with(Object* self, Object* separator, bool from_right) {
    OctetsView view;
    TRY(view.acquire(separator));
    if (view.view().empty()) return raise(value_error_type, "empty separator");
    const std::string_view text = octets_of(self);
    const std::size_t at = from_right ? text.rfind(view.view()) : text.find(view.view());
    const bool found = at != text.npos;
    const auto empty = [self] { return like(self, {}); };  // of a bytearray each time another one
    Ref<Object> before = found ? like(self, text.substr(0, at)) : from_right ? empty() : unchanged(self);
    Ref<Object> after = found        ? like(self, text.substr(at + view.view().size()))
                        : from_right ? unchanged(self)
                                     : empty();
    Ref<Object> middle = !found ? empty() : is_bytes(self) ? share(separator) : like(self, view.view());
    if (!before || !after || !middle) return failed;
    Object* items[] = {before.get(), middle.get(), after.get()};
    return new_tuple(items);
}

bool is_plain_bytes(const Object* item) noexcept { return is_exactly(item, bytes_type); }

/// The items of a join as a list or tuple that cannot change meanwhile.
Result<std::string> join_items(std::string_view separator, std::span<Object* const> items) {
    std::string joined;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i) joined += separator;
        if (is_plain_bytes(items[i])) {
            joined += static_cast<Bytes*>(items[i])->view();
            continue;
        }
        OctetsView part;
        if (!part.acquire(items[i])) {
            clear_exception();
            return raise(type_error_type,
                         fmt::format("sequence item {}: expected a bytes-like object, {} found", i,
                                     items[i]->type->name));
        }
        joined += part.view();
    }
    return joined;
}

}  // namespace

NewRef octets_split(Object* self, Object* const* arguments) {
    return split_with(self, arguments, split_words, split_at);
}

NewRef octets_rsplit(Object* self, Object* const* arguments) {
    Ref<List> parts = TRY(split_with(self, arguments, split_words_backwards, split_at_backwards));
    std::ranges::reverse(parts->span());
    return parts;
}

NewRef octets_partition(Object* self, Object* const* arguments) {
    return partition_with(self, arguments[0], false);
}
NewRef octets_rpartition(Object* self, Object* const* arguments) {
    return partition_with(self, arguments[0], true);
}

NewRef octets_splitlines(Object* self, Object* const* arguments) {
    const bool keep_ends = TRY(argument_int(arguments[0])) != 0;
    Parts parts{self, TRY(new_list())};
    std::string_view rest = octets_of(self);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find_first_of("\r\n"), rest.size());
        const std::size_t next = std::min(end + (rest.substr(end).starts_with("\r\n") ? 2 : 1), rest.size());
        TRY(parts.add(rest.substr(0, keep_ends ? next : end)));
        rest.remove_prefix(next);
    }
    return std::move(parts.list);
}

NewRef octets_join(Object* self, Object* const* arguments) {
    Object* items = arguments[0];
    if (!items->type->slots.iter && !is_sequence(items)) {
        return raise(type_error_type, "can only join an iterable");
    }
    // An exact list can be read as it is: only the buffers of other objects than bytes run code.
    Ref<List> collected;
    if (is_exactly(items, list_type) &&
        std::ranges::all_of(static_cast<List*>(items)->span(), is_plain_bytes)) {
        collected = share(static_cast<List*>(items));
    } else {
        collected = TRY(new_list());
        TRY(list_extend(collected.get(), items));
    }
    if (collected->size == 1 && is_exactly(self, bytes_type) && is_exactly(collected->items[0], bytes_type)) {
        return new_ref(collected->items[0]);
    }
    return guard_memory([&]() -> Ref<Object> {
        std::string joined = TRY(join_items(octets_of(self), collected->span()));
        return like(self, joined);
    });
}

}  // namespace minipy
