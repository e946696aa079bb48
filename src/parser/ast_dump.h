// The text of a tree, as `ast.dump` of CPython's library gives it.
//
// What it prints is the whole contract of the parser: the parity test compares this text for the library.
//
// CPython: Lib/ast.py (dump)
#pragma once

#include <optional>
#include <string>

#include "parser/ast.h"

namespace minipy {

struct DumpOptions {
    bool attributes = false;    // lineno, col_offset, end_lineno, end_col_offset
    std::optional<int> indent;  // columns per level; none: all on one line
};

/// Throws SourceError (RecursionError) for a tree too deep for `ast.dump`.
std::string dump_ast(ast::Mod* module, const DumpOptions& options);

}  // namespace minipy
