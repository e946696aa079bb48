// Specialisation: warm instructions are replaced by forms made for the operands they have met (PEP 659).
//
// When a code object has been entered or looped often enough, `quicken` turns each instruction that has special
// forms into its ADAPTIVE form, and frequent pairs into one instruction. An adaptive instruction counts down
// in the first unit of its inline cache; at zero it looks at its operands and, if there is a form for them,
// fills the cache and overwrites its own opcode. The special form checks its guards on every execution. A
// failed guard is a miss: the general form does the work, and after many misses the site becomes adaptive
// again.
//
//   LOAD_ATTR -> LOAD_ATTR_ADAPTIVE <-> LOAD_ATTR_INSTANCE_VALUE, LOAD_ATTR_SLOT, ...
//
// Invariant: a special form does what the general one would, or changes nothing and reports a miss; so any
// opcode in `code_words` may be replaced by its base at any time, which is what tracing does.
//
// CPython: Python/specialize.c, Include/internal/pycore_code.h
#pragma once

#include "vm/code_words.h"
#include "vm/ops.h"

namespace minipy {

/// Turned off by `-X no-specialize`, before any code has run.
extern bool specialization_enabled;

/// How often code must have been entered or looped before it is quickened.
inline constexpr int warm = 8;

void quicken(Code* code);

/// The form that an instruction has in warm code until it has met operands; the opcode itself if it has none.
Opcode adaptive_form(Opcode opcode) noexcept;

/// Counts one entry into the code, or one jump back in it.
inline void warm_up(Code* code) {
    if (++code->warmth == warm) [[unlikely]]
        quicken(code);
}

// --- counters: in adaptive forms value << 4 | exponent of the last back-off; in special forms the misses left

inline constexpr unsigned misses_allowed = 53;
inline constexpr unsigned first_backoff = 4, longest_backoff = 12;

/// One execution of an adaptive form; `cache` is the unit behind the instruction. True when it is to
/// specialise.
inline bool is_due(CodeWord* cache) noexcept {
    const auto counter = read_cache<std::uint16_t>(cache);
    if (counter < 16) return true;
    write_cache<std::uint16_t>(cache, static_cast<std::uint16_t>(counter - 16));
    return false;
}

/// A guard did not hold. The general form takes over for this time.
Flow miss(CodeWord* cache) noexcept;
/// The same for forms of instructions without a cache, which go back to the general form for good.
Flow miss_for_good(CodeWord* instruction) noexcept;

/// The instruction gets a special form; its counter starts anew.
void specialize_as(CodeWord* instruction, Opcode form) noexcept;
/// There is no form for these operands: waits twice as long before it looks again. `reason` says in words why,
/// for those who asked for it; the operands, if given, are named by their types.
void postpone(CodeWord* instruction, const char* reason, const Object* operand = nullptr,
              const Object* other = nullptr) noexcept;

// --- one for each family: looks at the operands, then calls `specialize_as` or `postpone`

void specialize_load_global(CodeWord* instruction, Dict* globals, Dict* builtins, Str* name);
void specialize_load_attribute(CodeWord* instruction, Object* owner, Str* name);
void specialize_store_attribute(CodeWord* instruction, Object* owner, Str* name);
void specialize_load_method(CodeWord* instruction, Object* owner, Str* name);
void specialize_binary_operation(CodeWord* instruction, Object* left, Object* right, unsigned argument,
                                 Object** locals);
void specialize_comparison(CodeWord* instruction, Object* left, Object* right, unsigned argument);
void specialize_subscript(CodeWord* instruction, Object* container, Object* key);
void specialize_store_subscript(CodeWord* instruction, Object* container, Object* key);
void specialize_unpack(CodeWord* instruction, Object* sequence, unsigned argument);
void specialize_iteration(CodeWord* instruction, Object* iterator);
void specialize_send(CodeWord* instruction, Object* receiver);
/// `total` counts the arguments with `self` if the call site has one.
void specialize_precall(CodeWord* instruction, Object* callable, bool is_method, int total,
                        Tuple* keyword_names);
void specialize_call(CodeWord* instruction, Object* callable, int total, Tuple* keyword_names);

}  // namespace minipy
