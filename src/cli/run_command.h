// `minipy [options] FILE | -c CODE | -m MODULE | - `: running programs.
//
// CPython: Modules/main.c
#pragma once

#include <span>
#include <string_view>

namespace minipy {

/// Parses the interpreter's options and runs what they name; the process's exit code (2 for bad options).
/// `before_program` is called when all is ready and the program is about to begin.
int run_program(std::string_view program, std::span<const std::string_view> words,
                void (*before_program)() = nullptr);

/// Prints what `--help`, `--help-env`, `--help-xoptions` or `--help-all` stands for.
void print_run_help(std::string_view wanted, std::string_view program);

}  // namespace minipy
