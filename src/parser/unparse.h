// AST -> source text of an expression: what an annotation becomes under `from __future__ import annotations`.
//
// The text is normalised: single spaces, only the parentheses that precedence asks for, constants as their
// `repr`. Invariant: parsing the text gives the same tree again.
//
// CPython: Python/ast_unparse.c
#pragma once

#include "objects/str.h"
#include "parser/ast.h"

namespace minipy {

/// _PyAST_ExprAsUnicode.
Ref<Str> unparse(const ast::Expr* expression);

}  // namespace minipy
