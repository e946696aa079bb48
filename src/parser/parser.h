// Tokens -> AST: the entry points. The grammar itself is in the files beside this one.
//
// CPython: Parser/pegen.c, Grammar/python.gram
#pragma once

#include "lexer/lexer.h"
#include "parser/arena.h"

namespace minipy {

enum class ParseMode { Exec, Eval, Single, FunctionType };

inline constexpr int latest_feature_version = 11;

struct ParseOptions {
    bool barry_as_flufl = false;
    bool incomplete_input_ok = false;  // PyCF_ALLOW_INCOMPLETE_INPUT
    bool type_comments = false;        // PyCF_TYPE_COMMENTS
    int feature_version = latest_feature_version;  // what a later Python 3.x brought is an error
    const WarningHandler* warnings = nullptr;
    /// Asked when a text in memory is wrong: whether its lines are to be shown as those of a file are.
    bool (*is_file)(const std::string& filename) = nullptr;
};

/// Parses the source into nodes of the arena. Throws SourceError. _PyParser_ASTFromString.
ast::Mod* parse(const Source& source, ParseMode mode, ast::Arena& arena, const ParseOptions& options = {});

/// The same for a text already tokenised.
ast::Mod* parse_tokens(const Source& source, const TokenStream& stream, ParseMode mode, ast::Arena& arena,
                       const ParseOptions& options = {});

}  // namespace minipy
