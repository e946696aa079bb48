// `minipy --dis --adaptive FILE [arg...]`: runs a program, then shows what became of its instructions.
//
// First comes what the program prints, then the bytecode of its code objects as the run left it, specialised
// instructions under their own names. Below each code object stand the sites that kept their general form, and
// why (vm/specialize_reasons.h). Invariant: the code object of the program lives until it has been shown, and
// with it, as its constants, those of its functions; what `exec` and imports compile is not shown.
//
// CPython: Lib/dis.py (adaptive=True); the reasons are minipy's own
#include <fmt/format.h>

#include <cstdio>
#include <string>

#include "cli/code_input.h"
#include "cli/command.h"
#include "cli/run_command.h"
#include "compiler/disassembler.h"
#include "modules/io/std_streams.h"
#include "objects/errors.h"
#include "objects/protocol.h"
#include "vm/specialize.h"
#include "vm/specialize_reasons.h"
#include "vm/tracing.h"

namespace minipy {
namespace {

Ref<Code> program_code;

/// Whether the instruction waits for operands it has a form for, or has given up to find one.
bool is_unspecialized(Opcode opcode) noexcept {
    const Opcode adaptive = adaptive_form(base_opcode(opcode));
    return opcode_name(adaptive).ends_with("_ADAPTIVE") &&
           (opcode == adaptive || opcode == base_opcode(opcode));
}

/// Whether this PRECALL runs the whole call, so that the CALL behind it is skipped.
bool makes_whole_call(Opcode opcode) noexcept {
    return base_opcode(opcode) == Opcode::PRECALL && !is_unspecialized(opcode) &&
           opcode != Opcode::PRECALL_PYFUNC && opcode != Opcode::PRECALL_BOUND_METHOD;
}

std::string reason_of(const CodeWord* site, Opcode opcode, Opcode previous) {
    std::string noted = specialization_reasons->at(site);
    if (!noted.empty()) return noted;
    if (base_opcode(opcode) == Opcode::CALL && makes_whole_call(previous))
        return fmt::format("skipped: {} makes the whole call", opcode_name(previous));
    return "not reached since the code became warm";
}

std::string reasons_text(Code* code) {
    if (code->warmth < warm)
        return fmt::format(
            "General throughout: {} entries and jumps back so far; code is specialised from {} on.\n",
            code->warmth, warm);
    const Result<std::vector<DisassembledInstruction>> instructions =
        disassemble(code, false, CodeForm::Adaptive);
    if (!instructions) return {};
    std::string text;
    Opcode previous = Opcode::NOP;
    for (const DisassembledInstruction& instruction : *instructions) {
        const int unit = instruction.offset / static_cast<int>(sizeof(CodeWord));
        if (is_unspecialized(instruction.opcode))
            text += fmt::format("  line {:<4} {:>4} {:<20} {}\n", line_of_unit(code, unit), instruction.offset,
                                opcode_name(base_opcode(instruction.opcode)),
                                reason_of(code_words(code) + unit, instruction.opcode, previous));
        previous = instruction.opcode;
    }
    return text.empty() ? text : "General:\n" + text;
}

/// False with an exception pending if a constant has no text.
bool print_code(Code* code) {
    if (code != program_code.get()) {
        Ref<Str> shown = repr(code);
        if (!shown) return false;
        fmt::print("\nDisassembly of {}:\n", str_utf8(shown.get()));
    }
    const Result<std::string> text = disassembly_text(code, false, CodeForm::Adaptive);
    if (!text) return false;
    const std::string reasons = reasons_text(code);
    fmt::print("{}{}{}", *text, reasons.empty() ? "" : "\n", reasons);
    return true;
}

void print_program(ExitStatus) {
    (void)flush_standard_streams();  // what the program printed comes first
    if (program_code && !for_each_code(program_code.get(), print_code)) report_exception();
    std::fflush(stdout);
    program_code = nullptr;
}

}  // namespace

int command_dis_adaptive(Arguments arguments) {
    if (arguments.empty()) return bad_usage;
    specialization_reasons = std::make_unique<SpecializationReasons>();
    return run_program("minipy", arguments,
                       {.compiled = [](Code* code) { program_code = share(code); }, .after = print_program});
}

}  // namespace minipy
