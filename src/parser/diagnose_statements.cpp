// The invalid_ rules of statements: missing colons, missing blocks, clauses in the wrong place, bad patterns.
//
// CPython: Grammar/python.gram (START OF INVALID RULES)
#include <fmt/core.h>

#include "parser/grammar.h"

namespace minipy {

using namespace ast;

namespace {

constexpr const char* expected_colon = "expected ':'";

}  // namespace

/// NEWLINE !INDENT behind a statement's colon.
void Parser::missing_indent(Mark keyword, const char* construct) {
    if (!accept(TokenKind::Newline)) return;
    if (!accept(TokenKind::Indent))
        raise(fmt::format("expected an indented block after {} on line {}", construct,
                          token_position(keyword).line),
              SourceErrorKind::Indentation);
}

/// After a statement's head: NEWLINE in place of the colon, or ':' NEWLINE !INDENT.
void Parser::missing_colon_or_indent(Mark keyword, const char* construct) {
    if (accept(TokenKind::Newline)) raise(expected_colon);
    if (accept(TokenKind::Colon)) missing_indent(keyword, construct);
}

void Parser::invalid_block() {
    Mark start = mark_;
    if (accept(TokenKind::Newline) && !accept(TokenKind::Indent))
        raise("expected an indented block", SourceErrorKind::Indentation);
    back_to(start);
}

// expression 'as' expression &(',' | ')' | ':')
void Parser::invalid_with_item() {
    Mark start = mark_;
    if (expression() && accept(TokenKind::KeywordAs)) {
        Expr* target = expression();
        if (target) miss();
        if (target && (at(TokenKind::Comma) || at(TokenKind::RightParen) || at(TokenKind::Colon)))
            raise_invalid_target(TargetUse::Star, target);
    }
    back_to(start);
}

// ASYNC? 'for' star_expressions
void Parser::invalid_for_target() {
    Mark start = mark_;
    accept(TokenKind::KeywordAsync);
    if (accept(TokenKind::KeywordFor))
        if (Expr* target = star_expressions()) raise_invalid_target(TargetUse::For, target);
    back_to(start);
}

// import_from_as_names ',' NEWLINE
void Parser::invalid_import_from_targets() {
    Mark start = mark_;
    Collector<Alias*> targets(scratch_);
    if (import_from_as_names(targets) && skip({TokenKind::Comma, TokenKind::Newline}))
        raise("trailing comma not allowed without surrounding parentheses");
    back_to(start);
}

/// [ASYNC] 'with' and its items: ','.(expression ['as' star_target])+, or the same with `expressions` in
/// parentheses.
bool Parser::with_head(bool parenthesized) {
    Mark start = mark_;
    accept(TokenKind::KeywordAsync);
    if (!accept(TokenKind::KeywordWith) || (parenthesized && !accept(TokenKind::LeftParen)))
        return rewind(start);
    bool any = false;
    Mark end = mark_;
    do {
        if (!(parenthesized ? expressions() : expression())) break;
        any = true;
        end = mark_;
        if (accept(TokenKind::KeywordAs) && star_target()) end = mark_;
        back_to(end);
    } while (accept(TokenKind::Comma));
    back_to(end);
    if (!any) return rewind(start);
    if (parenthesized) {
        accept(TokenKind::Comma);
        if (!accept(TokenKind::RightParen)) return rewind(start);
    }
    return true;
}

void Parser::invalid_with_stmt() {
    Mark start = mark_;
    for (bool parenthesized : {false, true}) {
        if (with_head(parenthesized) && accept(TokenKind::Newline)) raise(expected_colon);
        back_to(start);
    }
}

void Parser::invalid_with_stmt_indent() {
    Mark start = mark_;
    Mark keyword = at(TokenKind::KeywordAsync) ? mark_ + 1 : mark_;
    for (bool parenthesized : {false, true}) {
        if (with_head(parenthesized) && accept(TokenKind::Colon)) missing_indent(keyword, "'with' statement");
        back_to(start);
    }
}

void Parser::invalid_try_stmt() {
    Mark start = mark_;
    advance();
    if (!accept(TokenKind::Colon)) {
        back_to(start);
        return;
    }
    missing_indent(start, "'try' statement");
    back_to(start + 2);
    Seq<Stmt*> body;
    if (block(body)) {
        if (!accept(TokenKind::KeywordExcept) && !accept(TokenKind::KeywordFinally))
            raise("expected 'except' or 'finally' block");
    }
    back_to(start + 2);
    while (block(body)) {}
    Mark after_body = mark_;
    // except_block+ 'except' '*' expression ['as' NAME] ':'
    bool any = false;
    while (except_block()) any = true;
    Mark second = mark_;
    if (any && skip({TokenKind::KeywordExcept, TokenKind::Star}) && expression()) {
        optional_as_name();
        if (accept(TokenKind::Colon))
            raise_between(token_position(second), token_position(second + 1),
                          "cannot have both 'except' and 'except*' on the same 'try'");
    }
    back_to(after_body);
    // except_star_block+ 'except' [expression ['as' NAME]] ':'
    any = false;
    while (except_star_block()) any = true;
    second = mark_;
    if (any && accept(TokenKind::KeywordExcept)) {
        if (expression()) optional_as_name();
        if (accept(TokenKind::Colon))
            raise_at(token_position(second), "cannot have both 'except' and 'except*' on the same 'try'");
    }
    back_to(start);
}

void Parser::invalid_except_stmt() {
    Mark start = mark_;
    if (!accept(TokenKind::KeywordExcept)) return;
    bool star = accept(TokenKind::Star);
    // expression ',' expressions ['as' NAME] ':'
    Expr* type = expression();
    if (type && accept(TokenKind::Comma) && expressions()) {
        optional_as_name();
        if (accept(TokenKind::Colon))
            raise_starting_from(type->at, "multiple exception types must be parenthesized");
    }
    back_to(start + 1);
    // ['*'] expression ['as' NAME] NEWLINE
    accept(TokenKind::Star);
    if (expression()) {
        optional_as_name();
        if (accept(TokenKind::Newline)) raise(expected_colon);
    }
    back_to(start + 1);
    if (accept(TokenKind::Newline)) raise(expected_colon);
    if (star) {
        advance();
        if (accept(TokenKind::Newline) || accept(TokenKind::Colon))
            raise("expected one or more exception types");
    }
    back_to(start);
}

void Parser::invalid_finally_stmt() {
    Mark start = mark_;
    advance();
    if (accept(TokenKind::Colon)) missing_indent(start, "'finally' statement");
    back_to(start);
}

void Parser::invalid_except_stmt_indent() {
    Mark start = mark_;
    advance();
    if (expression()) {
        optional_as_name();
        if (accept(TokenKind::Colon)) missing_indent(start, "'except' statement");
    }
    back_to(start + 1);
    if (accept(TokenKind::Colon)) missing_indent(start, "'except' statement");
    back_to(start);
}

void Parser::invalid_except_star_stmt_indent() {
    Mark start = mark_;
    advance();
    if (accept(TokenKind::Star) && expression()) {
        optional_as_name();
        if (accept(TokenKind::Colon)) missing_indent(start, "'except*' statement");
    }
    back_to(start);
}

void Parser::invalid_match_stmt() {
    Mark start = mark_;
    advance();
    if (subject_expr()) missing_colon_or_indent(start, "'match' statement");
    back_to(start);
}

void Parser::invalid_case_block() {
    Mark start = mark_;
    if (!at_soft_keyword("case")) return;
    advance();
    if (patterns()) {
        Mark end = mark_;
        if (accept(TokenKind::KeywordIf) && !named_expression()) back_to(end);
        missing_colon_or_indent(start, "'case' statement");
    }
    back_to(start);
}

// or_pattern 'as' "_" | or_pattern 'as' !NAME expression
void Parser::invalid_as_pattern() {
    Mark start = mark_;
    if (or_pattern() && accept(TokenKind::KeywordAs)) {
        if (at_soft_keyword("_")) raise_at(token_position(mark_), "cannot use '_' as a target");
        if (!at(TokenKind::Name))
            if (Expr* target = expression()) raise_at(target->at, "invalid pattern target");
    }
    back_to(start);
}

// name_or_attr '(' [positional_patterns ','] keyword_patterns ',' positional_patterns
void Parser::invalid_class_pattern() {
    Mark start = mark_;
    if (name_or_attr() && accept(TokenKind::LeftParen)) {
        Mark open = mark_;
        Collector<Pattern*> list(scratch_);
        if (!positional_patterns(list) || !accept(TokenKind::Comma)) back_to(open);
        list.clear();
        if (keyword_patterns() && accept(TokenKind::Comma) && positional_patterns(list))
            raise_between(list[0]->at, list.back()->at, "positional patterns follow keyword patterns");
    }
    back_to(start);
}

// ','.pattern+
bool Parser::positional_patterns(Collector<Pattern*>& list) {
    Mark end = mark_;
    do {
        Pattern* next = pattern();
        if (!next) break;
        list.add(next);
        end = mark_;
    } while (accept(TokenKind::Comma));
    back_to(end);
    return !list.empty();
}

// ','.(NAME '=' pattern)+
bool Parser::keyword_patterns() {
    Mark start = mark_, end = mark_;
    do {
        if (!skip({TokenKind::Name, TokenKind::Equal}) || !pattern()) break;
        end = mark_;
    } while (accept(TokenKind::Comma));
    back_to(end);
    return mark_ != start;
}

void Parser::invalid_if_stmt() {
    Mark start = mark_;
    advance();
    if (named_expression()) missing_colon_or_indent(start, "'if' statement");
    back_to(start);
}

void Parser::invalid_elif_stmt() {
    Mark start = mark_;
    advance();
    if (named_expression()) missing_colon_or_indent(start, "'elif' statement");
    back_to(start);
}

void Parser::invalid_else_stmt() {
    Mark start = mark_;
    advance();
    if (accept(TokenKind::Colon)) missing_indent(start, "'else' statement");
    back_to(start);
}

void Parser::invalid_while_stmt() {
    Mark start = mark_;
    advance();
    if (named_expression()) missing_colon_or_indent(start, "'while' statement");
    back_to(start);
}

void Parser::invalid_for_stmt() {
    Mark start = mark_;
    accept(TokenKind::KeywordAsync);
    Mark keyword = mark_;
    advance();
    if (star_targets() && accept(TokenKind::KeywordIn) && star_expressions())
        missing_colon_or_indent(keyword, "'for' statement");
    back_to(start);
}

// [ASYNC] 'def' NAME '(' [params] ')' ['->' expression] ':' NEWLINE !INDENT
void Parser::invalid_def_raw() {
    Mark start = mark_;
    accept(TokenKind::KeywordAsync);
    Mark keyword = mark_;
    if (skip({TokenKind::KeywordDef, TokenKind::Name, TokenKind::LeftParen})) {
        Arguments* ignored;
        params(def_style, ignored);
        if (accept(TokenKind::RightParen)) {
            Mark end = mark_;
            if (accept(TokenKind::Arrow) && !expression()) back_to(end);
            if (accept(TokenKind::Colon)) missing_indent(keyword, "function definition");
        }
    }
    back_to(start);
}

// 'class' NAME ['(' [arguments] ')'] (NEWLINE | ':' NEWLINE !INDENT)
void Parser::invalid_class_def_raw() {
    Mark start = mark_;
    if (skip({TokenKind::KeywordClass, TokenKind::Name})) {
        class_arguments();
        missing_colon_or_indent(start, "class definition");
    }
    back_to(start);
}

}  // namespace minipy
