// Constant folding on the AST, before the symbol table sees it.
//
// An expression whose operands are constants is replaced by its value, where the value is small and the
// evaluation cannot surprise; literal lists and sets that are only iterated or searched become tuples and
// frozensets. Invariant: the tree means the same as before; an operation that would raise stays in it.
//
// CPython: Python/ast_opt.c
#pragma once

#include "parser/arena.h"
#include "parser/ast.h"

namespace minipy {

/// Folds in place. `optimize` is the value of -O, `future_flags` are code_flag::future_*. Throws SourceError
/// (RecursionError). _PyAST_Optimize.
void fold_constants(ast::Mod* module, ast::Arena& arena, int optimize, int future_flags);

/// The docstring a body begins with, or null. _PyAST_GetDocString.
Object* docstring_of(ast::Seq<ast::Stmt*> body);

}  // namespace minipy
