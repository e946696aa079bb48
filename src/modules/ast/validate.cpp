// Whether a tree made by a program has the shape that the parser would give it.
//
// What the types of the fields leave open is checked here: contexts of expressions, lists that must not be
// empty, lengths that must agree, what a constant may be. Invariant: the tree has been read from Python objects
// within the recursion limit, so walking it is safe; nulls stand only where a sequence allows them.
//
// CPython: Python/ast.c (_PyAST_Validate)
#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "modules/ast/convert.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/complex.h"
#include "objects/errors.h"
#include "objects/float.h"
#include "objects/int.h"
#include "objects/set.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "parser/walk.h"

namespace minipy {
namespace {

using ast::ExprContext;
using ast::ExprKind;
using enum ast::ExprContext;

/// The reason why a tree is refused is raised where it is found; then `Refused` leads out of the walk.
struct Refused {};

[[noreturn]] void refuse(std::string_view message, Type& type = value_error_type) {
    (void)raise(type, message);
    throw Refused();
}

const char* context_name(ExprContext context) {
    return context == Load ? "Load" : context == Store ? "Store" : "Del";
}

void check_position(const ast::Position& at) {
    if (at.line > at.end_line)
        refuse(fmt::format("AST node line range ({}, {}) is not valid", at.line, at.end_line));
    if ((at.line < 0 && at.end_line != at.line) || (at.column < 0 && at.column != at.end_column))
        refuse(fmt::format("AST node column range ({}, {}) for line range ({}, {}) is not valid", at.column,
                           at.end_column, at.line, at.end_line));
    if (at.line == at.end_line && at.column > at.end_column)
        refuse(fmt::format("line {}, column {}-{} is not a valid range", at.line, at.column, at.end_column));
}

void check_name(const Str* name) {
    for (const std::string_view keyword : {"None", "True", "False"})
        if (str_utf8(name) == keyword)
            refuse(fmt::format("identifier field can't represent '{}' constant", keyword));
}

void check_capture(const Str* name) {
    if (!name) return;
    if (str_utf8(name) == "_") refuse("can't capture name '_' in patterns");
    check_name(name);
}

bool is_plain_constant(const Object* value) {
    return is_none(value) || value == &ellipsis || is_bool(value) || is_exactly(value, int_type) ||
           is_exactly(value, float_type) || is_exactly(value, complex_type) || is_exactly(value, str_type) ||
           is_exactly(value, bytes_type);
}

void check_constant(Object* value) {
    if (is_plain_constant(value)) return;
    RecursionGuard guard(" during compilation");
    if (!guard.entered()) throw Refused();
    if (is_exactly(value, tuple_type)) {
        for (Object* item : static_cast<Tuple*>(value)->span()) check_constant(item);
    } else if (is_exactly(value, frozenset_type)) {
        for (const SetEntry& entry : static_cast<Set*>(value)->slots())
            if (entry.key) check_constant(entry.key);
    } else {
        refuse(fmt::format("got an invalid type in Constant: {}", short_name(value->type)), type_error_type);
    }
}

template <class T>
void check_not_empty(const ast::Seq<T>& items, const char* what, const char* owner) {
    if (items.empty()) refuse(fmt::format("empty {} on {}", what, owner));
}

void check(ast::Expr* expr, ExprContext context);
void check(ast::Stmt* stmt);
void check(ast::Pattern* pattern, bool star_ok);

void check_all(ast::Seq<ast::Expr*> items, ExprContext context = Load, bool null_ok = false) {
    for (ast::Expr* item : items) {
        if (item)
            check(item, context);
        else if (!null_ok)
            refuse("None disallowed in expression list");
    }
}

void check_all(ast::Seq<ast::Stmt*> statements) {
    for (ast::Stmt* stmt : statements) {
        if (!stmt) refuse("None disallowed in statement list");
        check(stmt);
    }
}

void check_all(ast::Seq<ast::Pattern*> patterns, bool star_ok) {
    for (ast::Pattern* pattern : patterns) {
        if (!pattern) refuse("None disallowed in pattern list");
        check(pattern, star_ok);
    }
}

void check_optional(ast::Expr* expr_or_null, ExprContext context = Load) {
    if (expr_or_null) check(expr_or_null, context);
}

/// The items of a list of products: CPython would crash at None.
template <class Product, class Check>
void check_products(ast::Seq<Product*> products, Check check_one) {
    for (Product* product : products) {
        if (!product) refuse("None disallowed in list of nodes");
        check_one(*product);
    }
}

void check_body(ast::Seq<ast::Stmt*> body, const char* owner) {
    check_not_empty(body, "body", owner);
    check_all(body);
}

// --- Expressions

void check_keywords(ast::Seq<ast::Keyword*> keywords) {
    check_products(keywords, [](ast::Keyword& keyword) { check(keyword.value, Load); });
}

void check_args(ast::Seq<ast::Arg*> args) {
    check_products(args, [](ast::Arg& arg) {
        check_position(arg.at);
        check_optional(arg.annotation);
    });
}

void check_arguments(ast::Arguments& arguments) {
    check_args(arguments.posonlyargs);
    check_args(arguments.args);
    if (arguments.vararg) check_optional(arguments.vararg->annotation);
    check_args(arguments.kwonlyargs);
    if (arguments.kwarg) check_optional(arguments.kwarg->annotation);
    if (arguments.defaults.size() > arguments.posonlyargs.size() + arguments.args.size())
        refuse("more positional defaults than args on arguments");
    if (arguments.kw_defaults.size() != arguments.kwonlyargs.size())
        refuse("length of kwonlyargs is not the same as kw_defaults on arguments");
    check_all(arguments.defaults);
    check_all(arguments.kw_defaults, Load, true);
}

void check_generators(ast::Seq<ast::Comprehension*> generators) {
    if (generators.empty()) refuse("comprehension with no generators");
    check_products(generators, [](ast::Comprehension& loop) {
        check(loop.target, Store);
        check(loop.iter, Load);
        check_all(loop.ifs);
    });
}

/// The check of one kind of expression; most have nothing to them but their children in the order of the
/// fields.
struct ExprCheck {
    ExprContext context;  // that of the place where the expression stands

