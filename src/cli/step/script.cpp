// The stepper's front for scripts: see script.h. Output is flushed after every line, because the program writes
// to the same descriptor by itself.
#include "cli/step/script.h"

#include <fmt/core.h>
#include <unistd.h>

#include <cstdlib>

namespace minipy::step {
namespace {

void print_line(std::string_view text) {
    fmt::print("{}\n", text);
    std::fflush(stdout);
}

void print_lines(const std::vector<std::string>& lines) {
    for (const std::string& line : lines) print_line(line);
}

}  // namespace

bool Script::read_line(std::string& line) {
    line.clear();
    ++line_number_;
    int character;
    while ((character = std::fgetc(commands_)) != EOF && character != '\n')
        line += static_cast<char>(character);
    return character != EOF || !line.empty();
}

Order Script::stopped(Frame* frame, const std::vector<std::string>& events) {
    session_.stand_at(frame);
    print_lines(events);
    print_line(session_.state());
    const bool prompts = isatty(fileno(commands_));
    for (std::string line;;) {
        if (prompts) fmt::print("(step) ");
        std::fflush(stdout);
        if (!read_line(line)) return {Stride::Detach};
        if (line.empty() || line[0] == '#') continue;
        if (!prompts) print_line("(step) " + line);
        const Answer answer = session_.execute(line);
        if (answer.quits) quit_process();
        if (answer.text.starts_with("error: "))
            print_line(fmt::format("{}:{}: {}", name_, line_number_, answer.text));
        else if (!answer.text.empty())
            print_line(answer.text);
        if (answer.order) return *answer.order;
        if (answer.changes_view && answer.text.empty()) print_line(session_.state());
    }
}

void Script::ended(const std::vector<std::string>& events) {
    print_lines(events);
    print_line("the program has ended");
}

void quit_process() {
    std::fflush(nullptr);
    std::_Exit(0);
}

}  // namespace minipy::step
