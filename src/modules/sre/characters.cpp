// Character classes of patterns: \d, \s, \w and line breaks.
//
// CPython: Modules/_sre/sre.c (sre_category)
#include "modules/sre/characters.h"

namespace minipy::sre {

LatinTables latin_tables;

void fill_latin_tables() {
    for (char32_t c = 0; c < 256; ++c) {
        latin_tables.lower[c] = static_cast<std::uint8_t>(unicode::to_lower(c).characters[0]);
        latin_tables.unicode_word[c] = unicode::is_alnum(c) || c == '_';
    }
}

namespace {

bool is_space_ascii(char32_t c) noexcept { return c == ' ' || c - '\t' < 5u; }
bool is_digit_ascii(char32_t c) noexcept { return c - '0' < 10u; }

}  // namespace

bool in_category(Category category, char32_t c) noexcept {
    switch (category) {
        case Category::Digit: return is_digit_ascii(c);
        case Category::NotDigit: return !is_digit_ascii(c);
        case Category::Space: return is_space_ascii(c);
        case Category::NotSpace: return !is_space_ascii(c);
        case Category::Word: return is_word_ascii(c);
        case Category::NotWord: return !is_word_ascii(c);
        case Category::LineBreak: return c == '\n';
        case Category::NotLineBreak: return c != '\n';
        case Category::LocWord: return is_word_locale(c);
        case Category::LocNotWord: return !is_word_locale(c);
        case Category::UniDigit: return unicode::is_decimal(c);
        case Category::UniNotDigit: return !unicode::is_decimal(c);
        case Category::UniSpace: return unicode::is_space(c);
        case Category::UniNotSpace: return !unicode::is_space(c);
        case Category::UniWord: return is_word_unicode(c);
        case Category::UniNotWord: return !is_word_unicode(c);
        case Category::UniLineBreak: return unicode::is_line_break(c);
        case Category::UniNotLineBreak: return !unicode::is_line_break(c);
    }
    return false;
}

}  // namespace minipy::sre
