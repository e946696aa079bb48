// The inspection commands of the command line: one file each, one row each in the table of main.cpp.
//
// Invariant: a command prints results on standard output, errors on standard error, and returns the
// process's exit code (0 done, 1 the program or file is at fault, 2 the command line is).
//
// CPython: Modules/main.c (options); the commands are minipy's own
#pragma once

#include <span>
#include <string_view>

namespace minipy {

using Arguments = std::span<const std::string_view>;

/// What a command returns for words that make no sense; main then prints the usage and exits with 2.
inline constexpr int bad_usage = -1;

/// `arguments` are the words after the command's name.
struct Command {
    std::string_view name;      // "--tokens"
    std::string_view synopsis;  // "--tokens FILE", one line for each form
    std::string_view help;
    int (*run)(Arguments arguments);
};

int command_tokens(Arguments arguments);
int command_ast(Arguments arguments);
int command_symtable(Arguments arguments);
int command_compile(Arguments arguments);
int command_dis(Arguments arguments);
int command_dis_adaptive(Arguments arguments);  // behind `--dis --adaptive`
int command_cfg(Arguments arguments);
int command_compare(Arguments arguments);
int command_trace(Arguments arguments);
int command_step(Arguments arguments);

}  // namespace minipy
