// Quickening, counters, and the rewriting of instructions.
//
// CPython: Python/specialize.c (_PyCode_Quicken, adaptive_counter_*)
#include "vm/specialize.h"

#include <algorithm>

#include "vm/specialize_reasons.h"

namespace minipy {

bool specialization_enabled = true;

Opcode adaptive_form(Opcode opcode) noexcept {
    switch (opcode) {
        case Opcode::BINARY_OP: return Opcode::BINARY_OP_ADAPTIVE;
        case Opcode::BINARY_SUBSCR: return Opcode::BINARY_SUBSCR_ADAPTIVE;
        case Opcode::CALL: return Opcode::CALL_ADAPTIVE;
        case Opcode::COMPARE_OP: return Opcode::COMPARE_OP_ADAPTIVE;
        case Opcode::FOR_ITER: return Opcode::FOR_ITER_ADAPTIVE;
        case Opcode::LOAD_ATTR: return Opcode::LOAD_ATTR_ADAPTIVE;
        case Opcode::LOAD_GLOBAL: return Opcode::LOAD_GLOBAL_ADAPTIVE;
        case Opcode::LOAD_METHOD: return Opcode::LOAD_METHOD_ADAPTIVE;
        case Opcode::PRECALL: return Opcode::PRECALL_ADAPTIVE;
        case Opcode::SEND: return Opcode::SEND_ADAPTIVE;
        case Opcode::STORE_ATTR: return Opcode::STORE_ATTR_ADAPTIVE;
        case Opcode::STORE_SUBSCR: return Opcode::STORE_SUBSCR_ADAPTIVE;
        case Opcode::UNPACK_SEQUENCE: return Opcode::UNPACK_SEQUENCE_ADAPTIVE;
        case Opcode::JUMP_BACKWARD: return Opcode::JUMP_BACKWARD_QUICK;
        case Opcode::RESUME: return Opcode::RESUME_QUICK;
        case Opcode::EXTENDED_ARG: return Opcode::EXTENDED_ARG_QUICK;
        default: return opcode;
    }
}

namespace {

/// The one instruction that does the work of two, put in the first one's place; NOP if there is none. The
/// second stays where it is: jumps may lead to it, and its argument is read there.
constexpr Opcode joined(Opcode first, Opcode second) noexcept {
    if (first == Opcode::LOAD_FAST && second == Opcode::LOAD_FAST) return Opcode::LOAD_FAST__LOAD_FAST;
    if (first == Opcode::LOAD_FAST && second == Opcode::LOAD_CONST) return Opcode::LOAD_FAST__LOAD_CONST;
    if (first == Opcode::LOAD_CONST && second == Opcode::LOAD_FAST) return Opcode::LOAD_CONST__LOAD_FAST;
    if (first == Opcode::STORE_FAST && second == Opcode::LOAD_FAST) return Opcode::STORE_FAST__LOAD_FAST;
    if (first == Opcode::STORE_FAST && second == Opcode::STORE_FAST) return Opcode::STORE_FAST__STORE_FAST;
    if (first == Opcode::LOAD_FAST && second == Opcode::LOAD_ATTR) return Opcode::LOAD_FAST__LOAD_ATTR;
    if (first == Opcode::LOAD_FAST && second == Opcode::STORE_ATTR) return Opcode::LOAD_FAST__STORE_ATTR;
    if (first == Opcode::BUILD_SLICE && second == Opcode::BINARY_SUBSCR)
        return Opcode::BUILD_SLICE__BINARY_SUBSCR;
    return Opcode::NOP;
}

constexpr bool is_pair_with_attribute(Opcode pair) noexcept {
    return pair == Opcode::LOAD_FAST__LOAD_ATTR || pair == Opcode::LOAD_FAST__STORE_ATTR;
}

void set_opcode(CodeWord* instruction, Opcode opcode) noexcept {
    instruction->opcode = static_cast<std::uint8_t>(opcode);
}

void make_general(CodeWord* instruction) noexcept {
    set_opcode(instruction, base_opcode(static_cast<Opcode>(instruction->opcode)));
}

}  // namespace

void quicken(Code* code) {
    if (!specialization_enabled) return;
    CodeWord* words = code_words(code);
    const Size count = code->code->size / static_cast<Size>(sizeof(CodeWord));
    if (specialization_reasons) specialization_reasons->forget(words, count);
    Opcode previous = Opcode::NOP;
    CodeWord* last_pair = nullptr;
    for (Size i = 0; i < count; ++i) {
        const auto opcode = static_cast<Opcode>(words[i].opcode);
        set_opcode(words + i, adaptive_form(opcode));
        if (const Opcode pair = joined(previous, opcode); pair != Opcode::NOP) {
            CodeWord* first = words + i - 1;
            // A pair with an attribute saves more than the one that its LOAD_FAST already belongs to.
            if (last_pair == first - 1 && is_pair_with_attribute(pair)) make_general(last_pair);
            set_opcode(first, pair);
            last_pair = first;
        }
        // EXTENDED_ARG in front of an instruction keeps it out of pairs: its argument is not in its word.
        previous =
            i && static_cast<Opcode>(words[i - 1].opcode) == Opcode::EXTENDED_ARG_QUICK ? Opcode::NOP : opcode;
        i += cache_entries(opcode);
    }
}

Flow miss(CodeWord* cache) noexcept {
    const auto left = read_cache<std::uint16_t>(cache);
    if (left > 1) {
        write_cache<std::uint16_t>(cache, static_cast<std::uint16_t>(left - 1));
    } else {
        CodeWord* instruction = cache - 1;
        if (specialization_reasons)
            specialization_reasons->note(instruction, "its guard failed too often: the operands vary");
        set_opcode(instruction, adaptive_form(base_opcode(static_cast<Opcode>(instruction->opcode))));
        write_cache<std::uint16_t>(cache, ((1 << first_backoff) - 1) << 4 | first_backoff);
    }
    return Flow::General;
}

Flow miss_for_good(CodeWord* instruction) noexcept {
    if (specialization_reasons)
        specialization_reasons->note(instruction,
                                     "its guard failed, and a form without a cache is given up at once");
    make_general(instruction);
    return Flow::General;
}

void specialize_as(CodeWord* instruction, Opcode form) noexcept {
    set_opcode(instruction, form);
    if (cache_entries(form)) write_cache<std::uint16_t>(instruction + 1, misses_allowed);
}

void postpone(CodeWord* instruction, const char* reason, const Object* operand, const Object* other) noexcept {
    if (specialization_reasons) specialization_reasons->note(instruction, reason, operand, other);
    if (!cache_entries(static_cast<Opcode>(instruction->opcode))) return make_general(instruction);
    const unsigned last = read_cache<std::uint16_t>(instruction + 1) & 15;
    const unsigned backoff = std::clamp(last + 1, first_backoff, longest_backoff);
    write_cache<std::uint16_t>(instruction + 1,
                               static_cast<std::uint16_t>(((1u << backoff) - 1) << 4 | backoff));
}

}  // namespace minipy
