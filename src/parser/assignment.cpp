// Assignments and their targets.
//
// The first pass reads a target as the expression it looks like and then turns it to Store or Del context, if
// it is one that may stand there; a target that may not is "no match", seen at the token behind it, which is
// where the grammar's own target rules give up too.
//
// CPython: Grammar/python.gram (assignment, ASSIGNMENT TARGETS), _PyPegen_set_expr_context
#include <algorithm>

#include "parser/grammar.h"

namespace minipy {

using namespace ast;

/// Statements that do not begin with a keyword.
Stmt* Parser::expression_or_assignment() {
    Mark start = mark_;
    if (diagnosing_) {
        if (Stmt* assigned = assignment_in_order()) return assigned;
        Expr* value = star_expressions();
        return value ? make<ExprStmt>(from(start), value) : nullptr;
    }
    Expr* first = star_expressions();
    if (!first) return nullptr;
    Operator op;
    if (at(TokenKind::Newline)) return make<ExprStmt>(from(start), first);
    if (at(TokenKind::Equal)) return is_assignable(first) ? assignment_after(start, first) : back_to(start);
    if (at(TokenKind::Colon)) {
        if (!is_single_target(first)) return back_to(start);
        bool simple = first->kind == ExprKind::Name && tokens_[start].kind == TokenKind::Name;
        return annotated_assignment(start, first, simple);
    }
    if (augassign(kind(), op))
        return is_single_target(first) ? augmented_assignment(start, first) : back_to(start);
    return make<ExprStmt>(from(start), first);
}

// (star_targets '=')+ (yield_expr | star_expressions) !'=' [TYPE_COMMENT]
Stmt* Parser::assignment_after(Mark start, Expr* first) {
    Exprs targets(scratch_);
    Expr* value = first;
    while (at(TokenKind::Equal)) {
        if (!is_assignable(value)) return back_to(start);
        set_context(value, ExprContext::Store);
        targets.add(value);
        advance();
        value = annotated_rhs();
        if (!value) return back_to(start);
    }
    Text comment = type_comment();
    return make<Assign>(from(start), targets.finish(arena_), value, comment);
}

// target ':' expression ['=' annotated_rhs]
Stmt* Parser::annotated_assignment(Mark start, Expr* target, bool simple) {
    if (!accept(TokenKind::Colon)) return back_to(start);
    Expr* annotation = expression();
    if (!annotation) return back_to(start);
    Expr* value = nullptr;
    Mark end = mark_;
    if (accept(TokenKind::Equal)) {
        value = annotated_rhs();
        if (!value) back_to(end);
    }
    set_context(target, ExprContext::Store);
    require_version(6, simple ? "Variable annotation syntax is" : "Variable annotations syntax is");
    return make<AnnAssign>(from(start), target, annotation, value, int{simple});
}

// single_target augassign ~ (yield_expr | star_expressions)
Stmt* Parser::augmented_assignment(Mark start, Expr* target) {
    Operator op;
    if (!augassign(kind(), op)) return back_to(start);
    if (op == Operator::MatMult) require_version(5, "The '@' operator is");
    advance();
    Expr* value = annotated_rhs();
    if (!value) return back_to(start);
    set_context(target, ExprContext::Store);
    return make<AugAssign>(from(start), target, op, value);
}

// annotated_rhs: yield_expr | star_expressions
Expr* Parser::annotated_rhs() { return at(TokenKind::KeywordYield) ? yield_expr() : star_expressions(); }

bool Parser::augassign(TokenKind kind, Operator& op) {
    switch (kind) {
        case TokenKind::PlusEqual: op = Operator::Add; return true;
        case TokenKind::MinusEqual: op = Operator::Sub; return true;
        case TokenKind::StarEqual: op = Operator::Mult; return true;
        case TokenKind::AtEqual: op = Operator::MatMult; return true;
        case TokenKind::SlashEqual: op = Operator::Div; return true;
        case TokenKind::PercentEqual: op = Operator::Mod; return true;
        case TokenKind::AmpersandEqual: op = Operator::BitAnd; return true;
        case TokenKind::BarEqual: op = Operator::BitOr; return true;
        case TokenKind::CaretEqual: op = Operator::BitXor; return true;
        case TokenKind::LeftShiftEqual: op = Operator::LShift; return true;
        case TokenKind::RightShiftEqual: op = Operator::RShift; return true;
        case TokenKind::DoubleStarEqual: op = Operator::Pow; return true;
        case TokenKind::DoubleSlashEqual: op = Operator::FloorDiv; return true;
        default: return false;
    }
}

/// What star_targets would have matched.
bool Parser::is_assignable(const Expr* target) {
    switch (target->kind) {
        case ExprKind::Name:
        case ExprKind::Attribute:
        case ExprKind::Subscript: return true;
        case ExprKind::Starred: return is_assignable(static_cast<const Starred*>(target)->value);
        case ExprKind::Tuple:
            return std::ranges::all_of(static_cast<const ast::Tuple*>(target)->elts, is_assignable);
        case ExprKind::List: return std::ranges::all_of(static_cast<const List*>(target)->elts, is_assignable);
        default: return false;
    }
}

/// What single_target would have matched.
bool Parser::is_single_target(const Expr* target) {
    return target->kind == ExprKind::Name || target->kind == ExprKind::Attribute ||
           target->kind == ExprKind::Subscript;
}

/// What del_target would have matched.
bool Parser::is_deletable(const Expr* target) {
    switch (target->kind) {
        case ExprKind::Tuple:
            return std::ranges::all_of(static_cast<const ast::Tuple*>(target)->elts, is_deletable);
        case ExprKind::List: return std::ranges::all_of(static_cast<const List*>(target)->elts, is_deletable);
        default: return is_single_target(target);
    }
}

void Parser::set_context(Expr* target, ExprContext context) {
    switch (target->kind) {
        case ExprKind::Name: as<Name>(target)->ctx = context; break;
        case ExprKind::Attribute: as<Attribute>(target)->ctx = context; break;
        case ExprKind::Subscript: as<Subscript>(target)->ctx = context; break;
        case ExprKind::Starred:
            as<Starred>(target)->ctx = context;
            set_context(as<Starred>(target)->value, context);
            break;
        case ExprKind::Tuple:
            as<ast::Tuple>(target)->ctx = context;
            for (Expr* element : as<ast::Tuple>(target)->elts) set_context(element, context);
            break;
        case ExprKind::List:
            as<List>(target)->ctx = context;
            for (Expr* element : as<List>(target)->elts) set_context(element, context);
            break;
        default: break;
    }
}

// star_targets: star_target !',' | star_target (',' star_target)* [',']
Expr* Parser::star_targets() {
    Mark start = mark_;
    Expr* target = star_target();
    if (!target) return nullptr;
    target = tuple_of(start, target, &Parser::star_target);
    set_context(target, ExprContext::Store);
    return target;
}

// star_target: '*' (!'*' star_target) | target_with_star_atom
Expr* Parser::star_target() {
    if (diagnosing_) return star_target_in_order();
    Mark start = mark_;
    bool starred = accept(TokenKind::Star);
    Expr* target = primary();
    if (!target || !is_assignable(target)) return back_to(start);
    set_context(target, ExprContext::Store);
    return starred ? make<Starred>(from(start), target, ExprContext::Store) : target;
}

// del_targets: ','.del_target+ [',']
bool Parser::del_targets(Exprs& targets) {
    do {
        Expr* target = del_target();
        if (!target) break;
        targets.add(target);
    } while (accept(TokenKind::Comma));
    return !targets.empty();
}

Expr* Parser::del_target() {
    if (diagnosing_) return del_target_in_order();
    Mark start = mark_;
    Expr* target = primary();
    if (!target || !is_deletable(target)) return back_to(start);
    set_context(target, ExprContext::Del);
    return target;
}

}  // namespace minipy
