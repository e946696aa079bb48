// code: what Python code can ask of a code object beside its attributes, and `types.CodeType(...)`,
// `replace()`.
//
// A code object from Python is put together like the compiler's: variables, cells and free variables share one
// tuple of names, in which a cell that is also a variable stands once. Only what fits so far that the eval loop
// can rely on it is accepted; the bytecode itself is taken as it is.
//
// CPython: Objects/codeobject.c (code_new_impl, code_replace_impl, PyCode_NewWithPosOnlyArgs)
#include "objects/code_methods.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "objects/audit.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/line_table.h"
#include "objects/protocol.h"

namespace minipy {
namespace {

Code* as_code(Object* object) noexcept { return static_cast<Code*>(object); }

LineTableReader line_table_of(const Code* code) { return {code->line_table->view(), code->first_line}; }

NewRef code_varname_from_oparg(Object* self, Object* const* arguments) {
    const int slot = TRY(argument_int(arguments[0]));
    const Tuple* names = as_code(self)->local_names.get();
    if (slot < 0 || slot >= names->size) return raise(index_error_type, "tuple index out of range");
    return new_ref(names->items()[slot]);
}

// --- Making code objects

/// The parts as `types.CodeType` takes them.
struct CodeParts {
    int argument_count, positional_only_count, keyword_only_count, local_count, stack_size, flags, first_line;
    Ref<Bytes> code, line_table, exception_table;
    Ref<Tuple> constants, names, variable_names, free_names, cell_names;
    Ref<Str> filename, name, qualified_name;
};

bool holds_name(const Tuple* names, Object* wanted) noexcept {
    return std::ranges::any_of(names->span(), [&](Object* name) {
        return str_equal(static_cast<Str*>(name), static_cast<Str*>(wanted));
    });
}

/// Variables, then the cells that are no variables, then the free variables.
void set_locals(CodeFields& fields, const CodeParts& parts) {
    std::vector<Object*> names;
    std::string kinds;
    const auto add = [&](Object* name, unsigned kind) {
        names.push_back(name);
        kinds += static_cast<char>(kind);
    };
    for (Object* name : parts.variable_names->span())
        add(name, local_kind::local | (holds_name(parts.cell_names.get(), name) ? local_kind::cell : 0));
    for (Object* name : parts.cell_names->span())
        if (!holds_name(parts.variable_names.get(), name)) add(name, local_kind::cell);
    for (Object* name : parts.free_names->span()) add(name, local_kind::free);
    fields.local_names = new_tuple(names);
    fields.local_kinds = new_bytes(kinds);
}

Status check_names(const Tuple* names) {
    const bool strings = std::ranges::all_of(names->span(), [](Object* name) { return is_str(name); });
    return strings ? Status(done) : raise(system_error_type, "non-string found in code slot");
}

Ref<Code> assemble(CodeParts parts) {
    for (const Ref<Tuple>* names : {&parts.names, &parts.variable_names, &parts.free_names, &parts.cell_names})
        TRY(check_names(names->get()));
    const std::int64_t arguments = std::int64_t{parts.argument_count} + parts.keyword_only_count +
                                   ((parts.flags & code_flag::var_arguments) != 0) +
                                   ((parts.flags & code_flag::var_keywords) != 0);
    if (arguments > parts.variable_names->size)
        return raise(value_error_type, "code: co_varnames is too small");
    if (parts.local_count != parts.variable_names->size)
        return raise(value_error_type, "code: co_nlocals != len(co_varnames)");
    if (parts.code->size % 2 != 0) return raise(value_error_type, "code: co_code is malformed");
    TRY(audit("code.__new__", parts.code, parts.filename, parts.name, parts.argument_count,
              parts.positional_only_count, parts.keyword_only_count, parts.local_count, parts.stack_size,
              parts.flags));
    CodeFields fields;
    set_locals(fields, parts);
    fields.argument_count = parts.argument_count;
    fields.positional_only_count = parts.positional_only_count;
    fields.keyword_only_count = parts.keyword_only_count;
    fields.stack_size = parts.stack_size;
    fields.flags = parts.flags;
    fields.first_line = parts.first_line;
    fields.code = std::move(parts.code);
    // Names are interned in place, constants too: the tuples given may be seen by others.
    fields.constants = new_tuple(parts.constants->span());
    fields.names = new_tuple(parts.names->span());
    fields.filename = std::move(parts.filename);
    fields.name = std::move(parts.name);
    fields.qualified_name = std::move(parts.qualified_name);
    fields.line_table = std::move(parts.line_table);
    fields.exception_table = std::move(parts.exception_table);
    if (const char* fault = check_code_fields(fields))
        return raise(system_error_type, fmt::format("code: {}", fault));
    return new_code(std::move(fields));
}

/// The argument as an object of the exact kind wanted; `where` names it: "code() argument 7".
template <class T>
Status take(Object* given, Type& type, unsigned subclass_flag, const std::string& where, Ref<T>& part) {
    if (!given->type->has(subclass_flag)) return raise_bad_argument(where, type.name, given);
    part = share(static_cast<T*>(given));
    return done;
}
Status take(Object* given, const std::string& where, Ref<Bytes>& part) {
    return take(given, bytes_type, type_flag::bytes_subclass, where, part);
}
Status take(Object* given, const std::string& where, Ref<Tuple>& part) {
    return take(given, tuple_type, type_flag::tuple_subclass, where, part);
}
Status take(Object* given, const std::string& where, Ref<Str>& part) {
    return take(given, str_type, type_flag::str_subclass, where, part);
}

/// A tuple of names that code() was given: exact strings.
Ref<Tuple> checked_names(const Ref<Tuple>& names) {
    for (Object* name : names->span())
        if (!is_str(name))
            return raise(type_error_type,
                         fmt::format("name tuples must contain only strings, not '{}'", name->type->name));
    return names;
}

/// Calls `visit(name, member)` for each part in the order of the signature of replace().
template <class Parts, class Visitor>
void for_each_part(Parts& parts, Visitor visit) {
    visit("co_argcount", parts.argument_count);
    visit("co_posonlyargcount", parts.positional_only_count);
    visit("co_kwonlyargcount", parts.keyword_only_count);
    visit("co_nlocals", parts.local_count);
    visit("co_stacksize", parts.stack_size);
    visit("co_flags", parts.flags);
    visit("co_firstlineno", parts.first_line);
    visit("co_code", parts.code);
    visit("co_consts", parts.constants);
    visit("co_names", parts.names);
    visit("co_varnames", parts.variable_names);
    visit("co_freevars", parts.free_names);
    visit("co_cellvars", parts.cell_names);
    visit("co_filename", parts.filename);
    visit("co_name", parts.name);
    visit("co_qualname", parts.qualified_name);
    visit("co_linetable", parts.line_table);
    visit("co_exceptiontable", parts.exception_table);
}

CodeParts parts_of(const Code* code) {
    return {.argument_count = code->argument_count,
            .positional_only_count = code->positional_only_count,
            .keyword_only_count = code->keyword_only_count,
            .local_count = code_local_count(*code),
            .stack_size = code->stack_size,
            .flags = code->flags,
            .first_line = code->first_line,
            .code = code->code,
            .line_table = code->line_table,
            .exception_table = code->exception_table,
            .constants = code->constants,
            .names = code->names,
            .variable_names = code_variable_names(code),
            .free_names = code_free_names(code),
            .cell_names = code_cell_names(code),
            .filename = code->filename,
            .name = code->name,
            .qualified_name = code->qualified_name};
}

NewRef code_replace(Object* self, Object* const* arguments) {
    CodeParts parts = parts_of(as_code(self));
    bool ok = true;
    for_each_part(parts, [&]<class T>(const char* name, T& member) {
        Object* given = *arguments++;
        if (!ok || !given) return;
        if constexpr (std::is_same_v<T, int>) {
            const Result<int> number = argument_int(given);
            ok = static_cast<bool>(number);
            if (ok) member = *number;
        } else {
            ok = static_cast<bool>(take(given, fmt::format("replace() argument '{}'", name), member));
        }
    });
    for_each_part(parts, [&]<class T>(const char* name, T& member) {
        if constexpr (std::is_same_v<T, int>)
            if (ok && member < 0) {
                ok = false;
                (void)raise(value_error_type, fmt::format("{} must be a positive integer", name));
            }
    });
    if (!ok) return failed;
    return assemble(std::move(parts));
}

}  // namespace

NewRef code_sizeof(Object* self, Object* const*) {
    const auto* code = static_cast<const Code*>(self);
    const Size adaptive = code->words ? code->code->size : 0;
    return new_int(static_cast<std::int64_t>(sizeof(Code)) + adaptive);
}

const NativeDef code_methods[5] = {
    {"co_lines", code_co_lines, "-($self)", nullptr},
    {"co_positions", code_co_positions, "-($self)", nullptr},
    {"replace", code_replace,
     "($self, /, *, co_argcount=<absent: -1>, co_posonlyargcount=<absent: -1>, "
     "co_kwonlyargcount=<absent: -1>, co_nlocals=<absent: -1>, co_stacksize=<absent: -1>, "
     "co_flags=<absent: -1>, co_firstlineno=<absent: -1>, co_code=<absent: None>, "
     "co_consts=<absent: None>, co_names=<absent: None>, co_varnames=<absent: None>, "
     "co_freevars=<absent: None>, co_cellvars=<absent: None>, co_filename=<absent: None>, "
     "co_name=<absent: None>, co_qualname=<absent: None>, co_linetable=<absent: None>, "
     "co_exceptiontable=<absent: None>)",
     "A copy of the code object with other values for the parts given."},
    {"_varname_from_oparg", code_varname_from_oparg, "($self, /, oparg)",
     "(internal-only) The name of a fast local."},
    {"__sizeof__", code_sizeof, "-($self, /)", "Bytes of memory, the running copy of the code included."},
};

NewRef code_new(Type*, Tuple* arguments, Dict* keywords_or_null) {
    constexpr Size least = 16, most = 18;
    if (keywords_or_null && keywords_or_null->used)
        return raise(type_error_type, "code() takes no keyword arguments");
    const Size given = arguments->size;
    if (given < least || given > most)
        return raise(type_error_type,
                     fmt::format("code expected at {} {} arguments, got {}", given < least ? "least" : "most",
                                 given < least ? least : most, given));
    CodeParts parts{};
    parts.free_names = parts.cell_names = new_tuple({});
    Size index = 0;
    bool ok = true;
    const auto next = [&]<class T>(T& member) {
        if (!ok || index >= given) return;
        Object* argument = (*arguments)[index++];
        if constexpr (std::is_same_v<T, int>) {
            const Result<int> number = argument_int(argument);
            ok = static_cast<bool>(number);
            if (ok) member = *number;
        } else {
            ok = static_cast<bool>(take(argument, fmt::format("code() argument {}", index), member));
        }
    };
    next(parts.argument_count), next(parts.positional_only_count), next(parts.keyword_only_count);
    next(parts.local_count), next(parts.stack_size), next(parts.flags), next(parts.code);
    next(parts.constants), next(parts.names), next(parts.variable_names), next(parts.filename);
    next(parts.name), next(parts.qualified_name), next(parts.first_line), next(parts.line_table);
    next(parts.exception_table), next(parts.free_names), next(parts.cell_names);
    if (!ok) return failed;
    const std::pair<const char*, int> counts[] = {{"argcount", parts.argument_count},
                                                  {"posonlyargcount", parts.positional_only_count},
                                                  {"kwonlyargcount", parts.keyword_only_count},
                                                  {"nlocals", parts.local_count}};
    for (const auto& [name, count] : counts)
        if (count < 0) return raise(value_error_type, fmt::format("code: {} must not be negative", name));
    for (Ref<Tuple>* names : {&parts.names, &parts.variable_names, &parts.free_names, &parts.cell_names})
        *names = TRY(checked_names(*names));
    return assemble(std::move(parts));
}

NewRef code_lnotab(Object* self) {
    const Code* code = as_code(self);
    std::string table;
    const auto emit = [&](int units, int lines) {
        table += static_cast<char>(units);
        table += static_cast<char>(lines);
    };
    int line = code->first_line, offset = 0;
    LineTableReader reader = line_table_of(code);
    for (LineTableEntry entry; reader.next(entry);) {
        if (entry.range.line < 0 || entry.range.line == line) continue;
        int bytes = entry.start * 2 - std::exchange(offset, entry.start * 2);
        int lines = entry.range.line - std::exchange(line, entry.range.line);
        for (; bytes > 255; bytes -= 255) emit(255, 0);
        for (; lines > 127; lines -= 127) emit(std::exchange(bytes, 0), 127);
        for (; lines < -128; lines += 128) emit(std::exchange(bytes, 0), -128);
        emit(bytes, lines);
    }
    return new_bytes(table);
}

}  // namespace minipy
