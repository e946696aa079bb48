// Walking the AST: from a node to its own type, and from a node to its children.
//
// Made from ast.def, so a pass names only the nodes it does something with; a generic overload visits the
// children of all others. Children come in the order of the fields, which is mostly the order of the source
// (decorators, defaults and annotations of functions are the exceptions). They are handed out as references
// to the pointers that hold them, so that a pass can put another node in their place.
//
// CPython: the VISIT macros of Python/symtable.c and CALL macros of Python/ast_opt.c
#pragma once

#include <type_traits>

#include "parser/ast.h"

namespace minipy::ast {

/// Keeps each kind of node in a stack frame of its own. Inlined into one function, a level of the tree would
/// take the stack that all kinds need together, and deep trees would overflow it.
template <class Node, class Visitor>
[[gnu::noinline]] void visit_apart(Node& node, Visitor& visitor) {
    visitor(node);
}

/// Calls `visitor` with the node as its own type: `dispatch(expr, [](auto& node) { ... })`.
template <class Visitor>
void dispatch(Expr* node, Visitor&& visitor) {
    switch (node->kind) {
#define AST_EXPR(Name, ...) \
    case ExprKind::Name: visit_apart(*as<ast::Name>(node), visitor); break;
#include "parser/ast.def"
    }
}
template <class Visitor>
void dispatch(Stmt* node, Visitor&& visitor) {
    switch (node->kind) {
#define AST_STMT(Name, ...) \
    case StmtKind::Name: visit_apart(*as<ast::Name>(node), visitor); break;
#include "parser/ast.def"
    }
}
template <class Visitor>
void dispatch(Pattern* node, Visitor&& visitor) {
    switch (node->kind) {
#define AST_PATTERN(Name, ...) \
    case PatternKind::Name: visit_apart(*as<ast::Name>(node), visitor); break;
#include "parser/ast.def"
    }
}
template <class Visitor>
void dispatch(Mod* node, Visitor&& visitor) {
    switch (node->kind) {
#define AST_MOD(Name, ...) \
    case ModKind::Name: visit_apart(*as<ast::Name>(node), visitor); break;
#include "parser/ast.def"
    }
}

/// Whether a field of this type points to a node (and not to an object, or holds a plain value).
template <class Field>
inline constexpr bool is_child = std::is_pointer_v<Field> && !std::is_same_v<Field, Object*> &&
                                 !std::is_same_v<Field, Identifier>;

template <class Field>
inline constexpr bool is_sequence = false;
template <class Item>
inline constexpr bool is_sequence<Seq<Item>> = is_child<Item>;

/// Calls `visitor(child)` for each child that is there.
template <class Node, class Visitor>
void for_each_child(Node& node, Visitor&& visitor) {
    for_each_field(node, [&](Field, auto& field) {
        using Field = std::remove_reference_t<decltype(field)>;
        if constexpr (is_child<Field>) {
            if (field) visitor(field);
        } else if constexpr (is_sequence<Field>) {
            for (auto& item : field)
                if (item) visitor(item);
        }
    });
}

}  // namespace minipy::ast
