// The interpreter's options, as CPython's: short ones may be joined ("-Bu"), -c, -m, -W and -X take a word, and
// everything after FILE, -c CODE or -m MODULE belongs to the program.
//
// CPython: Modules/main.c, Python/initconfig.c, Python/getopt.c
#include "cli/run_command.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <string>

#include "modules/startup.h"

namespace minipy {
namespace {

struct Invocation {
    RunOptions options;
    enum class Kind { Interactive, File, Command, Module, StandardInput } kind = Kind::Interactive;
    std::string target;  // file, code or module
};

int usage_error(std::string_view message) {
    fmt::print(stderr,
               "{}\nusage: minipy [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"
               "Try `minipy -h' for more information.\n",
               message);
    return 2;
}

/// Options without an argument; false if the letter is none.
bool set_flag(RunOptions& options, char letter) {
    switch (letter) {
        case 'B': options.dont_write_bytecode = true; return true;
        case 'E': options.ignore_environment = true; return true;
        case 'I':
            options.isolated = options.ignore_environment = options.no_user_site = options.safe_path = true;
            return true;
        case 'O': ++options.optimize; return true;
        case 'P': options.safe_path = true; return true;
        case 'S': options.no_site = true; return true;
        case 'b':
        case 'd':
        case 'x': return true;
        case 'i': options.inspect = true; return true;
        case 'q': options.quiet = true; return true;
        case 's': options.no_user_site = true; return true;
        case 'u': options.unbuffered = true; return true;
        case 'v': ++options.verbose; return true;
        default: return false;
    }
}

/// Reads one word of joined options. Fills `error` if something is wrong; true once the program is named.
bool read_option_word(Invocation& invocation, std::span<const std::string_view> words, std::size_t& position,
                      std::optional<std::string>& error) {
    const std::string_view word = words[position++];
    for (std::size_t i = 1; i < word.size(); ++i) {
        const char letter = word[i];
        if (set_flag(invocation.options, letter)) continue;
        if (letter != 'c' && letter != 'm' && letter != 'W' && letter != 'X') {
            error = fmt::format("unknown option -{}", letter);
            return true;
        }
        std::string argument(word.substr(i + 1));
        if (argument.empty()) {
            if (position == words.size()) {
                error = fmt::format("Argument expected for the -{} option", letter);
                return true;
            }
            argument = words[position++];
        }
        if (letter == 'W') return invocation.options.warn_options.push_back(argument), false;
        if (letter == 'X') return invocation.options.x_options.push_back(argument), false;
        invocation.kind = letter == 'c' ? Invocation::Kind::Command : Invocation::Kind::Module;
        invocation.target = argument;
        return true;
    }
    return false;
}

/// The options from environment variables, unless -E.
void read_environment(RunOptions& options) {
    if (options.ignore_environment) return;
    const auto is_set = [](const char* variable) {
        const char* value = std::getenv(variable);
        return value && *value;
    };
    if (is_set("PYTHONDONTWRITEBYTECODE")) options.dont_write_bytecode = true;
    if (is_set("PYTHONUNBUFFERED")) options.unbuffered = true;
    if (is_set("PYTHONNOUSERSITE")) options.no_user_site = true;
    if (is_set("PYTHONINSPECT")) options.inspect = true;
    if (is_set("PYTHONSAFEPATH")) options.safe_path = true;
    if (is_set("PYTHONOPTIMIZE") && !options.optimize)
        options.optimize = std::max(1, std::atoi(std::getenv("PYTHONOPTIMIZE")));
    if (is_set("PYTHONVERBOSE") && !options.verbose)
        options.verbose = std::max(1, std::atoi(std::getenv("PYTHONVERBOSE")));
}

}  // namespace

std::string_view run_help() {
    return "usage: minipy [option] ... [-c cmd | -m mod | file | -] [arg] ...\n"
           "\n"
           "Run a program:\n"
           "  file                                 a program from a file (a directory or zip file with "
           "__main__.py)\n"
           "  -c cmd                               a program given as a string\n"
           "  -m mod                               a module of the library, as a program\n"
           "  -                                    a program from standard input\n"
           "Options: -B no .pyc files, -E ignore PYTHON* variables, -I isolated, -i go on interactively, -O "
           "and -OO\n"
           "without asserts (and docstrings), -P safe path, -q quiet, -S without site, -s without user site,\n"
           "-u unbuffered output, -v tell about imports, -W arg warning control, -X opt (gc-stress, ...)\n";
}

int run_program(std::span<const std::string_view> words, void (*before_program)()) {
    Invocation invocation;
    RunOptions& options = invocation.options;
    std::size_t position = 0;
    std::optional<std::string> error;
    bool named = false;
    while (!named && position < words.size() && words[position].starts_with('-') && words[position] != "-") {
        if (words[position] == "--gc-stress") {
            options.gc_stress = true;
            ++position;
            continue;
        }
        named = read_option_word(invocation, words, position, error);
    }
    if (error) return usage_error(*error);
    read_environment(options);

    using Kind = Invocation::Kind;
    if (named) {
        options.argv.push_back(invocation.kind == Kind::Command ? "-c" : "-m");
    } else if (position < words.size()) {
        invocation.target = words[position++];
        invocation.kind = invocation.target == "-" ? Kind::StandardInput : Kind::File;
        options.argv.push_back(invocation.target);
    } else {
        invocation.kind = isatty(STDIN_FILENO) ? Kind::Interactive : Kind::StandardInput;
        options.argv.emplace_back();
    }
    options.interactive = invocation.kind == Kind::Interactive;
    for (; position < words.size(); ++position) options.argv.emplace_back(words[position]);
    for (std::string_view word : words) options.orig_argv.emplace_back(word);

    if (!initialize_runtime(std::move(options))) return 1;
    if (before_program) before_program();
    int exit_code = 0;
    switch (invocation.kind) {
        case Kind::File: exit_code = run_file(invocation.target); break;
        case Kind::Command: exit_code = run_command(invocation.target + "\n"); break;
        case Kind::Module: exit_code = run_module(invocation.target); break;
        case Kind::StandardInput: exit_code = run_stdin(); break;
        case Kind::Interactive: exit_code = run_interactive(); break;
    }
    return finalize_runtime(exit_code);
}

}  // namespace minipy
