// Start-up and end of a program run: builtins, sys, importlib, standard streams.
//
// CPython: Python/pylifecycle.c, Modules/main.c
#pragma once

#include <string>
#include <vector>

namespace minipy {

/// What the command line says about the interpreter.
struct RunOptions {
    std::vector<std::string> argv;  // sys.argv
    std::vector<std::string> orig_argv;
    std::vector<std::string> warn_options;
    std::vector<std::string> x_options;
    int optimize = 0;
    int verbose = 0;
    bool interactive = false, inspect = false, dont_write_bytecode = false, ignore_environment = false;
    bool isolated = false, no_site = false, no_user_site = false, unbuffered = false, quiet = false,
         safe_path = false;
    bool gc_stress = false;
};

const RunOptions& run_options() noexcept;

/// Makes everything that a program finds when it starts. False, with the error printed, if that fails.
bool initialize_runtime(RunOptions options);

/// Waits for threads, runs `atexit` functions, flushes the standard streams; the process's exit code may become
/// 120 if flushing fails. Py_FinalizeEx.
int finalize_runtime(int exit_code);

/// Runs a file, a string (`-c`), a module (`-m`), a directory or zip file as `__main__`; the exit code.
int run_file(const std::string& path);
int run_command(const std::string& source);
int run_module(const std::string& name);
int run_stdin();
/// Reads, evaluates and prints until the end of input.
int run_interactive();

}  // namespace minipy
