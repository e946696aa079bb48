// code: creation, checks, attributes, comparison.
//
// CPython: Objects/codeobject.c
#include "objects/code.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <new>
#include <utility>
#include <vector>

#include "memory/allocator.h"
#include "objects/code_methods.h"
#include "objects/constant.h"
#include "objects/errors.h"
#include "objects/int.h"
#include "objects/line_table.h"
#include "objects/opcode.h"
#include "objects/protocol.h"
#include "objects/set.h"
#include "objects/singletons.h"
#include "objects/weak_reference.h"

namespace minipy {
namespace {

Code* as_code(Object* object) noexcept { return static_cast<Code*>(object); }

void code_dealloc(Object* self) noexcept {
    const auto bytes = static_cast<std::size_t>(as_code(self)->code->size);
    std::free(as_code(self)->words);
    if (int* lines = as_code(self)->lines) release(lines, bytes / 2 * sizeof(int));
    clear_weak_references(self);
    as_code(self)->~Code();
    release(self, sizeof(Code));
}

NewRef code_repr(Object* self) {
    const Code* code = as_code(self);
    return str_from_utf8(fmt::format("<code object {} at {}, file \"{}\", line {}>", str_utf8(code->name.get()),
                                     fmt::ptr(self), str_utf8(code->filename.get()),
                                     code->first_line != 0 ? code->first_line : -1));
}

Result<Hash> code_hash(Object* self) {
    const Code* code = as_code(self);
    Hash result = 0;
    const std::initializer_list<Object*> parts = {code->name.get(), code->constants.get(), code->names.get(),
                                                  code->local_names.get()};
    for (Object* part : parts) result ^= TRY(hash(part));
    // Lambdas of one line differ in nothing else, and a module may have thousands.
    result ^= code->first_line ^ bytes_hash(code->line_table.get());
    result ^= code->argument_count ^ code->positional_only_count ^ code->keyword_only_count ^ code->flags;
    return result == -1 ? -2 : result;
}

NewRef code_compare(Object* left, Object* right, CompareOp op) {
    if ((op != CompareOp::Eq && op != CompareOp::Ne) || !is_code(left) || !is_code(right))
        return new_ref(&not_implemented);
    return new_bool(code_equal(as_code(left), as_code(right)) == (op == CompareOp::Eq));
}

template <int CodeFields::*field>
NewRef get_int(Object* self) {
    return new_int(as_code(self)->*field);
}
template <class T, Ref<T> CodeFields::*field>
NewRef get_part(Object* self) {
    return new_ref((as_code(self)->*field).get());
}

NewRef code_local_count_get(Object* self) { return new_int(code_local_count(*as_code(self))); }
NewRef code_varnames_get(Object* self) { return code_variable_names(as_code(self)); }
NewRef code_cellvars_get(Object* self) { return code_cell_names(as_code(self)); }
NewRef code_freevars_get(Object* self) { return code_free_names(as_code(self)); }

/// The instructions as the eval loop has them at this moment, caches included; specialised opcodes of our own
/// under the name of what they came from.
NewRef code_adaptive_get(Object* self) {
    const Code* code = as_code(self);
    if (!code->words) return new_ref(code->code.get());
    const auto* bytes = static_cast<const char*>(code->words);
    std::string text(bytes, static_cast<std::size_t>(code->code->size));
    for (std::size_t i = 0; i < text.size(); i += 2) {
        const auto opcode = static_cast<Opcode>(static_cast<unsigned char>(text[i]));
        text[i] = static_cast<char>(shown_opcode(opcode));
        i += 2 * static_cast<std::size_t>(cache_entries(opcode));
    }
    return new_bytes(text);
}

/// What CPython keeps in members says so in other words than what it computes.
Status refuse_write(Object*, Object*) { return raise(attribute_error_type, "readonly attribute"); }

const GetSetDef code_getset[] = {
    {"co_argcount", get_int<&CodeFields::argument_count>, refuse_write, nullptr},
    {"co_posonlyargcount", get_int<&CodeFields::positional_only_count>, refuse_write, nullptr},
    {"co_kwonlyargcount", get_int<&CodeFields::keyword_only_count>, refuse_write, nullptr},
    {"co_stacksize", get_int<&CodeFields::stack_size>, refuse_write, nullptr},
    {"co_flags", get_int<&CodeFields::flags>, refuse_write, nullptr},
    {"co_names", get_part<Tuple, &CodeFields::names>, refuse_write, nullptr},
    {"co_filename", get_part<Str, &CodeFields::filename>, refuse_write, nullptr},
    {"co_name", get_part<Str, &CodeFields::name>, refuse_write, nullptr},
    {"co_qualname", get_part<Str, &CodeFields::qualified_name>, refuse_write, nullptr},
    {"co_firstlineno", get_int<&CodeFields::first_line>, refuse_write, nullptr},
    {"co_linetable", get_part<Bytes, &CodeFields::line_table>, refuse_write, nullptr},
    {"co_exceptiontable", get_part<Bytes, &CodeFields::exception_table>, refuse_write, nullptr},
    {"co_consts", get_part<Tuple, &CodeFields::constants>, refuse_write, nullptr},
    {"co_code", get_part<Bytes, &CodeFields::code>, nullptr, nullptr},
    {"_co_code_adaptive", code_adaptive_get, nullptr, nullptr},
    {"co_nlocals", code_local_count_get, refuse_write, nullptr},
    {"co_varnames", code_varnames_get, nullptr, nullptr},
    {"co_cellvars", code_cellvars_get, nullptr, nullptr},
    {"co_freevars", code_freevars_get, nullptr, nullptr},
    {"co_lnotab", code_lnotab, nullptr, nullptr},
};

const TypeSpec code_spec = {
    .name = "code",
    .basic_size = sizeof(Code),
    .doc = "The compiled form of a block: bytecode, constants, names, tables.",
    .slots = {.new_ = code_new,
              .dealloc = code_dealloc,
              .repr = code_repr,
              .hash = code_hash,
              .compare = code_compare},
    .methods = code_methods,
    .getset = code_getset,
    .weakrefs_offset = offsetof(Code, weakrefs),
    .signature =
        "(argcount, posonlyargcount, kwonlyargcount, nlocals, stacksize, flags, codestring, constants, names, "
        "varnames, filename, name, qualname, firstlineno, linetable, exceptiontable, freevars=(), cellvars=(), "
        "/)",
};

Ref<Tuple> names_of_kind(const CodeFields& code, unsigned kind) {
    const std::string_view kinds = code.local_kinds->view();
    auto wanted = [kind](char c) { return (static_cast<unsigned char>(c) & kind) != 0; };
    Ref<Tuple> names = new_tuple_uninitialized(std::ranges::count_if(kinds, wanted));
    Size count = 0;
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (wanted(kinds[i])) names->items()[count++] = share(code.local_names->items()[i]).release();
    return names;
}

bool looks_like_name(const Str* string) noexcept {
    if (!string->ascii) return false;
    const std::span characters(string->data1(), static_cast<std::size_t>(string->size));
    return std::ranges::all_of(characters, [](unsigned c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
}

/// Puts the shared object in place of a string; returns whether that is another one.
bool intern_item(Object*& slot) {
    Object* before = slot;
    Ref<Str> string = Ref<Str>::steal(static_cast<Str*>(slot));
    if (!string->interned) intern(string);
    slot = string.release();
    return slot != before;
}

void intern_names(Tuple* names) {
    for (Size i = 0; i < names->size; ++i) intern_item(names->items()[i]);
}

bool intern_constants(std::span<Object*> constants);

/// A frozenset with strings to replace is made again, in the order of its slots.
bool intern_set_items(Object*& slot) {
    std::vector<Object*> items;
    for (const SetEntry& entry : static_cast<Set*>(slot)->slots())
        if (entry.key) items.push_back(share(entry.key).release());
    const bool changed = intern_constants(items);
    Ref<Set> made = changed ? new_frozenset(items) : nullptr;
    for (Object* item : items) decref(item);
    if (!made) return false;
    decref(std::exchange(slot, made.release()));
    return true;
}

/// Interns the strings that look like names, also inside tuples and frozensets; returns whether an object was
/// replaced by another. intern_string_constants.
bool intern_constants(std::span<Object*> constants) {
    bool changed = false;
    for (Object*& item : constants) {
        if (is_exactly(item, str_type)) {
            if (looks_like_name(static_cast<Str*>(item))) changed |= intern_item(item);
        } else if (is_exactly(item, tuple_type)) {
            auto* tuple = static_cast<Tuple*>(item);
            intern_constants({tuple->items(), static_cast<std::size_t>(tuple->size)});
        } else if (is_frozenset(item)) {
            changed |= intern_set_items(item);
        }
    }
    return changed;
}

bool all_strings(const Tuple* tuple) noexcept {
    return std::ranges::all_of(tuple->span(), [](Object* item) { return is_exactly(item, str_type); });
}

bool bytes_equal(const Ref<Bytes>& left, const Ref<Bytes>& right) noexcept {
    return left->view() == right->view();
}

bool names_equal(const Tuple* left, const Tuple* right) noexcept {
    return std::ranges::equal(left->span(), right->span(), [](Object* a, Object* b) {
        return str_equal(static_cast<Str*>(a), static_cast<Str*>(b));
    });
}

}  // namespace

Type code_type(code_spec);

Ref<Code> new_code(CodeFields fields) {
    intern_names(fields.names.get());
    intern_names(fields.local_names.get());
    intern_constants({fields.constants->items(), static_cast<std::size_t>(fields.constants->size)});
    if (!columns_wanted)
        fields.line_table = new_bytes(line_table_without_columns(fields.line_table->view(), fields.first_line));
    Code* code = new (allocate(sizeof(Code))) Code{{1, &code_type}, std::move(fields)};
    code->local_slots = static_cast<int>(code->local_names->size);
    constexpr int collecting = code_flag::var_arguments | code_flag::var_keywords;
    const bool plain = (code->flags & code_flag::optimized) && !(code->flags & collecting);
    if (plain && !code->keyword_only_count) code->exact_arguments = code->argument_count;
    return Ref<Code>::steal(code);
}

int code_local_count(const CodeFields& code) noexcept {
    return static_cast<int>(std::ranges::count_if(code.local_kinds->view(), [](char kind) {
        return (static_cast<unsigned char>(kind) & local_kind::local) != 0;
    }));
}

Ref<Tuple> code_variable_names(const Code* code) { return names_of_kind(*code, local_kind::local); }
Ref<Tuple> code_cell_names(const Code* code) { return names_of_kind(*code, local_kind::cell); }
Ref<Tuple> code_free_names(const Code* code) { return names_of_kind(*code, local_kind::free); }

const char* check_code_fields(const CodeFields& fields) noexcept {
    if (fields.argument_count < fields.positional_only_count || fields.positional_only_count < 0 ||
        fields.keyword_only_count < 0 || fields.stack_size < 0 || fields.flags < 0)
        return "negative or contradictory counts";
    if (fields.code->size == 0 || fields.code->size % 2 != 0) return "odd or empty bytecode";
    if (fields.local_names->size != fields.local_kinds->size) return "names and kinds of locals differ";
    if (!all_strings(fields.names.get()) || !all_strings(fields.local_names.get())) return "a name is no str";
    const std::int64_t arguments = std::int64_t{fields.argument_count} + fields.keyword_only_count +
                                   ((fields.flags & code_flag::var_arguments) != 0) +
                                   ((fields.flags & code_flag::var_keywords) != 0);
    if (arguments > code_local_count(fields)) return "more arguments than locals";
    return nullptr;
}

bool code_equal(const Code* left, const Code* right) {
    if (left == right) return true;
    const CodeFields &a = *left, &b = *right;
    if (a.argument_count != b.argument_count || a.positional_only_count != b.positional_only_count ||
        a.keyword_only_count != b.keyword_only_count || a.flags != b.flags || a.first_line != b.first_line)
        return false;
    return str_equal(a.name.get(), b.name.get()) && bytes_equal(a.code, b.code) &&
           names_equal(a.names.get(), b.names.get()) && names_equal(a.local_names.get(), b.local_names.get()) &&
           bytes_equal(a.line_table, b.line_table) && bytes_equal(a.exception_table, b.exception_table) &&
           constant_equal(a.constants.get(), b.constants.get());
}

}  // namespace minipy
