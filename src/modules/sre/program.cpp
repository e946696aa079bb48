// Checking the words of a program and linking its sets.
//
// A `Checker` walks a block of words from `begin` to `end`; each opcode's function checks its operands, walks
// the blocks inside, and says where the next opcode stands (`bad` if something is wrong). A jump is legal only
// where BRANCH or GROUPREF_EXISTS expect it: as the last opcode of a block.
//
// CPython: Modules/_sre/sre.c (_validate, _validate_inner, _validate_charset)
#include "modules/sre/program.h"

#include <cstring>

#include "objects/call.h"
#include "objects/errors.h"
#include "objects/thread_state.h"

namespace minipy::sre {

class Checker {
  public:
    Checker(Program& program, Size groups) : program_(program), groups_(groups) {}

    bool check_program();

  private:
    using Index = std::size_t;
    static constexpr Index bad = ~Index{0};

    struct SetPlace {
        Index operand;
        Folding folding;
    };

    Code word(Index at) const noexcept { return program_.words_[at]; }
    Index size() const noexcept { return program_.words_.size(); }
    Op op(Index at) const noexcept { return static_cast<Op>(word(at)); }

    /// Where a skip leads, or `bad` if it is not within (skip, end].
    Index target(Index skip, Index end) const noexcept {
        if (skip >= end || word(skip) == 0 || word(skip) > end - skip) return bad;
        return skip + word(skip);
    }

    Index check_info();
    bool check_prefix(Index at, Index end);
    bool check_block(Index begin, Index end);
    Index check_op(Index at, Index end);
    Index check_operand(Index at, Index end, Size limit) const noexcept;
    Index check_set(Index at, Index end, Folding folding);
    bool check_members(Index begin, Index end) const noexcept;
    Index check_blocks_of_set(Index at, Index end) const noexcept;
    Index check_branch(Index at, Index end);
    Index check_repeat(Index at, Index end);
    Index check_unit_repeat(Index at, Index end);
    Index check_group_exists(Index at, Index end);
    /// A body of `head` operand words that is closed by SUCCESS.
    Index check_closed_body(Index at, Index end, Index head);
    /// The last opcode of the block is a JUMP: where it leads.
    Index final_jump(Index begin, Index block_end, Index end);
    void link_sets();

