// Flow-graph passes on graphs made by hand, and the line table both ways.
#include <doctest/doctest.h>

#include "compiler/flow_graph_passes.h"
#include "compiler/line_table_writer.h"

using namespace minipy;

namespace {

constexpr ast::Position line1{1, 0, 1, 1};

struct Fixture {
    ConstantPool pool;
    AssemblyContext context{nullptr, pool};
    BasicBlock block;

    void add(Opcode opcode, int argument = 0, ast::Position at = line1) {
        block.instructions.push_back({.opcode = opcode, .argument = argument, .at = at});
    }
    std::vector<Opcode> opcodes() const {
        std::vector<Opcode> result;
        for (const Instruction& instruction : block.instructions) result.push_back(instruction.opcode);
        return result;
    }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "swaps: two that undo each other become NOPs") {
    add(Opcode::SWAP, 2);
    add(Opcode::SWAP, 2);
    CHECK(optimize_swap_run(block, 0, context) == 1);
    CHECK(opcodes() == std::vector{Opcode::NOP, Opcode::NOP});
}

TEST_CASE_FIXTURE(Fixture, "swaps: stores change places instead of values") {
    add(Opcode::SWAP, 2);
    add(Opcode::STORE_FAST, 0);
    add(Opcode::STORE_FAST, 1);
    apply_static_swaps(block, 0, context);
    CHECK(opcodes() == std::vector{Opcode::NOP, Opcode::STORE_FAST, Opcode::STORE_FAST});
    CHECK(block.instructions[1].argument == 1);
}

TEST_CASE_FIXTURE(Fixture, "swaps: not across lines, not for the same variable") {
    add(Opcode::SWAP, 2);
    add(Opcode::STORE_FAST, 0);
    add(Opcode::STORE_FAST, 0);
    apply_static_swaps(block, 0, context);
    CHECK(block.instructions[0].opcode == Opcode::SWAP);
    block.instructions[2].argument = 1;
    block.instructions[2].at.line = 2;
    apply_static_swaps(block, 0, context);
    CHECK(block.instructions[0].opcode == Opcode::SWAP);
}

TEST_CASE_FIXTURE(Fixture, "NOPs: one that is alone on its line stays") {
    add(Opcode::NOP);
    add(Opcode::POP_TOP, 0, {2, 0, 2, 1});
    add(Opcode::NOP, 0, {2, 0, 2, 1});
    remove_nops(block);
    CHECK(opcodes() == std::vector{Opcode::NOP, Opcode::POP_TOP});
}

TEST_CASE_FIXTURE(Fixture, "jumps: a circle of jumps of one line comes to an end") {
    CodeUnit unit{};
    BasicBlock* blocks[4];
    for (BasicBlock*& made : blocks) made = unit.graph.new_block();
    for (int i = 0; i < 4; ++i) {
        BasicBlock* target = blocks[i == 3 ? 1 : i + 1];  // 0 -> 1 -> 2 -> 3 -> 1
        blocks[i]->instructions.push_back({.opcode = Opcode::JUMP, .target = target, .at = line1});
    }
    optimize_block(*blocks[0], unit, context);
    CHECK(blocks[0]->instructions[0].opcode == Opcode::JUMP);
    CHECK(blocks[0]->instructions[0].target != blocks[0]);
}

TEST_CASE("line table: what is written is read, in each form") {
    const ast::Position places[] = {{5, 3, 5, 9},    {6, 0, 6, 100}, {4, 2, 4, 3},   {9, -1, 9, -1},
                                    {9, 200, 12, 4}, {-1, -1, -1, -1}, {12, 70, 12, 79}};
    LineTableWriter writer(5);
    for (const ast::Position& place : places) writer.add(place, 11);  // more than one entry can hold
    LineTableReader reader(writer.table(), 5);
    int unit = 0;
    for (const ast::Position& place : places) {
        for (int length : {8, 3}) {
            LineTableEntry entry;
            REQUIRE(reader.next(entry));
            CHECK(entry.start == unit);
            CHECK(entry.end == (unit += length));
            const SourceRange expected{place.line, place.end_line, place.column, place.end_column};
            CHECK(entry.range == expected);
        }
    }
    LineTableEntry entry;
    CHECK_FALSE(reader.next(entry));
}
