// The matcher's single characters: opcodes that match exactly one, and runs of them.
//
// CPython: Modules/_sre/sre_lib.h (SRE(count))
#pragma once

#include <algorithm>

#include "modules/sre/matcher.h"
#include "objects/text_search.h"

namespace minipy::sre {

template <class Char>
inline bool Matcher<Char>::unit_matches(const Code* code, Char c) const noexcept {
    switch (static_cast<Op>(*code)) {
        case Op::Any: return c != '\n';
        case Op::AnyAll: return true;
        case Op::Literal: return c == code[1];
        case Op::NotLiteral: return c != code[1];
        case Op::In:
        case Op::InIgnore:
        case Op::InLocIgnore:
        case Op::InUniIgnore: return set_of(code).contains(c);
        case Op::LiteralIgnore: return lower_ascii(c) == code[1];
        case Op::NotLiteralIgnore: return lower_ascii(c) != code[1];
        case Op::LiteralUniIgnore: return lower_unicode(c) == code[1];
        case Op::NotLiteralUniIgnore: return lower_unicode(c) != code[1];
        case Op::LiteralLocIgnore: return equal_by_locale(code[1], c);
        case Op::NotLiteralLocIgnore: return !equal_by_locale(code[1], c);
        default: return in_category(static_cast<Category>(code[1]), c);
    }
}

/// False only if the code cannot match here, as its first character tells: saves choices that lead nowhere.
template <class Char>
inline bool Matcher<Char>::may_begin(const Code* code, const Char* at) const noexcept {
    while (static_cast<Op>(*code) == Op::Mark) code += 2;
    switch (static_cast<Op>(*code)) {
        case Op::Literal: return at < end_ && *at == code[1];
        case Op::In:
        case Op::InIgnore:
        case Op::InLocIgnore:
        case Op::InUniIgnore: return at < end_ && set_of(code).contains(*at);
        default: return true;
    }
}

/// The end of the longest run of at most so many units.
template <class Char>
const Char* Matcher<Char>::skip_units(const Code* unit, const Char* at, Code most) const noexcept {
    const Char* const end = most < static_cast<std::size_t>(end_ - at) ? at + most : end_;
    const Code literal = unit[1];
    auto skip_while = [&](auto matches) {
        while (at < end && matches(*at)) ++at;
        return at;
    };
    auto find = [&](char32_t c) {
        if (static_cast<char32_t>(static_cast<Char>(c)) != c) return end;
        const Size found = find_character(at, end - at, c);
        return found < 0 ? end : at + found;
    };
    switch (static_cast<Op>(*unit)) {
        case Op::Any: return find('\n');
        case Op::AnyAll: return end;
        case Op::Literal: return skip_while([&](Char c) { return c == literal; });
        case Op::NotLiteral: return find(literal);
        case Op::In:
        case Op::InIgnore:
        case Op::InLocIgnore:
        case Op::InUniIgnore: return skip_while([&set = set_of(unit)](Char c) { return set.contains(c); });
        default: return skip_while([&](Char c) { return unit_matches(unit, c); });
    }
}

}  // namespace minipy::sre
