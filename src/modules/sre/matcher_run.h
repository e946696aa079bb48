// The matcher's loop.
//
// CPython: Modules/_sre/sre_lib.h (SRE(match))
#pragma once

#include "modules/sre/matcher_choices.h"
#include "modules/sre/matcher_places.h"
#include "modules/sre/matcher_repeat.h"
#include "modules/sre/matcher_units.h"

namespace minipy::sre {

template <class Char>
Matcher<Char>::Matcher(Matching& matching) noexcept
    : matching_(matching),
      base_(static_cast<const Char*>(matching.subject.data())),
      end_(base_ + matching.end),
      sets_(matching.program.sets()) {}

template <class Char>
Result<bool> Matcher<Char>::match(const Code* code, const Char* at) {
    Matching& m = matching_;
    if (m.marks_used) {
        std::fill(m.marks.begin(), m.marks.end(), -1);
        m.marks_used = false;
    }
    m.last_group = -1;
    m.choices.clear();
    m.trail.clear();
    m.repeats.clear();
    repeat_ = bottom_ = -1;
    if (interrupted()) return failed;
    const bool found = run({code, at});
    if (failed_) return failed;
    return found;
}

template <class Char>
bool Matcher<Char>::run(Here here) {
    const auto step = [&](bool matches, Code words) {
        if (!matches) return false;
        ++here.at;
        here.code += words;
        return true;
    };
    const auto take = [&](Here next) {
        here = next;
        return true;
    };
    while (here.code) {
        const Code* const code = here.code;
        const Char* const at = here.at;
        bool matched;
        switch (static_cast<Op>(*code)) {
            case Op::Failure: matched = false; break;
            case Op::Success:
                if (bottom_ >= 0) {
                    matched = take(finish_body(at));
                    break;
                }
                matching_.found_end = offset(at);
                matched = !(matching_.whole && at != end_) &&
                          !(matching_.must_advance && offset(at) == matching_.start);
                if (matched) return true;
                break;
            case Op::Any:
            case Op::AnyAll: matched = step(at < end_ && unit_matches(code, *at), 1); break;
            case Op::Literal: matched = step(at < end_ && *at == code[1], 2); break;
            case Op::NotLiteral:
            case Op::LiteralIgnore:
            case Op::NotLiteralIgnore:
            case Op::LiteralLocIgnore:
            case Op::NotLiteralLocIgnore:
            case Op::LiteralUniIgnore:
            case Op::NotLiteralUniIgnore:
            case Op::Category: matched = step(at < end_ && unit_matches(code, *at), 2); break;
            case Op::In:
            case Op::InIgnore:
            case Op::InLocIgnore:
            case Op::InUniIgnore: {
                const CharacterSet& set = set_of(code);
                matched = step(at < end_ && set.contains(*at), 1 + set.skip());
                break;
            }
            case Op::At:
                matched = is_at(static_cast<Place>(code[1]), at);
                here.code += 2;
                break;
            case Op::Mark:
                set_mark(code[1], at);
                matched = take({code + 2, at});
                break;
            case Op::Jump: matched = take({code + 1 + code[1], at}); break;
            case Op::Branch: matched = take(branch(code, at)); break;
            case Op::RepeatOne: matched = take(greedy_units(code, at)); break;
            case Op::MinRepeatOne: matched = take(lazy_units(code, at)); break;
            case Op::PossessiveRepeatOne: matched = take(possessive_units(code, at)); break;
            case Op::Repeat: matched = take(begin_repeat(code, at)); break;
            case Op::MaxUntil: matched = take(max_until(code, at)); break;
            case Op::MinUntil: matched = take(min_until(code, at)); break;
            case Op::PossessiveRepeat: matched = take(possessive_round(code, at, 0, -1)); break;
            case Op::AtomicGroup:
                push_bottom(ChoiceKind::Atomic, code, at);
                matched = take({code + 2, at});
                break;
            case Op::Assert:
            case Op::AssertNot: matched = take(assertion(code, at)); break;
            case Op::GroupRef: matched = match_group(here, [](char32_t c) { return c; }); break;
            case Op::GroupRefIgnore: matched = match_group(here, lower_ascii); break;
            case Op::GroupRefLocIgnore: matched = match_group(here, lower_locale); break;
            case Op::GroupRefUniIgnore: matched = match_group(here, lower_unicode); break;
            case Op::GroupRefExists:
                matched = take({group_is_set(code[1]) ? code + 3 : code + 1 + code[2], at});
                break;
            default: matched = false; break;  // members of sets: never here
        }
        if (!matched) here = backtrack();
    }
    return false;
}

}  // namespace minipy::sre
