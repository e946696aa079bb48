// Passes over the shape of the graph: exits, reachability, empty blocks, redundant jumps.
//
// Invariant: a block that can be reached never loses its last instruction's line, because a tracer must
// still see it (PEP 626); exits without a line are copied so that each can take its one predecessor's.
//
// CPython: Python/compile.c (normalize_basic_block, extend_block, mark_reachable,
// eliminate_empty_basic_blocks, optimize_cfg, duplicate_exits_without_lineno)
#include <algorithm>

#include "compiler/flow_graph_passes.h"
#include "lexer/source_error.h"

namespace minipy {
namespace {

/// Exit blocks up to this length are copied to where a jump leads to them.
constexpr std::size_t longest_copied_exit = 4;

bool has_positive_line(const BasicBlock& block) noexcept {
    return std::ranges::any_of(block.instructions, [](const Instruction& i) { return i.at.line > 0; });
}

bool is_exit_without_line(const BasicBlock& block) noexcept {
    return block.exits_function &&
           std::ranges::none_of(block.instructions, [](const Instruction& i) { return i.at.line >= 0; });
}

/// A copy of an exit block; it needs no successor, since it never falls through.
BasicBlock* copy_exit(FlowGraph& graph, const BasicBlock& block) {
    BasicBlock* copy = graph.new_block();
    copy->instructions = block.instructions;
    copy->exits_function = block.exits_function;
    copy->no_fallthrough = true;
    return copy;
}

}  // namespace

void throw_system_error(std::string message) {
    SourceError error;
    error.kind = SourceErrorKind::System;
    error.message = std::move(message);
    error.has_location = false;
    throw error;
}

void mark_exits(BasicBlock& block) {
    for (Instruction& instruction : block.instructions) {
        switch (instruction.opcode) {
            case Opcode::RETURN_VALUE:
            case Opcode::RAISE_VARARGS:
            case Opcode::RERAISE:
                block.exits_function = true;
                block.no_fallthrough = true;
                break;
            case Opcode::JUMP:
            case Opcode::JUMP_NO_INTERRUPT:
                block.no_fallthrough = true;
                [[fallthrough]];
            case Opcode::POP_JUMP_IF_NOT_NONE:
            case Opcode::POP_JUMP_IF_NONE:
            case Opcode::POP_JUMP_IF_FALSE:
            case Opcode::POP_JUMP_IF_TRUE:
            case Opcode::JUMP_IF_FALSE_OR_POP:
            case Opcode::JUMP_IF_TRUE_OR_POP:
            case Opcode::FOR_ITER:
                if (&instruction != &block.last()) throw_system_error("malformed control flow graph.");
                instruction.target = skip_empty(instruction.target);
                break;
            default: break;
        }
    }
}

void inline_small_exit(BasicBlock& block, AssemblyContext& context) {
    if (block.empty() || block.last().opcode != Opcode::JUMP) return;
    const BasicBlock& exit = *block.last().target;
    if (!exit.exits_function || exit.instructions.size() > longest_copied_exit) return;
    if (has_positive_line(exit)) return;  // it belongs to its own line
    context.report(block, block.last().at.line, "inline exit",
                   "the jump leads to a short exit without a line of its own");
    make_nop(block.last());
    block.instructions.insert(block.instructions.end(), exit.instructions.begin(), exit.instructions.end());
    block.exits_function = true;
}

void count_predecessors(FlowGraph& graph) {
    std::vector<BasicBlock*> pending{graph.entry};
    graph.entry->predecessors = 1;
    auto enter = [&pending](BasicBlock* block) {
        if (block->predecessors++ == 0) pending.push_back(block);
    };
    while (!pending.empty()) {
        BasicBlock* block = pending.back();
        pending.pop_back();
        if (block->next && !block->no_fallthrough) enter(block->next);
        for (const Instruction& instruction : block->instructions)
            if (is_jump(instruction.opcode) || is_block_push(instruction.opcode)) enter(instruction.target);
    }
}

void remove_unreachable(FlowGraph& graph, AssemblyContext& context) {
    graph.for_each([&context](BasicBlock& block) {
        if (block.predecessors != 0) return;
        if (!block.empty())
            context.report(block, block.instructions[0].at.line, "remove block", "nothing leads to it");
        block.instructions.clear();
        block.no_fallthrough = false;
    });
}

void remove_empty_blocks(FlowGraph& graph) {
    graph.for_each([](BasicBlock& block) {
        while (block.next && block.next->empty() && block.next->next) block.next = block.next->next;
    });
    graph.for_each([](BasicBlock& block) {
        if (block.jumps()) block.last().target = skip_empty(block.last().target);
    });
}

void remove_redundant_jumps(FlowGraph& graph, AssemblyContext& context) {
    bool removed = false;
    graph.for_each([&](BasicBlock& block) {
        if (block.empty()) return;
        Instruction& last = block.last();
        if (last.opcode != Opcode::JUMP && last.opcode != Opcode::JUMP_NO_INTERRUPT) return;
        if (last.target != block.next) return;
        context.report(block, last.at.line, "remove redundant jump", "its target is the block that follows");
        block.no_fallthrough = false;
        make_nop(last);
        removed = true;
    });
    if (removed) remove_empty_blocks(graph);
}

void duplicate_exits_without_line(FlowGraph& graph, AssemblyContext& context) {
    graph.for_each_newest_first([&](BasicBlock& block) {
        if (!block.jumps()) return;
        BasicBlock* exit = block.last().target;
        if (!is_exit_without_line(*exit) || exit->predecessors <= 1) return;
        context.report(block, block.last().at.line, "duplicate exit",
                       "several blocks share an exit without a line; each needs a copy with its own");
        BasicBlock* copy = copy_exit(graph, *exit);
        copy->instructions[0].at = block.last().at;
        block.last().target = copy;
        --exit->predecessors;
        copy->predecessors = 1;
        copy->next = exit->next;
        exit->next = copy;
    });
    // Newest first: a chain of empty blocks is then walked once, not once from each of them.
    graph.for_each_newest_first([](BasicBlock& block) {
        while (block.next && block.next->empty()) block.next = block.next->next;
    });
    // What is left can only be fallen into, by one block.
    graph.for_each_newest_first([](BasicBlock& block) {
        if (!block.no_fallthrough && block.next && !block.empty() && is_exit_without_line(*block.next))
            block.next->instructions[0].at = block.last().at;
    });
}

}  // namespace minipy
