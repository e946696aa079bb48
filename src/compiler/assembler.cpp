// Flow graph -> code object: jump directions and distances, bytes, line table, exception table.
//
// An instruction takes one 16-bit unit, one more for each further byte of its argument (EXTENDED_ARG) and its
// inline caches, which start out as zeros. Jump distances are counted in units from behind the instruction.
// Invariant: once the order of blocks is final only distances change, and they only make instructions grow
// or stay, so growing until nothing changes ends.
//
// CPython: Python/compile.c (normalize_jumps, assemble_jump_offsets, assemble_emit,
// assemble_exception_table, makecode)
#include "compiler/assembler.h"

#include "compiler/line_table_writer.h"

namespace minipy {
namespace {

struct JumpDirections {
    Opcode undirected, forward, backward;
};

constexpr JumpDirections jump_directions[] = {
    {Opcode::JUMP, Opcode::JUMP_FORWARD, Opcode::JUMP_BACKWARD},
    {Opcode::JUMP_NO_INTERRUPT, Opcode::JUMP_FORWARD, Opcode::JUMP_BACKWARD_NO_INTERRUPT},
    {Opcode::POP_JUMP_IF_FALSE, Opcode::POP_JUMP_FORWARD_IF_FALSE, Opcode::POP_JUMP_BACKWARD_IF_FALSE},
    {Opcode::POP_JUMP_IF_TRUE, Opcode::POP_JUMP_FORWARD_IF_TRUE, Opcode::POP_JUMP_BACKWARD_IF_TRUE},
    {Opcode::POP_JUMP_IF_NONE, Opcode::POP_JUMP_FORWARD_IF_NONE, Opcode::POP_JUMP_BACKWARD_IF_NONE},
    {Opcode::POP_JUMP_IF_NOT_NONE, Opcode::POP_JUMP_FORWARD_IF_NOT_NONE, Opcode::POP_JUMP_BACKWARD_IF_NOT_NONE},
};

Opcode directed(Opcode opcode, bool backward) {
    for (const JumpDirections& row : jump_directions)
        if (row.undirected == opcode) return backward ? row.backward : row.forward;
    if (backward) throw_system_error("unexpected " + std::string(opcode_name(opcode)) + " jumping backwards");
    return opcode;
}

void choose_jump_directions(FlowGraph& graph) {
    graph.for_each([](BasicBlock& block) { block.visited = false; });
    graph.for_each([](BasicBlock& block) {
        block.visited = true;
        if (block.jumps()) block.last().opcode = directed(block.last().opcode, block.last().target->visited);
    });
}

/// What the instruction's argument is in code: opcodes below have_argument have none.
unsigned encoded_argument(const Instruction& instruction) noexcept {
    return has_argument(instruction.opcode) ? static_cast<unsigned>(instruction.argument) : 0;
}

int extended_arguments(unsigned argument) noexcept {
    return (argument > 0xFFFFFF) + (argument > 0xFFFF) + (argument > 0xFF);
}

int units_of(const Instruction& instruction) noexcept {
    return extended_arguments(encoded_argument(instruction)) + 1 + cache_entries(instruction.opcode);
}

/// Sets each block's offset from the instructions' present sizes; returns the size of all.
int place_blocks(FlowGraph& graph) noexcept {
    int offset = 0;
    graph.for_each([&offset](BasicBlock& block) {
        block.offset = offset;
        for (const Instruction& instruction : block.instructions) offset += units_of(instruction);
    });
    return offset;
}

/// Sets the jumps' distances from the blocks' offsets; returns whether one has outgrown its place.
bool set_distances(FlowGraph& graph) noexcept {
    bool grown = false;
    graph.for_each([&grown](BasicBlock& block) {
        if (!block.jumps()) return;
        int end = block.offset;
        for (const Instruction& instruction : block.instructions) end += units_of(instruction);
        Instruction& jump = block.last();
        const int units = units_of(jump), target = jump.target->offset;
        jump.argument = target < end ? end - target : target - end;
        grown |= units_of(jump) != units;
    });
    return grown;
}

/// Places everything for good; returns the size in code units.
int resolve_jumps(FlowGraph& graph) {
    choose_jump_directions(graph);
    int units = place_blocks(graph);
    while (set_distances(graph)) units = place_blocks(graph);
    return units;
}

void emit_unit(char*& out, Opcode opcode, unsigned argument) noexcept {
    *out++ = static_cast<char>(opcode);
    *out++ = static_cast<char>(argument & 0xFF);
}

void emit(char*& out, const Instruction& instruction) noexcept {
    const unsigned argument = encoded_argument(instruction);
    for (int extra = extended_arguments(argument); extra > 0; --extra)
        emit_unit(out, Opcode::EXTENDED_ARG, argument >> (8 * extra));
    emit_unit(out, instruction.opcode, argument);
    for (int caches = cache_entries(instruction.opcode); caches > 0; --caches) emit_unit(out, Opcode::CACHE, 0);
}

Ref<Bytes> make_code(const FlowGraph& graph, int units) {
    std::string code(static_cast<std::size_t>(units) * 2, '\0');
    char* out = code.data();
    graph.for_each([&out](const BasicBlock& block) {
        for (const Instruction& instruction : block.instructions) emit(out, instruction);
    });
    return new_bytes(code);
}

Ref<Bytes> make_line_table(const FlowGraph& graph, int first_line) {
    LineTableWriter writer(first_line);
    graph.for_each([&writer](const BasicBlock& block) {
        for (const Instruction& instruction : block.instructions)
            writer.add(instruction.at, units_of(instruction));
    });
    return new_bytes(writer.table());
}

class ExceptionTableWriter {
  public:
    void add(int start, int end, const BasicBlock& handler) {
        const int depth = handler.start_depth - 1 - handler.preserve_last_i;
        varint(start, 0x80);
        varint(end - start);
        varint(handler.offset);
        varint(depth << 1 | static_cast<int>(handler.preserve_last_i));
    }
    const std::string& table() const noexcept { return table_; }

