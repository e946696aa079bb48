// Primaries: attribute references, calls and subscripts, and the arguments in them.
//
// A call's arguments are first a Call node without a function (as CPython's `args` rule gives them), which the
// caller completes. `arguments_predicted` reads them in one go; `args` and `kwargs` follow the grammar's order.
//
// CPython: Grammar/python.gram (Primary elements, FUNCTION CALL ARGUMENTS)
#include "parser/grammar.h"

namespace minipy {

using namespace ast;

// primary: primary '.' NAME | primary genexp | primary '(' [arguments] ')' | primary '[' slices ']' | atom
Expr* Parser::primary() {
    return memoized(Rule::Primary, [this] {
        Mark start = mark_;
        Expr* value = atom();
        if (!value) return value;
        while (Expr* longer = primary_after(start, value)) value = longer;
        return value;
    });
}

/// `value` with one more trailer, or null. CPython tries a genexp first, whatever bracket follows: that is how
/// `a {b` is read to its end.
Expr* Parser::primary_after(Mark start, Expr* value) {
    Mark end = mark_;
    if (invalid_rules_ && (at(TokenKind::LeftBracket) || at(TokenKind::LeftBrace))) invalid_comprehension();
    switch (kind()) {
        case TokenKind::Dot: {
            advance();
            if (!at(TokenKind::Name)) return back_to(end);
            Identifier attribute = identifier();
            return make<Attribute>(from(start), value, attribute, ExprContext::Load);
        }
        case TokenKind::LeftParen: return call_after(start, value);
        case TokenKind::LeftBracket: {
            advance();
            Expr* index = slices();
            if (!index || !accept(TokenKind::RightBracket)) return back_to(end);
            return make<Subscript>(from(start), value, index, ExprContext::Load);
        }
        default: miss(); return nullptr;
    }
}

Expr* Parser::call_after(Mark start, Expr* function) {
    Mark end = mark_;
    if (diagnosing_)
        if (Expr* generator = genexp()) {
            Seq<Expr*> only = arena_.copy(std::span<Expr* const>(&generator, 1));
            return make<Call>(from(start), function, only, Seq<Keyword*>{});
        }
    advance();
    Call* call = at(TokenKind::RightParen) && !diagnosing_ ? nullptr : arguments(true);
    if (!accept(TokenKind::RightParen)) return back_to(end);
    if (!call) return make<Call>(from(start), function, Seq<Expr*>{}, Seq<Keyword*>{});
    if (diagnosing_) return make<Call>(from(start), function, call->args, call->keywords);
    call->at = from(start);
    call->func = function;
    return call;
}

// slices: slice !',' | ','.(slice | starred_expression)+ [',']
Expr* Parser::slices() {
    Mark start = mark_;
    Expr* first = slice();
    if (first && !at(TokenKind::Comma)) return first;
    if (!first && !(first = starred_expression())) return nullptr;
    Exprs items(scratch_);
    items.add(first);
    while (accept(TokenKind::Comma)) {
        Expr* next = slice();
        if (!next) next = starred_expression();
        if (!next) break;
        items.add(next);
    }
    return make<ast::Tuple>(from(start), items.finish(arena_), ExprContext::Load);
}

// slice: [expression] ':' [expression] [':' [expression]] | named_expression
Expr* Parser::slice() {
    Mark start = mark_;
    Expr* lower = expression();
    if (!accept(TokenKind::Colon)) {
        // what named_expression would find once more
        if (!diagnosing_ && lower && !at(TokenKind::ColonEqual)) return lower;
        back_to(start);
        return named_expression();
    }
    Expr* upper = expression();
    Expr* step = accept(TokenKind::Colon) ? expression() : nullptr;
    return make<Slice>(from(start), lower, upper, step);
}

// arguments: args [','] &')'
Call* Parser::arguments(bool may_be_genexp) {
    if (!diagnosing_) return arguments_predicted(may_be_genexp);
    return memoized(Rule::Arguments, [this]() -> Call* {
        Mark start = mark_;
        Call* found = args();
        if (found) {
            accept(TokenKind::Comma);
            if (at(TokenKind::RightParen)) return found;
        }
        back_to(start);
        if (invalid_rules_) invalid_arguments();
        return nullptr;
    });
}

Call* Parser::arguments_predicted(bool may_be_genexp) {
    Mark start = mark_;
    Exprs values(scratch_);
    Keywords keywords(second_scratch_);
    bool unpacked = false;
    do {
        if (at(TokenKind::RightParen) && mark_ != start) break;
        if (!argument_predicted(values, keywords, unpacked)) return back_to(start);
        bool sole = values.size() == 1 && keywords.empty() && values.back()->kind != ExprKind::Starred;
        if (sole && may_be_genexp && at_comprehension()) return sole_genexp(start, values.back());
    } while (accept(TokenKind::Comma));
    if (!at(TokenKind::RightParen)) return back_to(start);
    return make<Call>(from(start), static_cast<Expr*>(nullptr), values.finish(arena_), keywords.finish(arena_));
}

/// One argument. After a keyword only keywords and unpacking may follow, after `**` no `*`.
bool Parser::argument_predicted(Exprs& values, Keywords& keywords, bool& unpacked) {
    Mark start = mark_;
    if (at(TokenKind::Star) && !unpacked) {
        Expr* starred = starred_expression();
        if (starred) values.add(starred);
        return starred != nullptr;
    }
    if (at(TokenKind::DoubleStar)) {
        advance();
        Expr* mapping = expression();
        if (!mapping) return miss();
        keywords.add(arena_.make_plain<Keyword>(from(start), static_cast<Identifier>(nullptr), mapping));
        unpacked = true;
        return true;
    }
    if (at(TokenKind::Name) && kind_after() == TokenKind::Equal) {
        Keyword* keyword = keyword_argument();
        if (keyword) keywords.add(keyword);
        return keyword != nullptr;
    }
    if (!keywords.empty()) {
        if (at(TokenKind::Name)) advance();  // a keyword was expected: it is the '=' that misses
        return miss();
    }
    Expr* value = unnamed_or_assignment();
    if (!value) return false;
    values.add(value);
    return true;
}

/// `f(x for x in y)`: the call's parentheses are the generator's too.
Call* Parser::sole_genexp(Mark start, Expr* element) {
    Seq<Comprehension*> clauses;
    if (!for_if_clauses(clauses) || !at(TokenKind::RightParen)) return back_to(start);
    Expr* generator = make<GeneratorExp>(position(tokens_[start - 1], tokens_[mark_]), element, clauses);
    Seq<Expr*> only = arena_.copy(std::span<Expr* const>(&generator, 1));
    return make<Call>(from(start), static_cast<Expr*>(nullptr), only, Seq<Keyword*>{});
}

// args: ','.(starred_expression | (assignment_expression | expression !':=') !'=')+ [',' kwargs] | kwargs
Call* Parser::args() {
    Mark start = mark_;
    Exprs values(scratch_);
    Keywords keywords(second_scratch_);
    if (positional_arguments(values)) {
        Mark end = mark_;
        if (accept(TokenKind::Comma) && !kwargs(values, keywords)) back_to(end);
    } else if (!kwargs(values, keywords)) {
        return back_to(start);
    }
    return make<Call>(from(start), static_cast<Expr*>(nullptr), values.finish(arena_), keywords.finish(arena_));
}

bool Parser::positional_arguments(Exprs& values) {
    Mark end = mark_;
    do {
        Mark start = mark_;
        Expr* value = starred_expression();
        if (!value) {
            value = unnamed_or_assignment();
            if (value && at(TokenKind::Equal)) value = back_to(start);
        }
        if (!value) break;
        values.add(value);
        end = mark_;
    } while (accept(TokenKind::Comma));
    back_to(end);
    return !values.empty();
}

// kwargs: ','.kwarg_or_starred+ ',' ','.kwarg_or_double_starred+ | ','.kwarg_or_starred+
//       | ','.kwarg_or_double_starred+
bool Parser::kwargs(Exprs& values, Keywords& keywords) {
    Mark end = mark_;
    bool any = false;
    while (kwarg_or_starred(values, keywords)) {
        any = true;
        end = mark_;
        if (!accept(TokenKind::Comma)) return true;
    }
    while (kwarg_or_double_starred(keywords)) {
        any = true;
        end = mark_;
        if (!accept(TokenKind::Comma)) return true;
    }
    back_to(end);
    return any;
}

// kwarg_or_starred: NAME '=' expression | starred_expression
bool Parser::kwarg_or_starred(Exprs& values, Keywords& keywords) {
    if (invalid_rules_) invalid_kwarg();
    if (Keyword* keyword = keyword_argument()) {
        keywords.add(keyword);
        return true;
    }
    Expr* starred = starred_expression();
    if (starred) values.add(starred);
    return starred != nullptr;
}

// kwarg_or_double_starred: NAME '=' expression | '**' expression
bool Parser::kwarg_or_double_starred(Keywords& keywords) {
    Mark start = mark_;
    if (invalid_rules_) invalid_kwarg();
    if (Keyword* keyword = keyword_argument()) {
        keywords.add(keyword);
        return true;
    }
    Expr* mapping = accept(TokenKind::DoubleStar) ? expression() : nullptr;
    if (!mapping) return rewind(start);
    keywords.add(arena_.make_plain<Keyword>(from(start), static_cast<Identifier>(nullptr), mapping));
    return true;
}

Keyword* Parser::keyword_argument() {
    Mark start = mark_;
    if (!at(TokenKind::Name)) {
        miss();
        return nullptr;
    }
    advance();
    Expr* value = accept(TokenKind::Equal) ? expression() : nullptr;
    if (!value) return back_to(start);
    return arena_.make_plain<Keyword>(from(start), name_table_.find(text(tokens_[start]), arena_), value);
}

// starred_expression: '*' expression
Expr* Parser::starred_expression() {
    Mark start = mark_;
    if (!accept(TokenKind::Star)) return nullptr;
    Expr* value = expression();
    if (!value) return back_to(start);
    return make<Starred>(from(start), value, ExprContext::Load);
}

}  // namespace minipy
