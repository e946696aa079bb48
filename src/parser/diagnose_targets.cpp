// Assignments and targets in the grammar's own order, for the diagnosing pass only.
//
// The first pass reads targets as expressions (assignment.cpp). Here every alternative is tried as it stands
// in the grammar, since the order decides which invalid_ rule is reached first.
//
// CPython: Grammar/python.gram (assignment, ASSIGNMENT TARGETS)
#include "parser/grammar.h"

namespace minipy {

using namespace ast;

// assignment: NAME ':' expression ['=' annotated_rhs]
//     | ('(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' annotated_rhs]
//     | (star_targets '=')+ (yield_expr | star_expressions) !'=' [TYPE_COMMENT]
//     | single_target augassign ~ (yield_expr | star_expressions)
//     | invalid_assignment
Stmt* Parser::assignment_in_order() {
    Mark start = mark_;
    if (at(TokenKind::Name)) {
        Expr* target = name();
        if (Stmt* found = annotated_assignment(start, target, true)) return found;
    }
    Expr* target = nullptr;
    if (accept(TokenKind::LeftParen)) {
        target = single_target();
        if (!target || !accept(TokenKind::RightParen)) target = back_to(start);
    }
    if (!target) target = single_subscript_attribute_target();
    if (target)
        if (Stmt* found = annotated_assignment(start, target, false)) return found;
    back_to(start);
    if (Stmt* found = plain_assignment()) return found;
    Operator op;
    target = single_target();
    if (target && augassign(kind(), op)) return augmented_assignment(start, target);
    back_to(start);
    if (invalid_rules_) invalid_assignment();
    return nullptr;
}

// (star_targets '=')+ (yield_expr | star_expressions) !'='
Stmt* Parser::plain_assignment() {
    Mark start = mark_;
    Exprs targets(scratch_);
    Mark end = mark_;
    while (Expr* target = star_targets()) {
        if (!accept(TokenKind::Equal)) break;
        targets.add(target);
        end = mark_;
    }
    back_to(end);
    if (targets.empty()) return back_to(start);
    Expr* value = yield_expr();
    if (!value) value = star_expressions();
    if (!value || at(TokenKind::Equal)) return back_to(start);
    Text comment = type_comment();
    return make<Assign>(from(start), targets.finish(arena_), value, comment);
}

// star_target: '*' (!'*' star_target) | target_with_star_atom
Expr* Parser::star_target_in_order() {
    return memoized(Rule::StarTarget, [this]() -> Expr* {
        Mark start = mark_;
        if (accept(TokenKind::Star)) {
            Expr* target = at(TokenKind::Star) ? nullptr : star_target_in_order();
            if (target) return make<Starred>(from(start), target, ExprContext::Store);
            back_to(start);
        }
        return target_with_star_atom();
    });
}

// target_with_star_atom: t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | star_atom
Expr* Parser::target_with_star_atom() {
    return memoized(Rule::TargetWithStarAtom, [this] {
        Expr* target = single_subscript_attribute_target();
        return target ? target : star_atom();
    });
}

// star_atom: NAME | '(' target_with_star_atom ')' | '(' [star_targets_tuple_seq] ')'
//          | '[' [star_targets_list_seq] ']'
Expr* Parser::star_atom() {
    Mark start = mark_;
    Exprs items(scratch_);
    switch (kind()) {
        case TokenKind::Name: return name();
        case TokenKind::LeftParen: {
            advance();
            Expr* inner = target_with_star_atom();
            if (inner && accept(TokenKind::RightParen)) return inner;
            back_to(start + 1);
            star_targets_tuple_seq(items);
            if (!accept(TokenKind::RightParen)) return back_to(start);
            return make<ast::Tuple>(from(start), items.finish(arena_), ExprContext::Store);
        }
        case TokenKind::LeftBracket:
            advance();
            star_targets_list_seq(items);
            if (!accept(TokenKind::RightBracket)) return back_to(start);
            return make<List>(from(start), items.finish(arena_), ExprContext::Store);
        default: miss(); return nullptr;
    }
}

// star_targets_tuple_seq: star_target (',' star_target)+ [','] | star_target ','
bool Parser::star_targets_tuple_seq(Exprs& targets) {
    Mark start = mark_;
    bool comma =
        star_targets_list_seq(targets) && (targets.size() > 1 || tokens_[mark_ - 1].kind == TokenKind::Comma);
    if (!comma) targets.clear();
    return comma || rewind(start);
}

// star_targets_list_seq: ','.star_target+ [',']
bool Parser::star_targets_list_seq(Exprs& targets) {
    do {
        Expr* target = star_target_in_order();
        if (!target) break;
        targets.add(target);
    } while (accept(TokenKind::Comma));
    return !targets.empty();
}

// single_target: single_subscript_attribute_target | NAME | '(' single_target ')'
Expr* Parser::single_target() {
    Mark start = mark_;
    if (Expr* target = single_subscript_attribute_target()) return target;
    if (at(TokenKind::Name)) return name();
    if (!accept(TokenKind::LeftParen)) return nullptr;
    Expr* inner = single_target();
    return inner && accept(TokenKind::RightParen) ? inner : back_to(start);
}

// single_subscript_attribute_target: t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead
Expr* Parser::single_subscript_attribute_target() {
    Mark start = mark_;
    Expr* value = t_primary();
    if (!value) return nullptr;
    Expr* target = at(TokenKind::LeftParen) ? nullptr : primary_after(start, value);
    if (!target || t_lookahead()) return back_to(start);
    return target;
}

// t_primary: what primary matches, without its last trailer
Expr* Parser::t_primary() {
    return memoized(Rule::TPrimary, [this]() -> Expr* {
        Mark start = mark_;
        Expr* value = atom();
        if (!value || !t_lookahead()) return back_to(start);
        for (;;) {
            Mark end = mark_;
            Expr* longer = primary_after(start, value);
            if (!longer || !t_lookahead()) {
                back_to(end);
                return value;
            }
            value = longer;
        }
    });
}

// t_lookahead: '(' | '[' | '.'
bool Parser::t_lookahead() {
    miss();
    return at(TokenKind::LeftParen) || at(TokenKind::LeftBracket) || at(TokenKind::Dot);
}

// del_target: t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | del_t_atom
Expr* Parser::del_target_in_order() {
    return memoized(Rule::DelTarget, [this] {
        Expr* target = single_subscript_attribute_target();
        return target ? target : del_t_atom();
    });
}

// del_t_atom: NAME | '(' del_target ')' | '(' [del_targets] ')' | '[' [del_targets] ']'
Expr* Parser::del_t_atom() {
    Mark start = mark_;
    Exprs items(scratch_);
    switch (kind()) {
        case TokenKind::Name: return name();
        case TokenKind::LeftParen: {
            advance();
            Expr* inner = del_target_in_order();
            if (inner && accept(TokenKind::RightParen)) return inner;
            back_to(start + 1);
            del_targets(items);
            if (!accept(TokenKind::RightParen)) return back_to(start);
            return make<ast::Tuple>(from(start), items.finish(arena_), ExprContext::Del);
        }
        case TokenKind::LeftBracket:
            advance();
            del_targets(items);
            if (!accept(TokenKind::RightBracket)) return back_to(start);
            return make<List>(from(start), items.finish(arena_), ExprContext::Del);
        default: miss(); return nullptr;
    }
}

}  // namespace minipy
