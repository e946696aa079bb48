// The command line: finds the command and hands it the rest of the words.
//
// CPython: Modules/main.c, Python/initconfig.c
#include <fmt/core.h>

#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/run_command.h"

namespace {

using minipy::Command;

constexpr Command commands[] = {
    {"--tokens", "--tokens FILE", "print the tokens as `python3.11 -m tokenize -e` does",
     minipy::command_tokens},
    {"--ast", "--ast [-a] [-m MODE] [-i N] FILE", "print the AST as `python3.11 -m ast` does",
     minipy::command_ast},
    {"--symtable", "--symtable [--flat] FILE", "print the scopes and how each name is resolved",
     minipy::command_symtable},
    {"--dis", "--dis [--show-caches] FILE", "print the bytecode as `python3.11 -m dis` does",
     minipy::command_dis},
    {"--cfg", "--cfg [--dot] FILE [FUNCTION]", "print the flow graphs and what was optimised in them, and why",
     minipy::command_cfg},
    {"--compare", "--compare FILE [--python PATH]", "print the bytecode beside that of an installed CPython",
     minipy::command_compare},
    {"--compile", "--compile FILE [-o OUT] [-O|-OO]", "write the bytecode as a .pyc that CPython 3.11 runs",
     minipy::command_compile},
};

void print_help() {
    fmt::print("{}\nLook inside (FILE may be - for standard input):\n", minipy::run_help());
    for (const Command& command : commands) fmt::print("  {:<36} {}\n", command.synopsis, command.help);
    fmt::print("\n  {:<36} {}\n  {:<36} {}\n", "-h, --help", "this text", "-V, --version", "the version");
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<std::string_view> words(argv + 1, argv + argc);
    if (!words.empty() && (words[0] == "-h" || words[0] == "--help")) {
        print_help();
        return 0;
    }
    if (words.empty()) return minipy::run_program(words);
    if (words[0] == "-V" || words[0] == "--version") {
        fmt::print("Python 3.11.2 (minipy)\n");
        return 0;
    }
    for (const Command& command : commands)
        if (command.name == words[0]) return command.run(minipy::Arguments(words).subspan(1));
    if (words[0].starts_with("--") && words[0] != "--gc-stress") {
        fmt::print(stderr, "minipy: unknown option or command '{}'; try 'minipy --help'\n", words[0]);
        return 2;
    }
    return minipy::run_program(words);
}
