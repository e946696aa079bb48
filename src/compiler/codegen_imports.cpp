// Code generation: `import` and `from ... import`.
//
// IMPORT_NAME takes level and wanted names from the stack and leaves a module: for `import a.b.c` the
// outermost package `a`, which is what gets bound; with `as` the inner modules are fetched one by one.
//
// CPython: Python/compile.c (compiler_import, compiler_from_import)
#include "compiler/codegen.h"
#include "compiler/future.h"
#include "objects/int.h"
#include "objects/singletons.h"

namespace minipy {

using enum Opcode;

//   []            0, None, IMPORT_NAME        (for each module)
//   [module]      STORE <first part of the name>, or see import_as
void CodeGenerator::import(ast::Import* statement) {
    for (ast::Alias* alias : statement->names) {
        load_int(0);
        load_none();
        emit_name(IMPORT_NAME, alias->name);
        if (alias->asname) {
            import_as(alias->name, alias->asname);
            continue;
        }
        std::string_view text = str_utf8(alias->name);
        std::size_t dot = text.find('.');
        name(dot == text.npos ? alias->name : own_name(text.substr(0, dot)), ast::ExprContext::Store);
    }
}

//   import a.b.c as d
//   [a]               IMPORT_FROM b, SWAP 2, POP_TOP        (for each part but the last)
//   [a.b]             IMPORT_FROM c
//   [a.b, a.b.c]      STORE d, POP_TOP
void CodeGenerator::import_as(Str* module, Str* as_name) {
    std::string_view rest = str_utf8(module);
    std::size_t dot = rest.find('.');
    if (dot == rest.npos) return name(as_name, ast::ExprContext::Store);
    while (true) {
        rest.remove_prefix(dot + 1);
        dot = rest.find('.');
        emit(IMPORT_FROM, unit_->names.add(own_name(rest.substr(0, dot))));
        if (dot == rest.npos) break;
        emit(SWAP, 2);
        emit(POP_TOP);
    }
    name(as_name, ast::ExprContext::Store);
    emit(POP_TOP);
}

//   []                  level, tuple of names, IMPORT_NAME
//   [module]            IMPORT_FROM <name>, STORE <name or alias>      (for each name)
//   [module]            POP_TOP                                        (or IMPORT_STAR)
void CodeGenerator::import_from(ast::ImportFrom* statement) {
    load_int(statement->level);
    std::vector<Object*> names;
    for (ast::Alias* alias : statement->names) names.push_back(alias->name);
    if (statement->at.line > last_future_line_ && statement->module &&
        str_equal(statement->module, "__future__")) {
        error(late_future_message);
    }
    load_tuple(names);
    emit_name(IMPORT_NAME, statement->module ? statement->module : empty_);
    if (str_equal(statement->names[0]->name, "*")) return emit(IMPORT_STAR);
    for (ast::Alias* alias : statement->names) {
        emit_name(IMPORT_FROM, alias->name);
        name(alias->asname ? alias->asname : alias->name, ast::ExprContext::Store);
    }
    emit(POP_TOP);
}

}  // namespace minipy
