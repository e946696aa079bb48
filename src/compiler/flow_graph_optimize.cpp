// Runs the passes over the flow graph; see flow_graph_passes.h for the list.
//
// CPython: Python/compile.c (assemble, optimize_cfg, trim_unused_consts)
#include <algorithm>

#include "compiler/flow_graph_passes.h"

namespace minipy {
namespace {

void optimize_graph(CodeUnit& unit, AssemblyContext& context) {
    FlowGraph& graph = unit.graph;
    graph.for_each([&](BasicBlock& block) {
        optimize_block(block, unit, context);
        remove_nops(block);
    });
    graph.for_each_newest_first([&](BasicBlock& block) { inline_small_exit(block, context); });
    count_predecessors(graph);
    remove_unreachable(graph, context);
    remove_empty_blocks(graph);
    graph.for_each(remove_nops);
    remove_redundant_jumps(graph, context);
}

}  // namespace

void trim_constants(CodeUnit& unit) {
    int highest = 0;  // the first may be the docstring: it stays in any case
    unit.graph.for_each([&highest](const BasicBlock& block) {
        for (const Instruction& instruction : block.instructions)
            if (opcode_info(instruction.opcode).kind == ArgumentKind::Constant)
                highest = std::max(highest, instruction.argument);
    });
    if (highest + 1 < unit.constants.size()) unit.constants.truncate(highest + 1);
}

int run_passes(CodeUnit& unit, AssemblyContext& context) {
    FlowGraph& graph = unit.graph;
    graph.for_each_newest_first(mark_exits);
    graph.for_each_newest_first([&](BasicBlock& block) { inline_small_exit(block, context); });
    const std::vector<int> offsets = cell_offsets(unit);
    insert_prefix(unit, offsets);
    fix_cell_offsets(graph, offsets);
    optimize_graph(unit, context);
    duplicate_exits_without_line(graph, context);
    trim_constants(unit);
    propagate_lines(graph);
    guarantee_exit_lines(graph, unit.first_line);
    const int depth = stack_depth(unit);
    label_exception_targets(graph);
    graph.for_each(remove_nops);
    return depth;
}

}  // namespace minipy
