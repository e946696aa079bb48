// The language that `re._compiler` compiles a pattern to: words of 32 bits, an opcode followed by its operands.
//
// The numbers are those of `re/_constants.py`, which checks `magic` when it is imported. A `skip` operand
// counts words from its own place to the end of what the opcode governs. `Program` (program.h) checks all of
// it, so that the matcher may follow the words blindly.
//
// CPython: Modules/_sre/sre_constants.h
#pragma once

#include <cstdint>

namespace minipy::sre {

using Code = std::uint32_t;

inline constexpr Code magic = 20220615;
inline constexpr Code unlimited = ~Code{0};             // MAXREPEAT
inline constexpr std::int64_t max_groups = 0x3FFFFFFF;  // MAXGROUPS

enum class Op : Code {
    Failure,
    Success,
    Any,
    AnyAll,  // "." without and with re.DOTALL
    Assert,
    AssertNot,  // skip, width to look behind, body, SUCCESS
    At,         // Place
    Branch,     // { skip, alternative, JUMP, skip to the end } ..., 0
    Category,   // Category
    Charset,
    BigCharset,  // in a set: bitmap of 256 characters; blocks of such
    GroupRef,
    GroupRefExists,  // group; group, skip to the "no" part
    In,              // skip, members of the set, FAILURE
    Info,            // skip, InfoFlag, least width, greatest width, prefix or set
    Jump,            // skip
    Literal,         // character
    Mark,            // 2 * group + (0 start, 1 end), counted without group 0
    MaxUntil,
    MinUntil,  // ends the body of REPEAT
    NotLiteral,
    Negate,
    Range,      // character; in a set: all that follows; first, last
    Repeat,     // skip, min, max, body, MAX_UNTIL or MIN_UNTIL
    RepeatOne,  // skip, min, max, unit of one character, SUCCESS
    Subpattern,
    MinRepeatOne,
    AtomicGroup,
    PossessiveRepeat,
    PossessiveRepeatOne,
    GroupRefIgnore,
    InIgnore,
    LiteralIgnore,
    NotLiteralIgnore,
    GroupRefLocIgnore,
    InLocIgnore,
    LiteralLocIgnore,
    NotLiteralLocIgnore,
    GroupRefUniIgnore,
    InUniIgnore,
    LiteralUniIgnore,
    NotLiteralUniIgnore,
    RangeUniIgnore
};

enum class Place : Code {
    Beginning,
    BeginningLine,
    BeginningString,
    Boundary,
    NonBoundary,
    End,
    EndLine,
    EndString,
    LocBoundary,
    LocNonBoundary,
    UniBoundary,
    UniNonBoundary
};
inline constexpr Code place_count = 12;

enum class Category : Code {
    Digit,
    NotDigit,
    Space,
    NotSpace,
    Word,
    NotWord,
    LineBreak,
    NotLineBreak,
    LocWord,
    LocNotWord,
    UniDigit,
    UniNotDigit,
    UniSpace,
    UniNotSpace,
    UniWord,
    UniNotWord,
    UniLineBreak,
    UniNotLineBreak
};
inline constexpr Code category_count = 18;

namespace info_flag {
inline constexpr Code prefix = 1, literal = 2, charset = 4;
}

/// Bits of `Pattern::flags`.
namespace flag {
inline constexpr int template_mode = 1, ignore_case = 2, locale = 4, multiline = 8, dot_all = 16, unicode = 32,
                     verbose = 64, debug = 128, ascii = 256;
}

inline constexpr Code bits_per_code = 32;
inline constexpr Code bitmap_words = 256 / bits_per_code;      // of CHARSET and of a block of BIGCHARSET
inline constexpr Code block_index_words = 256 / sizeof(Code);  // of BIGCHARSET

}  // namespace minipy::sre
