// Programs of patterns that no compiler made: refused, or followed without harm.
#include <doctest/doctest.h>

#include "modules/sre/characters.h"
#include "modules/sre/matching.h"
#include "objects/errors.h"

using namespace minipy;
using namespace minipy::sre;

namespace {

// (a|b[c-e])*?x{2,3}
const std::vector<Code> branches = {14, 4,  0,  2,  unlimited, 23, 25, 0, unlimited, 17,  0,   7, 5,  16,
                                    97, 15, 13, 11, 16,        98, 13, 5, 22,        99,  101, 0, 15, 2,
                                    0,  17, 1,  19, 24,        6,  2,  3, 16,        120, 1,   1};
// (?P<n>ab)+(?(n)c|d)\1
const std::vector<Code> condition = {14, 4, 0,  5,  unlimited, 23, 11, 1,  unlimited, 17, 0,  16,  97, 16, 98,
                                     17, 1, 18, 12, 0,         6,  16, 99, 15,        3,  16, 100, 11, 0,  1};
// abc(?=d)(?<!e)[^f\d]
const std::vector<Code> prefix = {14, 12, 1,  4,   4, 3, 3, 97, 98, 99,  0, 0,  0, 16, 97, 16,  98, 16, 99, 4,
                                  5,  0,  16, 100, 1, 5, 5, 1,  16, 101, 1, 13, 7, 21, 16, 102, 8,  10, 0,  1};
// (?>a+)b*+(?:cd)++
const std::vector<Code> possessive = {14, 4,  0, 3,         unlimited, 27, 9,  24,        6,  1,  unlimited,
                                      16, 97, 1, 1,         29,        6,  0,  unlimited, 16, 98, 1,
                                      28, 7,  1, unlimited, 16,        99, 16, 100,       1,  1};

/// Whether a match starts in the text: its start, -1 for none, -2 if the program is refused.
Size found_at(std::vector<Code> words, std::string_view text, Size groups = 1) {
    Program program;
    if (!program.load(std::move(words), groups)) {
        clear_exception();
        return -2;
    }
    Ref<Str> subject = str_from_utf8(text);
    Matching matching(program, groups);
    REQUIRE(matching.begin(subject.get(), 0, subject->size));
    const Result<bool> found = matching.search();
    REQUIRE(found);
    return *found ? matching.start : -1;
}

}  // namespace

TEST_CASE("programs of patterns run") {
    fill_latin_tables();
    CHECK(found_at(branches, "abdaxx") == 0);
    CHECK(found_at(condition, "xababcab") == 1);
    CHECK(found_at(prefix, "abce abcd") == 5);
    CHECK(found_at(possessive, "bb aabcdcd") == 3);
    CHECK(found_at(possessive, "aab") == -1);
}

TEST_CASE("programs with one word changed do no harm") {
    fill_latin_tables();
    int refused = 0, run = 0;
    for (const std::vector<Code>* original : {&branches, &condition, &prefix, &possessive})
        for (std::size_t place = 0; place < original->size(); ++place)
            for (Code value : {0u, 1u, 2u, 6u, 13u, 15u, 17u, 23u, 28u, 40u, 255u, unlimited - 1, unlimited}) {
                std::vector<Code> words = *original;
                words[place] = value;
                ++(found_at(words, "abcdabdxabcab") == -2 ? refused : run);
            }
    CHECK(refused > 500);
    CHECK(run > 200);
}

TEST_CASE("programs cut short are refused") {
    for (const std::vector<Code>* original : {&branches, &condition, &prefix, &possessive})
        for (std::size_t size = 0; size < original->size(); ++size) {
            std::vector<Code> words(original->begin(), original->begin() + static_cast<std::ptrdiff_t>(size));
            words.push_back(1);
            found_at(words, "abcdabdxabcab");
        }
    // ATOMIC_GROUP in ATOMIC_GROUP in ...
    constexpr Code depth = 300'000;
    std::vector<Code> nested;
    for (Code level = 0; level < depth; ++level) nested.insert(nested.end(), {27, 3 * (depth - level) - 1});
    nested.insert(nested.end(), depth + 1, 1);
    CHECK(found_at(nested, "a") == -2);
}
