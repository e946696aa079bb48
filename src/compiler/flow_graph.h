// The control-flow graph of one code object: what code generation writes, optimisation rewrites and the
// assembler turns into bytes.
//
// A block is a run of instructions entered only at its top; it ends in a jump or return, or falls through
// to `next`. Invariant: a jump instruction has a `target` block and no argument until assembly; blocks are
// linked in emission order by `next`, which never changes after code generation but for blocks that are
// moved or found unreachable.
//
// CPython: Python/compile.c (struct instr, struct basicblock_, struct compiler_unit)
#pragma once

#include <boost/container/small_vector.hpp>
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
    BasicBlock* next = nullptr;  // fall-through successor in emission order
    int predecessors = 0;
    int start_depth = -1;        // value-stack depth on entry; -1 unknown
    int offset = -1;             // in code units, set by the assembler
    bool returns = false;        // ends in RETURN_VALUE, RAISE_VARARGS or RERAISE... (see flow_graph.cpp)
    bool no_fallthrough = false;
    bool exits_function = false;
    bool preserve_last_i = false;
    bool is_handler = false;     // entered by exceptions
    bool visited = false;
    bool cold = false;
    int number = 0;              // for dumps
};

/// All blocks of one code object, owned here; `entry` first.
struct FlowGraph {
    std::deque<BasicBlock> blocks;
    BasicBlock* entry = nullptr;

    BasicBlock* new_block() {
        BasicBlock& block = blocks.emplace_back();
        block.number = static_cast<int>(blocks.size()) - 1;
        return &block;
    }
};

}  // namespace minipy
