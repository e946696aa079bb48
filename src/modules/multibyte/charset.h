// Coded character sets of East Asia: characters to codes of one or two octets and back.
//
// Two tables of two levels, so that a step in either direction is two loads. They are made when the set is
// first asked for, from what the C library's iconv makes of every code and from the list of places where
// CPython's codecs differ from it (charsets.def). Invariant: character 0 and code 0 mean "none"; a code below
// 256 is a single octet and stands in row 0.
//
// CPython: Modules/cjkcodecs/cjkcodecs.h, mappings_*.h (there: tables in the source)
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "objects/errors.h"

namespace minipy::multibyte {

using Code = std::uint16_t;

/// One code that stands for two characters. Without a second one: the code of the first if it stands alone.
struct Pair {
    char32_t first;
    char32_t second;
    Code code;
};

/// What the table gives for a code of two characters: this and more is an index into the pairs.
inline constexpr char32_t first_pair = 0x110000;

/// What the table gives for a code that an older version of the set lacks: it is refused as a whole.
inline constexpr char32_t refused = first_pair - 1;

/// What the table gives for a character that may be the first of a pair: `Charset::code_of_pair` knows more.
inline constexpr Code maybe_pair = 1;

struct CharsetSpec;

class Charset {
  public:
    /// The character of a code, a place among the pairs, `refused` or 0.
    char32_t character(unsigned lead, unsigned trail) const noexcept { return (*rows_[lead])[trail]; }

    const Pair& pair(char32_t place) const noexcept { return pairs_[place - first_pair]; }

    /// The code of a character, `maybe_pair` or 0.
    Code code(char32_t character) const noexcept {
        return character < page_count * 256 ? (*pages_[character >> 8])[character & 0xFF] : Code{0};
    }

    /// The code of both characters together (of the first alone with second = 0), or 0.
    Code code_of_pair(char32_t first, char32_t second) const noexcept;

    /// LookupError if the C library's iconv does not know the set.
    static Result<std::unique_ptr<Charset>> make(const CharsetSpec& spec);

  private:
    static constexpr unsigned page_count = 0x300;  // planes 0 to 2
    using Row = std::array<char32_t, 256>;
    using Page = std::array<Code, 256>;

    Charset() noexcept;
    Status read_from_iconv(const CharsetSpec& spec);
    void change(const CharsetSpec& spec);
    void invert(bool last_code_wins);
    void set_character(Code code, char32_t character);
    void set_code(char32_t character, Code code);

    static Row empty_row;  // stands where there is none of the set's own, never written to
    static Page empty_page;

    std::array<Row*, 256> rows_;
    std::array<Page*, page_count> pages_;
    std::vector<std::unique_ptr<Row>> owned_rows_;
    std::vector<std::unique_ptr<Page>> owned_pages_;
    std::vector<Pair> pairs_;
};

enum class CharsetId {
#define CHARSET(name, ...) name,
#include "modules/multibyte/charsets.def"
    Count
};

/// The set, made by the first call. LookupError if it cannot be.
Result<const Charset*> find_charset(CharsetId id);

}  // namespace minipy::multibyte
