// One lexeme at a time: the part of the lexer that knows what tokens look like and nothing else.
//
// `scan_lexeme` holds no state: indentation, brackets and line numbers are its callers' concern. It has two
// of them: `tokenize` (the parser's view) and `minipy --tokens` (the view of the module `tokenize`).
// Invariant: the lexeme at a position depends on the text from that position on only, and is never empty
// except for End. What cannot be a token is told apart by kind, never raised here.
//
// CPython: the character tests of tok_get() in Parser/tokenizer.c
#pragma once

#include <cstdint>

#include "lexer/lexer.h"

namespace minipy {

/// The kinds of tokens, with the same values, and what else can stand in a text.
enum class LexemeKind : std::uint8_t {
#define KIND(Name, text) Name,
#define OPERATOR(Name, exact, text) Name,
#define KEYWORD(Name, text) Keyword##Name,
#include "lexer/token.def"
    End,                 // the end of the text
    Space,               // blanks, tabs, form feeds
    LineEnd,             // "\n" or "\r\n"
    Continuation,        // a backslash and a line end
    Backslash,           // a backslash before anything else
    UnicodeName,         // a name with bytes outside ASCII, not checked yet
    LongString,          // a string with line ends inside
    UnterminatedString,  // prefix and quote of a string that does not end
    UnterminatedLongString,
    LessGreater,  // "<>", an operator only with barry_as_FLUFL
    Control,      // a byte that is never part of a program outside strings and comments
};

constexpr TokenKind token_kind(LexemeKind kind) noexcept { return static_cast<TokenKind>(kind); }

/// The lexeme at `cursor`, which moves behind it. `*limit` must be readable and zero.
LexemeKind scan_lexeme(const char*& cursor, const char* limit) noexcept;

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_letter(char c) noexcept { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }
/// May this byte stand inside a name (any byte outside ASCII may)? is_potential_identifier_char.
constexpr bool is_name_byte(char c) noexcept {
    return is_ascii_letter(c) || is_digit(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace minipy
