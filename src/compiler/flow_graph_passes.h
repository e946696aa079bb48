// The passes over the flow graph, in the order in which `assemble` runs them. All of them keep what the
// program does; their order and their exact reach decide CPython's bytecode.
//
//   mark_exits                  which blocks leave the function or never fall through; jumps skip empty blocks
//   inline_small_exits          `jump to a return` becomes the return itself (twice: before and after peephole)
//   insert_prefix               RETURN_GENERATOR, MAKE_CELL, COPY_FREE_VARS in front of everything
//   fix_cell_offsets            cell arguments become indices into the fast locals
//   optimize_block              the peephole: constant tests, constant tuples, swaps, jumps to jumps
//   remove_nops                 NOPs go unless a line would lose its only instruction (PEP 626)
//   count_predecessors          finds what can be reached; the rest is emptied by remove_unreachable
//   remove_empty_blocks         unlinks what has become empty
//   remove_redundant_jumps      a jump to the block right behind it
//   duplicate_exits_without_line  so that each exit has one predecessor, whose line it can take (PEP 626)
//   trim_constants              constants that only folded code used
//   propagate_lines             instructions without a line take the one before
//   guarantee_exit_lines        a return that still has no line takes the last known one
//   stack_depth                 co_stacksize, and each block's depth on entry
//   label_exception_targets     SETUP_*/POP_BLOCK become a handler on each instruction, then NOPs
//
// CPython: Python/compile.c (assemble, optimize_cfg)
#pragma once

#include <string>
#include <string_view>

#include "compiler/code_unit.h"

namespace minipy {

/// Hears what the passes do, for `minipy --cfg`.
class PassObserver {
  public:
    virtual ~PassObserver() = default;
    /// Code generation is done; nothing has been changed yet.
    virtual void begin(const CodeUnit& unit) = 0;
    /// `optimization` changed the block at the source line; `reason` says what allowed it.
    virtual void fired(const BasicBlock& block, int line, std::string_view optimization,
                       std::string_view reason) = 0;
    /// All passes are done; blocks have their depth and offset.
    virtual void end(const CodeUnit& unit) = 0;
};

/// What the passes share beside the unit.
struct AssemblyContext {
    Str* filename;
    ConstantPool& pool;
    PassObserver* observer = nullptr;

    void report(const BasicBlock& block, int line, std::string_view optimization, std::string_view reason) {
        if (observer) [[unlikely]] observer->fired(block, line, optimization, reason);
    }
};

/// Turns an instruction into a NOP, which keeps its line until `remove_nops`.
inline void make_nop(Instruction& instruction) noexcept { instruction.opcode = Opcode::NOP; }

/// The first block from `block` on that is not empty.
inline BasicBlock* skip_empty(BasicBlock* block) noexcept {
    while (block->empty()) block = block->next;
    return block;
}

/// Throws SystemError: the graph breaks a rule that code generation must keep.
[[noreturn]] void throw_system_error(std::string message);

// flow_graph_blocks.cpp: shape of the graph
void mark_exits(BasicBlock& block);
void inline_small_exit(BasicBlock& block, AssemblyContext& context);
void count_predecessors(FlowGraph& graph);
void remove_unreachable(FlowGraph& graph, AssemblyContext& context);
void remove_empty_blocks(FlowGraph& graph);
void remove_redundant_jumps(FlowGraph& graph, AssemblyContext& context);
void duplicate_exits_without_line(FlowGraph& graph, AssemblyContext& context);

// flow_graph_peephole.cpp, flow_graph_swaps.cpp: instructions of one block
void optimize_block(BasicBlock& block, CodeUnit& unit, AssemblyContext& context);
/// Shortens the run of SWAPs and NOPs that starts at `index`; returns the index of its last instruction.
std::size_t optimize_swap_run(BasicBlock& block, std::size_t index, AssemblyContext& context);
/// Undoes SWAPs up to `index` by exchanging the instructions that consume the swapped values.
void apply_static_swaps(BasicBlock& block, std::size_t index, AssemblyContext& context);

// flow_graph_lines.cpp: line numbers and the NOPs that carry them
void remove_nops(BasicBlock& block);
void propagate_lines(FlowGraph& graph);
void guarantee_exit_lines(FlowGraph& graph, int first_line);

// flow_graph_cells.cpp: cells, free variables, the start of a function
/// For each cell and free variable of the unit (in that order) its index into the fast locals.
std::vector<int> cell_offsets(const CodeUnit& unit);
void insert_prefix(CodeUnit& unit, const std::vector<int>& offsets);
void fix_cell_offsets(FlowGraph& graph, const std::vector<int>& offsets);

// flow_graph_stack.cpp: value-stack depth, exception handlers
int stack_depth(const CodeUnit& unit);
void label_exception_targets(FlowGraph& graph);

// flow_graph_optimize.cpp
void trim_constants(CodeUnit& unit);
/// All passes in order; returns co_stacksize. Afterwards every instruction is a real one, but for jumps
/// whose direction the assembler decides.
int run_passes(CodeUnit& unit, AssemblyContext& context);

}  // namespace minipy
