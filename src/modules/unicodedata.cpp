// unicodedata: what the Unicode database says of characters, and normal forms.
//
// The data are ICU's, seen as of a version: characters that are newer (14.0 for the module, 3.2 for
// `ucd_3_2_0`) count as unassigned. What later versions changed about older characters is not undone.
//
// CPython: Modules/unicodedata.c
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uset.h>

#include <algorithm>
#include <string>
#include <vector>

#include "modules/support.h"
#include "objects/attribute.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/str.h"
#include "objects/text_argument.h"
#include "objects/unicode_data.h"

namespace minipy {
namespace {

struct Database : Object {};
extern Type database_type;

/// Whether the function is one of the old database's.
bool is_old(const Object* self) noexcept { return is_exactly(self, database_type); }

bool is_known(const Object* self, char32_t c) noexcept {
    UVersionInfo age;
    u_charAge(static_cast<UChar32>(c), age);
    if (age[0] == 0) return false;
    return is_old(self) ? age[0] < 3 || (age[0] == 3 && age[1] <= 2) : age[0] <= 14;
}

Result<char32_t> character_argument(Object* value, const char* function, const char* what = "argument") {
    if (is_str(value) && static_cast<Str*>(value)->size == 1) return static_cast<Str*>(value)->at(0);
    return raise(type_error_type,
                 fmt::format("{}() {} must be a unicode character, not {}", function, what, value->type->name));
}

/// The short name of a property's value, such as "Lu".
NewRef property_name(char32_t c, UProperty property) {
    const int value = u_getIntPropertyValue(static_cast<UChar32>(c), property);
    const char* text = u_getPropertyValueName(property, value, U_SHORT_PROPERTY_NAME);
    return str_from_utf8(text ? text : "");
}

NewRef unicodedata_category(Object* self, Object* const* arguments) {
    const char32_t c = TRY(character_argument(arguments[0], "category"));
    return is_known(self, c) ? property_name(c, UCHAR_GENERAL_CATEGORY) : NewRef(str_from_utf8("Cn"));
}

NewRef unicodedata_bidirectional(Object* self, Object* const* arguments) {
    const char32_t c = TRY(character_argument(arguments[0], "bidirectional"));
    const bool assigned = is_known(self, c) && u_charType(static_cast<UChar32>(c)) != U_UNASSIGNED;
    return assigned ? property_name(c, UCHAR_BIDI_CLASS) : NewRef(empty_str());
}

NewRef unicodedata_combining(Object* self, Object* const* arguments) {
    const char32_t c = TRY(character_argument(arguments[0], "combining"));
    return new_int(is_known(self, c) ? u_getCombiningClass(static_cast<UChar32>(c)) : 0);
}

NewRef unicodedata_mirrored(Object* self, Object* const* arguments) {
    const char32_t c = TRY(character_argument(arguments[0], "mirrored"));
    return new_int(is_known(self, c) && u_isMirrored(static_cast<UChar32>(c)) ? 1 : 0);
}

NewRef unicodedata_east_asian_width(Object*, Object* const* arguments) {
    return property_name(TRY(character_argument(arguments[0], "east_asian_width")), UCHAR_EAST_ASIAN_WIDTH);
}

/// The value, or the default, or ValueError.
NewRef value_or_default(bool found, Ref<Object> value, Object* default_or_null, const char* refusal) {
    if (found) return value;
    if (default_or_null) return new_ref(default_or_null);
    return raise(value_error_type, refusal);
}

NewRef unicodedata_decimal(Object* self, Object* const* arguments) {
    const char32_t c = TRY(character_argument(arguments[0], "decimal", "argument 1"));
    const int value = is_known(self, c) ? unicode::decimal_value(c) : -1;
    return value_or_default(value >= 0, new_int(value), arguments[1], "not a decimal");
}

NewRef unicodedata_digit(Object* self, Object* const* arguments) {
    const char32_t c = TRY(character_argument(arguments[0], "digit", "argument 1"));
    const int value = is_known(self, c) ? unicode::digit_value(c) : -1;
    return value_or_default(value >= 0, new_int(value), arguments[1], "not a digit");
}

NewRef unicodedata_numeric(Object* self, Object* const* arguments) {
    const char32_t c = TRY(character_argument(arguments[0], "numeric", "argument 1"));
    const double value = u_getNumericValue(static_cast<UChar32>(c));
    return value_or_default(is_known(self, c) && value != U_NO_NUMERIC_VALUE, new_float(value), arguments[1],
                            "not a numeric character");
}

NewRef unicodedata_name(Object* self, Object* const* arguments) {
    const char32_t c = TRY(character_argument(arguments[0], "name", "argument 1"));
    const std::string text = is_known(self, c) ? unicode::character_name(c) : std::string();
    return value_or_default(!text.empty(), str_from_utf8(text), arguments[1], "no such name");
}

struct NamedSequence {
    std::string_view name;
    std::u32string_view characters;
};

constexpr NamedSequence named_sequences[] = {
#define SEQUENCE(name, characters) {name, characters},
#include "modules/unicode_sequences.def"
};
static_assert(std::ranges::is_sorted(named_sequences, {}, &NamedSequence::name));

/// Further names of characters and those of sequences are not known to the old database.
NewRef unicodedata_lookup(Object* self, Object* const* arguments) {
    const std::string_view wanted = str_utf8(TRY(str_argument(arguments[0], "lookup")));
    if (wanted.size() > 256) return raise(key_error_type, "name too long");
    std::string upper(wanted);
    for (char& c : upper)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    const std::optional<char32_t> c = unicode::character_by_name(wanted);
    if (c && is_known(self, *c) && (!is_old(self) || unicode::character_name(*c) == upper))
        return str_from_character(*c);
    const auto sequence = std::ranges::lower_bound(named_sequences, upper, {}, &NamedSequence::name);
    if (sequence != std::end(named_sequences) && sequence->name == upper && !is_old(self))
        return str_from_code_points(sequence->characters);
    return raise(key_error_type, fmt::format("undefined character name '{}'", wanted));
}

// --- decomposition and normal forms

std::u16string to_utf16(const Str* text) {
    std::u16string units;
    units.reserve(static_cast<std::size_t>(text->size));
    for (Size i = 0; i < text->size; ++i) {
        const char32_t c = text->at(i);
        if (c >= 0x10000) units += static_cast<char16_t>(0xD7C0 + (c >> 10));
        units += static_cast<char16_t>(c < 0x10000 ? c : 0xDC00 + (c & 0x3FF));
    }
    return units;
}

std::u32string from_utf16(std::u16string_view units) {
    std::u32string text;
    for (std::int32_t at = 0; at < static_cast<std::int32_t>(units.size());) {
        UChar32 c;
        U16_NEXT(units.data(), at, static_cast<std::int32_t>(units.size()), c);
        text += static_cast<char32_t>(c);
    }
    return text;
}

/// What stands in front of a decomposition that is no canonical one: "<noBreak> ".
std::string decomposition_tag(char32_t c) {
    const int type = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_DECOMPOSITION_TYPE);
    if (type == U_DT_CANONICAL) return "";
    if (type == U_DT_NOBREAK) return "<noBreak> ";
    std::string tag = u_getPropertyValueName(UCHAR_DECOMPOSITION_TYPE, type, U_LONG_PROPERTY_NAME);
    for (char& letter : tag) letter = static_cast<char>(letter | 0x20);
    return "<" + tag + "> ";
}

NewRef unicodedata_decomposition(Object* self, Object* const* arguments) {
    const char32_t c = TRY(character_argument(arguments[0], "decomposition"));
    UErrorCode error = U_ZERO_ERROR;
    UChar units[64];
    const UNormalizer2* normalizer = unorm2_getNFKCInstance(&error);
    const bool is_hangul = c >= 0xAC00 && c <= 0xD7A3;  // computed, not listed
    const std::int32_t size =
        is_hangul ? -1 : unorm2_getRawDecomposition(normalizer, static_cast<UChar32>(c), units, 64, &error);
    if (size < 0 || U_FAILURE(error) || !is_known(self, c)) return empty_str();
    std::string text = decomposition_tag(c);
    for (const char32_t part : from_utf16({units, static_cast<std::size_t>(size)}))
        text += fmt::format("{:04X} ", static_cast<unsigned>(part));
    text.pop_back();
    return str_from_utf8(text);
}

/// ICU's normalizer of that form, without characters that the database does not know. Made once each.
const UNormalizer2* make_normalizer(std::string_view form, const char* known_characters) {
    UErrorCode error = U_ZERO_ERROR;
    const UNormalizer2* base = form == "NFC"    ? unorm2_getNFCInstance(&error)
                               : form == "NFD"  ? unorm2_getNFDInstance(&error)
                               : form == "NFKC" ? unorm2_getNFKCInstance(&error)
                                                : unorm2_getNFKDInstance(&error);
    const std::string_view pattern = known_characters;
    const std::u16string wide(pattern.begin(), pattern.end());
    USet* set = uset_openPattern(wide.data(), static_cast<std::int32_t>(wide.size()), &error);
    uset_freeze(set);
    return unorm2_openFiltered(base, set, &error);
}

Result<const UNormalizer2*> normalizer_argument(const Object* self, Object* form_object, const char* function) {
    static constexpr const char* forms[] = {"NFC", "NFD", "NFKC", "NFKD"};
    static const UNormalizer2* made[4][2] = {};
    const Str* form = TRY(str_argument(form_object, function, "argument 1"));
    const bool old = is_old(self);
    for (int i = 0; i < 4; ++i) {
        if (!str_equal(form, forms[i])) continue;
        if (!made[i][old]) made[i][old] = make_normalizer(forms[i], old ? "[:age=3.2:]" : "[:age=14.0:]");
        return made[i][old];
    }
    return raise(value_error_type, "invalid normalization form");
}

NewRef unicodedata_normalize(Object* self, Object* const* arguments) {
    Str* text = TRY(str_argument(arguments[1], "normalize", "argument 2"));
    const UNormalizer2* normalizer = TRY(normalizer_argument(self, arguments[0], "normalize"));
    if (text->ascii) return str_exact(text);
    const std::u16string source = to_utf16(text);
    std::u16string result(source.size() * 3 + 16, u'\0');
    for (;;) {
        UErrorCode error = U_ZERO_ERROR;
        const std::int32_t size =
            unorm2_normalize(normalizer, source.data(), static_cast<std::int32_t>(source.size()), result.data(),
                             static_cast<std::int32_t>(result.size()), &error);
        result.resize(static_cast<std::size_t>(size));
        if (error != U_BUFFER_OVERFLOW_ERROR) break;
    }
    return str_from_code_points(from_utf16(result));
}

NewRef unicodedata_is_normalized(Object* self, Object* const* arguments) {
    const Str* text = TRY(str_argument(arguments[1], "is_normalized", "argument 2"));
    const UNormalizer2* normalizer = TRY(normalizer_argument(self, arguments[0], "is_normalized"));
    const std::u16string source = to_utf16(text);
    UErrorCode error = U_ZERO_ERROR;
    return new_bool(
        unorm2_isNormalized(normalizer, source.data(), static_cast<std::int32_t>(source.size()), &error));
}

// --- the module

constexpr NativeDef unicodedata_functions[] = {
    {"decimal", unicodedata_decimal, "($self, chr, default=<unrepresentable>, /)",
     "The decimal value, 0 to 9."},
    {"digit", unicodedata_digit, "($self, chr, default=<unrepresentable>, /)", "The value as a digit, 0 to 9."},
    {"numeric", unicodedata_numeric, "($self, chr, default=<unrepresentable>, /)",
     "The numeric value as a float."},
    {"category", unicodedata_category, "($self, chr, /)", "The general category."},
    {"bidirectional", unicodedata_bidirectional, "($self, chr, /)", "The bidirectional class."},
    {"combining", unicodedata_combining, "($self, chr, /)",
     "The canonical combining class; 0 if there is none."},
    {"mirrored", unicodedata_mirrored, "($self, chr, /)",
     "1 if the character is mirrored in text from right to left."},
    {"east_asian_width", unicodedata_east_asian_width, "($self, chr, /)", "The width in East Asian text."},
    {"decomposition", unicodedata_decomposition, "($self, chr, /)", "The decomposition, in hexadecimal."},
    {"name", unicodedata_name, "($self, chr, default=<unrepresentable>, /)", "The name."},
    {"lookup", unicodedata_lookup, "($self, name, /)", "The character with a name."},
    {"is_normalized", unicodedata_is_normalized, "($self, form, unistr, /)",
     "Whether the text is in a normal form."},
    {"normalize", unicodedata_normalize, "($self, form, unistr, /)", "The text in a normal form."},
};

NewRef database_version(Object*) { return str_from_utf8("3.2.0"); }
constexpr GetSetDef database_getset[] = {{"unidata_version", database_version, nullptr, nullptr}};

const TypeSpec database_spec = {
    .name = "unicodedata.UCD",
    .basic_size = sizeof(Database),
    .flags = type_flag::disallow_new,
    .slots = {.get_attribute = generic_get_attribute},
    .methods = unicodedata_functions,
    .getset = database_getset,
};
Type database_type(database_spec);

Status unicodedata_fill(Module* module) {
    TRY(module_add_type(module, database_type));
    TRY(module_set(module, "unidata_version", str_from_utf8("14.0.0").get()));
    Ref<Object> old = Ref<Object>::steal(allocate_instance(&database_type));
    return module_set(module, "ucd_3_2_0", old.get());
}

const ModuleSpec unicodedata_spec = {"unicodedata", "What the Unicode database says of characters.",
                                     unicodedata_functions, unicodedata_fill};

}  // namespace

Ref<Module> make_unicodedata_module() { return new_native_module(unicodedata_spec); }

}  // namespace minipy
