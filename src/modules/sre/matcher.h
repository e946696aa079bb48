// The matcher: follows a program along a subject, and backtracks over an explicit stack.
//
// `run` takes one opcode after the other. Where there are several ways it takes the first and pushes the others
// as a `Choice`; when an opcode does not match, `backtrack` restores what the newest choice needs and takes
// that way. No input nests C++ calls. Lookaround, atomic groups and possessive repeats match their body up to
// its SUCCESS above a bottom (`bottom_`); when it succeeds, the choices above the bottom are dropped.
// Invariant: everything that changes during a match is either in the choice (position, repeat, last group) or
// on the trail (borders of groups).
//
// CPython: Modules/_sre/sre_lib.h (SRE(match))
#pragma once

#include "modules/sre/characters.h"
#include "modules/sre/matching.h"

namespace minipy::sre {

/// Where the matcher is; `code` null: no way is left.
template <class Char>
struct Position {
    const Code* code;
    const Char* at;
};

template <class Char>
class Matcher {
  public:
    explicit Matcher(Matching& matching) noexcept;

    /// Tries to match at one place. On success `matching` has the groups and the end. Fails if a signal handler
    /// raised; throws std::bad_alloc.
    Result<bool> match(const Code* code, const Char* at);

    const Char* base() const noexcept { return base_; }
    const Char* end() const noexcept { return end_; }

  private:
    using Here = Position<Char>;
    static constexpr Here nowhere{nullptr, nullptr};

    bool run(Here here);

    // single characters
    bool unit_matches(const Code* code, Char c) const noexcept;
    bool may_begin(const Code* code, const Char* at) const noexcept;
    const Code* after_unit(const Code* code) const noexcept;
    const Char* skip_units(const Code* unit, const Char* at, Code most) const noexcept;
    const CharacterSet& set_of(const Code* code) const noexcept { return sets_[code[1]]; }

    // positions and groups (matcher_places.h)
    bool is_at(Place place, const Char* at) const noexcept;
    template <class IsWord>
    bool is_boundary(const Char* at, IsWord is_word) const noexcept;
    void set_mark(Code mark, const Char* at);
    bool group_is_set(Code group) const noexcept;
    template <class Fold>
    bool match_group(Here& here, Fold fold) const noexcept;

    // choices
    void push(ChoiceKind kind, const Code* code, const Char* at, Size count = 0);
    void push_bottom(ChoiceKind kind, const Code* code, const Char* at, Size count = 0);
    void restore(const Choice& choice) noexcept;
    Here backtrack();
    Here resume(Choice& choice);
    bool interrupted();

    // constructs, each with its way back (matcher_repeat.h, matcher_groups.h)
    Here branch(const Code* code, const Char* at);
    const Code* viable(const Code* alternative, const Char* at) const noexcept;
    Here resume_branch(Choice& choice);
    Here greedy_units(const Code* code, const Char* at);
    Here resume_greedy_units(Choice& choice);
    Size last_fit(const Code* tail, const Char* from, Size count, Size least) const noexcept;
    Here lazy_units(const Code* code, const Char* at);
    Here resume_lazy_units(Choice& choice);
    Here possessive_units(const Code* code, const Char* at);
    Here begin_repeat(const Code* code, const Char* at);
    Here max_until(const Code* code, const Char* at);
    Here min_until(const Code* code, const Char* at);
    Here next_round(Size last_start, const Char* at);
    Here possessive_round(const Code* code, const Char* at, Size rounds, Size last_start);
    Here assertion(const Code* code, const Char* at);
    Here finish_body(const Char* at);
    Here fail_body(Choice& choice);

    Size offset(const Char* at) const noexcept { return at - base_; }

    Matching& matching_;
    const Char* const base_;
    const Char* const end_;
    const CharacterSet* const sets_;
    std::int32_t repeat_ = -1;  // index of the innermost running repeat
    std::int32_t bottom_ = -1;  // index of the bottom of the body that is being matched
    unsigned ticks_ = 0;
    bool failed_ = false;  // an exception is pending
};

}  // namespace minipy::sre
