// The peephole: rewrites of a few neighbouring instructions, and jumps that lead to jumps.
//
// Invariant: an instruction is replaced in place, superfluous ones become NOPs, so that nothing moves while
// a block is walked; `remove_nops` closes the gaps. A jump is threaded only onto a jump of the same line,
// since a tracer would miss the line otherwise.
//
// CPython: Python/compile.c (optimize_basic_block, fold_tuple_on_constants, jump_thread)
#include "compiler/flow_graph_passes.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

class Peephole {
  public:
    Peephole(BasicBlock& block, CodeUnit& unit, AssemblyContext& context)
        : block_(block), unit_(unit), context_(context) {}

    void run() {
        for (std::size_t i = 0; i < block_.instructions.size(); ++i) {
            optimize_jumps(at(i));
            i = optimize(i);
        }
    }

  private:
    Instruction& at(std::size_t index) { return block_.instructions[index]; }
    Opcode opcode_at(std::size_t index) const {
        return index < block_.instructions.size() ? block_.instructions[index].opcode : Opcode::CACHE;
    }
    void report(const Instruction& instruction, std::string_view optimization, std::string_view reason) {
        context_.report(block_, instruction.at.line, optimization, reason);
    }

    /// Rewrites what starts (or, for BUILD_TUPLE, ends) at the index; returns the last index dealt with.
    std::size_t optimize(std::size_t i) {
        switch (at(i).opcode) {
            case Opcode::LOAD_CONST: fold_test_of_constant(i); return i;
            case Opcode::BUILD_TUPLE: optimize_tuple(i); return i;
            case Opcode::SWAP: return optimize_swap(i);
            case Opcode::PUSH_NULL: merge_null_into_load_global(i); return i;
            default: return i;
        }
    }

    // LOAD_CONST c, POP_JUMP_IF_x t         ->  JUMP t  or nothing
    // LOAD_CONST c, JUMP_IF_x_OR_POP t      ->  LOAD_CONST c, JUMP t  or nothing
    // LOAD_CONST None, IS_OP, POP_JUMP_IF_x ->  POP_JUMP_IF_[NOT_]NONE
    void fold_test_of_constant(std::size_t i) {
        switch (opcode_at(i + 1)) {
            case Opcode::POP_JUMP_IF_FALSE: fold_jump(i, false, false); break;
            case Opcode::POP_JUMP_IF_TRUE: fold_jump(i, true, false); break;
            case Opcode::JUMP_IF_FALSE_OR_POP: fold_jump(i, false, true); break;
            case Opcode::JUMP_IF_TRUE_OR_POP: fold_jump(i, true, true); break;
            case Opcode::IS_OP: merge_none_test(i); break;
            default: break;
        }
    }

    void fold_jump(std::size_t i, bool jumps_if, bool keeps_value_when_jumping) {
        const Result<bool> is_true = truth(constant(i));
        if (!is_true) return;
        const bool taken = *is_true == jumps_if;
        report(at(i), "fold constant test",
               taken ? "the constant decides that the jump is always taken" : "the jump is never taken");
        if (!(taken && keeps_value_when_jumping)) make_nop(at(i));
        if (taken) {
            at(i + 1).opcode = Opcode::JUMP;
            block_.no_fallthrough = true;
        } else {
            make_nop(at(i + 1));
        }
    }

    void merge_none_test(std::size_t i) {
        const Opcode jump = opcode_at(i + 2);
        if (constant(i) != &none) return;
        if (jump != Opcode::POP_JUMP_IF_FALSE && jump != Opcode::POP_JUMP_IF_TRUE) return;
        report(at(i), "merge None test", "`is None` and the jump on it fit one instruction");
        const bool is_not = at(i + 1).argument != 0;
        make_nop(at(i));
        make_nop(at(i + 1));
        at(i + 2).opcode = is_not != (jump == Opcode::POP_JUMP_IF_FALSE) ? Opcode::POP_JUMP_IF_NOT_NONE
                                                                        : Opcode::POP_JUMP_IF_NONE;
    }

    // BUILD_TUPLE n, UNPACK_SEQUENCE n  ->  SWAP n (nothing for n = 1): the items are where they are wanted
    // LOAD_CONST a ... z, BUILD_TUPLE n ->  LOAD_CONST (a, ..., z)
    void optimize_tuple(std::size_t i) {
        const int count = at(i).argument;
        if (opcode_at(i + 1) == Opcode::UNPACK_SEQUENCE && at(i + 1).argument == count && count >= 1 &&
            count <= 3) {
            report(at(i), "unpack without a tuple", "the items packed are unpacked at once");
            make_nop(at(i));
            at(i + 1).opcode = count == 1 ? Opcode::NOP : Opcode::SWAP;
        } else if (i >= static_cast<std::size_t>(count)) {
            fold_tuple(i, static_cast<std::size_t>(count));
        }
    }

