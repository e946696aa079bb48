// _opcode: what opcode.py and dis want to know of the table of opcodes.
//
// CPython: Modules/_opcode.c
#include "objects/opcode.h"

#include <algorithm>

#include "modules/support.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/protocol.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

/// jump=None: the larger of both effects.
Result<int> effect_of(Opcode opcode, int argument, Object* jump) {
    if (jump == &none)
        return std::max(stack_effect(opcode, argument, true), stack_effect(opcode, argument, false));
    if (!is_bool(jump)) return raise(value_error_type, "stack_effect: jump must be False, True or None");
    return stack_effect(opcode, argument, TRY(truth(jump)));
}

bool is_plain_opcode(int number) noexcept {
    if (number < 0 || number > 255) return false;
    const OpcodeInfo& info = opcode_info(static_cast<Opcode>(number));
    return !info.name.empty() && !info.specialized;
}

NewRef opcode_stack_effect(Object*, Object* const* arguments) {
    const int number = TRY(argument_int(arguments[0]));
    int argument = 0;
    if (number >= have_argument) {
        if (is_none(arguments[1]))
            return raise(value_error_type, "stack_effect: opcode requires oparg but oparg was not specified");
        argument = TRY(argument_int(arguments[1]));
    } else if (!is_none(arguments[1])) {
        return raise(value_error_type, "stack_effect: opcode does not permit oparg but oparg was specified");
    }
    const Opcode opcode = is_plain_opcode(number) ? static_cast<Opcode>(number) : Opcode::NOP;
    const int effect = TRY(effect_of(opcode, argument, arguments[2]));
    if (!is_plain_opcode(number)) return raise(value_error_type, "invalid opcode or oparg");
    return new_int(effect);
}

NewRef opcode_get_specialization_stats(Object*, Object* const*) { return new_none(); }

constexpr NativeDef opcode_functions[] = {
    {"stack_effect", opcode_stack_effect, "($module, opcode, oparg=None, /, *, jump=None)",
     "How much higher the stack is after the instruction."},
    {"get_specialization_stats", opcode_get_specialization_stats, "($module, /)",
     "Statistics of specialisation; None, as they are not collected."},
};

const ModuleSpec opcode_spec = {"_opcode", "Opcode support module.", opcode_functions};

}  // namespace

Ref<Module> make_opcode_module() { return new_native_module(opcode_spec); }

}  // namespace minipy
