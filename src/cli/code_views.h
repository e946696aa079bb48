// The disassembly of code objects, made once for each: what the tracer and the stepper show instructions from.
//
// Invariant: a code object is kept alive as long as its entry, so that no other one takes its address. A
// program that makes code without end is not kept for ever: beyond a number of entries all begin anew.
#pragma once

#include <unordered_map>
#include <vector>

#include "compiler/disassembler.h"
#include "vm/frame.h"

namespace minipy {

class CodeViews {
  public:
    /// Empty if a constant of the code has no text. Valid until the next call.
    const std::vector<DisassembledInstruction>& instructions_of(Code* code);

    /// The instruction that the frame is about to run: behind EXTENDED_ARG, with its whole argument. Null if
    /// there is none.
    const DisassembledInstruction* current(const Frame* frame);

  private:
    struct Entry {
        Ref<Code> code;
        std::vector<DisassembledInstruction> instructions;
    };
    std::unordered_map<const Code*, Entry> entries_;
};

/// "LOAD_FAST                0 (n)", the opcode padded to the width; "LOAD_FAST 0 (n)" for a width of 0.
std::string instruction_text(const DisassembledInstruction& instruction, int width);

}  // namespace minipy
