// Stack effects of the opcodes, as opcodes.def states them.
//
// CPython: Python/compile.c (stack_effect)
#include "objects/opcode.h"

namespace minipy {

int stack_effect(Opcode opcode, [[maybe_unused]] int argument, [[maybe_unused]] bool jump) noexcept {
    using detail::flag_count;
    int result = 0;
    switch (base_opcode(opcode)) {
#define OPCODE(name, number, kind, effect, caches, meaning) \
    case Opcode::name: result = effect; break;
#define PSEUDO(name, number, kind, effect, meaning) \
    case Opcode::name: result = effect; break;
#include "objects/opcodes.def"
        default: break;  // specialised ones have been replaced by their base
    }
    return result;
}

}  // namespace minipy
