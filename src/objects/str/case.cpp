// Changing the case of strings.
//
// ASCII text is mapped byte by byte. Elsewhere a character may become up to three, and the Greek capital
// sigma has two small forms: the final one where a letter stands before it and none after.
//
// CPython: Objects/unicodeobject.c (case_operation, handle_capital_sigma)
#include "objects/str/slots.h"
#include "objects/str_builder.h"
#include "objects/unicode_data.h"

namespace minipy {
namespace {

constexpr char32_t capital_sigma = 0x3A3, small_sigma = 0x3C3, final_sigma = 0x3C2;

/// A string of the same length with each ASCII byte mapped.
template <class Map>
Ref<Str> map_ascii(const Str* string, Map map) {
    const Size size = string->size;
    if (size == 0) return empty_str();
    const std::uint8_t* from = string->data1();
    if (size == 1) return str_from_character(static_cast<std::uint8_t>(map(from[0])));
    Ref<Str> made = TRY(new_str(size, 0x7F));
    auto* to = static_cast<std::uint8_t*>(made->data());
    for (Size i = 0; i < size; ++i) to[i] = static_cast<std::uint8_t>(map(from[i]));
    return made;
}

unsigned ascii_lower(unsigned c) noexcept { return c + ((c - 'A' < 26u) << 5); }
unsigned ascii_upper(unsigned c) noexcept { return c - ((c - 'a' < 26u) << 5); }

void append_mapped(StrBuilder& builder, const unicode::Mapped& mapped) {
    for (int i = 0; i < mapped.count; ++i) builder.append(mapped.characters[i]);
}

/// Whether a cased letter comes before `at`, letting case-ignorable characters pass.
bool cased_before(const Str* string, Size at) noexcept {
    Size i = at - 1;
    while (i >= 0 && unicode::is_case_ignorable(string->at(i))) --i;
    return i >= 0 && unicode::is_cased(string->at(i));
}

bool cased_after(const Str* string, Size at) noexcept {
    Size i = at + 1;
    while (i < string->size && unicode::is_case_ignorable(string->at(i))) ++i;
    return i < string->size && unicode::is_cased(string->at(i));
}

void append_lower(StrBuilder& builder, const Str* string, Size at) {
    const char32_t c = string->at(at);
    if (c == capital_sigma) {
        builder.append(cased_before(string, at) && !cased_after(string, at) ? final_sigma : small_sigma);
    } else {
        append_mapped(builder, unicode::to_lower(c));
    }
}

/// The string with `append(builder, index)` called for each character.
template <class Append>
Ref<Str> map_each(const Str* string, Append append) {
    StrBuilder builder;
    for (Size i = 0; i < string->size; ++i) append(builder, i);
    return builder.finish();
}

Ref<Str> title_ascii(const Str* string) {
    bool in_word = false;
    return map_ascii(string, [&](unsigned c) {
        unsigned mapped = in_word ? ascii_lower(c) : ascii_upper(c);
        in_word = (c | 0x20) - 'a' < 26u;
        return mapped;
    });
}

}  // namespace

NewRef str_lower(Object* self, Object* const*) {
    const Str* string = as_str(self);
    if (string->ascii) return map_ascii(string, ascii_lower);
    return map_each(string, [&](StrBuilder& builder, Size i) { append_lower(builder, string, i); });
}

NewRef str_upper(Object* self, Object* const*) {
    const Str* string = as_str(self);
    if (string->ascii) return map_ascii(string, ascii_upper);
    return map_each(string, [&](StrBuilder& builder, Size i) {
        append_mapped(builder, unicode::to_upper(string->at(i)));
    });
}

NewRef str_casefold(Object* self, Object* const*) {
    const Str* string = as_str(self);
    if (string->ascii) return map_ascii(string, ascii_lower);
    return map_each(string, [&](StrBuilder& builder, Size i) {
        append_mapped(builder, unicode::fold_case(string->at(i)));
    });
}

NewRef str_title(Object* self, Object* const*) {
    const Str* string = as_str(self);
    if (string->ascii) return title_ascii(string);
    bool in_word = false;
    return map_each(string, [&](StrBuilder& builder, Size i) {
        const char32_t c = string->at(i);
        if (in_word) append_lower(builder, string, i);
        else append_mapped(builder, unicode::to_title(c));
        in_word = unicode::is_cased(c);
    });
}

NewRef str_capitalize(Object* self, Object* const*) {
    const Str* string = as_str(self);
    if (string->ascii) {
        bool first = true;
        return map_ascii(
            string, [&](unsigned c) { return std::exchange(first, false) ? ascii_upper(c) : ascii_lower(c); });
    }
    return map_each(string, [&](StrBuilder& builder, Size i) {
        if (i == 0) append_mapped(builder, unicode::to_title(string->at(0)));
        else append_lower(builder, string, i);
    });
}

NewRef str_swapcase(Object* self, Object* const*) {
    const Str* string = as_str(self);
    if (string->ascii) {
        return map_ascii(string, [](unsigned c) { return (c | 0x20) - 'a' < 26u ? c ^ 0x20 : c; });
    }
    return map_each(string, [&](StrBuilder& builder, Size i) {
        const char32_t c = string->at(i);
        if (unicode::is_upper(c)) append_lower(builder, string, i);
        else if (unicode::is_lower(c)) append_mapped(builder, unicode::to_upper(c));
        else builder.append(c);
    });
}

}  // namespace minipy
