// The match statement and its patterns.
//
// `match` and `case` are words like any other: a statement is a match statement only if all of it reads as
// one, else the parser goes back and reads an expression. Within patterns the next token decides.
//
// CPython: Grammar/python.gram (Match statement)
#include "objects/complex.h"
#include "objects/int.h"
#include "objects/singletons.h"
#include "parser/grammar.h"

namespace minipy {

using namespace ast;

// match_stmt: "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT
Stmt* Parser::match_stmt() {
    Mark start = mark_;
    advance();
    Expr* subject = subject_expr();
    if (subject && accept(TokenKind::Colon) && accept(TokenKind::Newline) && accept(TokenKind::Indent)) {
        Collector<MatchCase*> cases(scratch_);
        while (MatchCase* next = case_block()) cases.add(next);
        if (!cases.empty() && accept(TokenKind::Dedent)) {
            require_version(10, "Pattern matching is");
            return make<Match>(statement_from(start), subject, cases.finish(arena_));
        }
    }
    back_to(start);
    if (invalid_rules_) invalid_match_stmt();
    return nullptr;
}

// subject_expr: star_named_expression ',' [star_named_expressions] | named_expression
Expr* Parser::subject_expr() {
    Mark start = mark_;
    Expr* first = star_named_expression();
    if (first && at(TokenKind::Comma)) {
        Exprs items(scratch_);
        items.add(first);
        advance();
        star_named_expressions(items);
        return make<ast::Tuple>(from(start), items.finish(arena_), ExprContext::Load);
    }
    if (!first || first->kind == ExprKind::Starred) return back_to(start);
    return first;
}

// case_block: "case" patterns ['if' named_expression] ':' block
MatchCase* Parser::case_block() {
    if (invalid_rules_) invalid_case_block();
    Mark start = mark_;
    if (!at_soft_keyword("case")) return back_to(start);
    advance();
    Pattern* matched = patterns();
    if (!matched) return back_to(start);
    Expr* guard = nullptr;
    if (at(TokenKind::KeywordIf)) {
        advance();
        guard = named_expression();
        if (!guard) return back_to(start);
    }
    Seq<Stmt*> body;
    if (!accept(TokenKind::Colon) || !block(body)) return back_to(start);
    return arena_.make_plain<MatchCase>(matched, guard, body);
}

// patterns: open_sequence_pattern | pattern
Pattern* Parser::patterns() {
    Mark start = mark_;
    Pattern* first = maybe_star_pattern();
    if (!first) return nullptr;
    if (at(TokenKind::Comma)) {
        Collector<Pattern*> list(scratch_);
        list.add(first);
        more_sequence_patterns(list);
        return make<MatchSequence>(from(start), list.finish(arena_));
    }
    return first->kind == PatternKind::MatchStar ? back_to(start) : first;
}

/// (',' maybe_star_pattern)* [',']
bool Parser::more_sequence_patterns(Collector<Pattern*>& list) {
    while (accept(TokenKind::Comma)) {
        Pattern* next = maybe_star_pattern();
        if (!next) return false;
        list.add(next);
    }
    return true;
}

// pattern: as_pattern | or_pattern, where as_pattern: or_pattern 'as' pattern_capture_target
Pattern* Parser::pattern() {
    DepthGuard guard(*this);
    Mark start = mark_;
    Pattern* inner = or_pattern();
    Mark end = mark_;
    if (inner && accept(TokenKind::KeywordAs)) {
        if (Identifier name = pattern_capture_target()) return make<MatchAs>(from(start), inner, name);
    }
    if (invalid_rules_) {
        back_to(start);
        invalid_as_pattern();
    }
    back_to(inner ? end : start);
    return inner;
}

// or_pattern: '|'.closed_pattern+
Pattern* Parser::or_pattern() {
    Mark start = mark_;
    Pattern* first = closed_pattern();
    if (!first || !at(TokenKind::Bar)) return first;
    Collector<Pattern*> alternatives(scratch_);
    alternatives.add(first);
    while (at(TokenKind::Bar)) {
        Mark end = mark_;
        advance();
        Pattern* next = closed_pattern();
        if (!next) {
            back_to(end);
            break;
        }
        alternatives.add(next);
    }
    if (alternatives.size() == 1) return first;
    return make<MatchOr>(from(start), alternatives.finish(arena_));
}

Pattern* Parser::closed_pattern() {
    return memoized(Rule::ClosedPattern, [this]() -> Pattern* {
        switch (kind()) {
            case TokenKind::Number:
            case TokenKind::Minus:
            case TokenKind::String:
            case TokenKind::KeywordNone:
            case TokenKind::KeywordTrue:
            case TokenKind::KeywordFalse: return literal_pattern();
            case TokenKind::Name: return name_pattern();
            case TokenKind::LeftParen: return group_or_sequence_pattern();
            case TokenKind::LeftBracket: return bracketed_sequence_pattern();
            case TokenKind::LeftBrace: return mapping_pattern();
            default: miss(); return nullptr;
        }
    });
}

// literal_pattern: numbers and strings by value, None, True and False by identity
Pattern* Parser::literal_pattern() {
    Mark start = mark_;
    Object* singleton = at(TokenKind::KeywordNone)    ? &none
                        : at(TokenKind::KeywordTrue)  ? reinterpret_cast<Object*>(&true_object)
                        : at(TokenKind::KeywordFalse) ? reinterpret_cast<Object*>(&false_object)
                                                      : nullptr;
    if (singleton) {
        advance();
        return make<MatchSingleton>(from(start), singleton);
    }
    Expr* value = literal_expr();
    return value ? make<MatchValue>(value->at, value) : nullptr;
}

// literal_expr: signed_number !('+' | '-') | complex_number | strings | 'None' | 'True' | 'False'
Expr* Parser::literal_expr() {
    switch (kind()) {
        case TokenKind::Number:
        case TokenKind::Minus: return signed_or_complex_number();
        case TokenKind::String:
        case TokenKind::KeywordNone:
        case TokenKind::KeywordTrue:
        case TokenKind::KeywordFalse: return atom();
        default: miss(); return nullptr;
    }
}

// signed_number: NUMBER | '-' NUMBER
Expr* Parser::signed_number() {
    Mark start = mark_;
    bool negative = accept(TokenKind::Minus);
    if (!at(TokenKind::Number)) return back_to(start);
    Expr* value = number();
    return negative ? make<UnaryOp>(from(start), UnaryOperator::USub, value) : value;
}

// signed_number !('+' | '-'), or complex_number: signed_real_number ('+' | '-') imaginary_number
Expr* Parser::signed_or_complex_number() {
    Mark start = mark_;
    Expr* real = signed_number();
    if (!real) return nullptr;
    if (!at(TokenKind::Plus) && !at(TokenKind::Minus)) {
        miss();
        return real;
    }
    auto is_complex = [](Expr* constant) { return is_exactly(as<Constant>(constant)->value, complex_type); };
    Expr* digits = real->kind == ExprKind::UnaryOp ? as<UnaryOp>(real)->operand : real;
    if (is_complex(digits)) raise_at(digits->at, "real number required in complex literal");
    Operator op = at(TokenKind::Plus) ? Operator::Add : Operator::Sub;
    advance();
    if (!at(TokenKind::Number)) return back_to(start);
    Expr* imaginary = number();
    if (!is_complex(imaginary)) raise_at(imaginary->at, "imaginary number required in complex literal");
    return make<BinOp>(from(start), real, op, imaginary);
}

/// What a name begins: capture_pattern, wildcard_pattern, value_pattern or class_pattern.
Pattern* Parser::name_pattern() {
    Mark start = mark_;
    if (at_soft_keyword("_")) {  // the wildcard comes before value_pattern and class_pattern
        advance();
        return make<MatchAs>(from(start), static_cast<Pattern*>(nullptr), static_cast<Identifier>(nullptr));
    }
    if (kind_after() != TokenKind::Dot && kind_after() != TokenKind::LeftParen) {
        if (kind_after() == TokenKind::Equal) {
            advance();
            return back_to(start);
        }
        Identifier name = identifier();
        return make<MatchAs>(from(start), static_cast<Pattern*>(nullptr), name);
    }
    Expr* name = name_or_attr();
    if (at(TokenKind::LeftParen)) return class_pattern(start, name);
    if (name->kind == ExprKind::Name || at(TokenKind::Equal)) return back_to(start);
    return make<MatchValue>(from(start), name);
}

// pattern_capture_target: !"_" NAME !('.' | '(' | '=')
Identifier Parser::pattern_capture_target() {
    Mark start = mark_;
    if (!at(TokenKind::Name) || at_soft_keyword("_")) {
        miss();
        return nullptr;
    }
    Identifier name = identifier();
    if (at(TokenKind::Dot) || at(TokenKind::LeftParen) || at(TokenKind::Equal)) return back_to(start);
    return name;
}

// name_or_attr: name_or_attr '.' NAME | NAME
Expr* Parser::name_or_attr() {
    Mark start = mark_;
    if (!at(TokenKind::Name)) {
        miss();
        return nullptr;
    }
    Expr* value = name();
    while (at(TokenKind::Dot)) {
        advance();
        if (!at(TokenKind::Name)) {
            back_to(mark_ - 1);
            break;
        }
        Identifier attribute = identifier();
        value = make<Attribute>(from(start), value, attribute, ExprContext::Load);
    }
    return value;
}

/// '(' pattern ')' or '(' [open_sequence_pattern] ')'
Pattern* Parser::group_or_sequence_pattern() {
    Mark start = mark_;
    advance();
    Collector<Pattern*> list(scratch_);
    if (!at(TokenKind::RightParen)) {
        Pattern* first = maybe_star_pattern();
        if (!first) return back_to(start);
        if (first->kind != PatternKind::MatchStar && accept(TokenKind::RightParen)) return first;
        if (!at(TokenKind::Comma)) return back_to(start);
        list.add(first);
        more_sequence_patterns(list);
    }
    if (!accept(TokenKind::RightParen)) return back_to(start);
    return make<MatchSequence>(from(start), list.finish(arena_));
}

/// '[' [maybe_sequence_pattern] ']'
Pattern* Parser::bracketed_sequence_pattern() {
    Mark start = mark_;
    advance();
    Collector<Pattern*> list(scratch_);
    if (Pattern* first = maybe_star_pattern()) {
        list.add(first);
        more_sequence_patterns(list);
    }
    if (!accept(TokenKind::RightBracket)) return back_to(start);
    return make<MatchSequence>(from(start), list.finish(arena_));
}

// maybe_star_pattern: star_pattern | pattern
Pattern* Parser::maybe_star_pattern() { return at(TokenKind::Star) ? star_pattern() : pattern(); }

// star_pattern: '*' pattern_capture_target | '*' wildcard_pattern
Pattern* Parser::star_pattern() {
    return memoized(Rule::StarPattern, [this]() -> Pattern* {
        Mark start = mark_;
        advance();
        if (at_soft_keyword("_")) {
            advance();
            return make<MatchStar>(from(start), static_cast<Identifier>(nullptr));
        }
        Identifier name = pattern_capture_target();
        return name ? make<MatchStar>(from(start), name) : back_to(start);
    });
}

// mapping_pattern: '{' [','.key_value_pattern+] [',' '**' pattern_capture_target] [','] '}'
Pattern* Parser::mapping_pattern() {
    Mark start = mark_;
    advance();
    Exprs keys(scratch_);
    Collector<Pattern*> values(second_scratch_);
    Identifier rest = nullptr;
    do {
        if (accept(TokenKind::DoubleStar)) {
            rest = pattern_capture_target();
            if (!rest) return back_to(start);
            accept(TokenKind::Comma);
            break;
        }
        Expr* key = at(TokenKind::Name) ? name_or_attr() : literal_expr();
        if (!key) break;
        if (key->kind == ExprKind::Name || !accept(TokenKind::Colon)) return back_to(start);
        Pattern* value = pattern();
        if (!value) return back_to(start);
        keys.add(key);
        values.add(value);
    } while (accept(TokenKind::Comma));
    if (!accept(TokenKind::RightBrace)) return back_to(start);
    return make<MatchMapping>(from(start), keys.finish(arena_), values.finish(arena_), rest);
}

// class_pattern: name_or_attr '(' [','.pattern+] [','] [','.keyword_pattern+] [','] ')'
Pattern* Parser::class_pattern(Mark start, Expr* name) {
    advance();
    Collector<Pattern*> positional(scratch_);
    Collector<Identifier> names(second_scratch_);
    Collector<Pattern*> values(third_scratch_);
    if (class_pattern_arguments(positional, names, values) && accept(TokenKind::RightParen))
        return make<MatchClass>(from(start), name, positional.finish(arena_), names.finish(arena_),
                                values.finish(arena_));
    back_to(start);
    if (invalid_rules_) invalid_class_pattern();
    return nullptr;
}

bool Parser::class_pattern_arguments(Collector<Pattern*>& positional, Collector<Identifier>& names,
                                     Collector<Pattern*>& values) {
    do {
        if (at(TokenKind::RightParen)) break;
        if (at(TokenKind::Name) && kind_after() == TokenKind::Equal) {
            Identifier name = identifier();
            advance();
            Pattern* value = pattern();
            if (!value) return false;
            names.add(name);
            values.add(value);
            continue;
        }
        if (!names.empty()) {
            if (at(TokenKind::Name)) advance();  // a keyword was expected: it is the '=' that misses
            return miss();
        }
        Pattern* value = pattern();
        if (!value) return false;
        positional.add(value);
    } while (accept(TokenKind::Comma));
    return true;
}

}  // namespace minipy
