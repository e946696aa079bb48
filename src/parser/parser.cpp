// Running the parser: the two passes, forced tokens, depth, fragments of f-strings.
//
// The first pass is quick and says only that the text is wrong; the second one starts again at the top-level
// statement where the first one stopped and finds out what is wrong with it.
//
// CPython: Parser/pegen.c (_PyPegen_run_parser, _PyPegen_expect_forced_token), Parser/string_parser.c
#include <fmt/core.h>

#include <climits>

#include "parser/grammar.h"

namespace minipy {

ast::Mod* parse(const Source& source, ParseMode mode, ast::Arena& arena, const ParseOptions& options) {
    return parse_tokens(source, tokenize(source), mode, arena, options);
}

ast::Mod* parse_tokens(const Source& source, const TokenStream& stream, ParseMode mode, ast::Arena& arena,
                       const ParseOptions& options) {
    return Parser(source, stream, arena, options).run(mode);
}

Parser::Parser(const Source& source, const TokenStream& stream, ast::Arena& arena, const ParseOptions& options,
               Placement placement, const Parser* outer)
    : source_(source),
      tokens_(stream.tokens.data()),
      line_starts_(source.line_starts.data()),
      token_count_(static_cast<Mark>(stream.tokens.size())),
      level_(outer ? outer->level_ : 0),
      stack_base_(outer ? outer->stack_base_ : static_cast<const char*>(__builtin_frame_address(0))),
      arena_(arena),
      stream_(stream),
      options_(options),
      placement_(placement) {}

ast::Mod* Parser::run(ParseMode mode) {
    try {
        if (ast::Mod* parsed = start_rule(mode)) {
            if (mode == ParseMode::Single) check_single_statement();
            report_lexer_warnings(INT_MAX, 0);
            return parsed;
        }
    } catch (const SourceError& error) {
        raise_checking_the_rest(error);
    }
    back_to(mark_);
    diagnose([this, mode] { start_rule(mode); });
}

ast::Expr* Parser::fstring_expression(std::string parenthesized, int line, int column) {
    Source fragment = source_from_text(std::move(parenthesized), source_.filename);
    fragment.is_fragment = true;
    fragment.valid_utf8 = source_.valid_utf8;
    TokenStream stream = tokenize(fragment);
    Placement place{line - 1, column, true};
    Parser inner(fragment, stream, arena_, options_, place, this);
    return inner.run_fragment();
}

// fstring: star_expressions
ast::Expr* Parser::run_fragment() {
    try {
        if (Expr* parsed = star_expressions()) {
            report_lexer_warnings(INT_MAX, 0);
            return parsed;
        }
    } catch (const SourceError& error) {
        raise_checking_the_rest(error);
    }
    diagnose([this] { star_expressions(); });
}

/// The second pass, after the first one gave no result and no error.
template <class StartRule>
void Parser::diagnose(StartRule rule) {
    if (options_.incomplete_input_ok && tokens_[furthest_].kind == TokenKind::EndMarker)
        raise("incomplete input");
    if (fetched_lexer_error()) {
        report_lexer_warnings(INT_MAX, 0);
        throw lexer_error();
    }
    repeat_warnings();
    Mark last = furthest_;
    mark_ = 0;
    diagnosing_ = invalid_rules_ = true;
    memo_.clear();
    scratch_.clear();
    second_scratch_.clear();
    third_scratch_.clear();
    try {
        rule();
    } catch (const SourceError& error) {
        raise_checking_the_rest(error);
    }
    if (fetched_lexer_error()) throw lexer_error();
    raise_generic(last);
}

/// Interactive input is one statement and nothing else. bad_single_statement.
void Parser::check_single_statement() {
    for (Mark rest = mark_; rest < token_count_; ++rest) {
        TokenKind kind = tokens_[rest].kind;
        if (kind == TokenKind::Newline || kind == TokenKind::EndMarker || kind == TokenKind::Dedent) continue;
        miss();
        raise("multiple statements found while compiling a single statement");
    }
}

void Parser::expect_forced(TokenKind wanted, const char* shown) {
    if (accept(wanted)) return;
    if (fetched_lexer_error()) throw lexer_error();
    raise_at(token_position(mark_), fmt::format("expected '{}'", shown));
}

void DepthGuard::overflow() {
    SourceError error;
    error.kind = SourceErrorKind::Memory;
    error.has_location = false;
    --parser_.level_;
    throw error;
}

}  // namespace minipy
