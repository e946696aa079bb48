// Line numbers: every line that has code keeps at least one instruction, and every exit knows its line.
//
// Invariant (PEP 626): a NOP goes only if its line is still announced by a neighbour; an instruction
// without a line (-1) runs on the line of the one before it.
//
// CPython: Python/compile.c (clean_basic_block, propagate_line_numbers, guarantee_lineno_for_exits)
#include "compiler/flow_graph_passes.h"

namespace minipy {
namespace {

/// Whether the NOP at `index` can go; may hand its position to the instruction after it.
bool nop_is_superfluous(BasicBlock& block, std::size_t index, int previous_line) {
    const Instruction& nop = block.instructions[index];
    const int line = nop.at.line;
    if (line < 0 || line == previous_line) return true;
    if (index + 1 < block.instructions.size()) {
        Instruction& next = block.instructions[index + 1];
        if (next.at.line == line) return true;
        if (next.at.line >= 0) return false;
        next.at = nop.at;
        return true;
    }
    const BasicBlock* next = block.next;
    while (next && next->empty()) next = next->next;
    return next && next->instructions[0].at.line == line;
}

/// Hands a line on to a block that is entered from here only.
void give_line(BasicBlock& block, const ast::Position& at) {
    if (block.predecessors == 1 && block.instructions[0].at.line < 0) block.instructions[0].at = at;
}

}  // namespace

void remove_nops(BasicBlock& block) {
    std::size_t kept = 0;
    int previous_line = -1;
    for (std::size_t i = 0; i < block.instructions.size(); ++i) {
        const Instruction& instruction = block.instructions[i];
        const int line = instruction.at.line;
        if (instruction.opcode == Opcode::NOP && nop_is_superfluous(block, i, previous_line)) continue;
        if (kept != i) block.instructions[kept] = instruction;
        ++kept;
        previous_line = line;
    }
    block.instructions.resize(kept);
}

void propagate_lines(FlowGraph& graph) {
    graph.for_each([](BasicBlock& block) {
        if (block.empty()) return;
        ast::Position current{-1, -1, -1, -1};
        for (Instruction& instruction : block.instructions) {
            if (instruction.at.line < 0)
                instruction.at = current;
            else
                current = instruction.at;
        }
        if (!block.no_fallthrough && block.next) give_line(*block.next, current);
        if (block.jumps()) give_line(*block.last().target, current);
    });
}

void guarantee_exit_lines(FlowGraph& graph, int first_line) {
    int line = first_line;
    graph.for_each([&line](BasicBlock& block) {
        if (block.empty()) return;
        if (block.last().at.line >= 0)
            line = block.last().at.line;
        else if (block.last().opcode == Opcode::RETURN_VALUE)
            for (Instruction& instruction : block.instructions) instruction.at.line = line;
    });
}

}  // namespace minipy
