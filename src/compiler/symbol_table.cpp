// The parts of the symbol table that both walks use: the map of a block's symbols, name mangling.
//
// Most blocks have a handful of names, so a map searches its array first and hashes addresses only when it
// has grown. Invariant: `slots_` is empty or a power of two at least twice the number of symbols.
//
// CPython: Python/symtable.c (_PySymtable_Build), Python/compile.c (_Py_Mangle)
#include "compiler/symbol_table.h"

#include <algorithm>
#include <string>

#include "objects/str.h"
#include "parser/arena.h"

namespace minipy {

std::size_t SymbolMap::slot_of(const Str* name) const noexcept {
    std::size_t mask = slots_.size() - 1;
    std::size_t slot = (reinterpret_cast<std::uintptr_t>(name) * 0x9E3779B97F4A7C15u >> 32) & mask;
    while (slots_[slot] != 0 && symbols_[slots_[slot] - 1].name != name) slot = (slot + 1) & mask;
    return slot;
}

Symbol* SymbolMap::find(const Str* name) noexcept {
    if (slots_.empty()) {
        for (Symbol& symbol : symbols_)
            if (symbol.name == name) return &symbol;
        return nullptr;
    }
    std::uint32_t number = slots_[slot_of(name)];
    return number == 0 ? nullptr : &symbols_[number - 1];
}

Symbol& SymbolMap::add(Str* name) {
    if (Symbol* known = find(name)) return *known;
    symbols_.push_back({name});
    if (symbols_.size() > linear_limit) {
        if (symbols_.size() * 2 > slots_.size())
            rebuild(std::max(slots_.size() * 2, linear_limit * 4));
        else
            slots_[slot_of(name)] = static_cast<std::uint32_t>(symbols_.size());
    }
    return symbols_.back();
}

void SymbolMap::rebuild(std::size_t slot_count) {
    slots_.assign(slot_count, 0);
    for (std::size_t index = 0; index < symbols_.size(); ++index)
        slots_[slot_of(symbols_[index].name)] = static_cast<std::uint32_t>(index + 1);
}

Str* mangle(const Str* private_class_or_null, Str* name, ast::Arena& arena) {
    if (!private_class_or_null || name->size < 2 || name->at(0) != '_' || name->at(1) != '_') return name;
    std::string_view text = str_utf8(name);
    // A dotted module name is not a private name, though it may begin like one.
    if (text.ends_with("__") || text.find('.') != text.npos) return name;
    std::string_view class_name = str_utf8(private_class_or_null);
    std::size_t underscores = class_name.find_first_not_of('_');
    if (underscores == class_name.npos) return name;
    std::string mangled = "_";
    return arena.own(intern(mangled.append(class_name.substr(underscores)).append(text)));
}

SymbolTable build_symbol_table(ast::Mod* module, ast::Arena& arena, const Source& source, int future_flags) {
    SymbolTable table;
    collect_symbols(table, module, arena, source, future_flags);
    analyze_block(*table.top, arena.own(intern("__class__")), source);
    return table;
}

}  // namespace minipy
