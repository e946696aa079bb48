// Trees of C++ nodes to trees of Python objects and back.
//
// CPython: Python/Python-ast.c (PyAST_mod2obj, PyAST_obj2mod), Python/ast.c (_PyAST_Validate)
#pragma once

#include "objects/type.h"
#include "parser/arena.h"
#include "parser/parser.h"

namespace minipy {

/// Whether the object is a node of a tree: an instance of `ast.AST`. PyAST_Check.
Result<bool> is_tree(Object* object);

/// The tree as instances of the classes of `_ast`. RecursionError if it is too deep. PyAST_mod2obj.
Ref<Object> tree_to_python(ast::Mod* module);

/// The tree that the object describes, in the arena, checked for the shape that the compiler counts on. Null
/// with TypeError or ValueError pending; whatever attributes of the objects raise is passed on.
/// PyAST_obj2mod and _PyAST_Validate.
ast::Mod* tree_from_python(Object* object, ParseMode mode, ast::Arena& arena);

/// Whether the tree has the shape that the parser would give it. Raises ValueError, TypeError.
/// _PyAST_Validate.
Status validate_tree(ast::Mod* module);

}  // namespace minipy
