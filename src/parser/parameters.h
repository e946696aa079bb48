// What tells the parameters of a function definition from those of a lambda expression.
//
// One set of parser functions reads both; only the end token and the annotations differ.
//
// CPython: Grammar/python.gram (params, lambda_params)
#pragma once

#include "parser/grammar.h"

namespace minipy {

struct Parser::ParameterStyle {
    TokenKind end;        // behind the last parameter
    bool annotations;
    const char* subject;  // of error messages
};

}  // namespace minipy
