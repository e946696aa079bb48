// `minipy --cfg FILE [FUNCTION]`: the flow graphs of a file before and after optimisation, and what happened in
// between with its reason; with --dot both graphs as Graphviz.
//
// It listens to the passes of a compilation (PassObserver) and prints when all is compiled: inner functions are
// assembled before the ones around them, but shown in the order of the source.
//
// CPython: Python/compile.c (dump_basicblock)
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "cli/code_input.h"
#include "cli/command.h"
#include "cli/input.h"
#include "compiler/flow_graph_passes.h"
#include "objects/errors.h"
#include "objects/protocol.h"

namespace minipy {
namespace {

enum class Phase { Before, After };

/// What one instruction or block looked like at the time.
struct ShownInstruction {
    int line;
    std::string text;
    bool is_jump = false;
    int target = -1;   // block number
    int handler = -1;  // block number
};
struct ShownBlock {
    int number, depth, offset;
    int next = -1;  // -1: does not fall through
    std::vector<ShownInstruction> instructions;
};

struct ShownUnit {
    std::string name;
    int first_line;
    std::vector<ShownBlock> before, after;
    std::vector<std::string> changes;
};

std::string object_text(Object* object) {
    Ref<Str> text = repr(object);
    if (text) return std::string(str_utf8(text.get()));
    clear_exception();
    return "?";
}

std::string name_text(Object* name) { return std::string(str_utf8(static_cast<Str*>(name))); }

/// The variable behind a cell argument: its number among cells and free variables, later its slot.
std::string variable_text(const CodeUnit& unit, int index, Phase phase) {
    std::vector<Object*> names;
    if (phase == Phase::After) names.assign(unit.locals.items().begin(), unit.locals.items().end());
    for (Object* cell : unit.cells.items())
        if (phase == Phase::Before || unit.locals.find(cell) < 0) names.push_back(cell);
    names.insert(names.end(), unit.free_variables.items().begin(), unit.free_variables.items().end());
    return name_text(names.at(static_cast<std::size_t>(index)));
}

std::string argument_text(const CodeUnit& unit, const Instruction& instruction, Phase phase) {
    const int argument = instruction.argument;
    switch (opcode_info(instruction.opcode).kind) {
        case ArgumentKind::Constant: return object_text(unit.constants[argument]);
        case ArgumentKind::Name: return name_text(unit.names[argument]);
        case ArgumentKind::NameAndNull:
            return (argument & 1 ? "NULL + " : "") + name_text(unit.names[argument >> 1]);
        case ArgumentKind::Local: return name_text(unit.locals[argument]);
        case ArgumentKind::Deref: return variable_text(unit, argument, phase);
        case ArgumentKind::None: return "";
        default:
            if (instruction.target) return fmt::format("-> block {}", instruction.target->number);
            return has_argument(instruction.opcode) ? std::to_string(argument) : "";
    }
}

/// Before the passes only the last instruction says whether a block falls through.
bool ends_flow(Opcode opcode) {
    return opcode == Opcode::RETURN_VALUE || opcode == Opcode::RAISE_VARARGS || opcode == Opcode::RERAISE ||
           opcode == Opcode::JUMP || opcode == Opcode::JUMP_NO_INTERRUPT;
}

std::vector<ShownBlock> show_blocks(const CodeUnit& unit, Phase phase) {
    std::vector<ShownBlock> shown;
    unit.graph.for_each([&](const BasicBlock& block) {
        ShownBlock& to = shown.emplace_back(ShownBlock{block.number, block.start_depth, block.offset, -1, {}});
        const bool ends = !block.empty() && ends_flow(block.instructions.back().opcode);
        if (block.next && !block.no_fallthrough && !ends) to.next = block.next->number;
        for (const Instruction& instruction : block.instructions) {
            ShownInstruction& row = to.instructions.emplace_back();
            row.line = instruction.at.line;
            row.text = fmt::format("{:<28} {}", opcode_name(instruction.opcode),
                                   argument_text(unit, instruction, phase));
            row.is_jump = is_jump(instruction.opcode) || is_block_push(instruction.opcode);
            if (row.is_jump) row.target = instruction.target->number;
            if (instruction.handler) row.handler = instruction.handler->number;
        }
    });
    return shown;
}

class GraphRecorder : public PassObserver {
  public:
    void begin(const CodeUnit& unit) override {
        ShownUnit& shown = units_.emplace_back();
        shown.name = str_utf8(unit.qualified_name.get());
        shown.first_line = unit.first_line;
        shown.before = show_blocks(unit, Phase::Before);
    }
    void fired(const BasicBlock& block, int line, std::string_view optimization,
               std::string_view reason) override {
        const std::string where = line > 0 ? fmt::format("line {}", line) : "no line";
        units_.back().changes.push_back(
            fmt::format("block {}, {}: {}: {}", block.number, where, optimization, reason));
    }
    void end(const CodeUnit& unit) override { units_.back().after = show_blocks(unit, Phase::After); }

