// Starting rules and simple statements.
//
// A statement that begins with a keyword is chosen by that keyword; anything else is an expression or an
// assignment (assignment.cpp). Statements are collected flat: `a; b; c` gives three.
//
// CPython: Grammar/python.gram (STARTING RULES, GENERAL STATEMENTS, SIMPLE STATEMENTS)
#include "objects/str.h"
#include "parser/grammar.h"

namespace minipy {

using namespace ast;

Mod* Parser::start_rule(ParseMode mode) {
    switch (mode) {
        case ParseMode::Exec: return file();
        case ParseMode::Single: return interactive();
        case ParseMode::Eval: return eval();
        case ParseMode::FunctionType: return func_type();
    }
    return nullptr;
}

// file: [statements] ENDMARKER
Mod* Parser::file() {
    Stmts body(scratch_);
    mark_ = statement_start_;
    while (!at(TokenKind::EndMarker)) {
        // A clause that did not fit is the fault of the statement it belongs to.
        if (!at_clause()) statement_start_ = mark_;
        if (!statement(body)) return nullptr;
    }
    return arena_.make_plain<Module>(Mod{ModKind::Module}, body.finish(arena_), type_ignores());
}

// interactive: statement_newline
Mod* Parser::interactive() {
    Stmts body(scratch_);
    if (!statement_newline(body)) return nullptr;
    return arena_.make_plain<Interactive>(Mod{ModKind::Interactive}, body.finish(arena_));
}

// statement_newline: compound_stmt NEWLINE | simple_stmts | NEWLINE | ENDMARKER
bool Parser::statement_newline(Stmts& body) {
    Mark start = mark_;
    if (at(TokenKind::Newline)) {
        body.add(make<Pass>(token_position(start)));
        advance();
        return true;
    }
    if (Stmt* compound = compound_stmt()) {
        body.add(compound);
        if (accept(TokenKind::Newline)) return true;
        // The end of interactive input counts as a NEWLINE. Of a text that lacks its last line end it closes
        // blocks and no more, and none where more lines may come.
        Mark last = mark_ - 1;
        while (tokens_[last].kind == TokenKind::Dedent) --last;
        const bool closes_blocks =
            last < mark_ - 1 && !options_.incomplete_input_ok && ends_unterminated(tokens_[last]);
        return (at(TokenKind::EndMarker) && (!unterminated_ || closes_blocks)) || rewind(start);
    }
    return !at(TokenKind::EndMarker) && simple_stmts(body);
}

// eval: expressions NEWLINE* ENDMARKER
Mod* Parser::eval() {
    Expr* body = expressions();
    if (!body) return nullptr;
    while (accept(TokenKind::Newline)) {}
    if (!at(TokenKind::EndMarker)) return nullptr;
    return arena_.make_plain<Expression>(Mod{ModKind::Expression}, body);
}

// func_type: '(' [type_expressions] ')' '->' expression NEWLINE* ENDMARKER
Mod* Parser::func_type() {
    Exprs types(scratch_);
    if (!accept(TokenKind::LeftParen)) return nullptr;
    type_expressions(types);
    if (!accept(TokenKind::RightParen) || !accept(TokenKind::Arrow)) return nullptr;
    Expr* returns = expression();
    if (!returns) return nullptr;
    while (accept(TokenKind::Newline)) {}
    if (!at(TokenKind::EndMarker)) return nullptr;
    return arena_.make_plain<FunctionType>(Mod{ModKind::FunctionType}, types.finish(arena_), returns);
}

// type_expressions: ','.expression+ [',' '*' expression] [',' '**' expression]; the stars are dropped
bool Parser::type_expressions(Exprs& types) {
    bool starred = false, double_starred = false;
    do {
        if (!double_starred && accept(TokenKind::DoubleStar)) double_starred = true;
        else if (!starred && !double_starred && accept(TokenKind::Star)) starred = true;
        else if (starred || double_starred) return miss();
        Expr* type = expression();
        if (!type) return false;
        types.add(type);
    } while (accept(TokenKind::Comma));
    return true;
}

// statements: statement+
bool Parser::statements(Stmts& body) {
    bool any = false;
    while (statement(body)) any = true;
    return any;
}

// statement: compound_stmt | simple_stmts
bool Parser::statement(Stmts& body) {
    if (diagnosing_ && invalid_rules_ && !at_soft_keyword("match") && is_faultless(body)) return true;
    if (Stmt* compound = compound_stmt()) {
        body.add(compound);
        return true;
    }
    return !is_compound_keyword(kind()) && simple_stmts(body);
}

/// Whether the clause of a compound statement begins here, which no statement does.
bool Parser::at_clause() const {
    return at(TokenKind::KeywordElif) || at(TokenKind::KeywordElse) || at(TokenKind::KeywordExcept) ||
           at(TokenKind::KeywordFinally);
}

/// In the second pass: whether the first pass's way of reading accepts the statement, which is much faster
/// than diagnosing it. (A statement that begins with `match` is diagnosed even if it is valid.)
bool Parser::is_faultless(Stmts& body) {
    Mark start = mark_;
    Mark known_furthest = furthest_;
    diagnosing_ = invalid_rules_ = false;
    std::size_t size = body.size();
    bool accepted = statement(body) && !at_clause();
    if (!accepted) body.shrink(size);
    diagnosing_ = invalid_rules_ = true;
    if (!accepted) {
        mark_ = start;
        furthest_ = known_furthest;
    }
    return accepted;
}

// simple_stmts: ';'.simple_stmt+ [';'] NEWLINE
bool Parser::simple_stmts(Stmts& body) {
    Mark start = mark_;
    do {
        if (at(TokenKind::Newline) && mark_ != start) break;
        Stmt* stmt = simple_stmt();
        if (!stmt) return rewind(start);
        body.add(stmt);
    } while (accept(TokenKind::Semicolon));
    return accept(TokenKind::Newline) || rewind(start);
}

Stmt* Parser::simple_stmt() {
    return memoized(Rule::SimpleStmt, [this]() -> Stmt* {
        Mark start = mark_;
        switch (kind()) {
            case TokenKind::KeywordReturn: return return_stmt();
            case TokenKind::KeywordImport: return import_name();
            case TokenKind::KeywordFrom: return import_from();
            case TokenKind::KeywordRaise: return raise_stmt();
            case TokenKind::KeywordPass: advance(); return make<Pass>(from(start));
            case TokenKind::KeywordDel: return del_stmt();
            case TokenKind::KeywordYield: return yield_stmt();
            case TokenKind::KeywordAssert: return assert_stmt();
            case TokenKind::KeywordBreak: advance(); return make<Break>(from(start));
            case TokenKind::KeywordContinue: advance(); return make<Continue>(from(start));
            case TokenKind::KeywordGlobal: return global_stmt();
            case TokenKind::KeywordNonlocal: return nonlocal_stmt();
            default: return expression_or_assignment();
        }
    });
}

// return_stmt: 'return' [star_expressions]
Stmt* Parser::return_stmt() {
    Mark start = mark_;
    advance();
    Expr* value = star_expressions();
    return make<Return>(from(start), value);
}

// raise_stmt: 'raise' expression ['from' expression] | 'raise'
Stmt* Parser::raise_stmt() {
    Mark start = mark_;
    advance();
    Expr* exception = expression();
    Expr* cause = nullptr;
    if (exception && at(TokenKind::KeywordFrom)) {
        Mark end = mark_;
        advance();
        cause = expression();
        if (!cause) back_to(end);
    }
    return make<Raise>(from(start), exception, cause);
}

// global_stmt: 'global' ','.NAME+
Stmt* Parser::global_stmt() {
    Mark start = mark_;
    advance();
    Collector<Identifier> list(scratch_);
    if (!names(list)) return back_to(start);
    return make<Global>(from(start), list.finish(arena_));
}

// nonlocal_stmt: 'nonlocal' ','.NAME+
Stmt* Parser::nonlocal_stmt() {
    Mark start = mark_;
    advance();
    Collector<Identifier> list(scratch_);
    if (!names(list)) return back_to(start);
    return make<Nonlocal>(from(start), list.finish(arena_));
}

// ','.NAME+
bool Parser::names(Collector<Identifier>& list) {
    Mark end = mark_;
    do {
        if (!at(TokenKind::Name)) {
            back_to(end);
            break;
        }
        list.add(identifier());
        end = mark_;
    } while (accept(TokenKind::Comma));
    return !list.empty();
}

// del_stmt: 'del' del_targets &(';' | NEWLINE)
Stmt* Parser::del_stmt() {
    Mark start = mark_;
    advance();
    Exprs targets(scratch_);
    if (del_targets(targets) && (at(TokenKind::Semicolon) || at(TokenKind::Newline)))
        return make<Delete>(from(start), targets.finish(arena_));
    back_to(start);
    if (invalid_rules_) invalid_del_stmt();
    return nullptr;
}

// yield_stmt: yield_expr
Stmt* Parser::yield_stmt() {
    Mark start = mark_;
    if (diagnosing_)
        if (Stmt* assigned = assignment_in_order()) return assigned;
    Expr* value = yield_expr();
    return value ? make<ExprStmt>(from(start), value) : nullptr;
}

// assert_stmt: 'assert' expression [',' expression]
Stmt* Parser::assert_stmt() {
    Mark start = mark_;
    advance();
    Expr* test = expression();
    if (!test) return back_to(start);
    Expr* message = nullptr;
    Mark end = mark_;
    if (accept(TokenKind::Comma)) {
        message = expression();
        if (!message) back_to(end);
    }
    return make<Assert>(from(start), test, message);
}

// import_name: 'import' ','.dotted_as_name+
Stmt* Parser::import_name() {
    Mark start = mark_;
    advance();
    Collector<Alias*> list(scratch_);
    Mark end = mark_;
    do {
        Alias* alias = dotted_as_name();
        if (!alias) {
            back_to(end);
            break;
        }
        list.add(alias);
        end = mark_;
    } while (accept(TokenKind::Comma));
    if (list.empty()) return back_to(start);
    return make<Import>(from(start), list.finish(arena_));
}

// import_from: 'from' ('.' | '...')* dotted_name 'import' import_from_targets
//            | 'from' ('.' | '...')+ 'import' import_from_targets
Stmt* Parser::import_from() {
    Mark start = mark_;
    advance();
    int level = 0;
    for (;;) {
        if (accept(TokenKind::Dot)) level += 1;
        else if (accept(TokenKind::Ellipsis)) level += 3;
        else break;
    }
    Identifier module = dotted_name();
    if (!module && level == 0) return back_to(start);
    Collector<Alias*> targets(scratch_);
    if (!accept(TokenKind::KeywordImport) || !import_from_targets(targets)) return back_to(start);
    return make<ImportFrom>(from(start), module, targets.finish(arena_), level);
}

// import_from_targets: '(' import_from_as_names [','] ')' | import_from_as_names !',' | '*'
bool Parser::import_from_targets(Collector<Alias*>& targets) {
    Mark start = mark_;
    if (accept(TokenKind::Star)) {
        Identifier star = name_table_.find("*", arena_);
        targets.add(arena_.make_plain<Alias>(from(start), star, static_cast<Identifier>(nullptr)));
        return true;
    }
    if (accept(TokenKind::LeftParen)) {
        if (import_from_as_names(targets)) {
            accept(TokenKind::Comma);
            if (accept(TokenKind::RightParen)) return true;
        }
    } else if (import_from_as_names(targets) && !at(TokenKind::Comma)) {
        return true;
    }
    back_to(start);
    if (invalid_rules_) invalid_import_from_targets();
    return false;
}

// import_from_as_names: ','.import_from_as_name+
bool Parser::import_from_as_names(Collector<Alias*>& targets) {
    Mark end = mark_;
    do {
        Alias* alias = import_from_as_name();
        if (!alias) {
            back_to(end);
            break;
        }
        targets.add(alias);
        end = mark_;
    } while (accept(TokenKind::Comma));
    return !targets.empty();
}

// import_from_as_name: NAME ['as' NAME]
Alias* Parser::import_from_as_name() {
    Mark start = mark_;
    if (!at(TokenKind::Name)) {
        miss();
        return nullptr;
    }
    Identifier original = identifier();
    Identifier renamed = optional_as_name();
    return arena_.make_plain<Alias>(from(start), original, renamed);
}

// dotted_as_name: dotted_name ['as' NAME]
Alias* Parser::dotted_as_name() {
    Mark start = mark_;
    Identifier original = dotted_name();
    if (!original) return nullptr;
    Identifier renamed = optional_as_name();
    return arena_.make_plain<Alias>(from(start), original, renamed);
}

// ['as' NAME]
Identifier Parser::optional_as_name() {
    if (!at(TokenKind::KeywordAs)) {
        miss();
        return nullptr;
    }
    advance();
    if (!at(TokenKind::Name)) return back_to(mark_ - 1);
    return identifier();
}

// dotted_name: dotted_name '.' NAME | NAME
Identifier Parser::dotted_name() {
    if (!at(TokenKind::Name)) {
        miss();
        return nullptr;
    }
    Identifier first = identifier();
    if (!at(TokenKind::Dot)) return first;
    std::string joined(str_utf8(first));
    while (at(TokenKind::Dot)) {
        advance();
        if (!at(TokenKind::Name)) {
            back_to(mark_ - 1);
            break;
        }
        joined += '.';
        joined += str_utf8(identifier());
    }
    return arena_.own(intern(joined));
}

}  // namespace minipy
