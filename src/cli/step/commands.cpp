// The table of the stepper's commands: see session.h. Scripts name them, the screen knows them by their key.
//
// CPython: Lib/pdb.py
#include <fmt/format.h>

#include <charconv>

#include "cli/step/session.h"
#include "cli/step/state.h"
#include "objects/str.h"

namespace minipy::step {
namespace {

std::string joined(const std::vector<std::string>& lines, std::string_view none) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
    return lines.empty() ? std::string(none) : text;
}

std::optional<int> positive_number(std::string_view text) noexcept {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < 1) return std::nullopt;
    return number;
}

/// Goes on by strides of this kind, as many as the argument says.
template <Stride stride>
Answer go(Session&, std::string_view argument) {
    if (argument.empty()) return {.order = Order{stride, 1}};
    const std::optional<int> times = positive_number(argument);
    if (!times) return {.text = fmt::format("error: '{}' is no number of steps", argument)};
    return {.order = Order{stride, *times}};
}

Answer set_breakpoint(Session& session, std::string_view where) {
    Breakpoints& breakpoints = session.stepper().breakpoints();
    if (where.empty()) return {.text = breakpoints.list()};
    return {.text = breakpoints.add(where, session.selected())};
}

Answer watch(Session& session, std::string_view watched) {
    if (watched.empty()) return {.text = session.stepper().breakpoints().list()};
    if (session.selected() != session.running())
        return {.text = "error: a name is watched from the running frame (command down)"};
    return {.text = session.stepper().breakpoints().add_watch(watched, session.running())};
}

Answer remove(Session& session, std::string_view argument) {
    const std::optional<int> number = positive_number(argument);
    if (!number) return {.text = "error: the number of a breakpoint is wanted"};
    return {.text = session.stepper().breakpoints().remove(*number)};
}

Answer print(Session& session, std::string_view expression) {
    return {.text = Stepper::evaluate(session.selected(), expression)};
}

template <std::vector<ShownValue> (*values)(Frame*)>
Answer show_values(Session& session, std::string_view) {
    std::vector<std::string> lines;
    for (const ShownValue& value : values(session.selected())) lines.push_back("  " + value_line(value));
    return {.text = joined(lines, "  none")};
}

Answer show_stack(Session& session, std::string_view argument) {
    if (has_known_stack(session.selected(), session.running()))
        return show_values<value_stack>(session, argument);
    return {.text = "  in the hands of a native"};
}

Answer show_source(Session& session, std::string_view) {
    constexpr int around = 5;
    const int here = frame_line(session.selected());
    std::vector<std::string> lines;
    for (const Session::SourceLine& line : session.source(around, around))
        lines.push_back(fmt::format("{}{:>5}  {}", line.number == here ? '>' : ' ', line.number, line.text));
    return {.text = joined(lines, "  there is no source")};
}

Answer show_disassembly(Session& session, std::string_view) {
    std::size_t current = 0;
    std::vector<std::string> lines = session.disassembly(usual_opcode_width, current);
    for (std::size_t i = 0; i < lines.size(); ++i) lines[i].insert(0, i == current ? "-->" : "   ");
    return {.text = joined(lines, "  there are no instructions")};
}

Answer show_calls(Session& session, std::string_view) { return {.text = joined(session.calls(), "")}; }

Answer show_state(Session& session, std::string_view) { return {.text = session.state()}; }

Answer look_up(Session& session, std::string_view) {
    if (!session.select_caller()) return {.text = "error: this is the outermost frame"};
    return {.changes_view = true};
}

Answer look_down(Session& session, std::string_view) {
    if (!session.select_callee()) return {.text = "error: this is the running frame"};
    return {.changes_view = true};
}

Answer help(Session&, std::string_view) { return {.text = help_text()}; }

Answer quit(Session&, std::string_view) { return {.quits = true}; }

constexpr CommandRow rows[] = {
    {'s', "step", "[N]", "run one instruction (or N), into calls", go<Stride::Into>},
    {'n', "next", "[N]", "run one instruction; what it calls runs to its end", go<Stride::Over>},
    {'l', "line", "[N]", "go to the next line of this function", go<Stride::Line>},
    {'i', "into", "[N]", "go to the next line, into calls", go<Stride::LineInto>},
    {'o', "out", "", "go on until this function has returned", go<Stride::Out>},
    {'c', "continue", "", "go on to a breakpoint, a watched name's change, or the end", go<Stride::Continue>},
    {'b', "break", "[WHERE]", "stop at LINE, FILE:LINE, function, OPCODE, raise; or list", set_breakpoint},
    {'w', "watch", "[NAME]", "stop when the name gets another value; or list", watch},
    {'x', "delete", "N", "delete a breakpoint or watched name", remove},
    {'p', "print", "EXPR", "evaluate an expression in the frame looked at", print},
    {'g', "globals", "", "show the global names", show_values<global_values>},
    {'v', "locals", "", "show the local names", show_values<local_values>},
    {'e', "cells", "", "show what the cells hold", show_values<cell_values>},
    {'t', "stack", "", "show the value stack, the top last", show_stack},
    {'k', "calls", "", "show the call stack", show_calls},
    {'u', "up", "", "look at the caller's frame", look_up},
    {'d', "down", "", "look at the callee's frame again", look_down},
    {'r', "source", "", "show the source around the line", show_source},
    {'y', "dis", "", "show the function's instructions", show_disassembly},
    {'a', "show", "", "show the state again", show_state},
    {'?', "help", "", "show this list", help},
    {'q', "quit", "", "end the program at once", quit},
};

const CommandRow* find_row(std::string_view word) noexcept {
    for (const CommandRow& row : rows)
        if (word == row.name || (word.size() == 1 && word[0] == row.key)) return &row;
    return nullptr;
}

std::string_view stripped(std::string_view text) noexcept {
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == text.npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

}  // namespace

std::span<const CommandRow> command_rows() noexcept { return rows; }

std::string help_text() {
    std::string text;
    for (const CommandRow& row : rows)
        text += fmt::format("{}{}  {:<18} {}", text.empty() ? "" : "\n", row.key,
                            fmt::format("{} {}", row.name, row.argument), row.help);
    return text;
}

Answer Session::execute(std::string_view line) {
    line = stripped(line);
    const std::string_view word = line.substr(0, line.find_first_of(" \t"));
    const CommandRow* row = find_row(word);
    if (!row) return {.text = fmt::format("error: there is no command '{}'; help lists them", word)};
    const std::string_view argument = stripped(line.substr(word.size()));
    if (row->argument.empty() && !argument.empty())
        return {.text = fmt::format("error: {} takes no argument", row->name)};
    return row->run(*this, argument);
}

}  // namespace minipy::step
