// The ends of strings: stripping them, filling them up to a width, tabs.
//
// CPython: Objects/unicodeobject.c (_PyUnicode_XStrip, pad, unicode_expandtabs_impl)
#include <fmt/format.h>

#include "objects/errors.h"
#include "objects/index.h"
#include "objects/singletons.h"
#include "objects/str/slots.h"
#include "objects/str_builder.h"
#include "objects/text_argument.h"
#include "objects/text_search.h"
#include "objects/unicode_data.h"

namespace minipy {
namespace {

enum Side : unsigned { left_side = 1, right_side = 2, both_sides = 3 };

/// Drops the characters that pass the test from the ends.
template <class Drops>
Ref<Str> strip_where(Str* string, unsigned sides, Drops drops) {
    return with_data(string, [&](const auto* data) {
        Size start = 0, end = string->size;
        if (sides & left_side) {
            while (start < end && drops(data[start])) ++start;
        }
        if (sides & right_side) {
            while (end > start && drops(data[end - 1])) --end;
        }
        return str_substring(string, start, end);
    });
}

NewRef strip(Object* self, Object* characters, unsigned sides, const char* name) {
    Str* string = as_str(self);
    if (is_none(characters)) return strip_where(string, sides, [](char32_t c) { return unicode::is_space(c); });
    if (!is_str(characters)) return raise(type_error_type, fmt::format("{} arg must be None or str", name));
    return with_data(as_str(characters), [&](const auto* set) {
        return strip_where(string, sides, [&](char32_t c) {
            using Character = std::remove_cvref_t<decltype(*set)>;
            return static_cast<Character>(c) == c && find_character(set, as_str(characters)->size, c) >= 0;
        });
    });
}

Ref<Str> pad(Str* string, Size left, Size right, char32_t fill) {
    if (left <= 0 && right <= 0) return str_exact(string);
    if (right > PTRDIFF_MAX - string->size || left > PTRDIFF_MAX - string->size - right) {
        return raise(overflow_error_type, "padded string is too long");
    }
    StrBuilder builder;
    builder.append_repeated(fill, left);
    builder.append(string);
    builder.append_repeated(fill, right);
    return builder.finish();
}

struct Padding {
    Size missing = 0;  // characters to be added in all
    char32_t fill = ' ';
};

/// Reads the width and the fill character of ljust, rjust and center.
Result<Padding> read_padding(const Str* string, Object* const* arguments) {
    const Size width = TRY(argument_size(arguments[0]));
    Padding padding;
    if (arguments[1]) {
        if (!is_str(arguments[1])) {
            return raise(type_error_type, fmt::format("The fill character must be a unicode character, not {}",
                                                      arguments[1]->type->name));
        }
        if (as_str(arguments[1])->size != 1) {
            return raise(type_error_type, "The fill character must be exactly one character long");
        }
        padding.fill = as_str(arguments[1])->at(0);
    }
    padding.missing = width > string->size ? width - string->size : 0;
    return padding;
}

}  // namespace

NewRef str_strip(Object* self, Object* const* arguments) {
    return strip(self, arguments[0], both_sides, "strip");
}
NewRef str_lstrip(Object* self, Object* const* arguments) {
    return strip(self, arguments[0], left_side, "lstrip");
}
NewRef str_rstrip(Object* self, Object* const* arguments) {
    return strip(self, arguments[0], right_side, "rstrip");
}

NewRef str_removeprefix(Object* self, Object* const* arguments) {
    TRY(str_argument(arguments[0], "removeprefix"));
    Str *string = as_str(self), *prefix = as_str(arguments[0]);
    if (str_find(string, prefix, 0, std::min(prefix->size, string->size)) != 0) return str_exact(string);
    return str_substring(string, prefix->size, string->size);
}

NewRef str_removesuffix(Object* self, Object* const* arguments) {
    TRY(str_argument(arguments[0], "removesuffix"));
    Str *string = as_str(self), *suffix = as_str(arguments[0]);
    const Size at = string->size - suffix->size;
    if (at < 0 || str_find(string, suffix, at, string->size) != at) return str_exact(string);
    return str_substring(string, 0, at);
}

NewRef str_ljust(Object* self, Object* const* arguments) {
    const Padding padding = TRY(read_padding(as_str(self), arguments));
    return pad(as_str(self), 0, padding.missing, padding.fill);
}

NewRef str_rjust(Object* self, Object* const* arguments) {
    const Padding padding = TRY(read_padding(as_str(self), arguments));
    return pad(as_str(self), padding.missing, 0, padding.fill);
}

NewRef str_center(Object* self, Object* const* arguments) {
    const Padding padding = TRY(read_padding(as_str(self), arguments));
    const Size width = as_str(self)->size + padding.missing;
    const Size left = padding.missing / 2 + (padding.missing & width & 1);
    return pad(as_str(self), left, padding.missing - left, padding.fill);
}

NewRef str_zfill(Object* self, Object* const* arguments) {
    const Size width = TRY(argument_size(arguments[0]));
    Str* string = as_str(self);
    if (string->size >= width) return str_exact(string);
    StrBuilder builder;
    const bool sign = string->size > 0 && (string->at(0) == '+' || string->at(0) == '-');
    if (sign) builder.append(string->at(0));
    builder.append_repeated('0', width - string->size);
    builder.append(string, sign, string->size);
    return builder.finish();
}

NewRef str_expandtabs(Object* self, Object* const* arguments) {
    const Size tab = TRY(argument_int(arguments[0]));
    const Str* string = as_str(self);
    if (str_find(string, str_from_character('\t').get(), 0, string->size) < 0) return str_exact(as_str(self));
    StrBuilder builder;
    Size column = 0;
    for (Size i = 0; i < string->size; ++i) {
        const char32_t c = string->at(i);
        if (c == '\t') {
            const Size spaces = tab > 0 ? tab - column % tab : 0;
            builder.append_repeated(' ', spaces);
            column += spaces;
        } else {
            builder.append(c);
            column = c == '\n' || c == '\r' ? 0 : column + 1;
        }
    }
    return builder.finish();
}

}  // namespace minipy
