// Atoms: names, literals, everything in brackets, and comprehensions.
//
// The first pass reads what is in brackets once and then sees what it was: `parenthesized`, `bracketed` and
// `braced` cover tuple, group, genexp; list, listcomp; dict, set, dictcomp, setcomp. The diagnosing pass tries
// those rules one after the other, as their errors come in that order.
//
// CPython: Grammar/python.gram (atom, LITERALS, Dicts, Comprehensions)
#include "objects/int.h"
#include "objects/singletons.h"
#include "parser/grammar.h"

namespace minipy {

using namespace ast;

Expr* Parser::atom() {
    switch (kind()) {
        case TokenKind::Name: return name();
        case TokenKind::KeywordTrue: return constant(new_bool(true).object);
        case TokenKind::KeywordFalse: return constant(new_bool(false).object);
        case TokenKind::KeywordNone: return constant(&none);
        case TokenKind::Ellipsis: return constant(&ellipsis);
        case TokenKind::String: return strings();
        case TokenKind::Number: return number();
        case TokenKind::LeftParen: return parenthesized();
        case TokenKind::LeftBracket: return bracketed();
        case TokenKind::LeftBrace: return braced();
        default: miss(); return nullptr;
    }
}

Identifier Parser::identifier() {
    Identifier found = name_table_.find(text(tokens_[mark_]), arena_);
    advance();
    return found;
}

Expr* Parser::name() {
    Position at = token_position(mark_);
    return make<Name>(at, identifier(), ExprContext::Load);
}

/// A keyword or `...` that stands for one of the immortal singletons.
Expr* Parser::constant(Object* value) {
    advance();
    return make<Constant>(from(mark_ - 1), value, Text());
}

// strings: STRING+
Expr* Parser::strings() {
    return memoized(Rule::Strings, [this] {
        Mark start = mark_;
        while (at(TokenKind::String)) advance();
        miss();
        if (fetched_lexer_error()) throw lexer_error();
        return parse_string_tokens(*this, std::span<const Token>(tokens_ + start, mark_ - start));
    });
}

/// '(' ... ')': an empty or full tuple, a group or a generator expression.
Expr* Parser::parenthesized() {
    if (diagnosing_) {
        if (Expr* found = tuple()) return found;
        if (Expr* found = group()) return found;
        return genexp();
    }
    Mark start = mark_;
    advance();
    if (accept(TokenKind::RightParen)) return make<ast::Tuple>(from(start), Seq<Expr*>{}, ExprContext::Load);
    Expr* first = at(TokenKind::KeywordYield) ? yield_expr() : star_named_expression();
    if (!first) return back_to(start);
    if (at(TokenKind::Comma) && tokens_[start + 1].kind != TokenKind::KeywordYield) {
        Exprs items(scratch_);
        items.add(first);
        advance();
        star_named_expressions(items);
        if (!accept(TokenKind::RightParen)) return back_to(start);
        return make<ast::Tuple>(from(start), items.finish(arena_), ExprContext::Load);
    }
    if (first->kind == ExprKind::Starred) return back_to(start);
    if (accept(TokenKind::RightParen)) return first;
    Seq<Comprehension*> clauses;
    bool yields = tokens_[start + 1].kind == TokenKind::KeywordYield;
    if (yields || !for_if_clauses(clauses) || !accept(TokenKind::RightParen)) return back_to(start);
    return make<GeneratorExp>(from(start), first, clauses);
}

/// '[' ... ']': a list or a list comprehension.
Expr* Parser::bracketed() {
    if (diagnosing_) {
        if (Expr* found = list()) return found;
        return listcomp();
    }
    Mark start = mark_;
    advance();
    Exprs items(scratch_);
    if (star_named_expressions(items) && items.size() == 1 && at_comprehension() &&
        items.back()->kind != ExprKind::Starred && tokens_[mark_ - 1].kind != TokenKind::Comma) {
        Seq<Comprehension*> clauses;
        if (!for_if_clauses(clauses) || !accept(TokenKind::RightBracket)) return back_to(start);
        return make<ListComp>(from(start), items.back(), clauses);
    }
    if (!accept(TokenKind::RightBracket)) return back_to(start);
    return make<List>(from(start), items.finish(arena_), ExprContext::Load);
}

/// '{' ... '}': a dict, a set or one of their comprehensions.
Expr* Parser::braced() {
    if (diagnosing_) {
        if (Expr* found = dict()) return found;
        if (Expr* found = set()) return found;
        if (Expr* found = dictcomp()) return found;
        return setcomp();
    }
    Mark start = mark_;
    advance();
    if (at(TokenKind::RightBrace) || at(TokenKind::DoubleStar)) return dict_after(start, nullptr);
    Expr* first = star_named_expression();
    if (!first) return back_to(start);
    if (at(TokenKind::Colon) && first->kind != ExprKind::Starred && !is_bare_named_expression(start + 1))
        return dict_after(start, first);
    Seq<Comprehension*> clauses;
    if (at_comprehension() && first->kind != ExprKind::Starred) {
        if (!for_if_clauses(clauses) || !accept(TokenKind::RightBrace)) return back_to(start);
        return make<SetComp>(from(start), first, clauses);
    }
    Exprs items(scratch_);
    items.add(first);
    if (accept(TokenKind::Comma)) star_named_expressions(items);
    if (!accept(TokenKind::RightBrace)) return back_to(start);
    return make<Set>(from(start), items.finish(arena_));
}

/// The rest of a dict display whose first key, if it has one, is already read.
Expr* Parser::dict_after(Mark start, Expr* first_key) {
    Exprs keys(scratch_), values(second_scratch_);
    if (first_key) {
        advance();
        Mark colon = mark_ - 1;
        Expr* value = expression();
        if (!value) {
            invalid_kvpair_value(colon);
            return back_to(start);
        }
        if (at_comprehension()) {
            Seq<Comprehension*> clauses;
            if (!for_if_clauses(clauses) || !accept(TokenKind::RightBrace)) return back_to(start);
            return make<DictComp>(from(start), first_key, value, clauses);
        }
        keys.add(first_key);
        values.add(value);
        if (accept(TokenKind::Comma)) double_starred_kvpairs(keys, values);
    } else {
        double_starred_kvpairs(keys, values);
    }
    if (!accept(TokenKind::RightBrace)) return back_to(start);
    return make<ast::Dict>(from(start), keys.finish(arena_), values.finish(arena_));
}

/// Whether NAME ':=' begins at the token: no key of a dict.
bool Parser::is_bare_named_expression(Mark mark) const {
    return tokens_[mark].kind == TokenKind::Name && tokens_[mark + 1].kind == TokenKind::ColonEqual;
}

// tuple: '(' [star_named_expression ',' [star_named_expressions]] ')'
Expr* Parser::tuple() {
    Mark start = mark_;
    if (!accept(TokenKind::LeftParen)) return nullptr;
    Exprs items(scratch_);
    Mark inside = mark_;
    Expr* first = star_named_expression();
    if (first && accept(TokenKind::Comma)) {
        items.add(first);
        star_named_expressions(items);
    } else {
        back_to(inside);
    }
    if (!accept(TokenKind::RightParen)) return back_to(start);
    return make<ast::Tuple>(from(start), items.finish(arena_), ExprContext::Load);
}

// group: '(' (yield_expr | named_expression) ')'
Expr* Parser::group() {
    Mark start = mark_;
    if (accept(TokenKind::LeftParen)) {
        Expr* inner = yield_expr();
        if (!inner) inner = named_expression();
        if (inner && accept(TokenKind::RightParen)) return inner;
    }
    back_to(start);
    if (invalid_rules_) invalid_group();
    return nullptr;
}

// genexp: '(' (assignment_expression | expression !':=') for_if_clauses ')'
Expr* Parser::genexp() {
    Mark start = mark_;
    Seq<Comprehension*> clauses;
    if (accept(TokenKind::LeftParen)) {
        Expr* element = unnamed_or_assignment();
        if (element && for_if_clauses(clauses) && accept(TokenKind::RightParen))
            return make<GeneratorExp>(from(start), element, clauses);
    }
    back_to(start);
    if (invalid_rules_) invalid_comprehension();
    return nullptr;
}

// list: '[' [star_named_expressions] ']'
Expr* Parser::list() {
    Mark start = mark_;
    if (!accept(TokenKind::LeftBracket)) return nullptr;
    Exprs items(scratch_);
    star_named_expressions(items);
    if (!accept(TokenKind::RightBracket)) return back_to(start);
    return make<List>(from(start), items.finish(arena_), ExprContext::Load);
}

// listcomp: '[' named_expression for_if_clauses ']'
Expr* Parser::listcomp() {
    Mark start = mark_;
    Seq<Comprehension*> clauses;
    if (accept(TokenKind::LeftBracket)) {
        Expr* element = named_expression();
        if (element && for_if_clauses(clauses) && accept(TokenKind::RightBracket))
            return make<ListComp>(from(start), element, clauses);
    }
    back_to(start);
    if (invalid_rules_) invalid_comprehension();
    return nullptr;
}

// dict: '{' [double_starred_kvpairs] '}' | '{' invalid_double_starred_kvpairs '}'
Expr* Parser::dict() {
    Mark start = mark_;
    if (!accept(TokenKind::LeftBrace)) return nullptr;
    Exprs keys(scratch_), values(second_scratch_);
    double_starred_kvpairs(keys, values);
    if (accept(TokenKind::RightBrace))
        return make<ast::Dict>(from(start), keys.finish(arena_), values.finish(arena_));
    back_to(start + 1);
    if (invalid_rules_) invalid_double_starred_kvpairs();
    return back_to(start);
}

// set: '{' star_named_expressions '}'
Expr* Parser::set() {
    Mark start = mark_;
    Exprs items(scratch_);
    if (!accept(TokenKind::LeftBrace) || !star_named_expressions(items) || !accept(TokenKind::RightBrace))
        return back_to(start);
    return make<Set>(from(start), items.finish(arena_));
}

// dictcomp: '{' kvpair for_if_clauses '}'
Expr* Parser::dictcomp() {
    Mark start = mark_;
    Expr *key, *value;
    Seq<Comprehension*> clauses;
    if (accept(TokenKind::LeftBrace) && kvpair(key, value) && for_if_clauses(clauses) &&
        accept(TokenKind::RightBrace))
        return make<DictComp>(from(start), key, value, clauses);
    back_to(start);
    if (invalid_rules_) invalid_dict_comprehension();
    return nullptr;
}

// setcomp: '{' named_expression for_if_clauses '}'
Expr* Parser::setcomp() {
    Mark start = mark_;
    Seq<Comprehension*> clauses;
    if (accept(TokenKind::LeftBrace)) {
        Expr* element = named_expression();
        if (element && for_if_clauses(clauses) && accept(TokenKind::RightBrace))
            return make<SetComp>(from(start), element, clauses);
    }
    back_to(start);
    if (invalid_rules_) invalid_comprehension();
    return nullptr;
}

// double_starred_kvpairs: ','.double_starred_kvpair+ [',']
bool Parser::double_starred_kvpairs(Exprs& keys, Exprs& values) {
    Expr *key, *value;
    do {
        if (!double_starred_kvpair(key, value)) {
            // Not guarded in CPython's grammar: a key without value is an error of the first pass already.
            if (key && !diagnosing_) invalid_kvpair();
            break;
        }
        keys.add(key);
        values.add(value);
    } while (accept(TokenKind::Comma));
    return !values.empty();
}

// double_starred_kvpair: '**' bitwise_or | kvpair
bool Parser::double_starred_kvpair(Expr*& key, Expr*& value) {
    if (!at(TokenKind::DoubleStar)) return kvpair(key, value);
    Mark start = mark_;
    advance();
    key = nullptr;
    value = bitwise_or();
    return value || rewind(start);
}

// kvpair: expression ':' expression
bool Parser::kvpair(Expr*& key, Expr*& value) {
    Mark start = mark_;
    key = expression();
    value = key && accept(TokenKind::Colon) ? expression() : nullptr;
    return value || rewind(start);
}

// for_if_clauses: for_if_clause+
bool Parser::for_if_clauses(Seq<Comprehension*>& clauses) {
    Collector<Comprehension*> list(scratch_);
    while (Comprehension* clause = for_if_clause()) list.add(clause);
    clauses = list.finish(arena_);
    return !list.empty();
}

// for_if_clause: [ASYNC] 'for' star_targets 'in' ~ disjunction ('if' disjunction)*
Comprehension* Parser::for_if_clause() {
    Mark start = mark_;
    bool async = accept(TokenKind::KeywordAsync);
    Expr* target = accept(TokenKind::KeywordFor) ? star_targets() : nullptr;
    if (!target || !accept(TokenKind::KeywordIn)) {
        back_to(start);
        if (invalid_rules_) invalid_for_target();
        return nullptr;
    }
    Expr* iterable = disjunction();
    if (!iterable) return back_to(start);
    Exprs conditions(scratch_);
    while (at(TokenKind::KeywordIf)) {
        Mark end = mark_;
        advance();
        Expr* condition = disjunction();
        if (!condition) {
            back_to(end);
            break;
        }
        conditions.add(condition);
    }
    if (async) require_version(6, "Async comprehensions are");
    return arena_.make_plain<Comprehension>(target, iterable, conditions.finish(arena_), int{async});
}

}  // namespace minipy
