// Running the parser: the two passes, forced tokens, depth, fragments of f-strings.
//
// The first pass is quick and says only that the text is wrong; the second one starts again at the top-level
// statement where the first one stopped and finds out what is wrong with it.
//
// CPython: Parser/pegen.c (_PyPegen_run_parser, _PyPegen_expect_forced_token), Parser/string_parser.c
#include <fmt/core.h>

#include <climits>

#include "objects/str.h"
#include "parser/grammar.h"

namespace minipy {

ast::Mod* parse(const Source& source, ParseMode mode, ast::Arena& arena, const ParseOptions& options) {
    const TokenOptions token_options{.type_comments = options.type_comments,
                                     .async_as_names = options.feature_version < 7};
    return parse_tokens(source, tokenize(source, token_options), mode, arena, options);
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
    unterminated_ = mode != ParseMode::Exec && source_.newline_added && !source_.from_file;
    try {
        if (ast::Mod* parsed = start_rule(mode)) {
            if (mode == ParseMode::Single) check_single_statement();
            report_lexer_warnings(INT_MAX, 0);
            return parsed;
        }
    } catch (const SourceError& error) {
        raise_if_incomplete();
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
    raise_if_incomplete();
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
        raise("multiple statements found while compiling a single statement");
    }
}

void Parser::expect_forced(TokenKind wanted, const char* shown) {
    if (accept(wanted)) return;
    if (fetched_lexer_error()) throw lexer_error();
    raise_at(token_position(mark_), fmt::format("expected '{}'", shown));
}

ast::Text Parser::type_comment() {
    if (!at(TokenKind::TypeComment)) return {};
    const std::string_view comment = text(tokens_[mark_]);
    advance();
    return arena_.own(str_from_utf8(comment));
}

// func_type_comment: NEWLINE TYPE_COMMENT &(NEWLINE INDENT) | TYPE_COMMENT
// False if there are two, which are an error.
bool Parser::func_type_comment(ast::Text& comment) {
    const Mark start = mark_;
    if (accept(TokenKind::Newline) && at(TokenKind::TypeComment)) {
        comment = type_comment();
        if (at(TokenKind::Newline) && kind_after() == TokenKind::Indent) return true;
    }
    mark_ = start;
    comment = type_comment();
    if (!comment) return true;
    const Mark end = mark_;
    const bool twice = accept(TokenKind::Newline) && accept(TokenKind::TypeComment) &&
                       accept(TokenKind::Newline) && accept(TokenKind::Indent);
    if (twice && invalid_rules_) raise("Cannot have two type comments on def");
    if (!twice) mark_ = end;
    return !twice;
}

ast::Seq<ast::TypeIgnore*> Parser::type_ignores() {
    Collector<ast::TypeIgnore*> found(scratch_);
    for (const TypeIgnoreComment& comment : stream_.type_ignores)
        found.add(arena_.make_plain<ast::TypeIgnore>(comment.line,
                                                     ast::Text(arena_.own(str_from_utf8(comment.tag)))));
    return found.finish(arena_);
}

void Parser::version_error(int minor, const char* what) {
    raise(fmt::format("{} only supported in Python 3.{} and greater", what, minor));
}

void DepthGuard::overflow() {
    SourceError error;
    error.kind = SourceErrorKind::Memory;
    error.has_location = false;
    --parser_.level_;
    throw error;
}

}  // namespace minipy
