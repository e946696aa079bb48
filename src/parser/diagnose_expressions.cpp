// The invalid_ rules of expressions, assignments and displays.
//
// Each reads what is often written by mistake and throws the error that explains it; if the text is not
// that mistake it puts the position back and returns. Rules and their alternatives stand in the grammar's
// order.
//
// CPython: Grammar/python.gram (START OF INVALID RULES), Parser/action_helpers.c (_PyPegen_get_expr_name)
#include <fmt/core.h>

#include "objects/int.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "parser/grammar.h"

namespace minipy {

using namespace ast;

namespace {

const char* constant_name(const Object* value) {
    if (value == &none) return "None";
    if (value == &ellipsis) return "ellipsis";
    if (value == static_cast<const Object*>(&true_object)) return "True";
    if (value == static_cast<const Object*>(&false_object)) return "False";
    return "literal";
}

/// CPython compares a name with the soft keywords over the name's length only, so "c" passes for "case".
bool begins_soft_keyword(std::string_view name) {
    for (std::string_view keyword : {"_", "case", "match"})
        if (keyword.starts_with(name)) return true;
    return false;
}

/// What messages call an expression. _PyPegen_get_expr_name.
const char* expr_name(const Expr* expr) {
    switch (expr->kind) {
        case ExprKind::Attribute: return "attribute";
        case ExprKind::Subscript: return "subscript";
        case ExprKind::Starred: return "starred";
        case ExprKind::Name: return "name";
        case ExprKind::List: return "list";
        case ExprKind::Tuple: return "tuple";
        case ExprKind::Lambda: return "lambda";
        case ExprKind::Call: return "function call";
        case ExprKind::BoolOp:
        case ExprKind::BinOp:
        case ExprKind::UnaryOp: return "expression";
        case ExprKind::GeneratorExp: return "generator expression";
        case ExprKind::Yield:
        case ExprKind::YieldFrom: return "yield expression";
        case ExprKind::Await: return "await expression";
        case ExprKind::ListComp: return "list comprehension";
        case ExprKind::SetComp: return "set comprehension";
        case ExprKind::DictComp: return "dict comprehension";
        case ExprKind::Dict: return "dict literal";
        case ExprKind::Set: return "set display";
        case ExprKind::JoinedStr:
        case ExprKind::FormattedValue: return "f-string expression";
        case ExprKind::Constant: return constant_name(static_cast<const Constant*>(expr)->value);
        case ExprKind::Compare: return "comparison";
        case ExprKind::IfExp: return "conditional expression";
        case ExprKind::NamedExpr: return "named expression";
        case ExprKind::Slice: return "slice";
    }
    return "expression";
}

}  // namespace

/// The innermost part of the target that cannot be one, or null. _PyPegen_get_invalid_target.
Expr* Parser::invalid_target(Expr* target, TargetUse use) {
    auto first_of = [use](Seq<Expr*> elements) -> Expr* {
        for (Expr* element : elements)
            if (Expr* invalid = invalid_target(element, use)) return invalid;
        return nullptr;
    };
    switch (target->kind) {
        case ExprKind::List: return first_of(as<List>(target)->elts);
        case ExprKind::Tuple: return first_of(as<ast::Tuple>(target)->elts);
        case ExprKind::Starred:
            return use == TargetUse::Delete ? target : invalid_target(as<Starred>(target)->value, use);
        case ExprKind::Compare:  // `for a in b`: the target was read as a comparison
            if (use != TargetUse::For) return target;
            if (as<Compare>(target)->ops[0] != CompareOperator::In) return nullptr;
            return invalid_target(as<Compare>(target)->left, use);
        case ExprKind::Name:
        case ExprKind::Subscript:
        case ExprKind::Attribute: return nullptr;
        default: return target;
    }
}

/// RAISE_SYNTAX_ERROR_INVALID_TARGET.
void Parser::raise_invalid_target(TargetUse use, Expr* target) {
    Expr* invalid = invalid_target(target, use);
    if (!invalid) return;
    const char* verb = use == TargetUse::Delete ? "delete" : "assign to";
    raise_at(invalid->at, fmt::format("cannot {} {}", verb, expr_name(invalid)));
}

/// `print` and `exec` were statements once. _PyPegen_check_legacy_stmt.
bool Parser::is_legacy_statement(const Expr* expr) const {
    if (expr->kind != ExprKind::Name) return false;
    const Str* id = static_cast<const Name*>(expr)->id;
    return str_equal(id, "print") || str_equal(id, "exec");
}

bool Parser::skip(std::initializer_list<TokenKind> kinds) {
    Mark start = mark_;
    for (TokenKind wanted : kinds)
        if (!accept(wanted)) return rewind(start);
    return true;
}

/// expression, without the invalid_ rules anywhere below.
Expr* Parser::expression_without_invalid() {
    DepthGuard guard(*this);
    bool before = invalid_rules_;
    invalid_rules_ = false;
    Expr* found = conditional_or_lambda();
    invalid_rules_ = before;
    return found;
}

// NAME !'(' star_expressions, where NAME is print or exec
void Parser::invalid_legacy_expression() {
    Mark start = mark_;
    if (!at(TokenKind::Name)) return;
    Expr* word = name();
    if (!accept(TokenKind::LeftParen)) {
        Expr* rest = star_expressions();
        if (rest && is_legacy_statement(word)) {
            std::string_view id = str_utf8(as<Name>(word)->id);
            raise_between(word->at, rest->at,
                          fmt::format("Missing parentheses in call to '{}'. Did you mean {}(...)?", id, id));
        }
    }
    back_to(start);
}

// !(NAME STRING | SOFT_KEYWORD) disjunction expression_without_invalid | disjunction 'if' disjunction !('else'
// | ':')
void Parser::invalid_expression() {
    Mark start = mark_;
    bool string_prefix = at(TokenKind::Name) && kind_after() == TokenKind::String;
    bool soft_keyword = at(TokenKind::Name) && begins_soft_keyword(text(tokens_[mark_]));
    if (at(TokenKind::Name) && furthest_ <= mark_) furthest_ = mark_ + 1;
    if (!string_prefix && !soft_keyword) {
        Expr* left = disjunction();
        Expr* right = left ? expression_without_invalid() : nullptr;
        if (right && !is_legacy_statement(left) && bracket_level(mark_ - 1) != 0)
            raise_between(left->at, right->at, "invalid syntax. Perhaps you forgot a comma?");
        back_to(start);
    }
    Expr* body = disjunction();
    Expr* test = body && accept(TokenKind::KeywordIf) ? disjunction() : nullptr;
    if (test) miss();
    if (test && !at(TokenKind::KeywordElse) && !at(TokenKind::Colon))
        raise_between(body->at, test->at, "expected 'else' after 'if' expression");
    back_to(start);
}

void Parser::invalid_named_expression() {
    memoized(Rule::InvalidNamedExpression, [this]() -> Expr* {
        Mark start = mark_;
        // expression ':=' expression
        Expr* target = expression();
        if (target && accept(TokenKind::ColonEqual) && expression())
            raise_at(target->at, fmt::format("cannot use assignment expressions with {}", expr_name(target)));
        back_to(start);
        // NAME '=' bitwise_or !('=' | ':=')
        Expr* value;
        if (at(TokenKind::Name)) {
            target = name();
            if (accept(TokenKind::Equal) && (value = bitwise_or()) && !at_equal_or_walrus())
                raise_between(target->at, value->at,
                              "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
            back_to(start);
        }
        // !(list | tuple | genexp | 'True' | 'None' | 'False') bitwise_or '=' bitwise_or !('=' | ':=')
        if (list() || tuple() || genexp() || at(TokenKind::KeywordTrue) || at(TokenKind::KeywordNone) ||
            at(TokenKind::KeywordFalse))
            return back_to(start);
        target = bitwise_or();
        if (target && accept(TokenKind::Equal) && bitwise_or() && !at_equal_or_walrus())
            raise_at(target->at, fmt::format("cannot assign to {} here. Maybe you meant '==' instead of '='?",
                                             expr_name(target)));
        return back_to(start);
    });
}

bool Parser::at_equal_or_walrus() {
    miss();
    return at(TokenKind::Equal) || at(TokenKind::ColonEqual);
}

void Parser::invalid_assignment() {
    Mark start = mark_;
    Expr* target = invalid_ann_assign_target();
    if (target && accept(TokenKind::Colon) && expression())
        raise_at(target->at, fmt::format("only single target (not {}) can be annotated", expr_name(target)));
    back_to(start);
    {
        // star_named_expression ',' star_named_expressions* ':' expression
        Exprs rest(scratch_);
        target = star_named_expression();
        if (target && accept(TokenKind::Comma)) {
            while (star_named_expressions(rest)) {}
            if (accept(TokenKind::Colon) && expression())
                raise_at(target->at, "only single target (not tuple) can be annotated");
        }
        back_to(start);
    }
    target = expression();
    if (target && accept(TokenKind::Colon) && expression())
        raise_at(target->at, "illegal target for annotation");
    back_to(start);
    skip_star_targets();
    target = star_expressions();
    if (target && accept(TokenKind::Equal)) raise_invalid_target(TargetUse::Star, target);
    back_to(start);
    skip_star_targets();
    target = yield_expr();
    if (target && accept(TokenKind::Equal)) raise_at(target->at, "assignment to yield expression not possible");
    back_to(start);
    target = star_expressions();
    Operator op;
    if (target && augassign(kind(), op)) {
        advance();
        if (yield_expr() || star_expressions())
            raise_at(target->at,
                     fmt::format("'{}' is an illegal expression for augmented assignment", expr_name(target)));
    }
    back_to(start);
}

/// (star_targets '=')*
void Parser::skip_star_targets() {
    Mark end = mark_;
    while (star_targets() && accept(TokenKind::Equal)) end = mark_;
    back_to(end);
}

// list | tuple | '(' invalid_ann_assign_target ')'
Expr* Parser::invalid_ann_assign_target() {
    if (Expr* found = list()) return found;
    if (Expr* found = tuple()) return found;
    Mark start = mark_;
    if (!accept(TokenKind::LeftParen)) return nullptr;
    Expr* inner = invalid_ann_assign_target();
    return inner && accept(TokenKind::RightParen) ? inner : back_to(start);
}

void Parser::invalid_del_stmt() {
    Mark start = mark_;
    advance();
    if (Expr* targets = star_expressions()) raise_invalid_target(TargetUse::Delete, targets);
    back_to(start);
}

void Parser::invalid_comprehension() {
    Mark start = mark_;
    bool parenthesis = at(TokenKind::LeftParen), bracket = at(TokenKind::LeftBracket);
    Seq<Comprehension*> clauses;
    if (!parenthesis && !bracket && !at(TokenKind::LeftBrace)) return;
    advance();
    Expr* element = starred_expression();
    if (element && for_if_clauses(clauses))
        raise_at(element->at, "iterable unpacking cannot be used in comprehension");
    back_to(start);
    if (parenthesis) return;
    Exprs rest(scratch_);
    advance();
    element = star_named_expression();
    if (element && accept(TokenKind::Comma)) {
        Mark comma = mark_ - 1;
        if (star_named_expressions(rest) && for_if_clauses(clauses))
            raise_between(element->at, rest.back()->at,
                          "did you forget parentheses around the comprehension target?");
        back_to(comma + 1);
        if (for_if_clauses(clauses))
            raise_between(element->at, token_position(comma),
                          "did you forget parentheses around the comprehension target?");
    }
    back_to(start);
}

void Parser::invalid_dict_comprehension() {
    Mark start = mark_;
    Seq<Comprehension*> clauses;
    if (skip({TokenKind::LeftBrace, TokenKind::DoubleStar}) && bitwise_or() && for_if_clauses(clauses) &&
        accept(TokenKind::RightBrace))
        raise_at(token_position(start + 1), "dict unpacking cannot be used in dict comprehension");
    back_to(start);
}

void Parser::invalid_group() {
    Mark start = mark_;
    if (!accept(TokenKind::LeftParen)) return;
    Expr* starred = starred_expression();
    if (starred && accept(TokenKind::RightParen)) raise_at(starred->at, "cannot use starred expression here");
    back_to(start + 1);
    if (accept(TokenKind::DoubleStar) && expression() && accept(TokenKind::RightParen))
        raise_at(token_position(start + 1), "cannot use double starred expression here");
    back_to(start);
}

void Parser::invalid_double_starred_kvpairs() {
    Mark start = mark_;
    {
        // ','.double_starred_kvpair+ ',' invalid_kvpair
        Exprs keys(scratch_), values(second_scratch_);
        if (double_starred_kvpairs(keys, values) && tokens_[mark_ - 1].kind == TokenKind::Comma)
            invalid_kvpair();
        back_to(start);
    }
    if (expression() && accept(TokenKind::Colon)) invalid_kvpair_value(mark_ - 1);
    back_to(start);
}

void Parser::invalid_kvpair() {
    Mark start = mark_;
    Expr* key = expression();
    if (key && !at(TokenKind::Colon)) {
        miss();
        Position at = key->at;
        at.column = at.end_column - 1;
        at.end_column = -1;
        raise_at(at, "':' expected after dictionary key");
    }
    if (key && accept(TokenKind::Colon)) invalid_kvpair_value(mark_ - 1);
    back_to(start);
}

/// Behind the colon: '*' bitwise_or | &('}' | ',')
void Parser::invalid_kvpair_value(Mark colon) {
    if (accept(TokenKind::Star) && bitwise_or())
        raise_starting_from(token_position(colon + 1), "cannot use a starred expression in a dictionary value");
    back_to(colon + 1);
    if (at(TokenKind::RightBrace) || at(TokenKind::Comma))
        raise_at(token_position(colon), "expression expected after dictionary key and ':'");
}

}  // namespace minipy
