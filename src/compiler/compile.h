// AST -> code object: the entry point and the options of the whole compiler.
//
// The passes, in order: future flags (future.cpp), constant folding on the AST (fold_constants.cpp), symbol
// table (symbol_table.cpp), code generation into basic blocks (codegen_*.cpp), flow-graph optimisation
// (flow_graph_*.cpp), assembly (assembler.cpp).
//
// CPython: Python/compile.c (_PyAST_Compile)
#pragma once

#include <vector>

#include "objects/code.h"
#include "parser/parser.h"

namespace minipy {

class PassObserver;

struct CompileOptions {
    int optimize = 0;                    // 0, 1 (-O), 2 (-OO)
    int future_flags = 0;                // code_flag::future_*, inherited from the caller
    bool allow_top_level_await = false;  // PyCF_ALLOW_TOP_LEVEL_AWAIT
    const WarningHandler* warnings = nullptr;
    PassObserver* observer = nullptr;    // hears what the flow-graph passes do
};

/// Compiles the tree (which folding changes in place). Throws SourceError. _PyAST_Compile.
Ref<Code> compile(ast::Mod* module, const Source& source, ast::Arena& arena,
                  const CompileOptions& options = {});

}  // namespace minipy