  private:
    void varint(int value, int first_mark = 0) {
        for (int shift = 24; shift > 0; shift -= 6) {
            if (value < 1 << shift) continue;
            table_.push_back(static_cast<char>((value >> shift & 0x3F) | 0x40 | first_mark));
            first_mark = 0;
        }
        table_.push_back(static_cast<char>((value & 0x3F) | first_mark));
    }

    std::string table_;
};

Ref<Bytes> make_exception_table(const FlowGraph& graph) {
    ExceptionTableWriter writer;
    int start = 0, offset = 0;
    const BasicBlock* handler = nullptr;
    auto close_range = [&] {
        if (handler) writer.add(start, offset, *handler);
    };
    graph.for_each([&](const BasicBlock& block) {
        for (const Instruction& instruction : block.instructions) {
            if (instruction.handler != handler) {
                close_range();
                start = offset;
                handler = instruction.handler;
            }
            offset += units_of(instruction);
        }
    });
    close_range();
    return new_bytes(writer.table());
}

Ref<Tuple> unique_tuple(Ref<Tuple> tuple, ConstantPool& pool) {
    return share(static_cast<Tuple*>(pool.unique(tuple)));
}

/// co_localsplusnames and co_localspluskinds: locals, then the cells that are no locals, then free variables.
void set_local_variables(CodeFields& fields, const CodeUnit& unit, ConstantPool& pool) {
    std::vector<Object*> names;
    std::string kinds;
    auto add = [&](Object* name, unsigned kind) {
        names.push_back(name);
        kinds.push_back(static_cast<char>(kind));
    };
    for (Object* name : unit.locals.items())
        add(name, unit.cells.find(name) >= 0 ? local_kind::local | local_kind::cell : local_kind::local);
    for (Object* name : unit.cells.items())
        if (unit.locals.find(name) < 0) add(name, local_kind::cell);
    for (Object* name : unit.free_variables.items()) add(name, local_kind::free);
    fields.local_names = unique_tuple(new_tuple(names), pool);
    fields.local_kinds = new_bytes(kinds);
}

}  // namespace

Ref<Code> assemble(CodeUnit& unit, AssemblyContext& context) {
    if (context.observer) context.observer->begin(unit);
    CodeFields fields;
    fields.stack_size = run_passes(unit, context);
    const int units = resolve_jumps(unit.graph);
    if (context.observer) context.observer->end(unit);

    fields.code = make_code(unit.graph, units);
    fields.line_table = make_line_table(unit.graph, unit.first_line);
    fields.exception_table = make_exception_table(unit.graph);
    fields.constants = unique_tuple(new_tuple(unit.constants.items()), context.pool);
    fields.names = unique_tuple(new_tuple(unit.names.items()), context.pool);
    set_local_variables(fields, unit, context.pool);
    fields.argument_count = unit.argument_count;
    fields.positional_only_count = unit.positional_only_count;
    fields.keyword_only_count = unit.keyword_only_count;
    fields.flags = unit.flags;
    fields.first_line = unit.first_line;
    fields.filename = share(context.filename);
    fields.name = share(unit.name);
    fields.qualified_name = unit.qualified_name;
    return new_code(std::move(fields));
}

}  // namespace minipy