    void fold_tuple(std::size_t i, std::size_t count) {
        const std::size_t first = i - count;
        for (std::size_t k = first; k < i; ++k)
            if (at(k).opcode != Opcode::LOAD_CONST) return;
        Ref<Tuple> tuple = new_tuple_uninitialized(static_cast<Size>(count));
        for (std::size_t k = 0; k < count; ++k) tuple->items()[k] = share(constant(first + k)).release();
        report(at(i), "fold tuple", "all its items are constants");
        for (std::size_t k = first; k < i; ++k) make_nop(at(k));
        at(i).opcode = Opcode::LOAD_CONST;
        at(i).argument = unit_.constants.add(context_.pool.unique(tuple));
    }

    std::size_t optimize_swap(std::size_t i) {
        if (at(i).argument == 1) {
            make_nop(at(i));
            return i;
        }
        const std::size_t last = optimize_swap_run(block_, i, context_);
        apply_static_swaps(block_, last, context_);
        return last;
    }

    // PUSH_NULL, LOAD_GLOBAL f  ->  LOAD_GLOBAL NULL + f
    void merge_null_into_load_global(std::size_t i) {
        if (opcode_at(i + 1) != Opcode::LOAD_GLOBAL) return;
        report(at(i), "merge PUSH_NULL", "LOAD_GLOBAL can push the NULL itself");
        make_nop(at(i));
        at(i).argument = 0;
        at(i + 1).argument |= 1;
    }

    /// A rewritten jump may be the start of another rewrite: looks again until nothing changes. Each rewrite
    /// finds another target, or makes of JUMP_IF_x_OR_POP a POP_JUMP_IF_x: more of them than twice the blocks
    /// lead in a circle. (Only a tree with made-up lines has one; CPython does not come back from it.)
    void optimize_jumps(Instruction& instruction) {
        std::size_t left = 2 * unit_.graph.blocks.size();
        while (optimize_jump(instruction) && --left > 0) {}
    }

    /// Shortens a chain of jumps by one; true if the jump may now be the start of another.
    bool optimize_jump(Instruction& jump) {
        if (!is_jump(jump.opcode) && !is_block_push(jump.opcode)) return false;
        jump.target = skip_empty(jump.target);
        const Instruction& next = jump.target->instructions[0];
        switch (jump.opcode) {
            case Opcode::JUMP_IF_FALSE_OR_POP: return thread_or_pop(jump, next, false);
            case Opcode::JUMP_IF_TRUE_OR_POP: return thread_or_pop(jump, next, true);
            case Opcode::JUMP:
            case Opcode::POP_JUMP_IF_FALSE:
            case Opcode::POP_JUMP_IF_TRUE:
            case Opcode::POP_JUMP_IF_NONE:
            case Opcode::POP_JUMP_IF_NOT_NONE:
                return next.opcode == Opcode::JUMP && thread(jump, next, jump.opcode);
            default: return false;
        }
    }

    // x: JUMP_IF_FALSE_OR_POP y   y: JUMP_IF_FALSE_OR_POP z  ->  x: JUMP_IF_FALSE_OR_POP z
    // x: JUMP_IF_FALSE_OR_POP y   y: POP_JUMP_IF_FALSE z     ->  x: POP_JUMP_IF_FALSE z
    // x: JUMP_IF_FALSE_OR_POP y   y: JUMP_IF_TRUE_OR_POP z   ->  x: POP_JUMP_IF_FALSE behind y
    // and with TRUE and FALSE exchanged: the first test has decided the second.
    bool thread_or_pop(Instruction& jump, const Instruction& next, bool sense) {
        const Opcode pop_same = sense ? Opcode::POP_JUMP_IF_TRUE : Opcode::POP_JUMP_IF_FALSE;
        const Opcode pop_other = sense ? Opcode::POP_JUMP_IF_FALSE : Opcode::POP_JUMP_IF_TRUE;
        const Opcode other = sense ? Opcode::JUMP_IF_FALSE_OR_POP : Opcode::JUMP_IF_TRUE_OR_POP;
        if (next.opcode == pop_same) return thread(jump, next, pop_same);
        if (next.opcode == Opcode::JUMP || next.opcode == jump.opcode) return thread(jump, next, jump.opcode);
        if (next.opcode != other && next.opcode != pop_other) return false;
        if (jump.at.line != next.at.line) return false;
        report(jump, "skip decided test", "the test jumped to asks the opposite and cannot jump");
        jump.opcode = pop_same;
        jump.target = jump.target->next;
        return true;
    }

    bool thread(Instruction& jump, const Instruction& next, Opcode opcode) {
        if (jump.at.line != next.at.line || jump.target == next.target) return false;
        report(jump, "thread jump", "it leads to another jump of the same line");
        jump.target = next.target;
        jump.opcode = opcode;
        return true;
    }

    Object* constant(std::size_t i) { return unit_.constants[at(i).argument]; }

    BasicBlock& block_;
    CodeUnit& unit_;
    AssemblyContext& context_;
};

}  // namespace

void optimize_block(BasicBlock& block, CodeUnit& unit, AssemblyContext& context) {
    Peephole(block, unit, context).run();
}

}  // namespace minipy
