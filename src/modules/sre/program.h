// A checked pattern program, ready for the matcher.
//
// The words come from Python code and may be anything. `load` walks them once: every opcode, operand and skip
// has to make sense, constructs have to nest, jumps go forward only. The operand of each set (IN and its
// relatives) is then replaced by the set's index in `sets`. Invariant: a `Program` can be followed without
// looking at its bounds, and only UNTIL leads backwards.
//
// CPython: Modules/_sre/sre.c (_validate)
#pragma once

#include <vector>

#include "memory/ref.h"
#include "modules/sre/character_set.h"
#include "objects/type.h"

namespace minipy::sre {

/// What is known of every match, to find the places where one may begin (INFO).
struct Opening {
    Size least_width = 0;
    const Code* prefix = nullptr;  // literal characters
    Size prefix_length = 0;
    Size prefix_skip = 0;                 // how many of them need not be matched again
    const Code* overlap = nullptr;        // overlap[i]: so much of the prefix ends prefix[0..i]
    bool all_literal = false;             // the prefix is the whole pattern
    const CharacterSet* first = nullptr;  // the first character is one of these
};

class Program {
  public:
    /// RuntimeError "invalid SRE code".
    Status load(std::vector<Code> words, Size groups);

    const Code* entry() const noexcept { return words_.data() + entry_; }
    const Opening& opening() const noexcept { return opening_; }
    const CharacterSet* sets() const noexcept { return sets_.data(); }
    const std::vector<Code>& words() const noexcept { return words_; }

  private:
    friend class Checker;

    std::vector<Code> words_;
    std::vector<CharacterSet> sets_;
    std::size_t entry_ = 0;
    Opening opening_;
};

}  // namespace minipy::sre
