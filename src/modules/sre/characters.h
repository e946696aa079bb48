// What the matcher asks about single characters: classes and case, by ASCII, locale or Unicode rules.
//
// Latin-1 is answered from tables that are filled when the module is made; the rest goes to unicode_data.h.
// Locale rules know single bytes only and are asked each time, for the program may change the locale.
//
// CPython: Modules/_sre/sre.c (the SRE_IS_* macros), sre_lower_ascii and its relatives
#pragma once

#include <array>
#include <cctype>

#include "modules/sre/opcodes.h"
#include "objects/unicode_data.h"

namespace minipy::sre {

struct LatinTables {
    std::array<std::uint8_t, 256> lower;
    std::array<bool, 256> unicode_word;
};
extern LatinTables latin_tables;

/// Fills `latin_tables`; to be called before anything else here.
void fill_latin_tables();

inline bool is_word_ascii(char32_t c) noexcept { return (c | 0x20) - 'a' < 26u || c - '0' < 10u || c == '_'; }
inline bool is_word_locale(char32_t c) noexcept {
    return c < 256 && (std::isalnum(static_cast<int>(c)) || c == '_');
}
inline bool is_word_unicode(char32_t c) noexcept {
    return c < 256 ? latin_tables.unicode_word[c] : unicode::is_alnum(c);
}

bool in_category(Category category, char32_t c) noexcept;

inline char32_t lower_ascii(char32_t c) noexcept { return c - 'A' < 26u ? c | 0x20 : c; }
inline char32_t lower_locale(char32_t c) noexcept {
    return c < 256 ? static_cast<char32_t>(std::tolower(static_cast<int>(c))) : c;
}
inline char32_t upper_locale(char32_t c) noexcept {
    return c < 256 ? static_cast<char32_t>(std::toupper(static_cast<int>(c))) : c;
}
/// The first character of the mapping if there are several. _PyUnicode_ToLowercase.
inline char32_t lower_unicode(char32_t c) noexcept {
    return c < 256 ? latin_tables.lower[c] : unicode::to_lower(c).characters[0];
}
inline char32_t upper_unicode(char32_t c) noexcept { return unicode::to_upper(c).characters[0]; }

/// Whether a literal that has two cases stands for the character by locale rules. char_loc_ignore.
inline bool equal_by_locale(char32_t literal, char32_t c) noexcept {
    return c == literal || lower_locale(c) == literal || upper_locale(c) == literal;
}

}  // namespace minipy::sre
