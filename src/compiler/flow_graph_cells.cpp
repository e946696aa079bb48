// Cells: where captured variables live among the fast locals, and what a function does before its body.
//
// Code generation numbers cells and free variables in one range of their own. In the frame they follow the
// locals, but for an argument that is captured: it stays in its slot, and MAKE_CELL wraps it there.
//
// CPython: Python/compile.c (build_cellfixedoffsets, insert_prefix_instructions, fix_cell_offsets)
#include <algorithm>

#include "compiler/flow_graph_passes.h"

namespace minipy {
namespace {

constexpr ast::Position nowhere{-1, -1, -1, -1};

}  // namespace

std::vector<int> cell_offsets(const CodeUnit& unit) {
    std::vector<int> offsets;
    offsets.reserve(static_cast<std::size_t>(unit.cells.size() + unit.free_variables.size()));
    int next = unit.locals.size();
    for (Object* cell : unit.cells.items()) {
        const int local = unit.locals.find(cell);
        offsets.push_back(local >= 0 ? local : next++);
    }
    for (int i = 0; i < unit.free_variables.size(); ++i) offsets.push_back(next++);
    return offsets;
}

// COPY_FREE_VARS n; MAKE_CELL for each cell, by slot; of generators RETURN_GENERATOR, POP_TOP
void insert_prefix(CodeUnit& unit, const std::vector<int>& offsets) {
    std::vector<Instruction> prefix;
    auto add = [&prefix](Opcode opcode, int argument, ast::Position at) {
        prefix.push_back({.opcode = opcode, .argument = argument, .at = at});
    };
    if (unit.free_variables.size() > 0) add(Opcode::COPY_FREE_VARS, unit.free_variables.size(), nowhere);
    for (int cell = 0; cell < unit.cells.size(); ++cell) add(Opcode::MAKE_CELL, cell, nowhere);
    std::ranges::sort(prefix.end() - unit.cells.size(), prefix.end(), {}, [&offsets](const Instruction& make) {
        return offsets[static_cast<std::size_t>(make.argument)];
    });
    if (unit.flags & (code_flag::generator | code_flag::coroutine | code_flag::async_generator)) {
        add(Opcode::RETURN_GENERATOR, 0, {unit.first_line, -1, unit.first_line, -1});
        add(Opcode::POP_TOP, 0, nowhere);
    }
    auto& instructions = unit.graph.entry->instructions;
    instructions.insert(instructions.begin(), prefix.begin(), prefix.end());
}

void fix_cell_offsets(FlowGraph& graph, const std::vector<int>& offsets) {
    if (offsets.empty()) return;
    graph.for_each([&offsets](BasicBlock& block) {
        for (Instruction& instruction : block.instructions)
            if (opcode_info(instruction.opcode).kind == ArgumentKind::Deref)
                instruction.argument = offsets[static_cast<std::size_t>(instruction.argument)];
    });
}

}  // namespace minipy
