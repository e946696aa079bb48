// Parameters of `def` and `lambda`: one set of rules, told apart by a style (what ends the list, annotations).
//
// `parameters` reads the list from left to right and checks the order that the grammar's rules
// slash_no_default, slash_with_default, param_with_default and star_etc describe: a parameter without a
// default after one that has one is seen at the '=' that misses.
//
// CPython: Grammar/python.gram (Function parameters, Lambda functions), _PyPegen_make_arguments
#include "parser/parameters.h"

namespace minipy {

using namespace ast;

const Parser::ParameterStyle Parser::def_style{TokenKind::RightParen, true, "Function"};
const Parser::ParameterStyle Parser::lambda_style{TokenKind::Colon, false, "Lambda expression"};

Arguments* Parser::no_arguments() { return arena_.make_plain<Arguments>(); }

// params: parameters
bool Parser::params(const ParameterStyle& style, Arguments*& arguments) {
    if (invalid_rules_) invalid_parameters(style);
    arguments = no_arguments();
    return parameters(style, *arguments);
}

// parameters: param* ['/'] param* [star_etc]
bool Parser::parameters(const ParameterStyle& style, Arguments& found) {
    Mark start = mark_;
    Collector<Arg*> args(scratch_);
    Exprs defaults(second_scratch_);
    for (;;) {
        if (at(TokenKind::Name)) {
            Arg* parameter = param(style);
            args.add(parameter);
            if (at(TokenKind::Equal)) {
                Expr* value = default_value();
                if (!value) return rewind(start);
                defaults.add(value);
            } else if (!defaults.empty()) {
                return rewind(start);
            }
            if (!parameter_end(style, parameter)) return rewind(start);
        } else if (at(TokenKind::Slash) && !args.empty() && found.posonlyargs.empty()) {
            advance();
            if (!parameter_end(style)) return rewind(start);
            require_version(8, "Positional-only parameters are");
            found.posonlyargs = args.finish(arena_);
            args.clear();
        } else {
            break;
        }
    }
    found.args = args.finish(arena_);
    found.defaults = defaults.finish(arena_);
    if (at(TokenKind::Star) || at(TokenKind::DoubleStar)) return star_etc(style, found) || rewind(start);
    return mark_ != start || miss();
}

// star_etc: '*' param_no_default param_maybe_default* [kwds] | '*' ',' param_maybe_default+ [kwds] | kwds
bool Parser::star_etc(const ParameterStyle& style, Arguments& found) {
    Mark start = mark_;
    if (!at(TokenKind::Star)) return kwds(style, found);
    if (invalid_rules_) invalid_star_etc(style);
    advance();
    bool bare = accept(TokenKind::Comma);
    if (!bare) {
        if (!at(TokenKind::Name)) return rewind(start);
        found.vararg = param(style, true);
        if (!parameter_end(style, found.vararg)) return rewind(start);
    }
    Collector<Arg*> args(scratch_);
    Exprs defaults(second_scratch_);
    while (at(TokenKind::Name)) {
        Arg* parameter = param(style);
        args.add(parameter);
        Expr* value = at(TokenKind::Equal) ? default_value() : nullptr;
        if (!parameter_end(style, parameter)) return rewind(start);
        defaults.add(value);
    }
    if (bare && args.empty()) return rewind(start);
    found.kwonlyargs = args.finish(arena_);
    found.kw_defaults = defaults.finish(arena_);
    return !at(TokenKind::DoubleStar) || kwds(style, found) || rewind(start);
}

// kwds: '**' param_no_default
bool Parser::kwds(const ParameterStyle& style, Arguments& found) {
    Mark start = mark_;
    if (!at(TokenKind::DoubleStar)) return miss();
    if (invalid_rules_) invalid_kwds(style);
    advance();
    if (!at(TokenKind::Name)) return rewind(start);
    found.kwarg = param(style);
    return parameter_end(style, found.kwarg) || rewind(start);
}

// default: '=' expression
Expr* Parser::default_value() {
    Mark start = mark_;
    Expr* value = accept(TokenKind::Equal) ? expression() : nullptr;
    if (value) return value;
    back_to(start);
    if (invalid_rules_) invalid_default();
    return nullptr;
}

/// A comma, or the end of the list behind a last parameter without one. A parameter's type comment stands
/// behind the comma, or where one would be.
bool Parser::parameter_end(const ParameterStyle& style, Arg* parameter) {
    const bool comma = accept(TokenKind::Comma);
    if (parameter && style.annotations && at(TokenKind::TypeComment)) parameter->type_comment = type_comment();
    return comma || at(style.end) || miss();
}

// param: NAME [annotation]; after a star also NAME ':' star_expression
Arg* Parser::param(const ParameterStyle& style, bool may_be_starred) {
    Mark start = mark_;
    if (!at(TokenKind::Name)) {
        miss();
        return nullptr;
    }
    Identifier name = identifier();
    Expr* annotation = nullptr;
    if (style.annotations && at(TokenKind::Colon)) {
        Mark end = mark_;
        advance();
        annotation = may_be_starred && at(TokenKind::Star) ? star_expression() : expression();
        if (!annotation) back_to(end);
    }
    return arena_.make_plain<Arg>(from(start), name, annotation, Text());
}

}  // namespace minipy
