// code: a compiled block. Immutable but for the inline caches that the eval loop writes into `code`.
//
// Representation: `instructions` are 16-bit units (opcode, argument) with CACHE units after those that
// need them, as in CPython 3.11's `_co_code_adaptive`; `local_names` and `local_kinds` describe the fast
// locals (arguments, locals, then cells, then free variables) in the order of their slots.
//
// CPython: Include/cpython/code.h, Objects/codeobject.c
#pragma once

#include <cstdint>

#include "objects/bytes.h"
#include "objects/str.h"
#include "objects/tuple.h"

namespace minipy {

namespace code_flag {
inline constexpr int optimized = 0x1, new_locals = 0x2, var_arguments = 0x4, var_keywords = 0x8, nested = 0x10,
                     generator = 0x20, coroutine = 0x80, iterable_coroutine = 0x100, async_generator = 0x200;
inline constexpr int future_division = 0x20000, future_absolute_import = 0x40000,
                     future_with_statement = 0x80000, future_print_function = 0x100000,
                     future_unicode_literals = 0x200000, future_barry_as_bdfl = 0x400000,
                     future_generator_stop = 0x800000, future_annotations = 0x1000000;
}  // namespace code_flag

/// Bits of `local_kinds`.
namespace local_kind {
inline constexpr std::uint8_t local = 0x20, cell = 0x40, free = 0x80;
}

/// What a code object is made of.
struct CodeFields {
    int argument_count = 0;          // co_argcount: positional-only ones included
    int positional_only_count = 0;
    int keyword_only_count = 0;
    int stack_size = 0;
    int flags = 0;
    int first_line = 1;
    Ref<Bytes> code;                 // co_code, caches zero
    Ref<Tuple> constants;
    Ref<Tuple> names;
    Ref<Tuple> local_names;          // co_localsplusnames
    Ref<Bytes> local_kinds;          // co_localspluskinds
    Ref<Str> filename;
    Ref<Str> name;
    Ref<Str> qualified_name;
    Ref<Bytes> line_table;
    Ref<Bytes> exception_table;
};

struct Code : Object, CodeFields {
    void* words = nullptr;        // the eval loop's copy of `code` (vm/code_words.h), or null
    int* lines = nullptr;         // the line of each code unit, made when somebody traces the code
    Object* weakrefs = nullptr;
    unsigned version = 0;
    int local_slots = 0;          // the size of local_names, for the making of frames
    int exact_arguments = -1;     // argument_count if all arguments are positional and none is collected
    unsigned warmth = 0;          // calls and jumps back so far; what is warm is specialised (vm/specialize.h)
};

extern Type code_type;

inline bool is_code(const Object* object) noexcept { return object->type == &code_type; }

/// A code object of these parts, which the caller has checked (`check_code_fields` does it for bytes that
/// come from outside). Interns the names, and the string constants that look like names. _PyCode_New.
Ref<Code> new_code(CodeFields fields);

/// Null if the parts fit each other so far that disassembler and eval loop can rely on them, else what is
/// wrong. Stricter than _PyCode_Validate.
const char* check_code_fields(const CodeFields& fields) noexcept;

/// co_varnames, co_cellvars, co_freevars.
Ref<Tuple> code_variable_names(const Code* code);
Ref<Tuple> code_cell_names(const Code* code);
Ref<Tuple> code_free_names(const Code* code);

/// co_nlocals: arguments and plain locals.
int code_local_count(const CodeFields& code) noexcept;

/// Whether the two are interchangeable: same text of instructions, constants (types included), names, tables.
/// As code.__eq__, the file name does not count.
bool code_equal(const Code* left, const Code* right);

}  // namespace minipy
