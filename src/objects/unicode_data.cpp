// Unicode data by way of ICU.
//
// CPython: Objects/unicodectype.c, Modules/unicodedata.c
#include "objects/unicode_data.h"

#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace minipy::unicode {
namespace {

/// Whether CPython's database (Unicode 14.0) has no entry for the code point although ICU's may.
bool is_too_new(char32_t c) noexcept {
    UVersionInfo age;
    u_charAge(static_cast<UChar32>(c), age);
    return age[0] > 14;
}

bool is_ascii_letter(char32_t c) noexcept { return (c | 0x20) - 'a' < 26u; }
bool is_ascii_digit(char32_t c) noexcept { return c - '0' < 10u; }

std::uint32_t category_mask(char32_t c) noexcept {
    return is_too_new(c) ? U_GC_CN_MASK : U_GET_GC_MASK(static_cast<UChar32>(c));
}

bool has_property(char32_t c, UProperty property) noexcept {
    return u_hasBinaryProperty(static_cast<UChar32>(c), property) && !is_too_new(c);
}

/// Letters that became lower case (and so cased) only after Unicode 14.0.
bool is_lower_since_later(char32_t c) noexcept {
    return c == 0x10FC || (c >= 0xA7F2 && c <= 0xA7F4) || c == 0xAB69;
}

/// U_NT_NONE, U_NT_DECIMAL, U_NT_DIGIT or U_NT_NUMERIC.
int numeric_type(char32_t c) noexcept {
    if (is_too_new(c)) return U_NT_NONE;
    return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_NUMERIC_TYPE);
}

/// Printable or not for each character below 256: repr asks this of every character it writes.
constexpr auto printable_latin1 = [] {
    std::array<bool, 256> table{};
    for (int c = 0; c < 256; ++c) table[c] = c >= 0x20 && (c < 0x7F || c > 0xA0) && c != 0xAD;
    return table;
}();

Mapped itself(char32_t c) noexcept { return {{c, 0, 0}, 1}; }

/// Runs an ICU function that maps a whole text on the text of one character.
template <class Function>
Mapped map_one(char32_t c, Function function) noexcept {
    UChar source[2], target[8];
    std::int32_t source_size = 0;
    U16_APPEND_UNSAFE(source, source_size, static_cast<UChar32>(c));
    UErrorCode error = U_ZERO_ERROR;
    std::int32_t size = function(target, 8, source, source_size, &error);
    if (U_FAILURE(error) || is_too_new(c)) return itself(c);
    Mapped result{};
    for (std::int32_t at = 0; at < size && result.count < 3;) {
        UChar32 mapped;
        U16_NEXT(target, at, size, mapped);
        result.characters[result.count++] = static_cast<char32_t>(mapped);
    }
    return result;
}

}  // namespace

bool is_alpha(char32_t c) noexcept {
    return c < 0x80 ? is_ascii_letter(c) : (category_mask(c) & U_GC_L_MASK) != 0;
}

bool is_decimal(char32_t c) noexcept { return c < 0x80 ? is_ascii_digit(c) : numeric_type(c) == U_NT_DECIMAL; }

bool is_digit(char32_t c) noexcept {
    if (c < 0x80) return is_ascii_digit(c);
    int type = numeric_type(c);
    return type == U_NT_DECIMAL || type == U_NT_DIGIT;
}

bool is_numeric(char32_t c) noexcept { return c < 0x80 ? is_ascii_digit(c) : numeric_type(c) != U_NT_NONE; }

bool is_wide_space(char32_t c) noexcept {
    if (c < 0x1680) return c == 0x85 || c == 0xA0;
    return (category_mask(c) & (U_GC_ZS_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK)) != 0;
}

bool is_wide_line_break(char32_t c) noexcept { return c == 0x85 || c == 0x2028 || c == 0x2029; }

bool is_lower(char32_t c) noexcept {
    return c < 0x80 ? c - 'a' < 26u : has_property(c, UCHAR_LOWERCASE) && !is_lower_since_later(c);
}

bool is_upper(char32_t c) noexcept { return c < 0x80 ? c - 'A' < 26u : has_property(c, UCHAR_UPPERCASE); }
bool is_title(char32_t c) noexcept { return c >= 0x80 && (category_mask(c) & U_GC_LT_MASK) != 0; }

bool is_printable(char32_t c) noexcept {
    if (c < 256) return printable_latin1[c];
    return (category_mask(c) & (U_GC_C_MASK | U_GC_Z_MASK)) == 0;
}

bool is_cased(char32_t c) noexcept {
    return c < 0x80 ? is_ascii_letter(c) : has_property(c, UCHAR_CASED) && !is_lower_since_later(c);
}

bool is_case_ignorable(char32_t c) noexcept { return has_property(c, UCHAR_CASE_IGNORABLE); }

