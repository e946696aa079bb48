// The matcher's repeats, in three kinds (greedy, lazy, possessive) and two sizes.
//
// A repeat of a unit of one character needs one choice in all, which counts units up or down. Any other body
// has UNTIL behind it: there the machine comes after each round and decides between a further round and the
// tail. The code of REPEAT leads straight to UNTIL, so that the decision is made in one place, also for no
// round at all.
//
// CPython: Modules/_sre/sre_lib.h (REPEAT_ONE, MIN_REPEAT_ONE, REPEAT, MAX_UNTIL, MIN_UNTIL, POSSESSIVE_REPEAT)
#pragma once

#include "modules/sre/matcher.h"

namespace minipy::sre {

// op: skip, min, max; the unit or body is at op + 4, what follows at op + 1 + skip (one further for UNTIL).

inline bool may_repeat(const Code* code, Size rounds) noexcept {
    return code[3] == unlimited || rounds < Size{code[3]};
}

/// The most of `count` units from `from` behind which the tail may begin, but no fewer than `least`; -1 if
/// none.
template <class Char>
inline Size Matcher<Char>::last_fit(const Code* tail, const Char* from, Size count, Size least) const noexcept {
    while (static_cast<Op>(*tail) == Op::Mark) tail += 2;
    if (static_cast<Op>(*tail) == Op::Literal) {
        const Code literal = tail[1];
        if (from + count == end_) --count;
        while (count >= least && from[count] != literal) --count;
    } else {
        while (count >= least && !may_begin(tail, from + count)) --count;
    }
    return count < least ? -1 : count;
}

template <class Char>
inline typename Matcher<Char>::Here Matcher<Char>::greedy_units(const Code* code, const Char* at) {
    const Size least = code[2];
    const Code* const tail = code + 1 + code[1];
    if (end_ - at < least) return backtrack();
    const Size most = skip_units(code + 4, at, code[3]) - at;
    if (most < least) return backtrack();
    const Size count = last_fit(tail, at, most, least);
    if (count < 0) return backtrack();
    if (count > least) push(ChoiceKind::GreedyUnit, code, at + count, count);
    return {tail, at + count};
}

template <class Char>
inline typename Matcher<Char>::Here Matcher<Char>::resume_greedy_units(Choice& choice) {
    const Code* const code = choice.code;
    const Code* const tail = code + 1 + code[1];
    const Size least = code[2];
    const Char* const start = base_ + choice.at - choice.count;
    const Size count = last_fit(tail, start, choice.count - 1, least);
    if (count <= least) {
        matching_.choices.pop_back();
        if (count < 0) return nowhere;
    } else {
        choice.at -= choice.count - count;
        choice.count = count;
    }
    return {tail, start + count};
}

template <class Char>
inline typename Matcher<Char>::Here Matcher<Char>::lazy_units(const Code* code, const Char* at) {
    const Size least = code[2];
    if (end_ - at < least) return backtrack();
    if (least) {
        const Char* const behind = skip_units(code + 4, at, code[2]);
        if (behind - at < least) return backtrack();
        at = behind;
    }
    push(ChoiceKind::LazyUnit, code, at, least);
    const Code* const tail = code + 1 + code[1];
    if (!may_begin(tail, at)) return backtrack();
    return {tail, at};
}

template <class Char>
inline typename Matcher<Char>::Here Matcher<Char>::resume_lazy_units(Choice& choice) {
    const Code* const code = choice.code;
    const Code* const tail = code + 1 + code[1];
    const Char* at = base_ + choice.at;
    Size count = choice.count;
    do {
        if (!may_repeat(code, count) || at >= end_ || !unit_matches(code + 4, *at)) {
            matching_.choices.pop_back();
            return nowhere;
        }
        ++at;
        ++count;
    } while (!may_begin(tail, at));
    choice.at = offset(at);
    choice.count = count;
    return {tail, at};
}

template <class Char>
inline typename Matcher<Char>::Here Matcher<Char>::possessive_units(const Code* code, const Char* at) {
    const Size least = code[2];
    if (end_ - at < least) return backtrack();
    const Char* const behind = skip_units(code + 4, at, code[3]);
    if (behind - at < least) return backtrack();
    return {code + 1 + code[1], behind};
}

template <class Char>
inline typename Matcher<Char>::Here Matcher<Char>::begin_repeat(const Code* code, const Char* at) {
    matching_.repeats.push_back({code, 0, -1, repeat_});
    repeat_ = static_cast<std::int32_t>(matching_.repeats.size() - 1);
    return {code + 1 + code[1], at};
}

/// A further round of the innermost repeat. Its context changes in place if no choice can come back to it.
template <class Char>
typename Matcher<Char>::Here Matcher<Char>::next_round(Size last_start, const Char* at) {
    Matching& m = matching_;
    if (interrupted()) return nowhere;
    const std::size_t shared = m.choices.empty() ? 0 : m.choices.back().repeats_size;
    const std::size_t index = static_cast<std::size_t>(repeat_);
    RepeatContext context = m.repeats[index];
    ++context.rounds;
    context.last_start = last_start;
    if (index >= shared) {
        m.repeats.resize(index + 1, boost::container::default_init);
        m.repeats[index] = context;
    } else {
        m.repeats.push_back(context);
        repeat_ = static_cast<std::int32_t>(m.repeats.size() - 1);
    }
    return {context.code + 4, at};
}

/// MAX_UNTIL: a further round if there may be one, else the tail.
template <class Char>
inline typename Matcher<Char>::Here Matcher<Char>::max_until(const Code* code, const Char* at) {
    const RepeatContext context = matching_.repeats[static_cast<std::size_t>(repeat_)];
    const Code* const tail = code + 1;
    if (context.rounds < Size{context.code[2]}) return next_round(context.last_start, at);
    if (may_repeat(context.code, context.rounds) && offset(at) != context.last_start &&
        may_begin(context.code + 4, at)) {
        if (may_begin(tail, at)) push(ChoiceKind::RepeatTail, tail, at);
        return next_round(offset(at), at);
    }
    repeat_ = context.enclosing;
    return {tail, at};
}

/// MIN_UNTIL: the tail if there may be one, else a further round.
template <class Char>
inline typename Matcher<Char>::Here Matcher<Char>::min_until(const Code* code, const Char* at) {
    const RepeatContext context = matching_.repeats[static_cast<std::size_t>(repeat_)];
    if (context.rounds < Size{context.code[2]}) return next_round(context.last_start, at);
    if (may_repeat(context.code, context.rounds) && offset(at) != context.last_start)
        push(ChoiceKind::RepeatBody, context.code, at);
    repeat_ = context.enclosing;
    return {code + 1, at};
}

/// POSSESSIVE_REPEAT skip min max body SUCCESS: each round is a body by itself that is never taken back.
template <class Char>
typename Matcher<Char>::Here Matcher<Char>::possessive_round(const Code* code, const Char* at, Size rounds,
                                                             Size last_start) {
    if (interrupted()) return nowhere;
    const bool wanted = rounds < Size{code[2]};
    if (wanted || (may_repeat(code, rounds) && offset(at) != last_start)) {
        push_bottom(ChoiceKind::Possessive, code, at, rounds);
        return {code + 4, at};
    }
    return {code + 1 + code[1] + 1, at};
}

}  // namespace minipy::sre
