// Membership in a set by going through its members.
//
// CPython: Modules/_sre/sre_lib.h (SRE(charset), SRE(charset_loc_ignore))
#include "modules/sre/character_set.h"

#include <cstring>

#include "modules/sre/characters.h"

namespace minipy::sre {
namespace {

bool bit_is_set(const Code* bitmap, char32_t bit) noexcept {
    return bitmap[bit / bits_per_code] >> (bit % bits_per_code) & 1;
}

bool in_range(const Code* bounds, char32_t c) noexcept { return bounds[0] <= c && c <= bounds[1]; }

/// `operands`: number of blocks, 256 bytes that say which block each 256 characters use, the blocks.
bool in_blocks(const Code* operands, char32_t c) noexcept {
    if (c >= 0x10000) return false;
    std::uint8_t block;
    std::memcpy(&block, reinterpret_cast<const char*>(operands + 1) + (c >> 8), 1);
    return bit_is_set(operands + 1 + block_index_words, block * 256u + (c & 0xFF));
}

bool is_member(const Code* member, char32_t c) noexcept {
    bool found = true;
    for (;;) {
        const Code* operands = member + 1;
        switch (static_cast<Op>(*member)) {
            case Op::Literal:
                if (c == operands[0]) return found;
                member += 2;
                break;
            case Op::Range:
                if (in_range(operands, c)) return found;
                member += 3;
                break;
            case Op::RangeUniIgnore:  // the character has been made lower case
                if (in_range(operands, c) || in_range(operands, upper_unicode(c))) return found;
                member += 3;
                break;
            case Op::Category:
                if (in_category(static_cast<Category>(operands[0]), c)) return found;
                member += 2;
                break;
            case Op::Charset:
                if (c < 256 && bit_is_set(operands, c)) return found;
                member += 1 + bitmap_words;
                break;
            case Op::BigCharset:
                if (in_blocks(operands, c)) return found;
                member += 2 + block_index_words + operands[0] * bitmap_words;
                break;
            case Op::Negate:
                found = !found;
                member += 1;
                break;
            default: return !found;  // FAILURE: the end
        }
    }
}

bool depends_on_locale(const Code* member) noexcept {
    for (;;) {
        const Code* operands = member + 1;
        switch (static_cast<Op>(*member)) {
            case Op::Category:
                if (static_cast<Category>(operands[0]) == Category::LocWord ||
                    static_cast<Category>(operands[0]) == Category::LocNotWord)
                    return true;
                member += 2;
                break;
            case Op::Literal: member += 2; break;
            case Op::Range:
            case Op::RangeUniIgnore: member += 3; break;
            case Op::Charset: member += 1 + bitmap_words; break;
            case Op::BigCharset: member += 2 + block_index_words + operands[0] * bitmap_words; break;
            case Op::Negate: member += 1; break;
            default: return false;  // FAILURE: the end
        }
    }
}

}  // namespace

CharacterSet::CharacterSet(const Code* members, Code skip, Folding folding)
    : latin_(), table_size_(0), skip_(skip), members_(members), folding_(folding) {
    if (folding == Folding::Locale || depends_on_locale(members)) return;
    for (char32_t c = 0; c < 256; ++c) latin_[c] = contains_slowly(c);
    table_size_ = 256;
}

bool CharacterSet::contains_slowly(char32_t c) const noexcept {
    switch (folding_) {
        case Folding::None: return is_member(members_, c);
        case Folding::Ascii: return is_member(members_, lower_ascii(c));
        case Folding::Unicode: return is_member(members_, lower_unicode(c));
        case Folding::Locale: break;
    }
    const char32_t lower = lower_locale(c), upper = upper_locale(c);
    return is_member(members_, lower) || (upper != lower && is_member(members_, upper));
}

}  // namespace minipy::sre
