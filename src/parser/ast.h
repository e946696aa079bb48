// The nodes of the abstract syntax tree, made from ast.def.
//
// Every node lives in an `ast::Arena` (arena.h) and is never freed on its own; the arena also owns the
// objects that nodes point to (identifiers are interned). Positions are 1-based lines and 0-based columns
// in bytes of UTF-8, as in CPython. `for_each_field(node, visitor)` calls `visitor(field, member)` for each
// field in order, with its name and whether it must be there: dump, conversions and checks are written on it.
//
// CPython: Parser/Python.asdl, Include/internal/pycore_ast.h
#pragma once

#include <span>

#include "memory/object.h"

namespace minipy {
struct Str;
}

namespace minipy::ast {

template <class T>
using Seq = std::span<T>;
using Identifier = Str*;

/// A field of ASDL's type `string`: a str (bytes at most if Python code made the tree), or null.
struct Text {
    Object* object;
    Text(Object* text = nullptr) noexcept : object(text) {}
    explicit operator bool() const noexcept { return object != nullptr; }
};

/// What is known of a node's field besides its C++ type.
struct Field {
    const char* name;
    bool optional = false;  // may be null (for a number: may be left out)
};

struct Position {
    int line = 0;  // `lineno`
    int column = 0;  // `col_offset`
    int end_line = 0;
    int end_column = 0;
};

#define AST_ENUM(Name, asdl_name, ...) enum class Name : unsigned char { __VA_ARGS__ };
#define VALUE(Name) Name,
#include "parser/ast.def"
#undef VALUE

#define KIND(Name, ...) Name,
enum class ModKind : unsigned char {
#define AST_MOD KIND
#include "parser/ast.def"
};
enum class StmtKind : unsigned char {
#define AST_STMT KIND
#include "parser/ast.def"
};
enum class ExprKind : unsigned char {
#define AST_EXPR KIND
#include "parser/ast.def"
};
enum class PatternKind : unsigned char {
#define AST_PATTERN KIND
#include "parser/ast.def"
};
#undef KIND

struct Mod {
    ModKind kind;
};
struct Stmt {
    StmtKind kind;
    Position at;
};
struct Expr {
    ExprKind kind;
    Position at;
};
struct Pattern {
    PatternKind kind;
    Position at;
};
struct ExceptHandler;
using Handler = ExceptHandler;

#define AST_PRODUCT(Name, ...) struct Name;
#define AST_PRODUCT_AT(Name, ...) struct Name;
#define AST_ONLY(Name, ...) struct Name;
#include "parser/ast.def"

#define FIELD(type, name) type name;
#define OPTIONAL(type, name) type name;
#define NULLABLES(type, name) Seq<type> name;

#define AST_MOD(Name, ...)                                  \
    struct Name : Mod {                                     \
        static constexpr ModKind node_kind = ModKind::Name; \
        __VA_ARGS__                                         \
    };
#define AST_STMT(Name, ...)                                   \
    struct Name : Stmt {                                      \
        static constexpr StmtKind node_kind = StmtKind::Name; \
        __VA_ARGS__                                           \
    };
#define AST_EXPR(Name, ...)                                   \
    struct Name : Expr {                                      \
        static constexpr ExprKind node_kind = ExprKind::Name; \
        __VA_ARGS__                                           \
    };
#define AST_PATTERN(Name, ...)                                      \
    struct Name : Pattern {                                         \
        static constexpr PatternKind node_kind = PatternKind::Name; \
        __VA_ARGS__                                                 \
    };
#define PLAIN(Name, asdl_name, ...) \
    struct Name {                   \
        __VA_ARGS__                 \
    };
#define PLAIN_AT(Name, asdl_name, ...) \
    struct Name {                      \
        Position at;                   \
        __VA_ARGS__                    \
    };
#define AST_PRODUCT PLAIN
#define AST_PRODUCT_AT PLAIN_AT
#define AST_ONLY PLAIN
#define AST_ONLY_AT PLAIN_AT
#include "parser/ast.def"
#undef PLAIN
#undef PLAIN_AT
#undef FIELD
#undef OPTIONAL
#undef NULLABLES

/// The node as its own type; the caller has looked at `kind`.
template <class Node, class Base>
Node* as(Base* node) noexcept {
    return static_cast<Node*>(node);
}
/// The node as its own type, or null if it is of another kind.
template <class Node, class Base>
Node* try_as(Base* node) noexcept {
    return node->kind == Node::node_kind ? static_cast<Node*>(node) : nullptr;
}

#define FIELD(type, name) visitor(Field{#name}, node.name);
#define OPTIONAL(type, name) visitor(Field{#name, true}, node.name);
#define NULLABLES(type, name) visitor(Field{#name}, node.name);
#define FOR_EACH_FIELD(Name, ...)                                          \
    template <class Visitor>                                               \
    void for_each_field([[maybe_unused]] Name& node, Visitor&& visitor) { \
        (void)visitor;                                                     \
        __VA_ARGS__                                                        \
    }
#define FOR_EACH_FIELD_NAMED(Name, asdl_name, ...) FOR_EACH_FIELD(Name, __VA_ARGS__)
#define AST_MOD FOR_EACH_FIELD
#define AST_STMT FOR_EACH_FIELD
#define AST_EXPR FOR_EACH_FIELD
#define AST_PATTERN FOR_EACH_FIELD
#define AST_ONLY FOR_EACH_FIELD_NAMED
#define AST_ONLY_AT FOR_EACH_FIELD_NAMED
#define AST_PRODUCT FOR_EACH_FIELD_NAMED
#define AST_PRODUCT_AT FOR_EACH_FIELD_NAMED
#include "parser/ast.def"
#undef FOR_EACH_FIELD
#undef FOR_EACH_FIELD_NAMED
#undef FIELD
#undef OPTIONAL
#undef NULLABLES

}  // namespace minipy::ast
