// Code object -> text: see disassembler.h.
//
// CPython: Lib/dis.py
#include "compiler/disassembler.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "objects/exception_table.h"
#include "objects/line_table.h"
#include "objects/protocol.h"

namespace minipy {
namespace {

constexpr std::string_view compare_symbols[] = {"<", "<=", "==", "!=", ">", ">="};
constexpr std::string_view binary_symbols[] = {
    "+",  "&",  "//",  "<<",  "@",  "*",  "%",  "|",  "**",  ">>",  "-",  "/",  "^",
    "+=", "&=", "//=", "<<=", "@=", "*=", "%=", "|=", "**=", ">>=", "-=", "/=", "^="};
constexpr std::string_view conversion_names[] = {"", "str", "repr", "ascii"};
constexpr std::string_view function_parts[] = {"defaults", "kwdefaults", "annotations", "closure"};
constexpr std::string_view no_such_index = "<no such index>";
constexpr int unit_bytes = 2;

struct RawInstruction {
    int offset;
    Opcode opcode;
    std::optional<int> argument;
};

/// The instructions with their whole arguments, caches skipped. dis._unpack_opargs.
std::vector<RawInstruction> unpack(std::string_view code) {
    std::vector<RawInstruction> instructions;
    std::uint32_t extended = 0;
    for (std::size_t i = 0; i + 1 < code.size(); i += unit_bytes) {
        const auto opcode = static_cast<Opcode>(static_cast<unsigned char>(code[i]));
        const Opcode base = opcode_name(opcode).empty() ? opcode : base_opcode(opcode);
        RawInstruction instruction{static_cast<int>(i), opcode, std::nullopt};
        std::uint32_t argument = 0;
        if (has_argument(base)) {
            argument = static_cast<unsigned char>(code[i + 1]) | extended;
            instruction.argument = static_cast<int>(argument);
        }
        extended = base == Opcode::EXTENDED_ARG ? argument << 8 : 0;
        instructions.push_back(instruction);
        i += static_cast<std::size_t>(cache_entries(opcode)) * unit_bytes;
    }
    return instructions;
}

bool jumps_back(Opcode opcode) noexcept { return opcode_info(opcode).kind == ArgumentKind::JumpBackward; }

std::int64_t jump_target(const RawInstruction& jump) noexcept {
    const std::int64_t distance = std::int64_t{*jump.argument} * unit_bytes;
    return jump.offset + unit_bytes + (jumps_back(jump.opcode) ? -distance : distance);
}

/// The octets of the instructions in that form. Specialised ones of our own have their own names here.
std::string_view instruction_bytes(const Code* code, CodeForm form) noexcept {
    if (form == CodeForm::Compiled || !code->words) return code->code->view();
    return {static_cast<const char*>(code->words), static_cast<std::size_t>(code->code->size)};
}

/// Offsets that jumps or the exception table lead to.
std::set<std::int64_t> find_labels(const std::vector<RawInstruction>& instructions, const Code* code) {
    std::set<std::int64_t> labels;
    for (const RawInstruction& instruction : instructions)
        if (instruction.argument && is_jump(instruction.opcode)) labels.insert(jump_target(instruction));
    ExceptionTableReader table(code->exception_table->view());
    for (ExceptionTableEntry entry; table.next(entry);)
        if (entry.end > entry.start) labels.insert(std::int64_t{entry.target} * unit_bytes);
    return labels;
}

/// Offset -> line that begins there. dis.findlinestarts.
std::map<int, int> find_line_starts(const Code* code) {
    std::map<int, int> starts;
    LineTableReader table(code->line_table->view(), code->first_line);
    std::optional<int> last;
    for (LineTableEntry entry; table.next(entry);) {
        const int line = entry.range.line;
        if (line < 0 || line == last) continue;
        last = line;
        starts.emplace(entry.start * unit_bytes, line);
    }
    return starts;
}

template <class Table>
std::string entry_or_note(const Table& table, int index) {
    if (index < 0 || static_cast<std::size_t>(index) >= std::size(table)) return std::string(no_such_index);
    return std::string(table[static_cast<std::size_t>(index)]);
}

std::string name_at(const Tuple* names, int index) {
    if (index < 0 || index >= names->size) return std::string(no_such_index);
    return std::string(str_utf8(static_cast<Str*>((*names)[index])));
}

Result<std::string> constant_at(const Tuple* constants, int index) {
    if (index < 0 || index >= constants->size) return std::string(no_such_index);
    return std::string(str_utf8(TRY(repr((*constants)[index])).get()));
}

std::string conversion_text(int flags) {
    std::string text(conversion_names[flags & 3]);
    if (flags & 4) text += text.empty() ? "with format" : ", with format";
    return text;
}

std::string function_flags_text(int flags) {
    std::string text;
    for (std::size_t i = 0; i < std::size(function_parts); ++i)
        if (flags & (1 << i)) text += (text.empty() ? "" : ", ") + std::string(function_parts[i]);
    return text;
}

Result<std::string> argument_text(const RawInstruction& instruction, const Code* code) {
    const int argument = *instruction.argument;
    switch (opcode_info(instruction.opcode).kind) {
        case ArgumentKind::Constant:
            if (base_opcode(instruction.opcode) != Opcode::LOAD_CONST) return std::string();
            return constant_at(code->constants.get(), argument);
        case ArgumentKind::Name: return name_at(code->names.get(), argument);
        case ArgumentKind::NameAndNull:
            return (argument & 1 ? "NULL + " : "") + name_at(code->names.get(), argument >> 1);
        case ArgumentKind::Local:
        case ArgumentKind::Deref: return name_at(code->local_names.get(), argument);
        case ArgumentKind::JumpForward:
        case ArgumentKind::JumpBackward: return fmt::format("to {}", jump_target(instruction));
        case ArgumentKind::Compare: return entry_or_note(compare_symbols, argument);
        case ArgumentKind::BinaryOperator: return entry_or_note(binary_symbols, argument);
        case ArgumentKind::Conversion: return conversion_text(argument);
        case ArgumentKind::FunctionFlags: return function_flags_text(argument);
        default: return std::string();
    }
}

std::string opcode_text(Opcode opcode) {
    const std::string_view name = opcode_name(opcode);
    return name.empty() ? fmt::format("<{}>", static_cast<int>(opcode)) : std::string(name);
}

struct ColumnWidths {
    int line, offset;
};

std::string instruction_text(const DisassembledInstruction& instruction, ColumnWidths widths) {
    std::string text;
    if (widths.line)
        text = instruction.starts_line ? fmt::format("{:>{}} ", *instruction.starts_line, widths.line)
                                       : std::string(static_cast<std::size_t>(widths.line) + 1, ' ');
    text += fmt::format("    {} {:>{}} {:<20}", instruction.is_jump_target ? ">>" : "  ", instruction.offset,
                        widths.offset, opcode_text(instruction.opcode));
    if (instruction.argument) {
        text += fmt::format(" {:>5}", *instruction.argument);
        if (!instruction.argument_text.empty()) text += " (" + instruction.argument_text + ")";
    }
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

std::string exception_table_text(const Code* code) {
    std::string text;
    ExceptionTableReader table(code->exception_table->view());
    for (ExceptionTableEntry entry; table.next(entry);) {
        if (text.empty()) text = "ExceptionTable:\n";
        text += fmt::format("  {} to {} -> {} [{}]{}\n", std::int64_t{entry.start} * unit_bytes,
                            (std::int64_t{entry.end} - 1) * unit_bytes, std::int64_t{entry.target} * unit_bytes,
                            entry.depth, entry.push_last_i ? " lasti" : "");
    }
    return text;
}

ColumnWidths column_widths(const Code* code) {
    int line = 0;
    for (const auto& [offset, number] : find_line_starts(code)) line = std::max(line, number);
    const bool has_lines = !find_line_starts(code).empty();
    const Size last_offset = code->code->size - unit_bytes;
    return {!has_lines     ? 0
            : line >= 1000 ? static_cast<int>(std::to_string(line).size())
                           : 3,
            last_offset >= 10000 ? static_cast<int>(std::to_string(last_offset).size()) : 4};
}

}  // namespace

Result<std::vector<DisassembledInstruction>> disassemble(const Code* code, bool show_caches, CodeForm form) {
    const std::vector<RawInstruction> raw = unpack(instruction_bytes(code, form));
    const std::set<std::int64_t> labels = find_labels(raw, code);
    const std::map<int, int> line_starts = find_line_starts(code);
    std::vector<DisassembledInstruction> instructions;
    for (const RawInstruction& from : raw) {
        DisassembledInstruction& to = instructions.emplace_back();
        to.offset = from.offset;
        to.opcode = from.opcode;
        to.argument = from.argument;
        if (from.argument) to.argument_text = TRY(argument_text(from, code));
        if (auto line = line_starts.find(from.offset); line != line_starts.end()) to.starts_line = line->second;
        to.is_jump_target = labels.contains(from.offset);
        if (!show_caches) continue;
        for (int i = 1; i <= cache_entries(from.opcode); ++i)
            instructions.push_back({from.offset + i * unit_bytes, Opcode::CACHE, 0, {}, {}, false});
    }
    return instructions;
}

Result<std::string> disassembly_text(const Code* code, bool show_caches, CodeForm form) {
    const ColumnWidths widths = column_widths(code);
    std::string text;
    for (const DisassembledInstruction& instruction : TRY(disassemble(code, show_caches, form))) {
        if (widths.line && instruction.starts_line && instruction.offset > 0) text += '\n';
        text += instruction_text(instruction, widths) + '\n';
    }
    return text + exception_table_text(code);
}

}  // namespace minipy
