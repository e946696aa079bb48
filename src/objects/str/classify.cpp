// The is...() methods: what all characters of a string have in common.
//
// CPython: Objects/unicodeobject.c (unicode_isalpha_impl and relatives)
#include "objects/int.h"
#include "objects/str/slots.h"
#include "objects/str_data.h"
#include "objects/unicode_data.h"

namespace minipy {
namespace {

/// True for a non-empty string whose characters all pass.
template <class Test>
NewRef all_of(Object* self, Test test) {
    const Str* string = as_str(self);
    return with_data(string, [&](const auto* data) {
        for (Size i = 0; i < string->size; ++i) {
            if (!test(static_cast<char32_t>(data[i]))) return new_bool(false);
        }
        return new_bool(string->size > 0);
    });
}

/// At least one character is `wanted` and none is `excluded` or a title-case letter.
template <class Wanted, class Excluded>
NewRef all_cased(Object* self, Wanted wanted, Excluded excluded) {
    const Str* string = as_str(self);
    bool seen = false;
    for (Size i = 0; i < string->size; ++i) {
        const char32_t c = string->at(i);
        if (excluded(c) || unicode::is_title(c)) return new_bool(false);
        seen |= wanted(c);
    }
    return new_bool(seen);
}

}  // namespace

NewRef str_isalpha(Object* self, Object* const*) { return all_of(self, unicode::is_alpha); }
NewRef str_isdecimal(Object* self, Object* const*) { return all_of(self, unicode::is_decimal); }
NewRef str_isdigit(Object* self, Object* const*) { return all_of(self, unicode::is_digit); }
NewRef str_isnumeric(Object* self, Object* const*) { return all_of(self, unicode::is_numeric); }
NewRef str_isspace(Object* self, Object* const*) { return all_of(self, unicode::is_space); }
NewRef str_isalnum(Object* self, Object* const*) { return all_of(self, unicode::is_alnum); }
NewRef str_isascii(Object* self, Object* const*) { return new_bool(as_str(self)->ascii); }

NewRef str_isprintable(Object* self, Object* const*) {
    if (as_str(self)->size == 0) return new_bool(true);
    return all_of(self, unicode::is_printable);
}

NewRef str_islower(Object* self, Object* const*) {
    return all_cased(self, unicode::is_lower, unicode::is_upper);
}

NewRef str_isupper(Object* self, Object* const*) {
    return all_cased(self, unicode::is_upper, unicode::is_lower);
}

NewRef str_istitle(Object* self, Object* const*) {
    const Str* string = as_str(self);
    bool seen = false, in_word = false;
    for (Size i = 0; i < string->size; ++i) {
        const char32_t c = string->at(i);
        const bool capital = unicode::is_upper(c) || unicode::is_title(c);
        const bool small = !capital && unicode::is_lower(c);
        if ((capital && in_word) || (small && !in_word)) return new_bool(false);
        in_word = capital || small;
        seen |= in_word;
    }
    return new_bool(seen);
}

bool str_is_identifier(const Str* string) noexcept {
    if (string->size == 0 || !unicode::is_identifier_start(string->at(0))) return false;
    for (Size i = 1; i < string->size; ++i) {
        if (!unicode::is_identifier_continue(string->at(i))) return false;
    }
    return true;
}

NewRef str_isidentifier(Object* self, Object* const*) { return new_bool(str_is_identifier(as_str(self))); }

}  // namespace minipy
