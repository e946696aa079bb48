// f-strings: text, `{expression!conversion:spec}` and doubled braces -> pieces of a JoinedStr.
//
// CPython 3.11 knows no f-string tokens. The literal is one string token; a reader with a rough idea of
// quotes and brackets finds where an expression ends and hands "(expression)" to a parser of its own. Hence
// the limits (no backslash, no comment, no quote of the literal's own kind inside) and the shape of errors,
// which show the parenthesised expression as the line.
//
// CPython: Parser/string_parser.c (fstring_find_literal, fstring_find_expr, fstring_compile_expr)
#pragma once

#include "parser/string_literal.h"

namespace minipy {

/// Adds the pieces of one f-string token of the run. Throws SourceError.
void append_fstring(Parser& parser, const StringRun& run, const Token& token, const StringToken& literal,
                    StringPieces& pieces);

}  // namespace minipy
