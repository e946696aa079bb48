// One matching: a program, a subject with the borders of the search, and what the last attempt found.
//
// The matcher keeps what it may have to come back to on two stacks, as Prolog machines do: `choices` are the
// places where the program could have gone on differently, `trail` the group borders overwritten since. The
// contexts of running repeats lie on a third one. They live here so that a loop of searches uses the same
// memory. Positions are counted in characters from the start of the subject; -1 stands for none.
//
// CPython: Modules/_sre/sre.h (SRE_STATE)
#pragma once

#include <boost/container/small_vector.hpp>

#include "modules/sre/program.h"
#include "modules/sre/subject.h"

namespace minipy::sre {

enum class ChoiceKind : std::uint8_t {
    Branch,      // the next alternative, at `code`
    GreedyUnit,  // one unit less
    LazyUnit,    // one unit more
    RepeatTail,  // end the greedy repeat: go on at `code`
    RepeatBody,  // once more the body of the lazy repeat
    // The bottom of a match within the match:
    Assert,
    AssertNot,
    Atomic,
    Possessive
};

/// A way not taken, and what has to be as it was to take it.
struct Choice {
    const Code* code;
    Size at;
    Size count;  // units or rounds so far
    std::uint32_t trail_size;
    std::uint32_t repeats_size;
    std::int32_t repeat;
    std::int32_t last_group;
    std::int32_t outer_bottom;  // of the kinds that are a bottom
    ChoiceKind kind;
};

struct TrailEntry {
    Size old_border;
    Code mark;
};

/// A running REPEAT after so many begun rounds. Never changed while a choice could come back to it: a further
/// round has a context of its own.
struct RepeatContext {
    const Code* code;  // of REPEAT
    Size rounds;
    Size last_start;         // of the last optional round: an empty one is not followed by another
    std::int32_t enclosing;  // index of the context around, or -1
};

class Matching {
  public:
    Matching(const Program& program, Size groups);

    /// Takes the string and clips the borders to it. TypeError.
    Status begin(Object* string, Size from, Size to);

    /// A match at `start` exactly; with `whole` it has to reach the end.
    Result<bool> match();
    /// The first match at or after `start`.
    Result<bool> search();

    /// After a match: the next search starts at its end, and must not find an empty match there again.
    void advance() noexcept {
        must_advance = found_end == start;
        start = found_end;
    }

    const Program& program;
    Subject subject;
    Size first = 0;      // where the search began
    Size start = 0;      // where to look; after a match where it starts
    Size end = 0;        // the subject is taken to end here
    Size found_end = 0;  // after a match where it ends
    bool must_advance = false;
    bool whole = false;
    bool marks_used = false;
    std::int32_t last_group = -1;
    boost::container::small_vector<Size, 16> marks;  // start and end of each group

    boost::container::small_vector<Choice, 12> choices;
    boost::container::small_vector<TrailEntry, 8> trail;
    boost::container::small_vector<RepeatContext, 4> repeats;
};

}  // namespace minipy::sre
