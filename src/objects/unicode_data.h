// What Unicode 14.0 says of a character: its classes, its case mappings, its name.
//
// The data are ICU's. ICU may be newer than CPython 3.11's database: code points assigned after Unicode 14.0
// count as unassigned here. ASCII is answered from a small table without asking ICU.
//
// CPython: Objects/unicodectype.c, Modules/unicodedata.c, Tools/unicode/makeunicodedata.py
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace minipy::unicode {

bool is_alpha(char32_t c) noexcept;      // letters: Lu Ll Lt Lm Lo
bool is_decimal(char32_t c) noexcept;    // digits of positional numbers
bool is_digit(char32_t c) noexcept;      // these and superscripts and the like
bool is_numeric(char32_t c) noexcept;    // these and fractions, Roman numerals and the like
bool is_wide_space(char32_t c) noexcept;  // of those beyond ASCII
inline bool is_space(char32_t c) noexcept {
    if (c >= 0x80) return is_wide_space(c);
    return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F);
}
bool is_wide_line_break(char32_t c) noexcept;  // of those beyond ASCII
inline bool is_line_break(char32_t c) noexcept {
    if (c >= 0x80) return is_wide_line_break(c);
    return (c >= 0x0A && c <= 0x0D) || (c >= 0x1C && c <= 0x1E);
}
bool is_lower(char32_t c) noexcept;
bool is_upper(char32_t c) noexcept;
bool is_title(char32_t c) noexcept;      // Lt
bool is_printable(char32_t c) noexcept;  // shown as itself by repr()
bool is_cased(char32_t c) noexcept;
bool is_case_ignorable(char32_t c) noexcept;
bool is_identifier_start(char32_t c) noexcept;     // XID_Start or _
bool is_identifier_continue(char32_t c) noexcept;  // XID_Continue
inline bool is_alnum(char32_t c) noexcept { return is_alpha(c) || is_numeric(c); }

/// 0..9, or -1. `digit_value` knows superscripts and the like too.
int decimal_value(char32_t c) noexcept;
int digit_value(char32_t c) noexcept;

/// Up to three code points that a character turns into when its case changes.
struct Mapped {
    char32_t characters[3];
    int count;
};
Mapped to_lower(char32_t c) noexcept;
Mapped to_upper(char32_t c) noexcept;
Mapped to_title(char32_t c) noexcept;
Mapped fold_case(char32_t c) noexcept;

/// The NFKC form of UTF-8 text: what the parser makes of an identifier that is not ASCII.
std::string nfkc(std::string_view utf8);

/// The character that \N{name} stands for: by name or alias, in any case.
std::optional<char32_t> character_by_name(std::string_view name);

/// The name of a character ("" if it has none). Aliases do not count.
std::string character_name(char32_t c);

}  // namespace minipy::unicode