    template <class Node>
    void operator()(Node& node) const {
        ast::for_each_child(node, [](auto* child) {
            using Child = std::remove_pointer_t<decltype(child)>;
            if constexpr (std::is_same_v<Child, ast::Expr>) check(child, Load);
        });
    }
    void operator()(ast::BoolOp& node) const {
        if (node.values.size() < 2) refuse("BoolOp with less than 2 values");
        check_all(node.values);
    }
    void operator()(ast::Lambda& node) const {
        check_arguments(*node.args);
        check(node.body, Load);
    }
    void operator()(ast::Dict& node) const {
        if (node.keys.size() != node.values.size())
            refuse("Dict doesn't have the same number of keys as values");
        check_all(node.keys, Load, true);
        check_all(node.values);
    }
    void operator()(ast::Set& node) const { check_all(node.elts); }
    void operator()(ast::JoinedStr& node) const { check_all(node.values); }
    void operator()(ast::ListComp& node) const { comprehension(node, node.elt); }
    void operator()(ast::SetComp& node) const { comprehension(node, node.elt); }
    void operator()(ast::GeneratorExp& node) const { comprehension(node, node.elt); }
    void operator()(ast::DictComp& node) const {
        comprehension(node, node.key);
        check(node.value, Load);
    }
    template <class Node>
    static void comprehension(Node& node, ast::Expr* element) {
        check_generators(node.generators);
        check(element, Load);
    }
    void operator()(ast::Compare& node) const {
        if (node.comparators.empty()) refuse("Compare with no comparators");
        if (node.comparators.size() != node.ops.size())
            refuse("Compare has a different number of comparators and operands");
        check_all(node.comparators);
        check(node.left, Load);
    }
    void operator()(ast::Call& node) const {
        check(node.func, Load);
        check_all(node.args);
        check_keywords(node.keywords);
    }
    void operator()(ast::Constant& node) const { check_constant(node.value); }
    void operator()(ast::Subscript& node) const {
        check(node.slice, Load);
        check(node.value, Load);
    }
    void operator()(ast::Starred& node) const { check(node.value, context); }
    void operator()(ast::List& node) const { check_all(node.elts, context); }
    void operator()(ast::Tuple& node) const { check_all(node.elts, context); }
    void operator()(ast::NamedExpr& node) const {
        if (node.target->kind != ExprKind::Name) refuse("NamedExpr target must be a Name", type_error_type);
        check(node.value, Load);
    }
};

/// The context that an expression says it stands in; Load for those that can stand in no other.
struct OwnContext {
    ExprContext found = Load;
    bool declared = false;

