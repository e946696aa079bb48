// Names and texts of token kinds, all from token.def.
//
// Invariant: the table has one row per kind, in the order of the enumeration.
//
// CPython: Parser/token.c (_PyParser_TokenNames)
#include "lexer/lexer.h"

namespace minipy {
namespace {

constexpr std::string_view kind_texts[] = {
#define KIND(Name, text) text,
#define OPERATOR(Name, exact, text) text,
#define KEYWORD(Name, text) text,
#include "lexer/token.def"
};

constexpr std::string_view exact_names[] = {
#define KIND(Name, text) text,
#define OPERATOR(Name, exact, text) exact,
#define KEYWORD(Name, text) "NAME",
#include "lexer/token.def"
};

}  // namespace

std::string_view token_kind_text(TokenKind kind) { return kind_texts[static_cast<std::size_t>(kind)]; }

std::string_view exact_token_name(TokenKind kind) { return exact_names[static_cast<std::size_t>(kind)]; }

}  // namespace minipy
