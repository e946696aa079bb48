// The interpreter's words on the command line: options, the program, the program's own arguments.
//
// Short options may be joined ("-Bu"); -c, -m, -W and -X take the rest of their word or the next one. -c and -m
// end the options, as does the first word that is none.
//
// CPython: Python/getopt.c, Python/initconfig.c (config_parse_cmdline)
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "modules/run_options.h"

namespace minipy {

struct Invocation {
    RunOptions options;
    enum class Kind { StandardInput, File, Command, Module } kind = Kind::StandardInput;
    std::string target;                // file, code or module
    int show_version = 0;              // how many -V
    std::string help;                  // which help is asked for: "", "help", "help-env" ...
    bool bad_check_hash_word = false;  // --check-hash-based-pycs got a word that it does not know
    int hash_option = 0;               // -R: PYTHONHASHSEED counts for nothing
};

/// Reads the words behind argv[0]. Empty, or what is wrong with them.
std::string parse_options(std::span<const std::string_view> words, Invocation& invocation);

/// Adds what the environment and the -X options say. Empty, or the fatal error that they make.
std::string resolve_options(Invocation& invocation);

}  // namespace minipy
