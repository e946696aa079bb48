// What the value stack and the exception handlers look like at each instruction.
//
// Both passes walk the graph from the entry along all edges. Invariants: a block has one stack depth and one
// list of active handlers, whichever way it is entered; SETUP_* and POP_BLOCK are balanced on every path.
// The handlers around a point form a linked list that blocks share, so entering a block copies nothing.
//
// CPython: Python/compile.c (stackdepth, label_exception_targets, convert_exception_handlers_to_nops)
#include <algorithm>

#include "compiler/flow_graph_passes.h"

namespace minipy {
namespace {

bool ends_flow(Opcode opcode) noexcept {
    switch (opcode) {
        case Opcode::JUMP:
        case Opcode::JUMP_NO_INTERRUPT:
        case Opcode::RETURN_VALUE:
        case Opcode::RAISE_VARARGS:
        case Opcode::RERAISE: return true;
        default: return false;
    }
}

/// Handlers active at a point of the code, innermost first.
struct ActiveHandler {
    BasicBlock* handler;
    const ActiveHandler* outer;
};

class HandlerLabels {
  public:
    explicit HandlerLabels(FlowGraph& graph) : active_at_(graph.blocks.size()) {
        graph.for_each([](BasicBlock& block) { block.visited = false; });
        enter(graph.entry, nullptr);
        while (!pending_.empty()) {
            BasicBlock* block = pending_.back();
            pending_.pop_back();
            label(*block);
        }
    }

  private:
    void enter(BasicBlock* block, const ActiveHandler* active) {
        if (block->visited) return;
        block->visited = true;
        active_at_[static_cast<std::size_t>(block->number)] = active;
        pending_.push_back(block);
    }

    void label(BasicBlock& block) {
        const ActiveHandler* active = active_at_[static_cast<std::size_t>(block.number)];
        for (Instruction& instruction : block.instructions) {
            if (is_block_push(instruction.opcode)) {
                enter(instruction.target, active);
                if (instruction.opcode != Opcode::SETUP_FINALLY) instruction.target->preserve_last_i = true;
                active = &handlers_.emplace_back(ActiveHandler{instruction.target, active});
                make_nop(instruction);
            } else if (instruction.opcode == Opcode::POP_BLOCK) {
                active = active->outer;
                make_nop(instruction);
            } else {
                instruction.handler = active ? active->handler : nullptr;
                if (is_jump(instruction.opcode)) enter(instruction.target, active);
            }
        }
        if (!block.no_fallthrough && block.next) enter(block.next, active);
    }

    std::vector<const ActiveHandler*> active_at_;  // on entry, by block number
    std::deque<ActiveHandler> handlers_;
    std::vector<BasicBlock*> pending_;
};

}  // namespace

int stack_depth(const CodeUnit& unit) {
    int deepest = 0;
    std::vector<BasicBlock*> pending;
    auto enter = [&](BasicBlock* block, int depth) {
        deepest = std::max(deepest, depth);
        if (block->start_depth >= 0) return;
        block->start_depth = depth;
        pending.push_back(block);
    };
    const bool is_generator =
        unit.flags & (code_flag::generator | code_flag::coroutine | code_flag::async_generator);
    enter(unit.graph.entry, is_generator ? 1 : 0);
    deepest = 0;
    while (!pending.empty()) {
        BasicBlock* block = pending.back();
        pending.pop_back();
        int depth = block->start_depth;
        bool falls_through = true;
        for (const Instruction& instruction : block->instructions) {
            const auto [opcode, argument] = std::pair(instruction.opcode, instruction.argument);
            if (is_jump(opcode) || is_block_push(opcode))
                enter(instruction.target, depth + stack_effect(opcode, argument, true));
            depth += stack_effect(opcode, argument, false);
            deepest = std::max(deepest, depth);
            if (ends_flow(opcode)) {
                falls_through = false;
                break;
            }
        }
        if (falls_through && block->next) enter(block->next, depth);
    }
    return deepest;
}

void label_exception_targets(FlowGraph& graph) { HandlerLabels{graph}; }

}  // namespace minipy
