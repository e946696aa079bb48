// Strings against what python3.11 says of the same text.
#include <doctest/doctest.h>

#include <vector>

#include "objects/errors.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "objects/str_storage.h"
#include "objects/string_hash.h"
#include "objects/unicode_data.h"

using namespace minipy;

namespace {
std::string text(const Ref<Str>& string) { return std::string(str_utf8(string.get())); }
}  // namespace

TEST_CASE("the kind is the narrowest that holds all characters") {
    struct Row {
        const char* utf8;
        int kind;
        bool ascii;
        Size size;
    };
    for (const Row& row : {Row{"", 1, true, 0}, {"a", 1, true, 1}, {"abc", 1, true, 3}, {"\u00e9", 1, false, 1},
                           {"caf\u00e9", 1, false, 4}, {"\u0100", 2, false, 1}, {"a\u20acb", 2, false, 3},
                           {"\U0001F600x", 4, false, 2}}) {
        CAPTURE(row.utf8);
        Ref<Str> made = str_from_utf8(row.utf8);
        CHECK(int(made->kind) == row.kind);
        CHECK(made->ascii == row.ascii);
        CHECK(made->size == row.size);
        CHECK(text(made) == row.utf8);
    }
}

TEST_CASE("empty and single characters below 256 are shared") {
    CHECK(str_from_utf8("").get() == empty_str().get());
    CHECK(str_from_utf8("\u00e9").get() == str_from_character(0xE9).get());
    CHECK(str_from_latin1("a").get() == intern("a").get());
}

TEST_CASE("interned strings with equal text are one object and leave the table when they die") {
    const Size before = interned_count();
    {
        Ref<Str> first = intern("some_name");
        Ref<Str> second = str_from_utf8("some_name");
        CHECK(first.get() != second.get());
        intern(second);
        CHECK(first.get() == second.get());
        CHECK(intern("n\u00e4me").get() == intern("n\u00e4me").get());
        CHECK(interned_count() == before + 1);
    }
    CHECK(interned_count() == before);
    std::vector<Ref<Str>> many;
    for (int i = 0; i < 20000; ++i) many.push_back(intern("name" + std::to_string(i)));
    for (int i = 0; i < 20000; i += 2) many[i].reset();
    for (int i = 1; i < 20000; i += 2) CHECK(intern("name" + std::to_string(i)).get() == many[i].get());
    many.clear();
    CHECK(interned_count() == before);
}

TEST_CASE("repr") {
    struct Row {
        const char32_t* source;
        const char* expected;
    };
    for (const Row& row : {Row{U"", "''"},
                           {U"abc", "'abc'"},
                           {U"it's", "\"it's\""},
                           {U"\"", "'\"'"},
                           {U"'\"", "'\\'\"'"},
                           {U"\\\n\r\t", "'\\\\\\n\\r\\t'"},
                           {U"\x01\x7f\x1b", "'\\x01\\x7f\\x1b'"},
                           {U"\u00e9\u00ad\u00a0", "'\u00e9\\xad\\xa0'"},
                           {U"\u20ac\u2028", "'\u20ac\\u2028'"},
                           {U"\U0001F600\U000E0001", "'\U0001F600\\U000e0001'"},
                           {U"\u0378", "'\\u0378'"},
                           {U"\U0001FA75", "'\\U0001fa75'"}}) {
        Ref<Str> made = str_repr(str_from_code_points(row.source).get());
        CHECK(text(made) == row.expected);
    }
    char32_t surrogate = 0xD800;
    CHECK(text(str_repr(str_from_code_points({&surrogate, 1}).get())) == "'\\ud800'");
}

TEST_CASE("concat, repeat, substring, find") {
    Ref<Str> a = str_from_utf8("ab"), e = str_from_utf8("\u20ac");
    CHECK(text(str_concat(a.get(), e.get())) == "ab\u20ac");
    CHECK(text(str_repeat(a.get(), 3)) == "ababab");
    CHECK(str_repeat(a.get(), 0).get() == empty_str().get());
    CHECK(str_repeat(a.get(), 1).get() == a.get());
    CHECK_FALSE(str_repeat(a.get(), PTRDIFF_MAX));
    CHECK(pending_matches(overflow_error_type));
    clear_exception();
    Ref<Str> wide = str_from_utf8("ab\u20acab");
    Ref<Str> part = str_substring(wide.get(), 3, 5);
    CHECK(part->ascii);
    CHECK(text(part) == "ab");
    CHECK(str_find(wide.get(), a.get(), 1, 5) == 3);
    CHECK(str_find_last(wide.get(), a.get(), 0, 4) == 0);
    CHECK(str_find(a.get(), wide.get(), 0, 2) == -1);
    CHECK(str_count(wide.get(), a.get(), 0, 5, 9) == 2);
    CHECK(str_count(wide.get(), empty_str().get(), 0, 5, 9) == 6);
    Ref<Str> unit = str_from_utf8("\u0101"), longer = str_repeat(unit.get(), 5000),
             needle = str_repeat(unit.get(), 900);
    CHECK(str_find(longer.get(), needle.get(), 10, 5000) == 10);
}

TEST_CASE("order is by code points") {
    auto order = [](const char* a, const char* b) {
        return str_compare(str_from_utf8(a).get(), str_from_utf8(b).get());
    };
    CHECK(order("a", "b") == -1);
    CHECK(order("b", "ab") == 1);
    CHECK(order("ab", "abc") == -1);
    CHECK(order("\uffff", "\U00010000") == -1);
    CHECK(order("\u00e9", "\u20ac") == -1);
    CHECK(order("x", "x") == 0);
}

TEST_CASE("names and normalization") {
    using namespace minipy::unicode;
    CHECK(character_by_name("LATIN SMALL LETTER A") == U'a');
    CHECK(character_by_name("line feed") == U'\n');
    CHECK(character_by_name("CJK UNIFIED IDEOGRAPH-4E00") == U'\u4e00');
    CHECK(character_by_name("HANGUL SYLLABLE GAG") == U'\uac01');
    CHECK_FALSE(character_by_name("NO SUCH NAME"));
    CHECK_FALSE(character_by_name(""));
    CHECK(nfkc("\ufb01") == "fi");
    CHECK(to_upper(U'\u00df').count == 2);
    CHECK(to_title(U'\ufb01').characters[0] == U'F');
}
