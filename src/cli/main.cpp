// The command line: finds the command and hands it the rest of the words.
//
// CPython: Modules/main.c, Python/initconfig.c
#include <fmt/core.h>

#include <new>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "cli/run_command.h"
#include "cli/warning_filters.h"
#include "vm/runtime.h"

namespace {

using minipy::Command;

constexpr Command commands[] = {
    {"--tokens", "--tokens [--headers] [FILE...]", "print the tokens as `python3.11 -m tokenize -e` does",
     minipy::command_tokens},
    {"--ast", "--ast [-a] [-m exec|eval|single|func_type] [-i N] FILE\n--ast --batch [option...] FILE...",
     "print the AST as `python3.11 -m ast` does", minipy::command_ast},
    {"--symtable", "--symtable [--flat] FILE", "print the scopes and how each name is resolved",
     minipy::command_symtable},
    {"--dis", "--dis [--show-caches] [-O|-OO] FILE\n--dis --adaptive [option...] FILE [arg...]",
     "print the bytecode as `python3.11 -m dis` does; --adaptive: run the program, then print what became of\n"
     "      its instructions, and for each that was not specialised the reason",
     minipy::command_dis},
    {"--cfg", "--cfg [--dot] [-O|-OO] FILE [FUNCTION]",
     "print the flow graphs and what was optimised in them, and why", minipy::command_cfg},
    {"--compare", "--compare FILE [--python PATH]", "print the bytecode beside that of an installed CPython",
     minipy::command_compare},
    {"--compile",
     "--compile [-O|-OO] [--checked-hash|--unchecked-hash] FILE [-o OUT]\n"
     "--compile [-O|-OO] [--checked-hash|--unchecked-hash] --batch < LIST",
     "write the bytecode as a .pyc that CPython 3.11 runs", minipy::command_compile},
    {"--trace", "--trace [--trace-function NAME] [option...] FILE [arg...]",
     "run a program and print each instruction with the value stack before and after it",
     minipy::command_trace},
    {"--step", "--step [option...] FILE [arg...]\n--step --step-commands COMMANDS [option...] FILE [arg...]",
     "run a program by steps, on the terminal (key ? tells the keys), or by the commands of a file (- for\n"
     "      standard input; the command help lists them)",
     minipy::command_step},
};

/// Each form of the command on a line of its own behind `lead`.
void print_forms(std::FILE* file, std::string_view lead, std::string_view forms) {
    for (std::size_t end = 0; end != forms.npos;) {
        end = forms.find('\n');
        fmt::print(file, "{}{}\n", lead, forms.substr(0, end));
        if (end != forms.npos) forms.remove_prefix(end + 1);
    }
}

void print_usage(std::FILE* file, const Command& command) {
    print_forms(file, "usage: minipy ", command.synopsis);
}

void print_help(std::string_view program) {
    minipy::print_run_help("help", program);
    fmt::print(
        "\nLook inside (FILE may be - for standard input; -W as above; -h behind a command tells of it):\n");
    for (const Command& command : commands) {
        print_forms(stdout, "  ", command.synopsis);
        fmt::print("      {}\n", command.help);
    }
}

/// Takes `-W OPTION` and `-WOPTION` out of the words; false if an option lacks.
bool take_warning_options(std::vector<std::string_view>& words) {
    std::vector<std::string_view> kept;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!words[i].starts_with("-W")) {
            kept.push_back(words[i]);
        } else if (words[i].size() > 2) {
            minipy::add_warning_option(words[i].substr(2));
        } else if (++i < words.size()) {
            minipy::add_warning_option(words[i]);
        } else {
            fmt::print(stderr, "Argument expected for the -W option\n");
            return false;
        }
    }
    words = std::move(kept);
    return true;
}

int run(const Command& command, minipy::Arguments arguments) {
    if (!arguments.empty() && (arguments[0] == "-h" || arguments[0] == "--help")) {
        print_usage(stdout, command);
        fmt::print("\n{}\n", command.help);
        return 0;
    }
    minipy::initialize_types();  // constants are objects, and folding them may raise
    try {
        const int code = command.run(arguments);
        if (code != minipy::bad_usage) return code;
    } catch (const std::bad_alloc&) {
        fmt::print(stderr, "MemoryError\n");
        return 1;
    }
    print_usage(stderr, command);
    return 2;
}

/// The command that stands first, `-W` options aside, or null: then the words are a program to run.
const Command* find_command(const std::vector<std::string_view>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        for (const Command& command : commands)
            if (command.name == words[i]) return &command;
        if (!words[i].starts_with("-W")) return nullptr;
        if (words[i].size() == 2) ++i;
    }
    return nullptr;
}

}  // namespace

int main(int argc, char** argv) {
    const std::string_view program = argc ? argv[0] : "minipy";
    std::vector<std::string_view> words(argv + (argc ? 1 : 0), argv + argc);
    if (!words.empty() && (words[0] == "-h" || words[0] == "--help")) {
        print_help(program);
        return 0;
    }
    if (const Command* command = find_command(words)) {
        minipy::add_warning_options_of_environment();
        if (!take_warning_options(words)) return 2;
        return run(*command, minipy::Arguments(words).subspan(1));
    }
    return minipy::run_program(program, words);
}
