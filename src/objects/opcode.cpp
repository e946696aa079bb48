// Stack effects of the opcodes, as opcodes.def states them.
//
// CPython: Python/compile.c (stack_effect)
#include "objects/opcode.h"

namespace minipy {

int stack_effect(Opcode opcode, [[maybe_unused]] int argument, [[maybe_unused]] bool jump) noexcept {
    using detail::flag_count;
    switch (opcode) {
#define OPCODE(name, number, kind, effect, caches, meaning) \
    case Opcode::name: return effect;
#define SPECIALIZED(name, number, base, meaning) \
    case Opcode::name: return stack_effect(Opcode::base, argument, jump);
#define PSEUDO(name, number, kind, effect, meaning) \
    case Opcode::name: return effect;
#include "objects/opcodes.def"
    }
    return 0;
}

}  // namespace minipy
