// `minipy [options] FILE | -c CODE | -m MODULE | - `: running programs.
//
// CPython: Modules/main.c
#pragma once

#include <span>
#include <string_view>

#include "objects/code.h"
#include "vm/run_main.h"

namespace minipy {

/// What a command does around the program that it runs.
struct ProgramHooks {
    void (*before)() = nullptr;              // all is ready, the program is about to begin
    void (*compiled)(Code* code) = nullptr;  // its code, which is about to run; not that of a module (-m)
    void (*after)(ExitStatus) = nullptr;     // it has ended, and nothing is taken apart yet
};

/// Parses the interpreter's options and runs what they name; the process's exit code (2 for bad options).
int run_program(std::string_view program, std::span<const std::string_view> words, ProgramHooks hooks = {});

/// Prints what `--help`, `--help-env`, `--help-xoptions` or `--help-all` stands for.
void print_run_help(std::string_view wanted, std::string_view program);

}  // namespace minipy
