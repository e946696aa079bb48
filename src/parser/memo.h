// Memory of the diagnosing pass: which rule gave what at which token.
//
// Trying alternatives in order re-reads the same tokens many times; remembering results keeps that polynomial.
// Only the rules that CPython remembers are here, because a remembered result is not diagnosed again.
//
// CPython: Parser/pegen.c (_PyPegen_is_memoized)
#pragma once

#include <cstdint>
#include <unordered_map>

namespace minipy {

enum class Rule : std::uint8_t {
    SimpleStmt, Block, Expression, StarExpression, Disjunction, Conjunction, Inversion, BitwiseOr, Factor,
    AwaitPrimary, Primary, Strings, Arguments, StarTarget, TargetWithStarAtom, TPrimary, DelTarget,
    InvalidNamedExpression, ClosedPattern, StarPattern, NameOrAttr
};

class Memo {
  public:
    struct Entry {
        void* node;
        std::uint32_t end;
    };

    const Entry* find(Rule rule, std::uint32_t start) const {
        auto found = entries_.find(key(rule, start));
        return found == entries_.end() ? nullptr : &found->second;
    }
    void store(Rule rule, std::uint32_t start, Entry entry) { entries_[key(rule, start)] = entry; }
    void clear() { entries_.clear(); }

  private:
    static std::uint64_t key(Rule rule, std::uint32_t start) {
        return std::uint64_t{start} << 8 | static_cast<std::uint8_t>(rule);
    }
    std::unordered_map<std::uint64_t, Entry> entries_;
};

}  // namespace minipy
