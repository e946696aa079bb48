// `from __future__ import ...`: the features that change how the rest of the file is compiled.
//
// Only the statements at the head of the file count. What comes too late is found in two places: here if it
// shares a line with the head, else in code generation, which compares with `last_line`.
//
// CPython: Python/future.c, Include/internal/pycore_compile.h
#pragma once

#include "lexer/lexer.h"
#include "parser/ast.h"

namespace minipy {

struct FutureFeatures {
    int flags = 0;       // code_flag::future_*
    int last_line = -1;  // line of the last future statement; -1 without any
};

inline constexpr char late_future_message[] = "from __future__ imports must occur at the beginning of the file";

/// Throws SourceError ("not a chance", unknown features). _PyFuture_FromAST.
FutureFeatures find_future_features(const ast::Mod* module, const Source& source);

}  // namespace minipy
