// The Python classes of the AST: one for each constructor, sum and product of ast.def.
//
// The classes are made once, when `_ast` or a tree is first asked for, by calling `type` with what ast.def
// says:
// `_fields`, `_attributes`, the line of grammar as `__doc__`, None for what may be left out. From then on a C++
// node type finds its class in `node_class<Node>` and the sum it belongs to in `sum_class<Base>`. A constructor
// without fields (`Load`, `Add`) has one instance, which all trees share.
//
// CPython: Python/Python-ast.c (init_types, PyAST_Check)
#pragma once

#include <span>
#include <vector>

#include "objects/type.h"
#include "parser/ast.h"

namespace minipy {

extern Type ast_type;  // AST, the base of all

/// The class of a kind of node with its interned field names, in the order of ast.def.
struct NodeClass {
    Type* type = nullptr;
    std::vector<Str*> fields = {};
};

template <class Node>
inline NodeClass node_class = {};

/// The class that stands for all constructors of a sum: `expr` for ast::Expr, `operator` for ast::Operator.
template <class Base>
inline Type* sum_class = nullptr;

/// The one instance of each constructor of an enumeration, in order.
template <class Enum>
inline std::vector<Object*> enum_instances = {};

/// The names of the fields that say where a node stands; the last two may be left out but in patterns.
inline constexpr const char* position_names[] = {"lineno", "col_offset", "end_lineno", "end_col_offset"};
inline constexpr int required_position_names = 2;

template <class Node>
concept HasPosition = requires(Node& node) {
    node.at;
};

/// What CPython's grammar of trees (Python.asdl) calls the type: "expr", "arguments", "identifier".
template <class T>
inline constexpr const char* asdl_name = nullptr;
template <>
inline constexpr const char* asdl_name<ast::Mod> = "mod";
template <>
inline constexpr const char* asdl_name<ast::Stmt> = "stmt";
template <>
inline constexpr const char* asdl_name<ast::Expr> = "expr";
template <>
inline constexpr const char* asdl_name<ast::Pattern> = "pattern";
template <>
inline constexpr const char* asdl_name<ast::Identifier> = "identifier";
template <>
inline constexpr const char* asdl_name<ast::Text> = "string";
template <>
inline constexpr const char* asdl_name<Object*> = "constant";
template <>
inline constexpr const char* asdl_name<int> = "int";
#define ASDL_NAME(Name, name, ...) \
    template <>                    \
    inline constexpr const char* asdl_name<ast::Name> = name;
#define AST_PRODUCT ASDL_NAME
#define AST_PRODUCT_AT ASDL_NAME
#define AST_ONLY ASDL_NAME
#define AST_ONLY_AT ASDL_NAME
#define AST_ENUM ASDL_NAME
#include "parser/ast.def"
#undef ASDL_NAME
template <class T>
requires(asdl_name<T> != nullptr) inline constexpr const char* asdl_name<T*> = asdl_name<T>;

/// Makes the classes unless they are there.
Status make_node_classes();
/// All of them but AST, in the order of ast.def.
std::span<Type* const> all_node_classes() noexcept;

}  // namespace minipy
