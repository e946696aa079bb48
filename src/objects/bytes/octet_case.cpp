// Case and classes of octets: ASCII only, whatever the locale says.
//
// CPython: Objects/bytes_methods.c
#include "objects/bytes/octets.h"
#include "objects/errors.h"
#include "objects/int.h"
#include "objects/str_data.h"

namespace minipy {
namespace {

bool is_lower(unsigned char c) noexcept { return static_cast<unsigned>(c - 'a') < 26; }
bool is_upper(unsigned char c) noexcept { return static_cast<unsigned>(c - 'A') < 26; }
bool is_letter(unsigned char c) noexcept { return is_lower(c | 0x20); }
bool is_digit(unsigned char c) noexcept { return static_cast<unsigned>(c - '0') < 10; }
bool is_white(unsigned char c) noexcept { return c == ' ' || (c >= 9 && c <= 13); }
unsigned char lower(unsigned char c) noexcept { return is_upper(c) ? c + 32 : c; }
unsigned char upper(unsigned char c) noexcept { return is_lower(c) ? c - 32 : c; }

template <class Map>
NewRef map_octets(Object* self, Map map) {
    char* to = nullptr;
    Ref<Object> made = TRY(like_uninitialized(self, static_cast<Size>(octets_of(self).size()), to));
    for (unsigned char c : octets_of(self)) *to++ = static_cast<char>(map(c));
    return made;
}

template <class Test>
NewRef all_of(Object* self, Test test) {
    const std::string_view octets = octets_of(self);
    return new_bool(!octets.empty() && std::ranges::all_of(octets, [&](unsigned char c) { return test(c); }));
}

/// At least one octet is wanted and none is excluded.
template <class Wanted, class Excluded>
NewRef all_cased(Object* self, Wanted wanted, Excluded excluded) {
    bool seen = false;
    for (unsigned char c : octets_of(self)) {
        if (excluded(c)) return new_bool(false);
        seen |= wanted(c);
    }
    return new_bool(seen);
}

}  // namespace

NewRef octets_lower(Object* self, Object* const*) { return map_octets(self, lower); }
NewRef octets_upper(Object* self, Object* const*) { return map_octets(self, upper); }

NewRef octets_swapcase(Object* self, Object* const*) {
    return map_octets(self, [](unsigned char c) { return is_letter(c) ? c ^ 0x20 : c; });
}

NewRef octets_capitalize(Object* self, Object* const*) {
    bool first = true;
    return map_octets(self, [&](unsigned char c) { return std::exchange(first, false) ? upper(c) : lower(c); });
}

NewRef octets_title(Object* self, Object* const*) {
    bool in_word = false;
    return map_octets(
        self, [&](unsigned char c) { return std::exchange(in_word, is_letter(c)) ? lower(c) : upper(c); });
}

NewRef octets_isalpha(Object* self, Object* const*) { return all_of(self, is_letter); }
NewRef octets_isdigit(Object* self, Object* const*) { return all_of(self, is_digit); }
NewRef octets_isspace(Object* self, Object* const*) { return all_of(self, is_white); }
NewRef octets_isascii(Object* self, Object* const*) { return new_bool(is_ascii(octets_of(self))); }
NewRef octets_islower(Object* self, Object* const*) { return all_cased(self, is_lower, is_upper); }
NewRef octets_isupper(Object* self, Object* const*) { return all_cased(self, is_upper, is_lower); }

NewRef octets_isalnum(Object* self, Object* const*) {
    return all_of(self, [](unsigned char c) { return is_letter(c) || is_digit(c); });
}

NewRef octets_istitle(Object* self, Object* const*) {
    bool seen = false, in_word = false;
    for (unsigned char c : octets_of(self)) {
        if (in_word ? is_upper(c) : is_lower(c)) return new_bool(false);
        in_word = is_letter(c);
        seen |= in_word;
    }
    return new_bool(seen);
}

}  // namespace minipy
