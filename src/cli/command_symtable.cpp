// `minipy --symtable FILE`: the scopes of a file as an indented tree.
//
// Each block with its kind, name and line; each name with where it lives (its scope) and how the block uses
// it. It is the table of the source as written, before constants are folded, as the module `symtable` shows
// it. `--flat` prints the same facts for programs: a line "block DEPTH KIND NAME LINE NESTED PARAMETERS", then
// one line "  NAME FLAGS SCOPE" for each symbol, with CPython's numbers.
//
// CPython: Lib/symtable.py, Modules/symtablemodule.c
#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <utility>

#include "cli/command.h"
#include "cli/input.h"
#include "cli/warning_filters.h"
#include "compiler/future.h"
#include "compiler/symbol_table.h"
#include "objects/str.h"
#include "parser/arena.h"

namespace minipy {

namespace {

const char* kind_name(const SymbolTableEntry& entry) {
    switch (entry.comprehension) {
        case ComprehensionKind::None: break;
        case ComprehensionKind::List: return "list comprehension";
        case ComprehensionKind::Dict: return "dict comprehension";
        case ComprehensionKind::Set: return "set comprehension";
        case ComprehensionKind::Generator: return "generator expression";
    }
    switch (entry.kind) {
        case BlockKind::Function: return entry.is_coroutine ? "async function" : "function";
        case BlockKind::Class: return "class";
        case BlockKind::Module: return "module";
        case BlockKind::Annotation: return "annotation";
    }
    __builtin_unreachable();
}

const char* scope_name(Scope scope) {
    switch (scope) {
        case Scope::Unknown: return "unknown";
        case Scope::Local: return "local";
        case Scope::GlobalExplicit: return "global (declared)";
        case Scope::GlobalImplicit: return "global (implicit)";
        case Scope::Free: return "free";
        case Scope::Cell: return "cell";
    }
    __builtin_unreachable();
}

/// What the block does with the name.
std::string uses(const Symbol& symbol) {
    constexpr struct {
        int flag;
        const char* text;
    } words[] = {
        {symbol_flag::parameter, "parameter"},
        {symbol_flag::import, "imported"},
        {symbol_flag::annotated, "annotated"},
        {symbol_flag::nonlocal, "declared nonlocal"},
        {symbol_flag::local, "assigned"},
        {symbol_flag::comprehension_iterator, "loop variable"},
        {symbol_flag::use, "used"},
        {symbol_flag::free_class, "free in a method"},
    };
    std::string text;
    for (const auto& word : words)
        if (symbol.flags & word.flag) text += (text.empty() ? "" : ", ") + std::string(word.text);
    // Without a use of its own the block only hands the name on.
    return text.empty() ? "passed on to a block inside" : text;
}

void print_tree(const SymbolTableEntry& entry, std::size_t depth) {
    std::string indent(depth * 4, ' ');
    fmt::print("{}{}", indent, kind_name(entry));
    if (entry.kind != BlockKind::Module) fmt::print(" {}, line {}", str_utf8(entry.name), entry.at.line);
    if (entry.is_generator && entry.comprehension == ComprehensionKind::None) fmt::print(", generator");
    if (entry.nested) fmt::print(", nested");
    if (entry.needs_class_closure) fmt::print(", provides __class__");
    fmt::print("\n");

    Size width = 0;
    for (const Symbol& symbol : entry.symbols) width = std::max(width, symbol.name->size);
    for (const Symbol& symbol : entry.symbols) {
        std::string padding(static_cast<std::size_t>(width - symbol.name->size), ' ');
        fmt::print("{}    {}{}  {:<17}  {}\n", indent, str_utf8(symbol.name), padding, scope_name(symbol.scope),
                   uses(symbol));
    }
    for (const SymbolTableEntry* child : entry.children) print_tree(*child, depth + 1);
}

void print_flat(const SymbolTableEntry& entry, int depth) {
    constexpr const char* kinds[] = {"function", "class", "module", "annotation"};
    fmt::print("block {} {} {} {} {} ", depth, kinds[static_cast<int>(entry.kind)], str_utf8(entry.name),
               entry.at.line, entry.nested ? 1 : 0);
    const char* separator = "";
    for (const Str* name : entry.parameter_names)
        fmt::print("{}{}", std::exchange(separator, ","), str_utf8(name));
    fmt::print("\n");
    for (const Symbol& symbol : entry.symbols)
        fmt::print("  {} {} {}\n", str_utf8(symbol.name), symbol.flags, static_cast<int>(symbol.scope));
    for (const SymbolTableEntry* child : entry.children) print_flat(*child, depth + 1);
}

}  // namespace

int command_symtable(Arguments arguments) {
    bool flat = false;
    if (!arguments.empty() && arguments[0] == "--flat") {
        flat = true;
        arguments = arguments.subspan(1);
    }
    if (arguments.size() != 1) return bad_usage;
    return with_source(arguments[0], [flat](const Source& source) {
        ast::Arena arena;
        const WarningHandler warnings = warning_handler(source);
        ast::Mod* module = parse(source, ParseMode::Exec, arena, {.warnings = &warnings});
        int future_flags = find_future_features(module, source).flags;
        SymbolTable table = build_symbol_table(module, arena, source, future_flags);
        if (flat)
            print_flat(*table.top, 0);
        else
            print_tree(*table.top, 0);
        return 0;
    });
}

}  // namespace minipy
