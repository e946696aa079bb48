// The control-flow graph of one code object: what code generation writes, optimisation rewrites and the
// assembler turns into bytes.
//
// A block is a run of instructions entered only at its top; it ends in a jump or return, or falls through
// to `next`. Invariants: a jump instruction has a `target` block and no argument until assembly, and is the
// last of its block; blocks are linked in emission order by `next`, which never changes after code
// generation but for empty blocks that are taken out and copies of exit blocks that are put in.
//
// CPython: Python/compile.c (struct instr, struct basicblock_, struct compiler_unit)
#pragma once

#include <deque>
#include <vector>

#include "memory/ref.h"
#include "objects/opcode.h"
#include "parser/ast.h"

namespace minipy {

struct BasicBlock;

struct Instruction {
    Opcode opcode;
    int argument = 0;
    BasicBlock* target = nullptr;   // of jumps and of the pseudo-instructions SETUP_*
    BasicBlock* handler = nullptr;  // where an exception raised here goes; set by the exception pass
    ast::Position at;               // line -1: no line of its own
};

struct BasicBlock {
    std::vector<Instruction> instructions;
    BasicBlock* next = nullptr;    // the block after this one in emission order
    int predecessors = 0;          // ways in: falls through and jumps of reachable blocks
    int start_depth = -1;          // value-stack depth on entry; -1 unknown
    int offset = -1;               // in code units, set by the assembler
    int number = 0;                // for dumps
    bool returns = false;          // holds a RETURN_VALUE; set by code generation
    bool no_fallthrough = false;   // ends in an unconditional jump or an exit
    bool exits_function = false;   // ends in RETURN_VALUE, RAISE_VARARGS or RERAISE
    bool preserve_last_i = false;  // a handler that wants the raising instruction's place on the stack
    bool visited = false;          // scratch mark of the pass at work

    bool empty() const noexcept { return instructions.empty(); }
    Instruction& last() noexcept { return instructions.back(); }
    /// Whether the block ends in a jump.
    bool jumps() const noexcept { return !empty() && is_jump(instructions.back().opcode); }
};

/// All blocks of one code object, owned here; `entry` first.
struct FlowGraph {
    std::deque<BasicBlock> blocks;
    BasicBlock* entry = nullptr;

    /// Calls `visit(block)` for each block in emission order.
    template <class Visitor>
    void for_each(Visitor visit) const {
        for (BasicBlock* block = entry; block; block = block->next) visit(*block);
    }
    /// Calls `visit(block)` for every block that was ever made, newest first: the order in which CPython's
    /// passes walk `b_list`. Blocks that `visit` makes are not visited.
    template <class Visitor>
    void for_each_newest_first(Visitor visit) {
        for (std::size_t i = blocks.size(); i-- > 0;) visit(blocks[i]);
    }

    BasicBlock* new_block() {
        BasicBlock& block = blocks.emplace_back();
        block.number = static_cast<int>(blocks.size()) - 1;
        return &block;
    }
};

}  // namespace minipy
