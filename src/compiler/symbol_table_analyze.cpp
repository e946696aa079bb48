// The second walk of the symbol table: where does each name of each block live?
//
// A block's names are decided before those of the blocks inside it. A name that the block does not bind is
// looked for in the enclosing functions, innermost first: the first one that knows the name answers for all
// further out, since its own symbol is decided already. CPython hands sets of bound, free and global names
// down and up instead; following the chain of parents gives the same scopes without building any.
// Invariant: if a symbol is Free, each function between its block and the binding one has it as Free too,
// and the binding one as Cell. Class blocks are passed over: their names are invisible from inside, except
// for `__class__`, which every class provides to its methods.
//
// CPython: Python/symtable.c (analyze_block, analyze_name, analyze_cells, update_symbols, drop_class_free)
#include <fmt/format.h>

#include "compiler/compile_error.h"
#include "compiler/symbol_table.h"
#include "objects/str.h"

namespace minipy {

namespace {

class Analyzer {
  public:
    Analyzer(const Str* class_cell_name, const Source& source)
        : class_cell_name_(class_cell_name), source_(source) {}

    void analyze(SymbolTableEntry& entry) {
        // Blocks inside may add free symbols to this one later; those come with their scope.
        for (std::size_t index = 0; index < entry.symbols.size(); ++index)
            entry.symbols[index].scope = decide(entry, entry.symbols[index]);
        for (SymbolTableEntry* child : entry.children) analyze(*child);
    }

  private:
    Scope decide(SymbolTableEntry& entry, const Symbol& symbol) {
        if (symbol.flags & symbol_flag::global) {
            if (symbol.flags & symbol_flag::nonlocal) fail(entry, symbol, "name '{}' is nonlocal and global");
            return Scope::GlobalExplicit;
        }
        if (symbol.flags & symbol_flag::nonlocal) {
            if (entry.kind == BlockKind::Module)
                fail(entry, symbol, "nonlocal declaration not allowed at module level");
            if (!capture(entry, symbol.name)) fail(entry, symbol, "no binding for nonlocal '{}' found");
            return Scope::Free;
        }
        if (symbol.flags & symbol_flag::bound) return Scope::Local;
        return capture(entry, symbol.name) ? Scope::Free : Scope::GlobalImplicit;
    }

    /// The nearest enclosing block that can hand the name's cell inwards: it binds the name, or has it as a
    /// free variable itself. Null if the name is global.
    SymbolTableEntry* provider(const SymbolTableEntry& entry, const Str* name) const noexcept {
        for (SymbolTableEntry* outer = entry.parent; outer; outer = outer->parent) {
            if (outer->kind == BlockKind::Class) {
                if (name == class_cell_name_) return outer;
                continue;
            }
            if (outer->kind != BlockKind::Function) return nullptr;
            if (const Symbol* symbol = outer->find(name)) {
                Scope scope = symbol->scope;
                return scope == Scope::GlobalExplicit || scope == Scope::GlobalImplicit ? nullptr : outer;
            }
        }
        return nullptr;
    }

    /// Makes the name of an enclosing function available in the block; false if there is none.
    bool capture(SymbolTableEntry& entry, Str* name) {
        SymbolTableEntry* from = provider(entry, name);
        if (!from) return false;
        for (SymbolTableEntry* between = entry.parent; between != from; between = between->parent)
            pass_on(*between, name);
        if (from->kind == BlockKind::Class)
            from->needs_class_closure = true;
        else if (Symbol* symbol = from->symbols.find(name); symbol->scope == Scope::Local)
            symbol->scope = Scope::Cell;
        return true;
    }

    /// A block between the use of a free variable and its binding gets it as a free variable of its own.
    static void pass_on(SymbolTableEntry& entry, Str* name) {
        Symbol& symbol = entry.symbols.add(name);
        // Only a class can have a name of its own here, invisible from inside; it keeps the scope it has.
        if (symbol.flags & (symbol_flag::bound | symbol_flag::global)) symbol.flags |= symbol_flag::free_class;
        if (symbol.flags == 0) symbol.scope = Scope::Free;
    }

    /// The error is shown at the declaration. error_at_directive.
    [[noreturn]] void fail(const SymbolTableEntry& entry, const Symbol& symbol, std::string_view format) const {
        ast::Position at;
        for (const Directive& directive : entry.directives)
            if (directive.name == symbol.name) {
                at = directive.at;
                break;
            }
        throw compile_error(source_, at, fmt::format(fmt::runtime(format), str_utf8(symbol.name)));
    }

    const Str* class_cell_name_;
    const Source& source_;
};

}  // namespace

void analyze_block(SymbolTableEntry& entry, const Str* class_cell_name, const Source& source) {
    Analyzer(class_cell_name, source).analyze(entry);
}

}  // namespace minipy
