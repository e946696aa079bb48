// `'%s: %r' % (a, b)` becomes `f'{a!s}: {b!r}'`, which needs neither the tuple nor the parsing at run time.
//
// Only the conversions s, r and a are rewritten, with width and precision of at most two digits. Invariant:
// a format that does not fit its tuple is left alone, so it raises what it raised before.
//
// CPython: Python/ast_opt.c (optimize_format)
#pragma once

#include "objects/str.h"
#include "parser/arena.h"

namespace minipy {

/// The JoinedStr, or null if the format must stay as it is.
ast::Expr* format_to_joined_string(const Str* format, ast::Seq<ast::Expr*> values, const ast::Position& at,
                                   ast::Arena& arena);

}  // namespace minipy
