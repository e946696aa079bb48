// repr of a string: a literal that reads back as the same string.
//
// Single quotes, unless the text has single quotes and no double ones. Characters that Unicode does not
// call printable are escaped. The first pass counts what the second one writes.
//
// CPython: Objects/unicodeobject.c (unicode_repr)
#include "objects/format.h"
#include "objects/protocol.h"
#include "objects/str_builder.h"
#include "objects/unicode_data.h"

namespace minipy {
namespace {

/// What the first pass finds out.
struct ReprMeasure {
    Size extra = 0;  // characters added by escapes
    bool single_quote = false;
    bool double_quote = false;
    char32_t bound = 0;
};

template <class Character>
ReprMeasure measure(const Character* characters, Size size) noexcept {
    ReprMeasure result;
    for (Size i = 0; i < size; ++i) {
        char32_t c = characters[i];
        if (c == '\'') {
            result.single_quote = true;
        } else if (c == '"') {
            result.double_quote = true;
        } else if (c == '\\' || c == '\n' || c == '\t' || c == '\r') {
            result.extra += 1;
        } else if (c < ' ' || c == 0x7F) {
            result.extra += 3;
        } else if (c >= 0x80) {
            if (unicode::is_printable(c))
                result.bound |= c;
            else
                result.extra += c < 0x100 ? 3 : c < 0x10000 ? 5 : 9;
        }
    }
    return result;
}

template <class To>
To* write_escape(char32_t c, To* to) noexcept {
    *to++ = '\\';
    if (c == '\n' || c == '\t' || c == '\r') {
        *to++ = c == '\n' ? 'n' : c == '\t' ? 't' : 'r';
        return to;
    }
    int digits = c < 0x100 ? 2 : c < 0x10000 ? 4 : 8;
    *to++ = digits == 2 ? 'x' : digits == 4 ? 'u' : 'U';
    while (digits--) *to++ = static_cast<To>("0123456789abcdef"[c >> (4 * digits) & 15]);
    return to;
}

template <class From, class To>
void write_repr(const From* characters, Size size, char quote, To* to) noexcept {
    *to++ = static_cast<To>(quote);
    for (Size i = 0; i < size; ++i) {
        char32_t c = characters[i];
        if (c == '\\' || c == static_cast<char32_t>(quote)) {
            *to++ = '\\';
            *to++ = static_cast<To>(c);
        } else if (unicode::is_printable(c)) {
            *to++ = static_cast<To>(c);
        } else {
            to = write_escape(c, to);
        }
    }
    *to = static_cast<To>(quote);
}

}  // namespace

Ref<Str> str_repr(const Str* string) {
    const Size size = string->size;
    ReprMeasure measured = with_data(string, [&](const auto* data) { return measure(data, size); });
    const bool use_double = measured.single_quote && !measured.double_quote;
    Size escaped_quotes = 0;
    if (measured.single_quote && measured.double_quote) {
        with_data(string, [&](const auto* data) {
            for (Size i = 0; i < size; ++i) escaped_quotes += data[i] == '\'';
        });
    }
    Ref<Str> made = TRY(new_str(size + measured.extra + escaped_quotes + 2, measured.bound | 0x20));
    with_mutable_data(made.get(), [&](auto* to) {
        with_data(string, [&](const auto* data) { write_repr(data, size, use_double ? '"' : '\'', to); });
    });
    return made;
}

Ref<Str> ascii_repr(Object* object) {
    Ref<Str> text = TRY(repr(object));
    if (text->ascii) return text;
    StrBuilder builder;
    for (Size i = 0; i < text->size; ++i) {
        char escaped[12];
        const char32_t c = text->at(i);
        if (c < 0x80)
            builder.append(c);
        else
            builder.append_ascii({escaped, static_cast<std::size_t>(write_escape(c, escaped) - escaped)});
    }
    return builder.finish();
}

}  // namespace minipy