    template <class Node>
    void operator()(Node& node) {
        if constexpr (requires { node.ctx; }) {
            found = node.ctx;
            declared = true;
        }
    }
};

void check(ast::Expr* expr, ExprContext context) {
    check_position(expr->at);
    if (auto* variable = ast::try_as<ast::Name>(expr)) check_name(variable->id);
    OwnContext own;
    ast::dispatch(expr, own);
    if (!own.declared && context != Load)
        refuse(fmt::format("expression which can't be assigned to in {} context", context_name(context)));
    if (own.declared && own.found != context)
        refuse(fmt::format("expression must have {} context but has {} instead", context_name(context),
                           context_name(own.found)));
    ast::dispatch(expr, ExprCheck{context});
}

// --- Patterns

bool is_number(ast::Expr* expr, bool real, bool imaginary) {
    const auto* constant = ast::try_as<ast::Constant>(expr);
    if (!constant) return false;
    return (real && (is_exactly(constant->value, float_type) || is_exactly(constant->value, int_type))) ||
           (imaginary && is_exactly(constant->value, complex_type));
}

bool is_negative_number(ast::Expr* expr, bool imaginary) {
    const auto* minus = ast::try_as<ast::UnaryOp>(expr);
    return minus && minus->op == ast::UnaryOperator::USub && is_number(minus->operand, true, imaginary);
}

/// `1 + 2j`, `-1 - 2j`.
bool is_complex_literal(ast::Expr* expr) {
    const auto* sum = ast::try_as<ast::BinOp>(expr);
    if (!sum || (sum->op != ast::Operator::Add && sum->op != ast::Operator::Sub)) return false;
    return (is_number(sum->left, true, false) || is_negative_number(sum->left, false)) &&
           is_number(sum->right, false, true);
}

void check_literal_pattern(ast::Expr* expr) {
    check(expr, Load);
    if (const auto* constant = ast::try_as<ast::Constant>(expr)) {
        const Object* value = constant->value;
        if (is_number(expr, true, true) || is_exactly(value, bytes_type) || is_exactly(value, str_type)) return;
        refuse("unexpected constant inside of a literal pattern");
    }
    if (expr->kind == ExprKind::Attribute || expr->kind == ExprKind::JoinedStr ||
        is_negative_number(expr, true) || is_complex_literal(expr))
        return;
    refuse("patterns may only match literals and attribute lookups");
}

struct PatternCheck {
    bool star_ok;

