// Disassembly kept for whoever follows a program: see code_views.h.
//
// CPython: Lib/dis.py
#include "cli/code_views.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/value_text.h"
#include "objects/errors.h"

namespace minipy {
namespace {

constexpr std::size_t most_entries = 2000, longest_argument = 60;

/// Constants whose `repr` would fill lines, or tell an address, get a short text.
void shorten_constants(std::vector<DisassembledInstruction>& instructions, const Code* code) {
    for (DisassembledInstruction& one : instructions) {
        if (one.opcode != Opcode::LOAD_CONST || !one.argument || *one.argument >= code->constants->size)
            continue;
        const Object* constant = (*code->constants)[*one.argument];
        if (is_code(constant) || one.argument_text.size() > longest_argument)
            one.argument_text = value_text(constant);
    }
}

}  // namespace

const std::vector<DisassembledInstruction>& CodeViews::instructions_of(Code* code) {
    if (const auto found = entries_.find(code); found != entries_.end()) return found->second.instructions;
    if (entries_.size() >= most_entries) entries_.clear();
    Result<std::vector<DisassembledInstruction>> made = disassemble(code, false);
    if (made)
        shorten_constants(*made, code);
    else
        clear_exception();
    Entry entry{share(code), made ? std::move(*made) : std::vector<DisassembledInstruction>()};
    return entries_.emplace(code, std::move(entry)).first->second.instructions;
}

const DisassembledInstruction* CodeViews::current(const Frame* frame) {
    const auto& all = instructions_of(frame->code);
    // The offsets grow, but caches leave gaps.
    const int offset = frame->instruction_index() * static_cast<int>(sizeof(CodeWord));
    auto found = std::ranges::lower_bound(all, offset, {}, &DisassembledInstruction::offset);
    while (found != all.end() && found->opcode == Opcode::EXTENDED_ARG) ++found;
    return found != all.end() ? &*found : nullptr;
}

std::string instruction_text(const DisassembledInstruction& instruction, int width) {
    std::string text(opcode_name(instruction.opcode));
    const int number_width = width ? 3 : 1;
    if (instruction.argument)
        text = fmt::format("{:<{}} {:>{}}", text, width, *instruction.argument, number_width);
    if (!instruction.argument_text.empty()) text += fmt::format(" ({})", instruction.argument_text);
    return text;
}

}  // namespace minipy