bool is_identifier_start(char32_t c) noexcept {
    return c < 0x80 ? is_ascii_letter(c) || c == '_' : has_property(c, UCHAR_XID_START);
}

bool is_identifier_continue(char32_t c) noexcept {
    if (c < 0x80) return is_ascii_letter(c) || is_ascii_digit(c) || c == '_';
    return has_property(c, UCHAR_XID_CONTINUE);
}

int decimal_value(char32_t c) noexcept {
    if (c < 0x80) return is_ascii_digit(c) ? static_cast<int>(c - '0') : -1;
    return is_decimal(c) ? static_cast<int>(u_getNumericValue(static_cast<UChar32>(c))) : -1;
}

int digit_value(char32_t c) noexcept {
    if (c < 0x80) return is_ascii_digit(c) ? static_cast<int>(c - '0') : -1;
    return is_digit(c) ? static_cast<int>(u_getNumericValue(static_cast<UChar32>(c))) : -1;
}

Mapped to_lower(char32_t c) noexcept {
    if (c < 0x80) return itself(c - 'A' < 26u ? c + 32 : c);
    return map_one(c, [](UChar* to, int room, const UChar* from, int size, UErrorCode* error) {
        return u_strToLower(to, room, from, size, "", error);
    });
}

Mapped to_upper(char32_t c) noexcept {
    if (c < 0x80) return itself(c - 'a' < 26u ? c - 32 : c);
    return map_one(c, [](UChar* to, int room, const UChar* from, int size, UErrorCode* error) {
        return u_strToUpper(to, room, from, size, "", error);
    });
}

Mapped to_title(char32_t c) noexcept {
    if (c < 0x80) return to_upper(c);
    return map_one(c, [](UChar* to, int room, const UChar* from, int size, UErrorCode* error) {
        constexpr std::uint32_t only_first = U_TITLECASE_WHOLE_STRING | U_TITLECASE_NO_BREAK_ADJUSTMENT;
        return icu::CaseMap::toTitle("", only_first, nullptr, from, size, to, room, nullptr, *error);
    });
}

Mapped fold_case(char32_t c) noexcept {
    if (c < 0x80) return to_lower(c);
    return map_one(c, [](UChar* to, int room, const UChar* from, int size, UErrorCode* error) {
        return u_strFoldCase(to, room, from, size, U_FOLD_CASE_DEFAULT, error);
    });
}

std::string nfkc(std::string_view utf8) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* normalizer = icu::Normalizer2::getNFKCInstance(error);
    if (U_FAILURE(error)) return std::string(utf8);
    auto text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
    icu::UnicodeString normalized = normalizer->normalize(text, error);
    if (U_FAILURE(error)) return std::string(utf8);
    std::string result;
    normalized.toUTF8String(result);
    return result;
}

namespace {

/// CPython's database has no names for these, though Unicode has.
bool is_tangut_ideograph(char32_t c) noexcept {
    return (c >= 0x17000 && c <= 0x187F7) || (c >= 0x18D00 && c <= 0x18D08);
}

struct NameAlias {
    std::string_view name;
    char32_t character;
};

// Sorted by name.
constexpr NameAlias name_aliases[] = {
#define ALIAS(name, character) {name, character},
#include "objects/unicode_aliases.def"
};

}  // namespace

std::optional<char32_t> character_by_name(std::string_view name) {
    if (name.empty() || name.size() > 127) return std::nullopt;
    std::string upper(name);
    for (char& c : upper) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    }
    auto alias =
        std::lower_bound(std::begin(name_aliases), std::end(name_aliases), upper,
                         [](const NameAlias& entry, const std::string& text) { return entry.name < text; });
    if (alias != std::end(name_aliases) && alias->name == upper) return alias->character;
    UErrorCode error = U_ZERO_ERROR;
    auto c = static_cast<char32_t>(u_charFromName(U_UNICODE_CHAR_NAME, upper.c_str(), &error));
    if (U_FAILURE(error) || is_too_new(c) || is_tangut_ideograph(c)) return std::nullopt;
    // Names that follow from the number or the parts of a character are known in capitals only.
    const bool follows = upper.starts_with("CJK UNIFIED IDEOGRAPH-") || upper.starts_with("HANGUL SYLLABLE ");
    return follows && upper != name ? std::nullopt : std::optional(c);
}

std::string character_name(char32_t c) {
    char name[128];
    UErrorCode error = U_ZERO_ERROR;
    std::int32_t size = u_charName(static_cast<UChar32>(c), U_UNICODE_CHAR_NAME, name, sizeof name, &error);
    if (U_FAILURE(error) || is_too_new(c) || is_tangut_ideograph(c)) return {};
    return {name, static_cast<std::size_t>(size)};
}

}  // namespace minipy::unicode
