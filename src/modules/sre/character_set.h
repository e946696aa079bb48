// A set of characters: what stands between brackets in a pattern.
//
// The members are kept as the compiler wrote them, a list of literals, ranges, categories and bitmaps that is
// tried in order. Membership of the Latin-1 characters is worked out once, case folding included, so that
// almost every test is one load. Invariant: `table_size` is 256, or 0 where the answer depends on the locale.
//
// CPython: Modules/_sre/sre_lib.h (SRE(charset))
#pragma once

#include <array>

#include "modules/sre/opcodes.h"

namespace minipy::sre {

/// What happens to a character before it is looked for among the members.
enum class Folding : std::uint8_t { None, Ascii, Locale, Unicode };

class CharacterSet {
  public:
    /// `members` ends with FAILURE and stays alive; `skip` is the operand of the opcode.
    CharacterSet(const Code* members, Code skip, Folding folding);

    bool contains(char32_t c) const noexcept { return c < table_size_ ? latin_[c] : contains_slowly(c); }
    /// Words from the operand of the opcode to what follows the set.
    Code skip() const noexcept { return skip_; }

  private:
    bool contains_slowly(char32_t c) const noexcept;

    std::array<bool, 256> latin_;
    char32_t table_size_;
    Code skip_;
    const Code* members_;
    Folding folding_;
};

}  // namespace minipy::sre
