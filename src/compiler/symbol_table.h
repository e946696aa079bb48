// The symbol table: which names a block binds and uses, and so where each of them lives at run time.
//
// Two walks, as in CPython: the first records for every block (module, class, function, comprehension)
// how each name occurs in it; the second, outermost block first, decides the scope of each name from that
// and from the enclosing blocks. Invariant: after `build_symbol_table` every symbol has a `scope`.
//
// CPython: Python/symtable.c, Include/internal/pycore_symtable.h
#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "compiler/compile.h"
#include "parser/ast.h"

namespace minipy {

enum class BlockKind { Function, Class, Module, Annotation };
enum class ComprehensionKind { None, List, Dict, Set, Generator };
enum class Scope : int { Unknown = 0, Local = 1, GlobalExplicit = 2, GlobalImplicit = 3, Free = 4, Cell = 5 };

/// How a name occurs in a block: CPython's bits.
namespace symbol_flag {
inline constexpr int global = 1, local = 2, parameter = 4, nonlocal = 8, use = 16, free = 32, free_class = 64,
                     import = 128, annotated = 256, comprehension_iterator = 512;
inline constexpr int bound = local | parameter | import;
}  // namespace symbol_flag

struct Symbol {
    Str* name;  // mangled, interned
    int flags = 0;
    Scope scope = Scope::Unknown;
};

/// One block of the program. PySTEntryObject.
struct SymbolTableEntry {
    const void* key;                // the AST node that opens the block
    Str* name;
    BlockKind kind;
    std::vector<Symbol> symbols;    // in order of first occurrence
    std::unordered_map<Str*, std::size_t> index_of;  // by interned name
    std::vector<Str*> parameter_names;               // ste_varnames
    std::vector<std::unique_ptr<SymbolTableEntry>> children;
    bool nested = false, has_free = false, has_child_free = false, is_generator = false, is_coroutine = false;
    ComprehensionKind comprehension = ComprehensionKind::None;
    bool has_var_arguments = false, has_var_keywords = false, returns_value = false;
    bool needs_class_closure = false, comprehension_iter_target = false;
    int comprehension_iter_expr = 0;
    ast::Position at;

    const Symbol* find(Str* name) const noexcept;
    /// The name's scope here; Unknown if it does not occur. _PyST_GetScope.
    Scope scope_of(Str* name) const noexcept;
};

struct SymbolTable {
    std::unique_ptr<SymbolTableEntry> top;
    std::unordered_map<const void*, SymbolTableEntry*> entry_of;  // by AST node

    /// The block that the node opens. _PySymtable_Lookup.
    SymbolTableEntry& lookup(const void* node) const { return *entry_of.at(node); }
};

/// Throws SourceError (SyntaxError texts of symtable.c, RecursionError). _PySymtable_Build.
SymbolTable build_symbol_table(ast::Mod* module, ast::Arena& arena, const Source& source, int future_flags);

/// `__name` inside a class becomes `_Class__name`; the result is owned by the arena. _Py_Mangle.
Str* mangle(Str* private_class_or_null, Str* name, ast::Arena& arena);

}  // namespace minipy