    void operator()(ast::MatchValue& node) const { check_literal_pattern(node.value); }
    void operator()(ast::MatchSingleton& node) const {
        if (!is_none(node.value) && !is_bool(node.value))
            refuse("MatchSingleton can only contain True, False and None");
    }
    void operator()(ast::MatchSequence& node) const { check_all(node.patterns, true); }
    void operator()(ast::MatchMapping& node) const {
        if (node.keys.size() != node.patterns.size())
            refuse("MatchMapping doesn't have the same number of keys as patterns");
        check_capture(node.rest);
        for (ast::Expr* key : node.keys) {
            if (!key) refuse("None disallowed in expression list");
            const auto* constant = ast::try_as<ast::Constant>(key);
            if (constant && (is_none(constant->value) || is_bool(constant->value))) continue;
            check_literal_pattern(key);
        }
        check_all(node.patterns, false);
    }
    void operator()(ast::MatchClass& node) const {
        if (node.kwd_attrs.size() != node.kwd_patterns.size())
            refuse("MatchClass doesn't have the same number of keyword attributes as patterns");
        check(node.cls, Load);
        ast::Expr* cls = node.cls;
        while (auto* attribute = ast::try_as<ast::Attribute>(cls)) cls = attribute->value;
        if (cls->kind != ExprKind::Name)
            refuse("MatchClass cls field can only contain Name or Attribute nodes.");
        for (const Str* attribute : node.kwd_attrs) {
            if (!attribute) refuse("None disallowed in list of names");
            check_name(attribute);
        }
        check_all(node.patterns, false);
        check_all(node.kwd_patterns, false);
    }
    void operator()(ast::MatchStar& node) const {
        if (!star_ok) refuse("can't use MatchStar here");
        check_capture(node.name);
    }
    void operator()(ast::MatchAs& node) const {
        check_capture(node.name);
        if (!node.pattern) return;
        if (!node.name) refuse("MatchAs must specify a target name if a pattern is given");
        check(node.pattern, false);
    }
    void operator()(ast::MatchOr& node) const {
        if (node.patterns.size() < 2) refuse("MatchOr requires at least 2 patterns");
        check_all(node.patterns, false);
    }
};

void check(ast::Pattern* pattern, bool star_ok) {
    check_position(pattern->at);
    ast::dispatch(pattern, PatternCheck{star_ok});
}

// --- Statements

struct StmtCheck {
    /// Statements with nothing but optional expressions: `return`, `assert`, `pass` ...
    template <class Node>
    void operator()(Node& node) const {
        ast::for_each_field(node, [](ast::Field, auto& member) {
            if constexpr (std::is_same_v<decltype(member), ast::Expr*&>) check_optional(member);
        });
    }
    void operator()(ast::FunctionDef& node) const { function(node, "FunctionDef"); }
    void operator()(ast::AsyncFunctionDef& node) const { function(node, "AsyncFunctionDef"); }
    template <class Def>
    static void function(Def& node, const char* owner) {
        check_body(node.body, owner);
        check_arguments(*node.args);
        check_all(node.decorator_list);
        check_optional(node.returns);
    }
    void operator()(ast::ClassDef& node) const {
        check_body(node.body, "ClassDef");
        check_all(node.bases);
        check_keywords(node.keywords);
        check_all(node.decorator_list);
    }
    void operator()(ast::Delete& node) const {
        check_not_empty(node.targets, "targets", "Delete");
        check_all(node.targets, Del);
    }
    void operator()(ast::Assign& node) const {
        check_not_empty(node.targets, "targets", "Assign");
        check_all(node.targets, Store);
        check(node.value, Load);
    }
    void operator()(ast::AugAssign& node) const {
        check(node.target, Store);
        check(node.value, Load);
    }
    void operator()(ast::AnnAssign& node) const {
        if (node.target->kind != ExprKind::Name && node.simple)
            refuse("AnnAssign with simple non-Name target", type_error_type);
        check(node.target, Store);
        check_optional(node.value);
        check(node.annotation, Load);
    }
    void operator()(ast::For& node) const { for_loop(node, "For"); }
    void operator()(ast::AsyncFor& node) const { for_loop(node, "AsyncFor"); }
    template <class Loop>
    static void for_loop(Loop& node, const char* owner) {
        check(node.target, Store);
        check(node.iter, Load);
        check_body(node.body, owner);
        check_all(node.orelse);
    }
    void operator()(ast::While& node) const { tested(node, "While"); }
    void operator()(ast::If& node) const { tested(node, "If"); }
    template <class Node>
    static void tested(Node& node, const char* owner) {
        check(node.test, Load);
        check_body(node.body, owner);
        check_all(node.orelse);
    }
    void operator()(ast::With& node) const { with(node, "With"); }
    void operator()(ast::AsyncWith& node) const { with(node, "AsyncWith"); }
    template <class Node>
    static void with(Node& node, const char* owner) {
        check_not_empty(node.items, "items", owner);
        check_products(node.items, [](ast::WithItem& item) {
            check(item.context_expr, Load);
            check_optional(item.optional_vars, Store);
        });
        check_body(node.body, owner);
    }
    void operator()(ast::Match& node) const {
        check(node.subject, Load);
        check_not_empty(node.cases, "cases", "Match");
        check_products(node.cases, [](ast::MatchCase& match_case) {
            check(match_case.pattern, false);
            check_optional(match_case.guard);
            check_body(match_case.body, "match_case");
        });
    }
    void operator()(ast::Raise& node) const {
        if (!node.exc && node.cause) refuse("Raise with cause but no exception");
        check_optional(node.exc);
        check_optional(node.cause);
    }
    void operator()(ast::Try& node) const { try_statement(node, "Try"); }
    void operator()(ast::TryStar& node) const { try_statement(node, "TryStar"); }
    template <class Node>
    static void try_statement(Node& node, const char* owner) {
        check_body(node.body, owner);
        if (node.handlers.empty() && node.finalbody.empty())
            refuse(fmt::format("{} has neither except handlers nor finalbody", owner));
        if (node.handlers.empty() && !node.orelse.empty())
            refuse(fmt::format("{} has orelse but no except handlers", owner));
        check_products(node.handlers, [](ast::ExceptHandler& handler) {
            if (std::is_same_v<Node, ast::Try>) check_position(handler.at);
            check_optional(handler.type);
            check_body(handler.body, "ExceptHandler");
        });
        check_all(node.finalbody);
        check_all(node.orelse);
    }
    void operator()(ast::Import& node) const { names(node.names, "Import"); }
    void operator()(ast::ImportFrom& node) const {
        if (node.level < 0) refuse("Negative ImportFrom level");
        names(node.names, "ImportFrom");
    }
    void operator()(ast::Global& node) const { names(node.names, "Global"); }
    void operator()(ast::Nonlocal& node) const { names(node.names, "Nonlocal"); }
    template <class T>
    static void names(ast::Seq<T*> items, const char* owner) {
        check_not_empty(items, "names", owner);
        check_products(items, [](T&) {});
    }
};

void check(ast::Stmt* stmt) {
    check_position(stmt->at);
    ast::dispatch(stmt, StmtCheck{});
}

struct ModCheck {
    void operator()(ast::Module& node) const { check_all(node.body); }
    void operator()(ast::Interactive& node) const { check_all(node.body); }
    void operator()(ast::Expression& node) const { check(node.body, Load); }
    void operator()(ast::FunctionType& node) const {
        check_all(node.argtypes);
        check(node.returns, Load);
    }
};

}  // namespace

Status validate_tree(ast::Mod* module) {
    try {
        ast::dispatch(module, ModCheck{});
        return done;
    } catch (const Refused&) {
        return failed;
    }
}

}  // namespace minipy
