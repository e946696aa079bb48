// Octets changed at their ends or inside; hexadecimal text; decoding.
//
// CPython: Objects/bytesobject.c, Objects/stringlib/transmogrify.h, Python/pystrhex.c
#include <fmt/format.h>

#include <array>
#include <numeric>
#include <optional>

#include "objects/bytearray.h"
#include "objects/bytes/octets.h"
#include "objects/codecs.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/memory_guard.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"
#include "objects/text_search.h"

namespace minipy {
namespace {

enum Side : unsigned { left_side = 1, right_side = 2, both_sides = 3 };

/// What is left of the octets without those at the sides that `drops(octet)`.
template <class Drops>
std::string_view stripped(std::string_view octets, unsigned sides, Drops drops) noexcept {
    if (sides & left_side)
        while (!octets.empty() && drops(octets.front())) octets.remove_prefix(1);
    if (sides & right_side)
        while (!octets.empty() && drops(octets.back())) octets.remove_suffix(1);
    return octets;
}

NewRef strip(Object* self, Object* characters, unsigned sides) {
    std::string_view rest = octets_of(self);
    if (is_none(characters)) {
        rest =
            stripped(rest, sides, [](char octet) { return octet == ' ' || (octet >= '\t' && octet <= '\r'); });
    } else {
        OctetsView view;
        TRY(view.acquire(characters));
        rest = stripped(rest, sides,
                        [&](char octet) { return view.view().find(octet) != std::string_view::npos; });
    }
    return rest.size() == octets_of(self).size() ? unchanged(self) : like(self, rest);
}

Ref<Object> pad(Object* self, Size left, Size right, char fill) {
    if (left <= 0 && right <= 0) return unchanged(self);
    const std::string_view octets = octets_of(self);
    char* to = nullptr;
    Ref<Object> made = TRY(like_uninitialized(self, left + static_cast<Size>(octets.size()) + right, to));
    to = std::fill_n(to, left, fill);
    to = std::copy(octets.begin(), octets.end(), to);
    std::fill_n(to, right, fill);
    return made;
}

struct Padding {
    Size missing = 0;
    char fill = ' ';
};

Result<Padding> read_padding(Object* self, Object* const* arguments, const char* function) {
    const Size width = TRY(argument_size(arguments[0]));
    Padding padding;
    if (Object* fill = arguments[1]) {
        const bool fits = (is_bytes(fill) || is_bytearray(fill)) && octets_of(fill).size() == 1;
        if (!fits) {
            return raise_bad_argument(function, "argument 2", "a byte string of length 1", fill);
        }
        padding.fill = octets_of(fill)[0];
    }
    padding.missing = std::max<Size>(width - static_cast<Size>(octets_of(self).size()), 0);
    return padding;
}

std::string interleave(std::string_view octets, std::string_view inserted, Size count) {
    std::string result;
    for (std::size_t i = 0; i <= octets.size(); ++i) {
        if (count-- > 0) result += inserted;
        if (i < octets.size()) result += octets[i];
    }
    return result;
}

int hex_digit(char32_t c) noexcept {
    if (c - '0' < 10u) return static_cast<int>(c - '0');
    const char32_t lower = c | 0x20;
    return lower - 'a' < 6u ? static_cast<int>(lower - 'a' + 10) : -1;
}

bool is_white(char32_t c) noexcept { return c == ' ' || (c >= 9 && c <= 13); }

/// The separator of hex(): one ASCII character, or nothing.
Result<std::optional<char>> hex_separator(Object* separator, bool any) {
    if (!separator) return std::optional<char>();
    if (TRY(length(separator)) != 1) return raise(value_error_type, "sep must be length 1.");
    if (is_str(separator)) {
        const char32_t c = static_cast<Str*>(separator)->at(0);
        if (c > (any ? 0xFFu : 0x7Fu)) return raise(value_error_type, "sep must be ASCII.");
        return std::optional(static_cast<char>(c));
    }
    if (!is_bytes(separator)) return raise(type_error_type, "sep must be str or bytes.");
    const char c = octets_of(separator)[0];
    if (c & 0x80 && !any) return raise(value_error_type, "sep must be ASCII.");
    return std::optional(c);
}

}  // namespace

NewRef octets_strip(Object* self, Object* const* arguments) { return strip(self, arguments[0], both_sides); }
NewRef octets_lstrip(Object* self, Object* const* arguments) { return strip(self, arguments[0], left_side); }
NewRef octets_rstrip(Object* self, Object* const* arguments) { return strip(self, arguments[0], right_side); }

NewRef octets_removeprefix(Object* self, Object* const* arguments) {
    OctetsView prefix;
    TRY(prefix.acquire(arguments[0]));
    const std::string_view octets = octets_of(self);
    if (prefix.view().empty() || !octets.starts_with(prefix.view())) return unchanged(self);
    return like(self, octets.substr(prefix.view().size()));
}

NewRef octets_removesuffix(Object* self, Object* const* arguments) {
    OctetsView suffix;
    TRY(suffix.acquire(arguments[0]));
    const std::string_view octets = octets_of(self);
    if (suffix.view().empty() || !octets.ends_with(suffix.view())) return unchanged(self);
    return like(self, octets.substr(0, octets.size() - suffix.view().size()));
}

NewRef octets_ljust(Object* self, Object* const* arguments) {
    const Padding padding = TRY(read_padding(self, arguments, "ljust"));
    return pad(self, 0, padding.missing, padding.fill);
}

NewRef octets_rjust(Object* self, Object* const* arguments) {
    const Padding padding = TRY(read_padding(self, arguments, "rjust"));
    return pad(self, padding.missing, 0, padding.fill);
}

NewRef octets_center(Object* self, Object* const* arguments) {
    const Padding padding = TRY(read_padding(self, arguments, "center"));
    const Size width = static_cast<Size>(octets_of(self).size()) + padding.missing;
    const Size left = padding.missing / 2 + (padding.missing & width & 1);
    return pad(self, left, padding.missing - left, padding.fill);
}

NewRef octets_zfill(Object* self, Object* const* arguments) {
    const Size width = TRY(argument_size(arguments[0]));
    const std::string_view octets = octets_of(self);
    const Size missing = width - static_cast<Size>(octets.size());
    if (missing <= 0) return unchanged(self);
    const std::size_t sign = octets.starts_with('+') || octets.starts_with('-');
    char* to = nullptr;
    Ref<Object> made = TRY(like_uninitialized(self, width, to));
    to = std::copy_n(octets.data(), sign, to);
    to = std::fill_n(to, missing, '0');
    std::copy(octets.begin() + static_cast<Size>(sign), octets.end(), to);
    return made;
}

NewRef octets_expandtabs(Object* self, Object* const* arguments) {
    const Size tab = TRY(argument_int(arguments[0]));
    return guard_memory([&]() -> Ref<Object> {
        std::string result;
        Size column = 0;
        for (char c : octets_of(self)) {
            if (c == '\t') {
                const Size spaces = tab > 0 ? tab - column % tab : 0;
                result.append(static_cast<std::size_t>(spaces), ' ');
                column += spaces;
            } else {
                result += c;
                column = c == '\n' || c == '\r' ? 0 : column + 1;
            }
        }
        return like(self, result);
    });
}

NewRef octets_replace(Object* self, Object* const* arguments) {
    OctetsView old, replacement;
    TRY(old.acquire(arguments[0]));
    TRY(replacement.acquire(arguments[1]));
    Size count = TRY(argument_size(arguments[2]));
    if (count < 0) count = PTRDIFF_MAX;
    const std::string_view octets = octets_of(self);
    if (old.view().empty() && count > 0) {
        return guard_memory([&] { return like(self, interleave(octets, replacement.view(), count)); });
    }
    const auto size = static_cast<Size>(octets.size()), old_size = static_cast<Size>(old.view().size());
    auto find_from = [&](Size start) {
        const Size at = find_in(octets.data() + start, size - start, old.view().data(), old_size);
        return at < 0 ? at : start + at;
    };
    Size found = count == 0 ? -1 : find_from(0);
    if (found < 0) return unchanged(self);
    return guard_memory([&] {
        std::string result;
        Size start = 0;
        for (; found >= 0; found = --count > 0 ? find_from(start) : -1) {
            result.append(octets, static_cast<std::size_t>(start), static_cast<std::size_t>(found - start));
            result += replacement.view();
            start = found + old_size;
        }
        result += octets.substr(static_cast<std::size_t>(start));
        return like(self, result);
    });
}

NewRef octets_translate(Object* self, Object* const* arguments) {
    std::array<unsigned char, 256> table;
    std::iota(table.begin(), table.end(), static_cast<unsigned char>(0));
    std::array<bool, 256> deleted{};
    if (!is_none(arguments[0])) {
        OctetsView view;
        TRY(view.acquire(arguments[0]));
        if (view.view().size() != 256) {
            return raise(value_error_type, "translation table must be 256 characters long");
        }
        std::copy(view.view().begin(), view.view().end(), table.begin());
    }
    if (arguments[1]) {
        OctetsView view;
        TRY(view.acquire(arguments[1]));
        for (unsigned char c : view.view()) deleted[c] = true;
    }
    std::string result;
    for (unsigned char c : octets_of(self)) {
        if (!deleted[c]) result += static_cast<char>(table[c]);
    }
    return result == octets_of(self) ? unchanged(self) : like(self, result);
}

NewRef octets_maketrans(Object*, Object* const* arguments) {
    OctetsView from, to;
    TRY(from.acquire(arguments[0]));
    TRY(to.acquire(arguments[1]));
    if (from.view().size() != to.view().size()) {
        return raise(value_error_type, "maketrans arguments must have same length");
    }
    std::array<char, 256> table;
    std::iota(table.begin(), table.end(), static_cast<char>(0));
    for (std::size_t i = 0; i < from.view().size(); ++i) {
        table[static_cast<unsigned char>(from.view()[i])] = to.view()[i];
    }
    return new_bytes({table.data(), table.size()});
}

Result<std::string> hex_text(std::string_view octets, Object* separator_object, Object* group_object,
                             bool any_separator) {
    const int group = group_object ? TRY(argument_int(group_object)) : 1;
    const std::optional<char> separator = TRY(hex_separator(separator_object, any_separator));
    const std::size_t step = group < 0 ? -static_cast<std::size_t>(group) : static_cast<std::size_t>(group);
    // A positive group is counted from the right end, a negative one from the left.
    const std::size_t first = group > 0 && step ? octets.size() % step : 0;
    std::string text;
    text.reserve(octets.size() * 2);
    for (std::size_t i = 0; i < octets.size(); ++i) {
        if (separator && step && i && (i >= first) && (i - first) % step == 0) text += *separator;
        text += "0123456789abcdef"[static_cast<unsigned char>(octets[i]) >> 4];
        text += "0123456789abcdef"[octets[i] & 15];
    }
    return text;
}

NewRef octets_hex(Object* self, Object* const* arguments) {
    return str_from_utf8(TRY(hex_text(octets_of(self), arguments[0], arguments[1])));
}

Result<std::string> octets_from_hex(Object* object) {
    if (!is_str(object)) {
        return raise_bad_argument("fromhex() argument", "str", object);
    }
    const auto* text = static_cast<Str*>(object);
    std::string octets;
    for (Size i = 0; i < text->size;) {
        if (is_white(text->at(i))) {
            ++i;
            continue;
        }
        const int high = hex_digit(text->at(i)), low = i + 1 < text->size ? hex_digit(text->at(i + 1)) : -1;
        if (high < 0 || low < 0) {
            return raise(value_error_type,
                         fmt::format("non-hexadecimal number found in fromhex() arg at position {}",
                                     high < 0 ? i : i + 1));
        }
        octets += static_cast<char>(high << 4 | low);
        i += 2;
    }
    return octets;
}

NewRef octets_decode(Object* self, Object* const* arguments) {
    static constexpr const char* names[] = {"argument 'encoding'", "argument 'errors'"};
    for (int i = 0; i < 2; ++i) TRY(str_argument(arguments[i], "decode", names[i]));
    if (is_strict_utf8(static_cast<Str*>(arguments[0]), static_cast<Str*>(arguments[1])))
        return decode_utf8(octets_of(self));
    TRY(check_codec_names(static_cast<Str*>(arguments[0]), static_cast<Str*>(arguments[1])));
    if (octets_of(self).empty()) return empty_str();
    return decode_octets(octets_of(self), std::string(str_utf8(static_cast<Str*>(arguments[0]))),
                         std::string(str_utf8(static_cast<Str*>(arguments[1]))));
}

}  // namespace minipy