    Program& program_;
    Size groups_;
    std::vector<SetPlace> set_places_;
};

bool Checker::check_program() {
    if (groups_ < 0 || groups_ > max_groups || size() == 0 || op(size() - 1) != Op::Success) return false;
    Index begin = 0;
    if (op(0) == Op::Info) {
        begin = check_info();
        if (begin == bad) return false;
    }
    if (!check_block(begin, size() - 1)) return false;
    program_.entry_ = begin;
    link_sets();
    return true;
}

/// INFO skip flags min max, then a prefix or a set.
Checker::Index Checker::check_info() {
    const Index end = target(1, size());
    if (end == bad || end < 5) return bad;
    const Code flags = word(2);
    Opening& opening = program_.opening_;
    opening.least_width = word(3);
    opening.all_literal = (flags & info_flag::literal) != 0;
    switch (flags) {
        case 0: return end == 5 ? end : bad;
        case info_flag::prefix:
        case info_flag::prefix | info_flag::literal: return check_prefix(5, end) ? end : bad;
        case info_flag::charset:
            if (!check_members(5, end)) return bad;
            set_places_.push_back({4, Folding::None});
            return end;
        default: return bad;
    }
}

/// length, skip, characters, overlap table. The part that is not matched again has to be there as LITERALs.
bool Checker::check_prefix(Index at, Index end) {
    if (end - at < 2) return false;
    const Index length = word(at), skip = word(at + 1);
    if (length == 0 || skip > length || end - at != 2 + 2 * length) return false;
    const Index characters = at + 2, overlap = characters + length;
    for (Index i = 0; i < length; ++i)
        if (word(overlap + i) > i) return false;
    if (size() - end < 2 * skip) return false;
    for (Index i = 0; i < skip; ++i)
        if (op(end + 2 * i) != Op::Literal || word(end + 2 * i + 1) != word(characters + i)) return false;
    Opening& opening = program_.opening_;
    opening.prefix = &program_.words_[characters];
    opening.prefix_length = static_cast<Size>(length);
    opening.prefix_skip = static_cast<Size>(skip);
    opening.overlap = &program_.words_[overlap];
    return true;
}

bool Checker::check_block(Index begin, Index end) {
    while (begin < end) begin = check_op(begin, end);
    return begin == end;
}

Checker::Index Checker::check_op(Index at, Index end) {
    if (stack_is_low()) return bad;
    switch (op(at)) {
        case Op::Failure:
        case Op::Success:
        case Op::Any:
        case Op::AnyAll: return at + 1;
        case Op::Literal:
        case Op::NotLiteral:
        case Op::LiteralIgnore:
        case Op::NotLiteralIgnore:
        case Op::LiteralLocIgnore:
        case Op::NotLiteralLocIgnore:
        case Op::LiteralUniIgnore:
        case Op::NotLiteralUniIgnore: return check_operand(at, end, Size{unlimited} + 1);
        case Op::Mark: return check_operand(at, end, 2 * groups_);
        case Op::At: return check_operand(at, end, place_count);
        case Op::Category: return check_operand(at, end, category_count);
        case Op::GroupRef:
        case Op::GroupRefIgnore:
        case Op::GroupRefLocIgnore:
        case Op::GroupRefUniIgnore: return check_operand(at, end, groups_);
        case Op::In: return check_set(at, end, Folding::None);
        case Op::InIgnore: return check_set(at, end, Folding::Ascii);
        case Op::InLocIgnore: return check_set(at, end, Folding::Locale);
        case Op::InUniIgnore: return check_set(at, end, Folding::Unicode);
        case Op::Branch: return check_branch(at, end);
        case Op::Repeat:
        case Op::PossessiveRepeat: return check_repeat(at, end);
        case Op::RepeatOne:
        case Op::MinRepeatOne:
        case Op::PossessiveRepeatOne: return check_unit_repeat(at, end);
        case Op::AtomicGroup: return check_closed_body(at, end, 1);
        case Op::Assert:
        case Op::AssertNot: return check_closed_body(at, end, 2);
        case Op::GroupRefExists: return check_group_exists(at, end);
        default: return bad;
    }
}

/// One operand below the limit.
Checker::Index Checker::check_operand(Index at, Index end, Size limit) const noexcept {
    if (end - at < 2 || static_cast<Size>(word(at + 1)) >= limit) return bad;
    return at + 2;
}

Checker::Index Checker::check_set(Index at, Index end, Folding folding) {
    const Index after = target(at + 1, end);
    if (after == bad || !check_members(at + 2, after)) return bad;
    set_places_.push_back({at + 1, folding});
    return after;
}

/// Members of a set with the FAILURE that ends them.
bool Checker::check_members(Index begin, Index end) const noexcept {
    if (begin >= end || op(end - 1) != Op::Failure) return false;
    --end;
    while (begin < end) {
        const Index room = end - begin;
        switch (op(begin)) {
            case Op::Negate: begin += 1; break;
            case Op::Literal: begin += 2; break;
            case Op::Range:
            case Op::RangeUniIgnore: begin += 3; break;
            case Op::Category:
                if (room < 2 || word(begin + 1) >= category_count) return false;
                begin += 2;
                break;
            case Op::Charset: begin += 1 + bitmap_words; break;
            case Op::BigCharset:
                begin = check_blocks_of_set(begin, end);
                if (begin == bad) return false;
                break;
            default: return false;
        }
    }
    return begin == end;
}

/// BIGCHARSET: number of blocks, index bytes below that number, the blocks.
Checker::Index Checker::check_blocks_of_set(Index at, Index end) const noexcept {
    if (end - at < 2 + block_index_words) return bad;
    const Code blocks = word(at + 1);
    const Index data = at + 2 + block_index_words;
    if (blocks > 256 || end - data < Index{blocks} * bitmap_words) return bad;
    std::uint8_t indices[256];
    std::memcpy(indices, &program_.words_[at + 2], sizeof indices);
    for (std::uint8_t index : indices)
        if (index >= blocks) return bad;
    return data + Index{blocks} * bitmap_words;
}

/// BRANCH { skip, alternative, JUMP, skip } ... 0: all jumps lead behind the 0.
Checker::Index Checker::check_branch(Index at, Index end) {
    Index skip = at + 1, after = bad;
    while (skip < end && word(skip) != 0) {
        const Index next = target(skip, end);
        if (next == bad) return bad;
        const Index leads_to = final_jump(skip + 1, next, end);
        if (leads_to == bad || (after != bad && leads_to != after)) return bad;
        after = leads_to;
        skip = next;
    }
    if (skip >= end || after != skip + 1) return bad;
    return skip + 1;
}

Checker::Index Checker::final_jump(Index begin, Index block_end, Index end) {
    if (block_end < begin + 2 || op(block_end - 2) != Op::Jump) return bad;
    if (!check_block(begin, block_end - 2)) return bad;
    return target(block_end - 1, end);
}

/// REPEAT skip min max body UNTIL; POSSESSIVE_REPEAT ends with SUCCESS. Skip leads to the last opcode.
Checker::Index Checker::check_repeat(Index at, Index end) {
    const Index until = target(at + 1, end);
    if (until == bad || until >= end || until < at + 4 || word(at + 2) > word(at + 3)) return bad;
    const bool possessive = op(at) == Op::PossessiveRepeat;
    const bool ends_well =
        possessive ? op(until) == Op::Success : op(until) == Op::MaxUntil || op(until) == Op::MinUntil;
    if (!ends_well || !check_block(at + 4, until)) return bad;
    return until + 1;
}

/// REPEAT_ONE skip min max unit SUCCESS: the unit is a single opcode that matches one character.
Checker::Index Checker::check_unit_repeat(Index at, Index end) {
    const Index after = target(at + 1, end);
    if (after == bad || after < at + 6 || word(at + 2) > word(at + 3) || op(after - 1) != Op::Success)
        return bad;
    switch (op(at + 4)) {
        case Op::Any:
        case Op::AnyAll:
        case Op::In:
        case Op::InIgnore:
        case Op::InLocIgnore:
        case Op::InUniIgnore:
        case Op::Literal:
        case Op::LiteralIgnore:
        case Op::LiteralLocIgnore:
        case Op::LiteralUniIgnore:
        case Op::NotLiteral:
        case Op::NotLiteralIgnore:
        case Op::NotLiteralLocIgnore:
        case Op::NotLiteralUniIgnore:
        case Op::Category: return check_op(at + 4, after - 1) == after - 1 ? after : bad;
        default: return bad;
    }
}

Checker::Index Checker::check_closed_body(Index at, Index end, Index head) {
    const Index after = target(at + 1, end);
    if (after == bad || after < at + head + 2 || op(after - 1) != Op::Success) return bad;
    return check_block(at + head + 1, after - 1) ? after : bad;
}

/// GROUPREF_EXISTS group skip yes-part [JUMP skip no-part]: the first skip counts from the group. A yes-part
/// that ends in a jump has a no-part behind it; where the opcodes of the yes-part end tells a jump from an
/// operand.
Checker::Index Checker::check_group_exists(Index at, Index end) {
    if (end - at < 3 || static_cast<Size>(word(at + 1)) >= groups_) return bad;
    if (word(at + 2) < 2 || word(at + 2) > end - (at + 1)) return bad;
    const Index yes_end = at + 1 + word(at + 2);
    Index place = at + 3;
    while (place < yes_end && !(op(place) == Op::Jump && place + 2 == yes_end))
        place = check_op(place, yes_end);
    if (place == yes_end) return yes_end;
    if (place == bad || place > yes_end) return bad;
    const Index after = target(place + 1, end);
    if (after == bad || after < yes_end || !check_block(yes_end, after)) return bad;
    return after;
}

void Checker::link_sets() {
    program_.sets_.reserve(set_places_.size());
    for (const SetPlace& set : set_places_) {
        Code& operand = program_.words_[set.operand];
        program_.sets_.emplace_back(&operand + 1, operand, set.folding);
        operand = static_cast<Code>(program_.sets_.size() - 1);
    }
    if (!set_places_.empty() && set_places_[0].operand == 4 && program_.entry_ > 4)
        program_.opening_.first = program_.sets_.data();
}

Status Program::load(std::vector<Code> words, Size groups) {
    words_ = std::move(words);
    if (!Checker(*this, groups).check_program()) return raise(runtime_error_type, "invalid SRE code");
    return done;
}

}  // namespace minipy::sre
