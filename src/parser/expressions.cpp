// Expressions from the conditional expression down to unary and power operators.
//
// The binary operators are one function, `binary_operation`, that climbs the precedence table: the grammar's
// left-recursive rules bitwise_or, bitwise_xor, bitwise_and, shift_expr, sum and term. Operators of equal
// precedence are a loop, so a long sum needs no deep stack. An operator without a right operand is put back:
// the expression ends before it, and whoever called decides whether that is an error.
//
// CPython: Grammar/python.gram (EXPRESSIONS)
#include <array>
#include <boost/container/small_vector.hpp>

#include "parser/grammar.h"

namespace minipy {

using namespace ast;

namespace {

struct BinaryOperator {
    int precedence = 0;  // 0: not a binary operator
    Operator op = Operator::Add;
};

constexpr auto binary_operators = [] {
    std::array<BinaryOperator, 256> table{};
    auto set = [&](TokenKind kind, int precedence, Operator op) {
        table[static_cast<std::size_t>(kind)] = {precedence, op};
    };
    set(TokenKind::Bar, 1, Operator::BitOr);
    set(TokenKind::Caret, 2, Operator::BitXor);
    set(TokenKind::Ampersand, 3, Operator::BitAnd);
    set(TokenKind::LeftShift, 4, Operator::LShift);
    set(TokenKind::RightShift, 4, Operator::RShift);
    set(TokenKind::Plus, 5, Operator::Add);
    set(TokenKind::Minus, 5, Operator::Sub);
    set(TokenKind::Star, 6, Operator::Mult);
    set(TokenKind::Slash, 6, Operator::Div);
    set(TokenKind::DoubleSlash, 6, Operator::FloorDiv);
    set(TokenKind::Percent, 6, Operator::Mod);
    set(TokenKind::At, 6, Operator::MatMult);
    return table;
}();

}  // namespace

// expressions: expression (',' expression)* [',']
Expr* Parser::expressions() {
    Mark start = mark_;
    Expr* first = expression();
    return first ? tuple_of(start, first, &Parser::expression) : nullptr;
}

// expression: disjunction 'if' disjunction 'else' expression | disjunction | lambdef
Expr* Parser::expression() {
    DepthGuard guard(*this);
    return memoized(Rule::Expression, [this] {
        if (invalid_rules_) {
            invalid_expression();
            invalid_legacy_expression();
        }
        return conditional_or_lambda();
    });
}

Expr* Parser::conditional_or_lambda() {
    if (at(TokenKind::KeywordLambda)) return lambdef();
    Mark start = mark_;
    Expr* body = disjunction();
    if (!body || !at(TokenKind::KeywordIf)) return body;
    Mark end = mark_;
    advance();
    Expr* test = disjunction();
    Expr* orelse = test && accept(TokenKind::KeywordElse) ? expression() : nullptr;
    if (orelse) return make<IfExp>(from(start), test, body, orelse);
    back_to(end);
    return body;
}

// yield_expr: 'yield' 'from' expression | 'yield' [star_expressions]
Expr* Parser::yield_expr() {
    Mark start = mark_;
    if (!accept(TokenKind::KeywordYield)) return nullptr;
    if (at(TokenKind::KeywordFrom)) {
        advance();
        if (Expr* value = expression()) return make<YieldFrom>(from(start), value);
        back_to(start + 1);
    }
    Expr* value = star_expressions();
    return make<Yield>(from(start), value);
}

// star_expressions: star_expression (',' star_expression)* [',']
Expr* Parser::star_expressions() {
    Mark start = mark_;
    Expr* first = star_expression();
    return first ? tuple_of(start, first, &Parser::star_expression) : nullptr;
}

/// The tuple that begins with `first` if a comma follows, else `first` itself.
Expr* Parser::tuple_of(Mark start, Expr* first, ExprRule item) {
    if (!at(TokenKind::Comma)) {
        miss();
        return first;
    }
    Exprs items(scratch_);
    items.add(first);
    while (accept(TokenKind::Comma)) {
        Expr* next = (this->*item)();
        if (!next) break;
        items.add(next);
    }
    return make<ast::Tuple>(from(start), items.finish(arena_), ExprContext::Load);
}

// star_expression: '*' bitwise_or | expression
Expr* Parser::star_expression() {
    return memoized(Rule::StarExpression, [this]() -> Expr* {
        if (!at(TokenKind::Star)) return expression();
        Mark start = mark_;
        advance();
        Expr* value = bitwise_or();
        if (!value) return back_to(start);
        return make<Starred>(from(start), value, ExprContext::Load);
    });
}

// star_named_expressions: ','.star_named_expression+ [',']
bool Parser::star_named_expressions(Exprs& list) {
    Expr* first = star_named_expression();
    if (!first) return false;
    list.add(first);
    while (accept(TokenKind::Comma)) {
        Expr* next = star_named_expression();
        if (!next) break;
        list.add(next);
    }
    return true;
}

// star_named_expression: '*' bitwise_or | named_expression
Expr* Parser::star_named_expression() {
    if (!at(TokenKind::Star)) return named_expression();
    Mark start = mark_;
    advance();
    Expr* value = bitwise_or();
    if (!value) return back_to(start);
    return make<Starred>(from(start), value, ExprContext::Load);
}

// assignment_expression: NAME ':=' ~ expression
Expr* Parser::assignment_expression() {
    if (!at(TokenKind::Name) || kind_after() != TokenKind::ColonEqual) {
        if (at(TokenKind::Name) && furthest_ <= mark_) furthest_ = mark_ + 1;
        return nullptr;
    }
    Mark start = mark_;
    Expr* target = name();
    advance();
    Expr* value = expression();
    if (!value) return back_to(start);
    set_context(target, ExprContext::Store);
    require_version(8, "Assignment expressions are");
    return make<NamedExpr>(from(start), target, value);
}

// named_expression: assignment_expression | expression !':='
Expr* Parser::named_expression() {
    Mark start = mark_;
    if (Expr* assigned = assignment_expression()) return assigned;
    if (invalid_rules_) invalid_named_expression();
    Expr* value = expression();
    if (value && at(TokenKind::ColonEqual)) return back_to(start);
    return value;
}

/// (assignment_expression | expression !':='): named_expression without its diagnosis.
Expr* Parser::unnamed_or_assignment() {
    Mark start = mark_;
    if (Expr* assigned = assignment_expression()) return assigned;
    Expr* value = expression();
    if (value && at(TokenKind::ColonEqual)) return back_to(start);
    return value;
}

/// Operands joined by `and` or `or`.
Expr* Parser::boolean_operation(TokenKind word, BoolOperator op, ExprRule operand) {
    Mark start = mark_;
    Expr* first = (this->*operand)();
    if (!first || !at(word)) return first;
    Exprs values(scratch_);
    values.add(first);
    while (at(word)) {
        Mark end = mark_;
        advance();
        Expr* next = (this->*operand)();
        if (!next) {
            back_to(end);
            break;
        }
        values.add(next);
    }
    if (values.size() == 1) return first;
    return make<BoolOp>(from(start), op, values.finish(arena_));
}

// disjunction: conjunction ('or' conjunction)*
Expr* Parser::disjunction() {
    return memoized(Rule::Disjunction, [this] {
        return boolean_operation(TokenKind::KeywordOr, BoolOperator::Or, &Parser::conjunction);
    });
}

// conjunction: inversion ('and' inversion)*
Expr* Parser::conjunction() {
    return memoized(Rule::Conjunction, [this] {
        return boolean_operation(TokenKind::KeywordAnd, BoolOperator::And, &Parser::inversion);
    });
}

// inversion: 'not' inversion | comparison
Expr* Parser::inversion() {
    return memoized(Rule::Inversion, [this]() -> Expr* {
        if (!at(TokenKind::KeywordNot)) return comparison();
        DepthGuard guard(*this);
        Mark start = mark_;
        advance();
        Expr* operand = inversion();
        if (!operand) return back_to(start);
        return make<UnaryOp>(from(start), UnaryOperator::Not, operand);
    });
}

// comparison: bitwise_or (compare_op bitwise_or)*
Expr* Parser::comparison() {
    Mark start = mark_;
    Expr* left = bitwise_or();
    if (!left) return nullptr;
    Mark end = mark_;
    CompareOperator op;
    if (!compare_op(op)) return left;
    boost::container::small_vector<CompareOperator, 4> ops;
    Exprs comparators(scratch_);
    do {
        Expr* right = bitwise_or();
        if (!right) {
            back_to(end);
            break;
        }
        ops.push_back(op);
        comparators.add(right);
        end = mark_;
    } while (compare_op(op));
    if (ops.empty()) return left;
    Seq<CompareOperator> all_ops = arena_.copy(std::span<const CompareOperator>(ops.data(), ops.size()));
    return make<Compare>(from(start), left, all_ops, comparators.finish(arena_));
}

/// Takes a comparison operator, which may be two words.
bool Parser::compare_op(CompareOperator& op) {
    switch (kind()) {
        case TokenKind::EqualEqual: op = CompareOperator::Eq; break;
        case TokenKind::Less: op = CompareOperator::Lt; break;
        case TokenKind::LessEqual: op = CompareOperator::LtE; break;
        case TokenKind::Greater: op = CompareOperator::Gt; break;
        case TokenKind::GreaterEqual: op = CompareOperator::GtE; break;
        case TokenKind::KeywordIn: op = CompareOperator::In; break;
        case TokenKind::NotEqual:
            if (!is_not_equal_here()) return miss();
            op = CompareOperator::NotEq;
            break;
        case TokenKind::KeywordIs:
            advance();
            op = accept(TokenKind::KeywordNot) ? CompareOperator::IsNot : CompareOperator::Is;
            return true;
        case TokenKind::KeywordNot:
            advance();
            if (accept(TokenKind::KeywordIn)) {
                op = CompareOperator::NotIn;
                return true;
            }
            return rewind(mark_ - 1);
        default: return miss();
    }
    advance();
    return true;
}

/// Whether the token is written as inequality is here: '!=', or '<>' under `barry_as_FLUFL` (PEP 401).
/// _PyPegen_check_barry_as_flufl.
bool Parser::is_not_equal_here() {
    bool diamond = text(tokens_[mark_]) == "<>";
    if (options_.barry_as_flufl && !diamond) {
        miss();
        raise("with Barry as BDFL, use '<>' instead of '!='");
    }
    return options_.barry_as_flufl == diamond;
}

Expr* Parser::bitwise_or() {
    return memoized(Rule::BitwiseOr, [this] {
        Mark start = mark_;
        Expr* left = factor();
        return left ? binary_operation(left, start, 1) : nullptr;
    });
}

/// Extends `left`, which began at `start`, by all operators that bind at least as tightly as `lowest`.
Expr* Parser::binary_operation(Expr* left, Mark start, int lowest) {
    for (;;) {
        BinaryOperator found = binary_operators[static_cast<std::size_t>(kind())];
        if (found.precedence < lowest) {
            miss();
            return left;
        }
        Mark end = mark_;
        advance();
        Mark right_start = mark_;
        Expr* right = factor();
        if (!right) {
            back_to(end);
            return left;
        }
        right = binary_operation(right, right_start, found.precedence + 1);
        if (found.op == Operator::MatMult) require_version(5, "The '@' operator is");
        left = make<BinOp>(from(start), left, found.op, right);
    }
}

// factor: '+' factor | '-' factor | '~' factor | power
Expr* Parser::factor() {
    return memoized(Rule::Factor, [this]() -> Expr* {
        UnaryOperator op;
        switch (kind()) {
            case TokenKind::Plus: op = UnaryOperator::UAdd; break;
            case TokenKind::Minus: op = UnaryOperator::USub; break;
            case TokenKind::Tilde: op = UnaryOperator::Invert; break;
            default: return power();
        }
        DepthGuard guard(*this);
        Mark start = mark_;
        advance();
        Expr* operand = factor();
        if (!operand) return back_to(start);
        return make<UnaryOp>(from(start), op, operand);
    });
}

// power: await_primary '**' factor | await_primary
Expr* Parser::power() {
    Mark start = mark_;
    Expr* base = await_primary();
    if (!base || !at(TokenKind::DoubleStar)) return base;
    DepthGuard guard(*this);
    Mark end = mark_;
    advance();
    if (Expr* exponent = factor()) return make<BinOp>(from(start), base, Operator::Pow, exponent);
    back_to(end);
    return base;
}

// await_primary: AWAIT primary | primary
Expr* Parser::await_primary() {
    return memoized(Rule::AwaitPrimary, [this]() -> Expr* {
        if (!at(TokenKind::KeywordAwait)) return primary();
        Mark start = mark_;
        advance();
        Expr* value = primary();
        if (!value) return back_to(start);
        require_version(5, "Await expressions are");
        return make<Await>(from(start), value);
    });
}

// lambdef: 'lambda' [lambda_params] ':' expression
Expr* Parser::lambdef() {
    DepthGuard guard(*this);
    Mark start = mark_;
    if (!accept(TokenKind::KeywordLambda)) return nullptr;
    Arguments* arguments = nullptr;
    if (at(TokenKind::Colon) || !params(lambda_style, arguments)) arguments = no_arguments();
    Expr* body = accept(TokenKind::Colon) ? expression() : nullptr;
    if (!body) return back_to(start);
    return make<Lambda>(from(start), arguments, body);
}

}  // namespace minipy
