// The opcode list against facts of CPython 3.11 that a slip in the table would break; code_parity.py and
// dis_parity.py (tests/parity) put all of it beside the oracle's.
#include <doctest/doctest.h>

#include "objects/opcode.h"

using namespace minipy;

TEST_CASE("opcodes: numbers, caches and bases are those of 3.11") {
    CHECK(static_cast<int>(Opcode::LOAD_FAST) == 124);
    CHECK(cache_entries(Opcode::LOAD_METHOD) == 10);
    CHECK(base_opcode(Opcode::BINARY_OP_ADD_INT) == Opcode::BINARY_OP);
    CHECK(opcode_info(Opcode::BINARY_OP_ADD_INT).specialized);
    CHECK(opcode_name(static_cast<Opcode>(254)).empty());
    CHECK(is_jump(Opcode::FOR_ITER));
    CHECK(is_jump(Opcode::POP_JUMP_IF_NONE));
    CHECK_FALSE(is_jump(Opcode::SETUP_FINALLY));
    CHECK(is_block_push(Opcode::SETUP_WITH));
}

TEST_CASE("opcodes: stack effects") {
    CHECK(stack_effect(Opcode::FOR_ITER, 0, false) == 1);
    CHECK(stack_effect(Opcode::FOR_ITER, 0, true) == -1);
    CHECK(stack_effect(Opcode::UNPACK_EX, 0x203, false) == 5);
    CHECK(stack_effect(Opcode::MAKE_FUNCTION, 0xF, false) == -4);
    CHECK(stack_effect(Opcode::CALL_PY_EXACT_ARGS, 3, false) == -1);
}
