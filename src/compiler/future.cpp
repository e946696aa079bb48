// Future statements: see future.h.
//
// Features that 3.11 has made the rule are accepted and change nothing. Invariant: after the first statement
// that is no future statement only the rest of its line is looked at.
//
// CPython: Python/future.c
#include "compiler/future.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/compile_error.h"
#include "compiler/fold_constants.h"
#include "objects/code.h"
#include "objects/str.h"

namespace minipy {

namespace {

constexpr std::string_view always_on[] = {"nested_scopes",    "generators",     "division",
                                          "absolute_import",  "with_statement", "print_function",
                                          "unicode_literals", "generator_stop"};

/// The flags of the features that the statement names.
int feature_flags(const ast::ImportFrom& statement, const Source& source) {
    ast::Position start = statement.at;
    start.end_line = start.line;
    start.end_column = -1;
    int flags = 0;
    for (const ast::Alias* alias : statement.names) {
        std::string_view feature = str_utf8(alias->name);
        if (std::ranges::find(always_on, feature) != std::end(always_on)) continue;
        if (feature == "annotations")
            flags |= code_flag::future_annotations;
        else if (feature == "barry_as_FLUFL")
            flags |= code_flag::future_barry_as_bdfl;
        else if (feature == "braces")
            throw compile_error(source, start, "not a chance");
        else
            throw compile_error(source, start,
                                fmt::format("future feature {} is not defined", feature.substr(0, 100)));
    }
    return flags;
}

bool is_future_statement(const ast::Stmt* statement) {
    if (statement->kind != ast::StmtKind::ImportFrom) return false;
    const Str* module = static_cast<const ast::ImportFrom*>(statement)->module;
    return module && str_equal(module, "__future__");
}

FutureFeatures features_of_body(ast::Seq<ast::Stmt*> body, const Source& source) {
    FutureFeatures features;
    if (docstring_of(body)) body = body.subspan(1);
    bool head_is_over = false;
    int previous_line = 0;
    for (const ast::Stmt* statement : body) {
        if (head_is_over && statement->at.line > previous_line) break;
        previous_line = statement->at.line;
        if (!is_future_statement(statement)) {
            head_is_over = true;
            continue;
        }
        if (head_is_over) {
            ast::Position at = statement->at;
            --at.column;
            at.end_line = at.line;
            at.end_column = -1;
            throw compile_error(source, at, late_future_message);
        }
        features.flags |= feature_flags(*static_cast<const ast::ImportFrom*>(statement), source);
        features.last_line = statement->at.line;
    }
    return features;
}

}  // namespace

FutureFeatures find_future_features(const ast::Mod* module, const Source& source) {
    if (module->kind == ast::ModKind::Module)
        return features_of_body(static_cast<const ast::Module*>(module)->body, source);
    if (module->kind == ast::ModKind::Interactive)
        return features_of_body(static_cast<const ast::Interactive*>(module)->body, source);
    return {};
}

}  // namespace minipy
