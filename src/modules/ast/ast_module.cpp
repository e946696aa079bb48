// _ast: the classes of tree nodes and the flags of compile() that concern trees.
//
// CPython: Python/Python-ast.c (astmodule_exec)
#include "modules/ast/node_classes.h"
#include "modules/support.h"
#include "objects/int.h"

namespace minipy {
namespace {

Status fill_ast_module(Module* module) {
    TRY(make_node_classes());
    TRY(module_set(module, "AST", &ast_type));
    TRY(module_set(module, "PyCF_ALLOW_TOP_LEVEL_AWAIT", new_int(0x2000).get()));
    TRY(module_set(module, "PyCF_ONLY_AST", new_int(0x400).get()));
    TRY(module_set(module, "PyCF_TYPE_COMMENTS", new_int(0x1000).get()));
    for (Type* cls : all_node_classes()) TRY(module_set(module, short_name(cls), cls));
    return done;
}

const ModuleSpec ast_spec = {"_ast", nullptr, {}, fill_ast_module};

}  // namespace

Ref<Module> make_ast_module() { return new_native_module(ast_spec); }

}  // namespace minipy
