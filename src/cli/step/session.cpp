// What the stepper's commands look at: see session.h. Lists are cut where a reader would lose the overview; the
// commands that show one list alone show all of it.
#include "cli/step/session.h"

#include <fmt/format.h>

#include <algorithm>

#include "cli/value_text.h"
#include "objects/str.h"

namespace minipy::step {
namespace {

constexpr std::size_t most_values = 12;

/// "  locals  a = 1 (shared) | b = [2] (1 ref)", and nothing for an empty list unless `always`.
std::string values_line(std::string_view title, const std::vector<ShownValue>& values, bool always) {
    if (values.empty()) return always ? fmt::format("  {:<7} empty\n", title) : std::string();
    std::string text = fmt::format("  {:<7} ", title);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (i == most_values) return text + fmt::format(" | ... {} more\n", values.size() - i);
        text += (i ? " | " : "") + value_line(values[i]);
    }
    return text + "\n";
}

}  // namespace

std::string value_line(const ShownValue& value) {
    std::string text = value.name.empty() ? value.value : fmt::format("{} = {}", value.name, value.value);
    if (!value.references.empty()) text += fmt::format(" ({})", value.references);
    return text;
}

bool Session::select_caller() noexcept {
    Frame* caller = visible_caller(selected_);
    if (caller) selected_ = caller;
    return caller != nullptr;
}

bool Session::select_callee() noexcept {
    if (selected_ == running_) return false;
    Frame* callee = running_;
    while (visible_caller(callee) != selected_) callee = visible_caller(callee);
    selected_ = callee;
    return true;
}

std::vector<Session::SourceLine> Session::source(int before, int after) {
    const std::string_view file = str_utf8(selected_->code->filename.get());
    const int line = std::max(frame_line(selected_), 1);
    std::vector<SourceLine> lines;
    for (int number = std::max(line - before, 1); number <= line + after; ++number) {
        const std::optional<std::string_view> text = sources_.line(file, number);
        if (!text) break;
        lines.push_back({number, std::string(*text)});
    }
    return lines;
}

std::vector<std::string> Session::disassembly(int opcode_width, std::size_t& current) {
    const DisassembledInstruction* here = stepper_.views().current(selected_);
    std::vector<std::string> lines;
    for (const DisassembledInstruction& one : stepper_.views().instructions_of(selected_->code)) {
        if (&one == here) current = lines.size();
        const std::string line = one.starts_line ? std::to_string(*one.starts_line) : "";
        lines.push_back(fmt::format("{:>4} {} {:>4} {}", line, one.is_jump_target ? ">>" : "  ", one.offset,
                                    instruction_text(one, opcode_width)));
    }
    return lines;
}

std::vector<std::string> Session::calls() {
    std::vector<std::string> lines;
    for (const Frame* frame = running_; frame; frame = visible_caller(frame))
        lines.push_back(
            fmt::format("{} {}  {}", frame == selected_ ? '>' : ' ', function_of(frame), place_of(frame)));
    return lines;
}

std::string Session::instruction_line() {
    const DisassembledInstruction* here = stepper_.views().current(selected_);
    if (!here) return {};
    return fmt::format("{:>12} {}\n", here->offset, instruction_text(*here, usual_opcode_width));
}

std::string Session::state() {
    std::string text = fmt::format("{} in {}, depth {}\n", place_of(selected_), function_of(selected_),
                                   visible_depth(selected_));
    if (frame_line(selected_) > 0)
        for (const SourceLine& line : source(0, 0)) text += fmt::format("{:>6}  {}\n", line.number, line.text);
    text += instruction_line();
    if (has_known_stack(selected_, running_))
        text += values_line("stack", value_stack(selected_), true);
    else
        text += "  stack   in the hands of a native\n";
    text += values_line("locals", local_values(selected_), false);
    text += values_line("cells", cell_values(selected_), false);
    text.pop_back();
    return text;
}

}  // namespace minipy::step
