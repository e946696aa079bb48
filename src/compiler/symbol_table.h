// The symbol table: which names a block binds and uses, and so where each of them lives at run time.
//
// Two walks, as in CPython. The first, over the AST, records for every block (module, class, function,
// comprehension) how each name occurs in it (symtable_collect.cpp); the second, outermost block first,
// decides the scope of each name from that and from the enclosing blocks (symtable_analyze.cpp).
// Invariants: after `build_symbol_table` every symbol of every block reachable from `top` has a scope; names
// are mangled and interned, so they are compared by address; the arena of the AST owns them.
//
// CPython: Python/symtable.c, Include/internal/pycore_symtable.h
#pragma once

#include <cstdint>
#include <deque>
#include <unordered_map>
#include <vector>

#include "compiler/compile.h"
#include "parser/ast.h"

namespace minipy {

enum class BlockKind { Function, Class, Module, Annotation };
enum class ComprehensionKind { None, List, Dict, Set, Generator };
enum class Scope : int { Unknown = 0, Local = 1, GlobalExplicit = 2, GlobalImplicit = 3, Free = 4, Cell = 5 };

/// How a name occurs in a block: CPython's bits (its 32 is never set).
namespace symbol_flag {
inline constexpr int global = 1, local = 2, parameter = 4, nonlocal = 8, use = 16;
inline constexpr int free_class = 64;  // a class's own name that is also free in one of its methods
inline constexpr int import = 128, annotated = 256;
inline constexpr int comprehension_iterator = 512;  // target of a `for` in a comprehension
inline constexpr int bound = local | parameter | import;
}  // namespace symbol_flag

struct Symbol {
    Str* name;  // mangled, interned
    int flags = 0;
    Scope scope = Scope::Unknown;
};

/// The symbols of a block, in order of first occurrence.
class SymbolMap {
  public:
    Symbol* find(const Str* name) noexcept;
    const Symbol* find(const Str* name) const noexcept { return const_cast<SymbolMap*>(this)->find(name); }
    /// The symbol, added without flags if the name is new. The reference holds until the next addition.
    Symbol& add(Str* name);

    std::size_t size() const noexcept { return symbols_.size(); }
    Symbol& operator[](std::size_t index) noexcept { return symbols_[index]; }
    auto begin() const noexcept { return symbols_.begin(); }
    auto end() const noexcept { return symbols_.end(); }

  private:
    static constexpr std::size_t linear_limit = 8;  // up to here a search beats the hash table

    std::size_t slot_of(const Str* name) const noexcept;
    void rebuild(std::size_t slot_count);

    std::vector<Symbol> symbols_;
    std::vector<std::uint32_t> slots_;  // open addressing: index into symbols_ plus 1; 0 is free
};

/// Where a name was declared `global` or `nonlocal`, for errors found later.
struct Directive {
    Str* name;
    ast::Position at;
};

/// One block of the program. PySTEntryObject.
struct SymbolTableEntry {
    const void* key;  // the AST node that opens the block
    Str* name;
    BlockKind kind;
    ast::Position at;
    SymbolTableEntry* parent;  // the enclosing block, null for the module
    bool nested;               // inside a function at any distance
    ComprehensionKind comprehension = ComprehensionKind::None;

    SymbolMap symbols = {};
    std::vector<Str*> parameter_names = {};         // in the order of co_varnames. ste_varnames
    std::vector<SymbolTableEntry*> children = {};   // without annotation blocks
    std::vector<Directive> directives = {};

    bool is_generator = false;
    bool is_coroutine = false;
    bool has_var_arguments = false;
    bool has_var_keywords = false;
    bool returns_value = false;        // has a `return` with a value
    bool needs_class_closure = false;  // class: a method uses `__class__` or `super`

    const Symbol* find(const Str* name) const noexcept { return symbols.find(name); }
    /// The name's scope here; Unknown if it does not occur. _PyST_GetScope.
    Scope scope_of(const Str* name) const noexcept {
        const Symbol* symbol = symbols.find(name);
        return symbol ? symbol->scope : Scope::Unknown;
    }
};

struct SymbolTable {
    std::deque<SymbolTableEntry> entries;  // in the order in which the walk enters them
    SymbolTableEntry* top = nullptr;       // the module
    std::unordered_map<const void*, SymbolTableEntry*> entry_of;  // by AST node

    /// The block that the node opens. _PySymtable_Lookup.
    SymbolTableEntry& lookup(const void* node) const { return *entry_of.at(node); }
};

/// The first walk: fills the table with blocks and with how names occur in them. Throws SourceError.
void collect_symbols(SymbolTable& table, ast::Mod* module, ast::Arena& arena, const Source& source,
                     int future_flags);

/// The second walk: decides the scope of each name in the block and in those inside it. Throws SourceError
/// for declarations that contradict each other or find no binding. analyze_block.
void analyze_block(SymbolTableEntry& entry, const Str* class_cell_name, const Source& source);

/// Both walks. Throws SourceError (SyntaxError texts of symtable.c, RecursionError). _PySymtable_Build.
SymbolTable build_symbol_table(ast::Mod* module, ast::Arena& arena, const Source& source, int future_flags);

/// `__name` inside a class becomes `_Class__name`; the result is owned by the arena. _Py_Mangle.
Str* mangle(const Str* private_class_or_null, Str* name, ast::Arena& arena);

}  // namespace minipy
