// _symtable: the compiler's symbol table as Python objects.
//
// The table lives only while a text is compiled, so each of its blocks is copied into a "symtable entry" of its
// own. A symbol's number holds how the name occurs in the block and, from bit 11 on, where it lives.
//
// CPython: Modules/symtablemodule.c, Python/symtable.c (PySTEntry_Type)
#include <fmt/format.h>

#include "compiler/future.h"
#include "compiler/symbol_table.h"
#include "modules/source_argument.h"
#include "modules/support.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/protocol.h"
#include "objects/str.h"
#include "vm/compile_source.h"

namespace minipy {
namespace {

constexpr int scope_offset = 11, scope_mask = 15;

struct SymtableEntry : Object {
    Object *id, *name, *symbols, *varnames, *children;
    int nested, kind, line;
};

using EntryFields = OwnedFields<SymtableEntry, &SymtableEntry::id, &SymtableEntry::name,
                                &SymtableEntry::symbols, &SymtableEntry::varnames, &SymtableEntry::children>;

NewRef entry_repr(Object* self) {
    const auto* entry = static_cast<SymtableEntry*>(self);
    Ref<Str> id = TRY(to_str(entry->id));
    return str_from_utf8(fmt::format("<symtable entry {}({}), line {}>",
                                     str_utf8(static_cast<Str*>(entry->name)), str_utf8(id.get()),
                                     entry->line));
}

constexpr MemberDef entry_members[] = {
    {"id", MemberKind::Object, offsetof(SymtableEntry, id), true, nullptr},
    {"name", MemberKind::Object, offsetof(SymtableEntry, name), true, nullptr},
    {"symbols", MemberKind::Object, offsetof(SymtableEntry, symbols), true, nullptr},
    {"varnames", MemberKind::Object, offsetof(SymtableEntry, varnames), true, nullptr},
    {"children", MemberKind::Object, offsetof(SymtableEntry, children), true, nullptr},
    {"nested", MemberKind::Int, offsetof(SymtableEntry, nested), true, nullptr},
    {"type", MemberKind::Int, offsetof(SymtableEntry, kind), true, nullptr},
    {"lineno", MemberKind::Int, offsetof(SymtableEntry, line), true, nullptr},
};

const TypeSpec entry_spec = {
    .name = "symtable entry",
    .basic_size = sizeof(SymtableEntry),
    .flags = type_flag::collected | type_flag::disallow_new,
    .slots = {.dealloc = EntryFields::dealloc,
              .traverse = EntryFields::traverse,
              .clear = EntryFields::clear,
              .repr = entry_repr},
    .members = entry_members,
};

Type entry_type(entry_spec);

Ref<Dict> symbol_numbers(const SymbolTableEntry& block) {
    Ref<Dict> numbers = new_dict(static_cast<Size>(block.symbols.size()));
    for (const Symbol& symbol : block.symbols) {
        const int scope = static_cast<int>(symbol.scope) << scope_offset;
        TRY(dict_set(numbers.get(), symbol.name, new_int(symbol.flags | scope).get()));
    }
    return numbers;
}

/// The block and those inside it. As deep as the tree was, which the walks over it have limited.
Ref<Object> copy_entry(const SymbolTableEntry& block) {
    Ref<Object> made = Ref<Object>::steal(allocate_instance(&entry_type));
    auto* entry = static_cast<SymtableEntry*>(made.get());
    entry->id = new_int(static_cast<std::int64_t>(reinterpret_cast<std::intptr_t>(block.key))).release();
    entry->name = share(block.name).release();
    entry->symbols = TRY(symbol_numbers(block)).release();
    Ref<List> parameters = new_list(), children = new_list();
    for (Str* parameter : block.parameter_names) TRY(list_append(parameters.get(), parameter));
    for (const SymbolTableEntry* child : block.children)
        TRY(list_append(children.get(), TRY(copy_entry(*child)).get()));
    entry->varnames = parameters.release();
    entry->children = children.release();
    entry->nested = block.nested;
    entry->kind = static_cast<int>(block.kind);
    entry->line = block.at.line;
    return made;
}

Ref<Object> table_of(ast::Mod* module, const Source& source, ast::Arena& arena) {
    const int future_flags = find_future_features(module, source).flags;
    const SymbolTable table = build_symbol_table(module, arena, source, future_flags);
    return copy_entry(*table.top);
}

/// (source, filename, mode)
NewRef symtable_symtable(Object*, Object* const* arguments) {
    const std::string filename = TRY(source_filename(arguments[1]));
    if (!is_str(arguments[2])) return raise_bad_argument("symtable", "argument 3", "str", arguments[2]);
    SourceText text = TRY(source_text(arguments[0], "symtable", "string or bytes"));
    const std::string_view mode = str_utf8(static_cast<Str*>(arguments[2]));
    SourceRequest request;
    if (mode == "exec")
        request.mode = ParseMode::Exec;
    else if (mode == "eval")
        request.mode = ParseMode::Eval;
    else if (mode == "single")
        request.mode = ParseMode::Single;
    else
        return raise(value_error_type, "symtable() arg 3 must be 'exec' or 'eval' or 'single'");
    request.from_file = request.given_bytes = !text.decoded;
    return parse_text(std::move(text.octets), filename, request, table_of);
}

Status fill_symtable_module(Module* module) {
    ready_type(entry_type);
    using namespace symbol_flag;
    const std::pair<const char*, int> constants[] = {
        {"USE", use},
        {"DEF_GLOBAL", global},
        {"DEF_NONLOCAL", nonlocal},
        {"DEF_LOCAL", local},
        {"DEF_PARAM", parameter},
        {"DEF_FREE", 32},
        {"DEF_FREE_CLASS", free_class},
        {"DEF_IMPORT", symbol_flag::import},
        {"DEF_BOUND", bound},
        {"DEF_ANNOT", annotated},
        {"TYPE_FUNCTION", static_cast<int>(BlockKind::Function)},
        {"TYPE_CLASS", static_cast<int>(BlockKind::Class)},
        {"TYPE_MODULE", static_cast<int>(BlockKind::Module)},
        {"LOCAL", static_cast<int>(Scope::Local)},
        {"GLOBAL_EXPLICIT", static_cast<int>(Scope::GlobalExplicit)},
        {"GLOBAL_IMPLICIT", static_cast<int>(Scope::GlobalImplicit)},
        {"FREE", static_cast<int>(Scope::Free)},
        {"CELL", static_cast<int>(Scope::Cell)},
        {"SCOPE_OFF", scope_offset},
        {"SCOPE_MASK", scope_mask},
    };
    for (const auto& [constant, value] : constants) TRY(module_set(module, constant, new_int(value).get()));
    return done;
}

constexpr NativeDef symtable_functions[] = {
    {"symtable", symtable_symtable, "($module, source, filename, startstr, /)",
     "The scopes of a source text as the compiler sees them."},
};

const ModuleSpec symtable_spec = {"_symtable", nullptr, symtable_functions, fill_symtable_module};

}  // namespace

Ref<Module> make_symtable_module() { return new_native_module(symtable_spec); }

}  // namespace minipy
