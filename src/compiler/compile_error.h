// Errors of the passes after parsing, and the depth to which they follow the tree.
//
// Positions come from AST nodes: unlike the parser's, their columns are bytes, not characters (CPython's
// symtable.c and compile.c hand them on as they are). Invariant: a pass that walks the tree recursively holds
// a `TreeDepthGuard` per expression, statement and pattern it is inside of, so no tree overflows the C++ stack.
//
// CPython: Python/errors.c (PyErr_RangedSyntaxLocationObject), Python/symtable.c (recursion_limit)
#pragma once

#include <string>

#include "lexer/lexer.h"
#include "parser/ast.h"

namespace minipy {

/// A SyntaxError at the node's place, to be thrown. An `end_column` of -1 stands for "no end".
SourceError compile_error(const Source& source, const ast::Position& at, std::string message);

/// Nodes inside each other that a pass accepts: the recursion limit of 1000 frames, three nodes a frame.
inline constexpr int tree_depth_limit = 3 * 1000;

/// One level deeper in the tree for as long as it lives. Throws RecursionError past the limit.
class TreeDepthGuard {
  public:
    explicit TreeDepthGuard(int& depth) : depth_(depth) {
        if (++depth_ > tree_depth_limit) [[unlikely]] fail();
    }
    TreeDepthGuard(const TreeDepthGuard&) = delete;
    TreeDepthGuard& operator=(const TreeDepthGuard&) = delete;
    ~TreeDepthGuard() { --depth_; }

  private:
    [[noreturn]] static void fail();

    int& depth_;
};

}  // namespace minipy
