// The matcher's stack of choices, alternatives, and the bodies that are matched by themselves.
//
// A body (lookaround, atomic group, a round of a possessive repeat) has a choice at its bottom. The body's
// SUCCESS comes to `finish_body`, its failure uncovers the bottom and comes to `fail_body`; both drop the
// bottom.
//
// CPython: Modules/_sre/sre_lib.h (BRANCH, ASSERT, ASSERT_NOT, ATOMIC_GROUP)
#pragma once

#include <new>

#include "modules/sre/matcher.h"
#include "vm/signals.h"

namespace minipy::sre {

template <class Char>
inline void Matcher<Char>::push(ChoiceKind kind, const Code* code, const Char* at, Size count) {
    Matching& m = matching_;
    m.choices.push_back({code, offset(at), count, static_cast<std::uint32_t>(m.trail.size()),
                         static_cast<std::uint32_t>(m.repeats.size()), repeat_, m.last_group, bottom_, kind});
}

template <class Char>
void Matcher<Char>::push_bottom(ChoiceKind kind, const Code* code, const Char* at, Size count) {
    push(kind, code, at, count);
    bottom_ = static_cast<std::int32_t>(matching_.choices.size() - 1);
}

template <class Char>
inline void Matcher<Char>::restore(const Choice& choice) noexcept {
    Matching& m = matching_;
    while (m.trail.size() > choice.trail_size) {
        m.marks[m.trail.back().mark] = m.trail.back().old_border;
        m.trail.pop_back();
    }
    m.repeats.resize(choice.repeats_size, boost::container::default_init);
    repeat_ = choice.repeat;
    m.last_group = choice.last_group;
}

/// Looks up from long work now and then: whether a signal handler raised. Also bounds the stacks, whose sizes
/// are kept in 32 bits.
template <class Char>
inline bool Matcher<Char>::interrupted() {
    if (++ticks_ & 0xFFF) [[likely]]
        return failed_;
    constexpr std::size_t most = std::size_t{1} << 30;
    const Matching& m = matching_;
    if (m.choices.size() > most || m.trail.size() > most || m.repeats.size() > most) throw std::bad_alloc();
    if (!run_signal_handlers()) failed_ = true;
    return failed_;
}

/// The newest way that is left.
template <class Char>
typename Matcher<Char>::Here Matcher<Char>::backtrack() {
    if (interrupted()) return nowhere;
    while (!matching_.choices.empty() && !failed_) {
        Choice& newest = matching_.choices.back();
        restore(newest);
        const Here here = resume(newest);
        if (here.code) return here;
    }
    return nowhere;
}

/// Takes the way of the newest choice; drops the choice unless it has further ways.
template <class Char>
inline typename Matcher<Char>::Here Matcher<Char>::resume(Choice& choice) {
    const Code* const code = choice.code;
    const Char* const at = base_ + choice.at;
    switch (choice.kind) {
        case ChoiceKind::Branch: return resume_branch(choice);
        case ChoiceKind::GreedyUnit: return resume_greedy_units(choice);
        case ChoiceKind::LazyUnit: return resume_lazy_units(choice);
        case ChoiceKind::RepeatTail:
            repeat_ = matching_.repeats[repeat_].enclosing;
            matching_.choices.pop_back();
            return {code, at};
        case ChoiceKind::RepeatBody: matching_.choices.pop_back(); return next_round(offset(at), at);
        default: return fail_body(choice);
    }
}

/// BRANCH skip alternative ... 0
template <class Char>
inline typename Matcher<Char>::Here Matcher<Char>::branch(const Code* code, const Char* at) {
    const Code* const first = viable(code + 1, at);
    if (!first) return backtrack();
    if (const Code* next = viable(first + *first, at)) push(ChoiceKind::Branch, next, at);
    return {first + 1, at};
}

/// The first alternative from here that may match (its skip word), or null.
template <class Char>
inline const Code* Matcher<Char>::viable(const Code* alternative, const Char* at) const noexcept {
    for (; *alternative; alternative += *alternative)
        if (may_begin(alternative + 1, at)) return alternative;
    return nullptr;
}

template <class Char>
inline typename Matcher<Char>::Here Matcher<Char>::resume_branch(Choice& choice) {
    const Code* const alternative = choice.code;
    const Char* const at = base_ + choice.at;
    if (const Code* next = viable(alternative + *alternative, at))
        choice.code = next;
    else
        matching_.choices.pop_back();
    return {alternative + 1, at};
}

/// ASSERT skip back body SUCCESS; ASSERT_NOT likewise.
template <class Char>
inline typename Matcher<Char>::Here Matcher<Char>::assertion(const Code* code, const Char* at) {
    const bool negative = static_cast<Op>(*code) == Op::AssertNot;
    const Size back = code[2];
    if (offset(at) < back) return negative ? Here{code + 1 + code[1], at} : backtrack();
    push_bottom(negative ? ChoiceKind::AssertNot : ChoiceKind::Assert, code, at);
    return {code + 3, at - back};
}

/// The body above the bottom has matched up to here.
template <class Char>
typename Matcher<Char>::Here Matcher<Char>::finish_body(const Char* at) {
    Matching& m = matching_;
    const Choice bottom = m.choices[static_cast<std::size_t>(bottom_)];
    m.choices.resize(static_cast<std::size_t>(bottom_), boost::container::default_init);
    bottom_ = bottom.outer_bottom;
    m.repeats.resize(bottom.repeats_size, boost::container::default_init);
    repeat_ = bottom.repeat;
    const Code* const after = bottom.code + 1 + bottom.code[1];
    switch (bottom.kind) {
        case ChoiceKind::Assert: return {after, base_ + bottom.at};
        case ChoiceKind::Atomic: return {after, at};
        case ChoiceKind::Possessive: {
            const bool optional = bottom.count >= bottom.code[2];
            return possessive_round(bottom.code, at, bottom.count + 1, optional ? bottom.at : -1);
        }
        default:  // AssertNot
            restore(bottom);
            return backtrack();
    }
}

/// The body above the bottom cannot match; its bottom is the newest choice and has been restored.
template <class Char>
typename Matcher<Char>::Here Matcher<Char>::fail_body(Choice& choice) {
    const Choice bottom = choice;
    matching_.choices.pop_back();
    bottom_ = bottom.outer_bottom;
    const Code* const after = bottom.code + 1 + bottom.code[1];
    const Char* const at = base_ + bottom.at;
    switch (bottom.kind) {
        case ChoiceKind::AssertNot: return {after, at};
        case ChoiceKind::Possessive:
            if (bottom.count < bottom.code[2]) return nowhere;
            return {after + 1, at};
        default: return nowhere;
    }
}

}  // namespace minipy::sre
