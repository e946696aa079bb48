// The invalid_ rules of calls and of the parameters of `def` and `lambda`.
//
// CPython: Grammar/python.gram (START OF INVALID RULES), Parser/action_helpers.c
#include <fmt/core.h>

#include <algorithm>

#include "parser/parameters.h"

namespace minipy {

using namespace ast;

namespace {

/// The last thing read by a comprehension. _PyPegen_get_last_comprehension_item.
Expr* last_item(Seq<Comprehension*> clauses) {
    Comprehension* last = clauses.back();
    return last->ifs.empty() ? last->iter : last->ifs.back();
}

constexpr const char* unparenthesized_genexp = "Generator expression must be parenthesized";
constexpr const char* maybe_comparison = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";

}  // namespace

void Parser::invalid_arguments() {
    Mark start = mark_;
    Seq<Comprehension*> clauses;
    // args ',' '*'
    Call* first = args();
    if (first && accept(TokenKind::Comma) && accept(TokenKind::Star))
        raise_at(first->at, "iterable argument unpacking follows keyword argument unpacking");
    back_to(start);
    // expression for_if_clauses ',' [args | expression for_if_clauses]
    Expr* element = expression();
    if (element && for_if_clauses(clauses) && accept(TokenKind::Comma)) {
        Mark end = mark_;
        Seq<Comprehension*> others;
        if (!args() && !(expression() && for_if_clauses(others))) back_to(end);
        raise_between(element->at, last_item(clauses)->at, unparenthesized_genexp);
    }
    back_to(start);
    // NAME '=' expression for_if_clauses
    keyword_with_comprehension();
    // args for_if_clauses
    first = args();
    if (first && for_if_clauses(clauses) && first->args.size() > 1)
        raise_between(first->args.back()->at, last_item(clauses)->at, unparenthesized_genexp);
    back_to(start);
    // args ',' expression for_if_clauses
    first = args();
    if (first && accept(TokenKind::Comma)) {
        element = expression();
        if (element && for_if_clauses(clauses))
            raise_between(element->at, last_item(clauses)->at, unparenthesized_genexp);
    }
    back_to(start);
    // args ',' args
    first = args();
    if (first && accept(TokenKind::Comma) && args()) {
        bool unpacks = std::ranges::any_of(first->keywords, [](Keyword* keyword) { return !keyword->arg; });
        raise(fmt::format("positional argument follows keyword argument{}", unpacks ? " unpacking" : ""));
    }
    back_to(start);
}

// NAME '=' expression for_if_clauses
void Parser::keyword_with_comprehension() {
    Mark start = mark_;
    Seq<Comprehension*> clauses;
    if (skip({TokenKind::Name, TokenKind::Equal}) && expression() && for_if_clauses(clauses))
        raise_between(token_position(start), token_position(start + 1), maybe_comparison);
    back_to(start);
}

void Parser::invalid_kwarg() {
    Mark start = mark_;
    if (at(TokenKind::KeywordTrue) || at(TokenKind::KeywordFalse) || at(TokenKind::KeywordNone)) {
        advance();
        if (accept(TokenKind::Equal))
            raise_between(token_position(start), token_position(start + 1),
                          fmt::format("cannot assign to {}", text(tokens_[start])));
        back_to(start);
    }
    keyword_with_comprehension();
    // !(NAME '=') expression '='
    if (skip({TokenKind::Name, TokenKind::Equal})) {
        back_to(start);
        return;
    }
    Expr* target = expression();
    if (target && accept(TokenKind::Equal))
        raise_between(target->at, token_position(mark_ - 1),
                      "expression cannot contain assignment, perhaps you meant \"==\"?");
    back_to(start);
}

// param_no_default: param (',' | &end)
Arg* Parser::param_no_default(const ParameterStyle& style) {
    Mark start = mark_;
    Arg* found = param(style);
    return found && parameter_end(style, found) ? found : back_to(start);
}

// param_with_default: param default (',' | &end)
bool Parser::param_with_default(const ParameterStyle& style) {
    Mark start = mark_;
    Arg* found = param(style);
    return (found && default_value() && parameter_end(style, found)) || rewind(start);
}

// param_maybe_default: param [default] (',' | &end)
bool Parser::param_maybe_default(const ParameterStyle& style) {
    Mark start = mark_;
    Arg* found = param(style);
    if (!found) return false;
    default_value();
    return parameter_end(style, found) || rewind(start);
}

// slash_no_default: param_no_default+ '/' (',' | &end)
bool Parser::slash_no_default(const ParameterStyle& style) {
    Mark start = mark_;
    while (param_no_default(style)) {}
    return (mark_ != start && accept(TokenKind::Slash) && parameter_end(style)) || rewind(start);
}

// slash_with_default: param_no_default* param_with_default+ '/' (',' | &end)
bool Parser::slash_with_default(const ParameterStyle& style) {
    Mark start = mark_;
    while (param_no_default(style)) {}
    Mark defaults = mark_;
    while (param_with_default(style)) {}
    return (mark_ != defaults && accept(TokenKind::Slash) && parameter_end(style)) || rewind(start);
}

bool Parser::any_slash(const ParameterStyle& style) {
    return slash_no_default(style) || slash_with_default(style);
}

// slash_with_default | param_with_default+
bool Parser::invalid_parameters_helper(const ParameterStyle& style) {
    if (slash_with_default(style)) return true;
    Mark start = mark_;
    while (param_with_default(style)) {}
    return mark_ != start;
}

void Parser::invalid_parameters(const ParameterStyle& style) {
    Mark start = mark_;
    // param_no_default* invalid_parameters_helper param_no_default
    while (param_no_default(style)) {}
    if (invalid_parameters_helper(style))
        if (Arg* late = param_no_default(style))
            raise_at(late->at, "non-default argument follows default argument");
    back_to(start);
    invalid_parenthesized_parameters(style);
    // '/' ','
    if (skip({TokenKind::Slash, TokenKind::Comma}))
        raise_at(token_position(start), "at least one argument must precede /");
    // slash param_maybe_default* '/'
    if (any_slash(style)) {
        while (param_maybe_default(style)) {}
        if (accept(TokenKind::Slash)) raise_at(token_position(mark_ - 1), "/ may appear only once");
    }
    back_to(start);
    // [slash] param_maybe_default* '*' (',' | param_no_default) param_maybe_default* '/'
    any_slash(style);
    while (param_maybe_default(style)) {}
    if (accept(TokenKind::Star) && (accept(TokenKind::Comma) || param_no_default(style))) {
        while (param_maybe_default(style)) {}
        if (accept(TokenKind::Slash)) raise_at(token_position(mark_ - 1), "/ must be ahead of *");
    }
    back_to(start);
    // param_maybe_default+ '/' '*'
    while (param_maybe_default(style)) {}
    if (mark_ != start && skip({TokenKind::Slash, TokenKind::Star}))
        raise_at(token_position(mark_ - 1), "expected comma between / and *");
    back_to(start);
}

// param_no_default* '(' param_no_default+ [','] ')', in lambda '(' ','.param+ [','] ')'
void Parser::invalid_parenthesized_parameters(const ParameterStyle& style) {
    Mark start = mark_;
    while (param_no_default(style)) {}
    Mark open = mark_;
    if (accept(TokenKind::LeftParen)) {
        if (style.annotations) {
            while (param_no_default(style)) {}
        } else if (param(style)) {
            while (skip({TokenKind::Comma, TokenKind::Name})) {}
        }
        bool any = mark_ != open + 1;
        accept(TokenKind::Comma);
        if (any && accept(TokenKind::RightParen))
            raise_between(token_position(open), token_position(mark_ - 1),
                          fmt::format("{} parameters cannot be parenthesized", style.subject));
    }
    back_to(start);
}

void Parser::invalid_default() {
    Mark start = mark_;
    if (accept(TokenKind::Equal) && (at(TokenKind::RightParen) || at(TokenKind::Comma)))
        raise_at(token_position(start), "expected default value expression");
    back_to(start);
}

void Parser::invalid_star_etc(const ParameterStyle& style) {
    Mark start = mark_;
    // '*' (end | ',' (end | '**'))
    advance();
    bool lonely = accept(style.end);
    if (!lonely && accept(TokenKind::Comma)) lonely = accept(style.end) || accept(TokenKind::DoubleStar);
    if (lonely) {
        if (!style.annotations) raise("named arguments must follow bare *");
        raise_at(token_position(start), "named arguments must follow bare *");
    }
    back_to(start + 1);
    // '*' ',' TYPE_COMMENT
    if (accept(TokenKind::Comma) && accept(TokenKind::TypeComment))
        raise("bare * has associated type comment");
    back_to(start + 1);
    // '*' param '='
    if (param(style) && accept(TokenKind::Equal))
        raise_at(token_position(mark_ - 1), "var-positional argument cannot have default value");
    back_to(start + 1);
    // '*' (param_no_default | ',') param_maybe_default* '*' (param_no_default | ',')
    if (param_no_default(style) || accept(TokenKind::Comma)) {
        while (param_maybe_default(style)) {}
        Mark second = mark_;
        if (accept(TokenKind::Star) && (param_no_default(style) || accept(TokenKind::Comma)))
            raise_at(token_position(second), "* argument may appear only once");
    }
    back_to(start);
}

void Parser::invalid_kwds(const ParameterStyle& style) {
    Mark start = mark_;
    advance();
    if (param(style)) {
        if (accept(TokenKind::Equal))
            raise_at(token_position(mark_ - 1), "var-keyword argument cannot have default value");
        if (accept(TokenKind::Comma)) {
            constexpr const char* message = "arguments cannot follow var-keyword argument";
            if (Arg* late = param(style)) raise_at(late->at, message);
            if (accept(TokenKind::Star) || accept(TokenKind::DoubleStar) || accept(TokenKind::Slash))
                raise_at(token_position(mark_ - 1), message);
        }
    }
    back_to(start);
}

}  // namespace minipy