    /// In the order of the source, outer before inner.
    std::vector<ShownUnit> take() {
        std::ranges::reverse(units_);
        std::ranges::stable_sort(units_, {}, &ShownUnit::first_line);
        return std::move(units_);
    }

  private:
    std::vector<ShownUnit> units_;
};

void print_blocks(const char* title, const std::vector<ShownBlock>& blocks, Phase phase) {
    fmt::print("  {}:\n", title);
    for (const ShownBlock& block : blocks) {
        fmt::print("    block {}", block.number);
        if (phase == Phase::After) fmt::print(", offset {}, stack depth {}", block.offset * 2, block.depth);
        fmt::print("\n");
        for (const ShownInstruction& row : block.instructions) {
            const std::string line = row.line >= 0 ? std::to_string(row.line) : "-";
            fmt::print("      {:>5}  {}", line, row.text.substr(0, row.text.find_last_not_of(' ') + 1));
            if (row.handler >= 0) fmt::print("  [on exception: block {}]", row.handler);
            fmt::print("\n");
        }
        if (block.next >= 0) fmt::print("             falls through to block {}\n", block.next);
    }
}

void print_text(const ShownUnit& unit) {
    fmt::print("{}, line {}\n", unit.name, unit.first_line);
    print_blocks("before optimisation", unit.before, Phase::Before);
    fmt::print("  optimisations:\n");
    for (const std::string& change : unit.changes) fmt::print("    {}\n", change);
    if (unit.changes.empty()) fmt::print("    none\n");
    print_blocks("after optimisation", unit.after, Phase::After);
    fmt::print("\n");
}

std::string dot_escaped(std::string_view text) {
    std::string escaped;
    for (char c : text) {
        if (c == '"' || c == '\\') escaped.push_back('\\');
        escaped.push_back(c);
    }
    return escaped;
}

void print_dot_cluster(const std::string& prefix, const std::string& title,
                       const std::vector<ShownBlock>& blocks) {
    fmt::print("  subgraph cluster_{} {{\n    label=\"{}\";\n", prefix, dot_escaped(title));
    for (const ShownBlock& block : blocks) {
        fmt::print("    {}_{} [label=\"block {}\\l", prefix, block.number, block.number);
        for (const ShownInstruction& row : block.instructions) fmt::print("{}\\l", dot_escaped(row.text));
        fmt::print("\"];\n");
        std::map<int, const char*> edges;  // target -> style
        for (const ShownInstruction& row : block.instructions)
            if (row.handler >= 0) edges[row.handler] = "color=red,style=dashed";
        for (const ShownInstruction& row : block.instructions)
            if (row.is_jump) edges[row.target] = "color=blue";
        if (block.next >= 0) edges[block.next] = "color=black";
        for (const auto& [target, style] : edges)
            fmt::print("    {0}_{1} -> {0}_{2} [{3}];\n", prefix, block.number, target, style);
    }
    fmt::print("  }}\n");
}

void print_dot(const std::vector<ShownUnit>& units) {
    fmt::print("digraph cfg {{\n  node [shape=box, fontname=monospace];\n");
    for (std::size_t i = 0; i < units.size(); ++i) {
        const ShownUnit& unit = units[i];
        print_dot_cluster(fmt::format("u{}_before", i), unit.name + ": before optimisation", unit.before);
        print_dot_cluster(fmt::format("u{}_after", i), unit.name + ": after optimisation", unit.after);
    }
    fmt::print("}}\n");
}

bool is_wanted(const ShownUnit& unit, std::string_view function) {
    return function.empty() || unit.name == function || unit.name.ends_with(fmt::format(".{}", function));
}

int print_graphs(GraphRecorder& recorder, std::string_view function, bool dot) {
    std::vector<ShownUnit> units = recorder.take();
    std::erase_if(units, [function](const ShownUnit& unit) { return !is_wanted(unit, function); });
    if (units.empty()) {
        fmt::print(stderr, "minipy: no function '{}' in the file\n", function);
        return 1;
    }
    if (dot)
        print_dot(units);
    else
        std::ranges::for_each(units, print_text);
    return 0;
}

}  // namespace

int command_cfg(Arguments arguments) {
    bool dot = false;
    GraphRecorder recorder;
    CompileOptions options;
    options.observer = &recorder;
    std::vector<std::string_view> names;
    for (std::string_view word : arguments) {
        if (word == "--dot")
            dot = true;
        else if (word == "-O" || word == "-OO")
            options.optimize = static_cast<int>(word.size()) - 1;
        else if (word == "-" || !word.starts_with('-'))
            names.push_back(word);
        else
            return bad_usage;
    }
    if (names.empty() || names.size() > 2) return bad_usage;
    if (names[0].ends_with(".pyc")) {
        fmt::print(stderr, "minipy: a .pyc has no flow graph any more; give its source\n");
        return 2;
    }
    return with_code(names[0], options, [&](Code*) {
        return print_graphs(recorder, names.size() == 2 ? names[1] : std::string_view(), dot);
    });
}

}  // namespace minipy
