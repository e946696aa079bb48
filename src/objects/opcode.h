// Opcodes and what is known of each, all made from opcodes.def.
//
// Real opcodes are 0..255 as in `co_code`; the compiler's pseudo opcodes are negative, with CPython's
// numbers. Invariant: code that leaves the assembler has no pseudo opcode and no specialised one.
//
// CPython: Include/opcode.h, Include/internal/pycore_opcode.h, Lib/opcode.py
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

namespace minipy {

enum class Opcode : std::int16_t {
#define OPCODE(name, number, kind, effect, caches, meaning) name = number,
#define SPECIALIZED(name, number, base, meaning) name = number,
#define PSEUDO(name, number, kind, effect, meaning) name = number,
#include "objects/opcodes.def"
};

/// What an instruction's argument says; `dis` shows it accordingly.
enum class ArgumentKind : std::uint8_t {
    None,            // has none
    Raw,             // a number
    Constant,        // index into co_consts
    Name,            // index into co_names
    NameAndNull,     // 2 * index into co_names + 1 if NULL is pushed too
    Local,           // index into the fast locals
    Deref,           // the same, of a cell or free variable
    JumpForward,     // code units to skip
    JumpBackward,    // code units to go back
    Jump,            // pseudo: direction not known yet
    Handler,         // pseudo: the target is an exception handler
    Compare,         // index of < <= == != > >=
    BinaryOperator,  // BinaryOp, + 13 for in-place
    Conversion,      // flags of FORMAT_VALUE
    FunctionFlags,   // flags of MAKE_FUNCTION
};

struct OpcodeInfo {
    std::string_view name;  // empty: no such opcode
    std::string_view meaning;
    ArgumentKind kind = ArgumentKind::None;
    std::uint8_t caches = 0;  // inline cache units that follow
    bool specialized = false;
    Opcode base{};  // of specialised opcodes; else the opcode itself
};

/// The first opcode that has an argument.
inline constexpr int have_argument = 90;
inline constexpr int lowest_pseudo_opcode = -10;

namespace detail {

constexpr auto make_opcode_table() {
    std::array<OpcodeInfo, 256 - lowest_pseudo_opcode> table{};
    auto row = [&](int number) -> OpcodeInfo& {
        return table[static_cast<std::size_t>(number - lowest_pseudo_opcode)];
    };
#define OPCODE(name, number, kind, effect, caches, meaning) \
    row(number) = {#name, meaning, ArgumentKind::kind, caches, false, Opcode::name};
#define SPECIALIZED(opcode, number, base_opcode, about)                 \
    row(number) = row(static_cast<int>(Opcode::base_opcode));           \
    row(number).name = #opcode, row(number).meaning = about;            \
    row(number).specialized = true;
#define PSEUDO(name, number, kind, effect, meaning) \
    row(number) = {#name, meaning, ArgumentKind::kind, 0, false, Opcode::name};
#include "objects/opcodes.def"
    return table;
}

inline constexpr auto opcode_table = make_opcode_table();

constexpr int flag_count(int flags) noexcept { return std::popcount(static_cast<unsigned>(flags)); }

}  // namespace detail

/// Everything the list says of an opcode; of a number that is none, a row with an empty name.
constexpr const OpcodeInfo& opcode_info(Opcode opcode) noexcept {
    return detail::opcode_table[static_cast<std::size_t>(static_cast<int>(opcode) - lowest_pseudo_opcode)];
}

constexpr std::string_view opcode_name(Opcode opcode) noexcept { return opcode_info(opcode).name; }
constexpr int cache_entries(Opcode opcode) noexcept { return opcode_info(opcode).caches; }

/// The opcode as it stands in `co_code`: what a specialised one came from. _PyOpcode_Deopt.
constexpr Opcode base_opcode(Opcode opcode) noexcept { return opcode_info(opcode).base; }

/// What `_co_code_adaptive` shows: CPython's specialised opcodes as they are, our own as their base.
inline constexpr int first_own_opcode = 181, last_own_opcode = 254;
constexpr Opcode shown_opcode(Opcode opcode) noexcept {
    const int number = static_cast<int>(opcode);
    return first_own_opcode <= number && number <= last_own_opcode ? base_opcode(opcode) : opcode;
}

constexpr bool is_pseudo(Opcode opcode) noexcept { return static_cast<int>(opcode) < 0; }

/// Whether the instruction has an argument in code (pseudo opcodes: in a dump). HAS_ARG.
constexpr bool has_argument(Opcode opcode) noexcept { return static_cast<int>(opcode) >= have_argument; }

constexpr bool is_jump(Opcode opcode) noexcept {
    using enum ArgumentKind;
    ArgumentKind kind = opcode_info(opcode).kind;
    return kind == JumpForward || kind == JumpBackward || kind == Jump;
}

/// SETUP_FINALLY, SETUP_CLEANUP, SETUP_WITH.
constexpr bool is_block_push(Opcode opcode) noexcept {
    return opcode_info(opcode).kind == ArgumentKind::Handler;
}

/// By how much the instruction makes the value stack grow; `jump`: when its jump is taken (or, for SETUP_*,
/// at the start of the handler). PyCompile_OpcodeStackEffectWithJump.
int stack_effect(Opcode opcode, int argument, bool jump) noexcept;

}  // namespace minipy
