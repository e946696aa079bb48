// Code object -> text, as CPython's module `dis` prints it.
//
// It reads `co_code` as it is, whatever it holds: an argument that points nowhere is shown as such.
//
// CPython: Lib/dis.py
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "objects/code.h"
#include "objects/opcode.h"

namespace minipy {

struct DisassembledInstruction {
    int offset = 0;  // in bytes
    Opcode opcode{};
    std::optional<int> argument;
    std::string argument_text;       // what the argument stands for: "x", "to 40", "NULL + print"
    std::optional<int> starts_line;  // the source line that begins here
    bool is_jump_target = false;
};

/// Which instructions are read: as the compiler made them, or as the eval loop has them at this moment.
enum class CodeForm { Compiled, Adaptive };

/// The instructions of one code object. Raises what `repr` of a constant raises. dis.get_instructions.
Result<std::vector<DisassembledInstruction>> disassemble(const Code* code, bool show_caches,
                                                         CodeForm form = CodeForm::Compiled);

/// The text of one code object, without those inside it. dis.disassemble.
Result<std::string> disassembly_text(const Code* code, bool show_caches, CodeForm form = CodeForm::Compiled);

/// Calls `visit` for the code object and all inside it, in the order in which they are printed, until it
/// returns false; returns whether it never did.
template <class Visitor>
bool for_each_code(Code* code, Visitor& visit) {
    if (!visit(code)) return false;
    for (Object* constant : code->constants->span())
        if (is_code(constant) && !for_each_code(static_cast<Code*>(constant), visit)) return false;
    return true;
}

}  // namespace minipy
