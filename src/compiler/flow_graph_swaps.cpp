// SWAP: the shortest run of swaps with the same effect, and swaps made superfluous by exchanging the
// instructions that consume the values.
//
// A run of SWAPs is a permutation of the stack's top; each of its cycles of length n takes n - 1 swaps if
// the top takes part and n + 1 if not. Only instructions that can neither raise nor look at anything but the
// top (STORE_FAST, POP_TOP) are exchanged, and only within one line.
//
// CPython: Python/compile.c (swaptimize, apply_static_swaps)
#include <algorithm>
#include <numeric>

#include "compiler/flow_graph_passes.h"

namespace minipy {
namespace {

constexpr int placed = -1;
constexpr std::size_t not_found = static_cast<std::size_t>(-1);

bool is_swappable(Opcode opcode) noexcept { return opcode == Opcode::STORE_FAST || opcode == Opcode::POP_TOP; }

/// The local that the instruction stores to, or -1.
int stored_local(const Instruction& instruction) noexcept {
    return instruction.opcode == Opcode::STORE_FAST ? instruction.argument : -1;
}

/// Where each of the top items comes from after the instructions have run: position -> old position.
std::vector<int> permutation_of(std::span<const Instruction> run) {
    int depth = 0;
    for (const Instruction& instruction : run)
        if (instruction.opcode == Opcode::SWAP) depth = std::max(depth, instruction.argument);
    std::vector<int> stack(static_cast<std::size_t>(depth));
    std::iota(stack.begin(), stack.end(), 0);
    for (const Instruction& instruction : run)
        if (instruction.opcode == Opcode::SWAP)
            std::swap(stack[0], stack[static_cast<std::size_t>(instruction.argument - 1)]);
    return stack;
}

/// The next swappable instruction behind `index`, on the line if that is not negative; `not_found` if
/// another instruction comes first.
std::size_t next_swappable(const BasicBlock& block, std::size_t index, int line) {
    while (++index < block.instructions.size()) {
        const Instruction& instruction = block.instructions[index];
        if (line >= 0 && instruction.at.line != line) return not_found;
        if (instruction.opcode == Opcode::NOP) continue;
        return is_swappable(instruction.opcode) ? index : not_found;
    }
    return not_found;
}

/// Whether exchanging the instructions would change which value a local ends up with.
bool stores_conflict(const BasicBlock& block, std::size_t first, std::size_t second) {
    const int a = stored_local(block.instructions[first]), b = stored_local(block.instructions[second]);
    if (a < 0 && b < 0) return false;
    if (a == b) return true;
    for (std::size_t i = first + 1; i < second; ++i) {
        const int between = stored_local(block.instructions[i]);
        if (between >= 0 && (between == a || between == b)) return true;
    }
    return false;
}

}  // namespace

std::size_t optimize_swap_run(BasicBlock& block, std::size_t index, AssemblyContext& context) {
    std::size_t end = index, swaps = 0;
    for (; end < block.instructions.size(); ++end) {
        const Opcode opcode = block.instructions[end].opcode;
        if (opcode == Opcode::SWAP)
            ++swaps;
        else if (opcode != Opcode::NOP)
            break;
    }
    if (swaps < 2) return index;
    const std::span run(&block.instructions[index], end - index);
    std::vector<int> stack = permutation_of(run);
    // Written from the end: the walk along a cycle un-shuffles, so its steps come out in reverse.
    std::size_t current = run.size();
    for (std::size_t start = 0; start < stack.size(); ++start) {
        if (stack[start] == placed || stack[start] == static_cast<int>(start)) continue;
        for (std::size_t position = start;;) {
            if (position != 0) {  // the top with itself would be no swap
                run[--current].opcode = Opcode::SWAP;
                run[current].argument = static_cast<int>(position) + 1;
            }
            if (stack[position] == placed) break;
            position = static_cast<std::size_t>(std::exchange(stack[position], placed));
        }
    }
    if (current > 0) context.report(block, run[0].at.line, "shorten swaps", "fewer have the same effect");
    while (current > 0) make_nop(run[--current]);
    return end - 1;
}

void apply_static_swaps(BasicBlock& block, std::size_t index, AssemblyContext& context) {
    for (std::size_t i = index + 1; i-- > 0;) {
        Instruction& swap = block.instructions[i];
        if (swap.opcode != Opcode::SWAP) {
            if (swap.opcode == Opcode::NOP || is_swappable(swap.opcode)) continue;
            return;
        }
        const std::size_t first = next_swappable(block, i, -1);
        if (first == not_found) return;
        const int line = block.instructions[first].at.line;
        std::size_t second = first;
        for (int count = swap.argument - 1; count > 0; --count) {
            second = next_swappable(block, second, line);
            if (second == not_found) return;
        }
        if (stores_conflict(block, first, second)) return;
        context.report(block, swap.at.line, "static swap", "the stores change places instead of the values");
        make_nop(swap);
        std::swap(block.instructions[first], block.instructions[second]);
    }
}

}  // namespace minipy
