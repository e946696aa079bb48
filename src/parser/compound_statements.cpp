// Compound statements but for `match`: blocks, if, while, for, with, try, class and function definitions.
//
// A compound statement ends with its last token that is not NEWLINE, INDENT or DEDENT (`statement_from`).
// Chains of `elif` are read by a loop and then linked from the last one backwards.
//
// CPython: Grammar/python.gram (COMPOUND STATEMENTS)
#include "parser/grammar.h"

namespace minipy {

using namespace ast;

Stmt* Parser::compound_stmt() {
    switch (kind()) {
        case TokenKind::KeywordDef: return function_def_raw({});
        case TokenKind::At: return decorated();
        case TokenKind::KeywordIf: return if_stmt();
        case TokenKind::KeywordClass: return class_def_raw({});
        case TokenKind::KeywordWith: return with_stmt();
        case TokenKind::KeywordFor: return for_stmt();
        case TokenKind::KeywordTry: return try_stmt();
        case TokenKind::KeywordWhile: return while_stmt();
        case TokenKind::Name: return at_soft_keyword("match") ? match_stmt() : nullptr;
        case TokenKind::KeywordAsync: break;
        default: return nullptr;
    }
    switch (kind_after()) {
        case TokenKind::KeywordDef: return function_def_raw({});
        case TokenKind::KeywordWith: return with_stmt();
        case TokenKind::KeywordFor: return for_stmt();
        default: advance(); return back_to(mark_ - 1);
    }
}

bool Parser::is_compound_keyword(TokenKind kind) {
    switch (kind) {
        case TokenKind::KeywordDef:
        case TokenKind::At:
        case TokenKind::KeywordIf:
        case TokenKind::KeywordClass:
        case TokenKind::KeywordWith:
        case TokenKind::KeywordFor:
        case TokenKind::KeywordTry:
        case TokenKind::KeywordWhile:
        case TokenKind::KeywordAsync: return true;
        default: return false;
    }
}

/// From a token to the last one taken that is no white space. _PyPegen_get_last_nonnwhitespace_token.
Position Parser::statement_from(Mark start) const {
    Mark last = mark_ - 1;
    while (last > start && (tokens_[last].kind == TokenKind::Newline ||
                            tokens_[last].kind == TokenKind::Indent || tokens_[last].kind == TokenKind::Dedent))
        --last;
    return position(tokens_[start], tokens_[last]);
}

// block: NEWLINE INDENT statements DEDENT | simple_stmts
bool Parser::block(Seq<Stmt*>& body) {
    if (!diagnosing_) return block_body(body);
    Seq<Stmt*>* remembered = memoized(Rule::Block, [this]() -> Seq<Stmt*>* {
        Seq<Stmt*> found;
        if (block_body(found)) return arena_.copy(std::span<const Seq<Stmt*>>(&found, 1)).data();
        if (invalid_rules_) invalid_block();
        return nullptr;
    });
    if (remembered) body = *remembered;
    return remembered != nullptr;
}

bool Parser::block_body(Seq<Stmt*>& body) {
    Mark start = mark_;
    Stmts list(scratch_);
    if (accept(TokenKind::Newline)) {
        if (!accept(TokenKind::Indent) || !statements(list) || !accept(TokenKind::Dedent)) return rewind(start);
    } else if (!simple_stmts(list)) {
        return false;
    }
    body = list.finish(arena_);
    return true;
}

// [else_block], where else_block: 'else' &&':' block
void Parser::optional_else_block(Seq<Stmt*>& body) {
    Mark start = mark_;
    if (!at(TokenKind::KeywordElse)) {
        miss();
        return;
    }
    if (invalid_rules_) invalid_else_stmt();
    advance();
    expect_forced(TokenKind::Colon, ":");
    if (!block(body)) back_to(start);
}

// if_stmt: 'if' named_expression ':' block (elif_stmt | [else_block])
// elif_stmt: 'elif' named_expression ':' block (elif_stmt | [else_block])
Stmt* Parser::if_stmt() {
    Collector<If*> chain(scratch_);
    Mark start = mark_;
    do {
        Mark head = mark_;
        if (invalid_rules_) chain.empty() ? invalid_if_stmt() : invalid_elif_stmt();
        advance();
        Expr* test = named_expression();
        Seq<Stmt*> body;
        if (!test || !accept(TokenKind::Colon) || !block(body)) {
            back_to(head);
            break;
        }
        chain.add(make<If>(token_position(head), test, body, Seq<Stmt*>{}));
    } while (at(TokenKind::KeywordElif));
    if (chain.empty()) return nullptr;
    Seq<Stmt*> orelse;
    optional_else_block(orelse);
    Position end = statement_from(start);
    Stmt* whole = nullptr;
    for (std::size_t i = chain.size(); i-- > 0;) {
        If* link = chain[i];
        link->orelse = whole ? arena_.copy(std::span<Stmt* const>(&whole, 1)) : orelse;
        link->at.end_line = end.end_line;
        link->at.end_column = end.end_column;
        whole = link;
    }
    return whole;
}

// while_stmt: 'while' named_expression ':' block [else_block]
Stmt* Parser::while_stmt() {
    if (invalid_rules_) invalid_while_stmt();
    Mark start = mark_;
    advance();
    Expr* test = named_expression();
    Seq<Stmt*> body, orelse;
    if (!test || !accept(TokenKind::Colon) || !block(body)) return back_to(start);
    optional_else_block(orelse);
    return make<While>(statement_from(start), test, body, orelse);
}

// for_stmt: [ASYNC] 'for' star_targets 'in' ~ star_expressions ':' block [else_block]
Stmt* Parser::for_stmt() {
    if (invalid_rules_) invalid_for_stmt();
    Mark start = mark_;
    bool async = accept(TokenKind::KeywordAsync);
    advance();
    Expr* target = star_targets();
    if (!target || !accept(TokenKind::KeywordIn)) {
        back_to(start);
        if (invalid_rules_) invalid_for_target();
        return nullptr;
    }
    Expr* iterable = star_expressions();
    Seq<Stmt*> body, orelse;
    if (!iterable || !accept(TokenKind::Colon)) return back_to(start);
    Text comment = type_comment();
    if (!block(body)) return back_to(start);
    optional_else_block(orelse);
    Position at = statement_from(start);
    if (!async) return make<For>(at, target, iterable, body, orelse, comment);
    require_version(5, "Async for loops are");
    return make<AsyncFor>(at, target, iterable, body, orelse, comment);
}

// with_stmt: [ASYNC] 'with' '(' ','.with_item+ ','? ')' ':' block
//          | [ASYNC] 'with' ','.with_item+ ':' [TYPE_COMMENT] block
Stmt* Parser::with_stmt() {
    if (invalid_rules_) invalid_with_stmt_indent();
    Mark start = mark_;
    bool async = accept(TokenKind::KeywordAsync);
    advance();
    Mark after_with = mark_;
    Collector<WithItem*> items(scratch_);
    Seq<Stmt*> body;
    Text comment;
    bool matched = false;
    if (accept(TokenKind::LeftParen) && with_items(items)) {
        accept(TokenKind::Comma);
        matched = accept(TokenKind::RightParen) && accept(TokenKind::Colon) && block(body);
        if (matched) require_version(9, "Parenthesized context managers are");
    }
    if (!matched) {
        back_to(after_with);
        items.clear();
        if (with_items(items) && accept(TokenKind::Colon)) {
            comment = type_comment();
            matched = block(body);
        }
    }
    if (!matched) {
        back_to(start);
        if (invalid_rules_) invalid_with_stmt();
        return nullptr;
    }
    Position at = statement_from(start);
    Seq<WithItem*> all = items.finish(arena_);
    if (!async) return make<With>(at, all, body, comment);
    require_version(5, "Async with statements are");
    return make<AsyncWith>(at, all, body, comment);
}

// ','.with_item+
bool Parser::with_items(Collector<WithItem*>& items) {
    Mark end = mark_;
    do {
        WithItem* item = with_item();
        if (!item) break;
        items.add(item);
        end = mark_;
    } while (accept(TokenKind::Comma));
    back_to(end);
    return !items.empty();
}

// with_item: expression 'as' star_target &(',' | ')' | ':') | expression
WithItem* Parser::with_item() {
    Mark start = mark_;
    Expr* context = expression();
    if (!context) return nullptr;
    Mark end = mark_;
    if (accept(TokenKind::KeywordAs)) {
        Expr* target = star_target();
        if (target && (at(TokenKind::Comma) || at(TokenKind::RightParen) || at(TokenKind::Colon))) {
            set_context(target, ExprContext::Store);
            return arena_.make_plain<WithItem>(context, target);
        }
        back_to(start);
        if (invalid_rules_) invalid_with_item();
        mark_ = end;
    }
    return arena_.make_plain<WithItem>(context, static_cast<Expr*>(nullptr));
}

// try_stmt: 'try' &&':' block finally_block
//         | 'try' &&':' block (except_block+ | except_star_block+) [else_block] [finally_block]
Stmt* Parser::try_stmt() {
    if (invalid_rules_) invalid_try_stmt();
    Mark start = mark_;
    advance();
    expect_forced(TokenKind::Colon, ":");
    Seq<Stmt*> body, orelse, finalbody;
    if (!block(body)) return back_to(start);
    if (finally_block(finalbody))
        return make<Try>(statement_from(start), body, Seq<Handler*>{}, orelse, finalbody);
    Collector<Handler*> handlers(scratch_);
    while (Handler* handler = except_block()) handlers.add(handler);
    bool star = handlers.empty();
    if (star)
        while (Handler* handler = except_star_block()) handlers.add(handler);
    if (handlers.empty()) return back_to(start);
    optional_else_block(orelse);
    finally_block(finalbody);
    Position at = statement_from(start);
    Seq<Handler*> all = handlers.finish(arena_);
    if (star) {
        require_version(11, "Exception groups are");
        return make<TryStar>(at, body, all, orelse, finalbody);
    }
    return make<Try>(at, body, all, orelse, finalbody);
}

// except_block: 'except' expression ['as' NAME] ':' block | 'except' ':' block
Handler* Parser::except_block() {
    Mark start = mark_;
    if (!at(TokenKind::KeywordExcept)) {
        miss();
        return nullptr;
    }
    if (invalid_rules_) invalid_except_stmt_indent();
    advance();
    Seq<Stmt*> body;
    if (accept(TokenKind::Colon)) {
        if (block(body))
            return arena_.make_plain<ExceptHandler>(statement_from(start), static_cast<Expr*>(nullptr),
                                                    static_cast<Identifier>(nullptr), body);
    } else if (Handler* handler = except_clause(start)) {
        return handler;
    }
    back_to(start);
    if (invalid_rules_) invalid_except_stmt();
    return nullptr;
}

// except_star_block: 'except' '*' expression ['as' NAME] ':' block
Handler* Parser::except_star_block() {
    Mark start = mark_;
    if (!at(TokenKind::KeywordExcept)) {
        miss();
        return nullptr;
    }
    if (invalid_rules_) invalid_except_star_stmt_indent();
    advance();
    if (accept(TokenKind::Star))
        if (Handler* handler = except_clause(start)) return handler;
    back_to(start);
    if (invalid_rules_) invalid_except_stmt();
    return nullptr;
}

// expression ['as' NAME] ':' block
Handler* Parser::except_clause(Mark start) {
    Mark head = mark_;
    Expr* type = expression();
    if (!type) return nullptr;
    Identifier name = optional_as_name();
    Seq<Stmt*> body;
    if (!accept(TokenKind::Colon) || !block(body)) return back_to(head);
    return arena_.make_plain<ExceptHandler>(statement_from(start), type, name, body);
}

// finally_block: 'finally' &&':' block
bool Parser::finally_block(Seq<Stmt*>& body) {
    Mark start = mark_;
    if (!at(TokenKind::KeywordFinally)) return miss();
    if (invalid_rules_) invalid_finally_stmt();
    advance();
    expect_forced(TokenKind::Colon, ":");
    return block(body) || rewind(start);
}

/// Decorators and the class or function below them.
Stmt* Parser::decorated() {
    Mark start = mark_;
    Exprs list(scratch_);
    if (!decorators(list)) return back_to(start);
    Seq<Expr*> all = list.finish(arena_);
    Stmt* definition = nullptr;
    if (at(TokenKind::KeywordClass)) definition = class_def_raw(all);
    else if (at(TokenKind::KeywordDef) || at(TokenKind::KeywordAsync)) definition = function_def_raw(all);
    return definition ? definition : back_to(start);
}

// decorators: ('@' named_expression NEWLINE)+
bool Parser::decorators(Exprs& list) {
    while (at(TokenKind::At)) {
        advance();
        Expr* decorator = named_expression();
        if (!decorator || !accept(TokenKind::Newline)) return miss();
        list.add(decorator);
    }
    return true;
}

// class_def_raw: 'class' NAME ['(' [arguments] ')'] ':' block
Stmt* Parser::class_def_raw(Seq<Expr*> decorator_list) {
    if (invalid_rules_) invalid_class_def_raw();
    Mark start = mark_;
    advance();
    if (!at(TokenKind::Name)) return back_to(start);
    Identifier name = identifier();
    Call* bases = class_arguments();
    Seq<Stmt*> body;
    if (!accept(TokenKind::Colon) || !block(body)) return back_to(start);
    return make<ClassDef>(statement_from(start), name, bases ? bases->args : Seq<Expr*>{},
                          bases ? bases->keywords : Seq<Keyword*>{}, body, decorator_list);
}

// ['(' [arguments] ')']
Call* Parser::class_arguments() {
    Mark start = mark_;
    if (!accept(TokenKind::LeftParen)) return nullptr;
    Call* found = at(TokenKind::RightParen) ? nullptr : arguments(false);
    return accept(TokenKind::RightParen) ? found : back_to(start);
}

// function_def_raw: [ASYNC] 'def' NAME &&'(' [params] ')' ['->' expression] &&':'
//                   [func_type_comment] block
Stmt* Parser::function_def_raw(Seq<Expr*> decorator_list) {
    if (invalid_rules_) invalid_def_raw();
    Mark start = mark_;
    bool async = accept(TokenKind::KeywordAsync);
    if (!accept(TokenKind::KeywordDef) || !at(TokenKind::Name)) return back_to(start);
    Identifier name = identifier();
    expect_forced(TokenKind::LeftParen, "(");
    Arguments* arguments = nullptr;
    if (at(TokenKind::RightParen) || !params(def_style, arguments)) arguments = no_arguments();
    if (!accept(TokenKind::RightParen)) return back_to(start);
    Expr* returns = nullptr;
    if (at(TokenKind::Arrow)) {
        advance();
        returns = expression();
        if (!returns) back_to(mark_ - 1);
    }
    expect_forced(TokenKind::Colon, ":");
    Text comment;
    Seq<Stmt*> body;
    if ((options_.type_comments && !func_type_comment(comment)) || !block(body)) return back_to(start);
    Position at = statement_from(start);
    if (!async) return make<FunctionDef>(at, name, arguments, body, decorator_list, returns, comment);
    require_version(5, "Async functions are");
    return make<AsyncFunctionDef>(at, name, arguments, body, decorator_list, returns, comment);
}

}  // namespace minipy
