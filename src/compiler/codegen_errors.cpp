// Code generation: errors, and warnings about code that is legal but can hardly be meant.
//
// CPython: Python/compile.c (compiler_error, compiler_warn, forbidden_name, check_compare, check_caller,
// check_subscripter, check_index, validate_keywords)
#include <fmt/format.h>

#include <algorithm>
#include <boost/container/small_vector.hpp>
#include <utility>

#include "compiler/codegen.h"
#include "compiler/compile_error.h"
#include "objects/complex.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/set.h"
#include "objects/singletons.h"

namespace minipy {

/// A SyntaxError at the current position.
void CodeGenerator::error(std::string message) const {
    throw compile_error(source_, unit_->at, std::move(message));
}

/// A SyntaxWarning at the current line.
void CodeGenerator::warn(std::string message) const {
    if (!options_.warnings) return;
    const SourceWarning warning{SourceWarning::Kind::Syntax, std::move(message), unit_->at.line};
    if ((*options_.warnings)(warning)) error(warning.message);
}

std::string CodeGenerator::repr_text(Object* object) {
    Ref<Str> text = repr(object);
    return std::string(str_utf8(text.get()));
}

void CodeGenerator::check_not_debug(Str* name, ast::ExprContext context) const {
    if (name != debug_ || context == ast::ExprContext::Load) return;
    error(context == ast::ExprContext::Store ? "cannot assign to __debug__" : "cannot delete __debug__");
}

void CodeGenerator::check_argument_names(const ast::Arguments* arguments) const {
    auto check = [this](const ast::Arg* argument) {
        if (argument) check_not_debug(argument->arg, ast::ExprContext::Store);
    };
    for (ast::Arg* argument : arguments->posonlyargs) check(argument);
    for (ast::Arg* argument : arguments->args) check(argument);
    check(arguments->vararg);
    for (ast::Arg* argument : arguments->kwonlyargs) check(argument);
    check(arguments->kwarg);
}

CodeGenerator::Repetition CodeGenerator::find_repetition(std::span<Str* const> names) {
    boost::container::small_vector<std::pair<Str*, std::size_t>, 16> sorted;
    for (std::size_t i = 0; i < names.size(); ++i)
        if (names[i]) sorted.emplace_back(names[i], i);
    std::sort(sorted.begin(), sorted.end());
    Repetition found{names.size(), names.size()};
    for (std::size_t i = 1; i < sorted.size(); ++i)
        if (sorted[i - 1].first == sorted[i].first && sorted[i - 1].second < found.first)
            found = {sorted[i - 1].second, sorted[i].second};
    return found;
}

void CodeGenerator::check_keywords(ast::Seq<ast::Keyword*> keywords) {
    boost::container::small_vector<Str*, 16> names;
    for (const ast::Keyword* keyword : keywords) names.push_back(keyword->arg);
    const Repetition found = find_repetition({names.data(), names.size()});
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (!names[i]) continue;
        check_not_debug(names[i], ast::ExprContext::Store);
        if (i != found.first) continue;
        unit_->at = keywords[found.again]->at;
        error(fmt::format("keyword argument repeated: {}", str_utf8(names[i])));
    }
}

namespace {

/// Whether identity says anything about the operand: a literal may or may not be shared.
bool has_identity(const ast::Expr* operand) {
    auto* constant = ast::try_as<const ast::Constant>(operand);
    if (!constant) return true;
    const Object* value = constant->value;
    return value == &none || value == &ellipsis || is_bool(value);
}

/// The name of the type that the expression's value will have, or null if that cannot be said.
const char* type_name_of(const ast::Expr* expression) {
    using enum ast::ExprKind;
    switch (expression->kind) {
        case Tuple: return "tuple";
        case List:
        case ListComp: return "list";
        case Dict:
        case DictComp: return "dict";
        case Set:
        case SetComp: return "set";
        case GeneratorExp: return "generator";
        case Lambda: return "function";
        case JoinedStr:
        case FormattedValue: return "str";
        case Constant: return ast::as<const ast::Constant>(expression)->value->type->name;
        default: return nullptr;
    }
}

bool is_int_constant(const ast::Expr* expression) {
    auto* constant = ast::try_as<const ast::Constant>(expression);
    return constant && is_int(constant->value);
}

}  // namespace

/// `x is 1`
void CodeGenerator::check_identity_comparison(ast::Compare* node) const {
    bool left = has_identity(node->left);
    for (std::size_t i = 0; i < node->ops.size(); ++i) {
        bool right = has_identity(node->comparators[i]);
        bool is = node->ops[i] == ast::CompareOperator::Is;
        if ((is || node->ops[i] == ast::CompareOperator::IsNot) && !(left && right)) {
            return warn(is ? "\"is\" with a literal. Did you mean \"==\"?"
                           : "\"is not\" with a literal. Did you mean \"!=\"?");
        }
        left = right;
    }
}

/// `[("a", 1) ("b", 2)]`: a display or literal is called, a comma is missing.
void CodeGenerator::check_callable(Expr function) const {
    const char* type = type_name_of(function);
    if (!type || function->kind == ast::ExprKind::Lambda) return;
    warn(fmt::format("'{}' object is not callable; perhaps you missed a comma?", type));
}

/// `{1, 2}[0]`
void CodeGenerator::check_subscriptable(Expr container) const {
    using enum ast::ExprKind;
    switch (container->kind) {
        case Constant: {
            Object* value = ast::as<ast::Constant>(container)->value;
            if (value != &none && value != &ellipsis && !is_int(value) && value->type != &float_type &&
                value->type != &complex_type && value->type != &frozenset_type) {
                return;
            }
            break;
        }
        case Set:
        case SetComp:
        case GeneratorExp:
        case Lambda: break;
        default: return;
    }
    warn(fmt::format("'{}' object is not subscriptable; perhaps you missed a comma?", type_name_of(container)));
}

/// `[1, 2]["a"]`
void CodeGenerator::check_index(Expr container, Expr index) const {
    using enum ast::ExprKind;
    const char* index_type = type_name_of(index);
    if (!index_type || is_int_constant(index)) return;
    switch (container->kind) {
        case Constant: {
            Object* value = ast::as<ast::Constant>(container)->value;
            if (!is_str(value) && value->type != &bytes_type && value->type != &tuple_type) return;
            break;
        }
        case Tuple:
        case List:
        case ListComp:
        case JoinedStr:
        case FormattedValue: break;
        default: return;
    }
    warn(fmt::format("{} indices must be integers or slices, not {}; perhaps you missed a comma?",
                     type_name_of(container), index_type));
}

}  // namespace minipy
