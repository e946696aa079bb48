// The life of a program run: what it finds when it starts, what it is run from, how it ends.
//
// The three calls come in this order, once each; `initialize_runtime` before anything else of the machine.
//
// CPython: Python/pylifecycle.c, Modules/main.c
#pragma once

#include <string>

#include "modules/run_options.h"
#include "objects/code.h"
#include "vm/run_main.h"

namespace minipy {

/// Makes everything that a program finds when it starts. False, with the error printed, if that fails.
bool initialize_runtime(RunOptions options);

struct ProgramSource {
    enum class Kind { StandardInput, File, Command, Module } kind;
    std::string target;  // path (a directory or zip file too), code, name of the module
    void (*compiled)(Code* code) = nullptr;  // is shown the program's code before it runs; not with Module
};

/// Runs the program as `__main__`, and what follows it interactively if that is asked for. pymain_run_python.
ExitStatus run_main_program(const ProgramSource& source);

/// Reads, evaluates and prints statements from standard input until it ends. PyRun_InteractiveLoop.
ExitStatus run_interactive();

/// Waits for threads, runs `atexit` functions, flushes the standard streams, takes the modules apart so that
/// finalizers run; the process's exit code, 120 if what was printed could not be written. Py_FinalizeEx.
int finalize_runtime(ExitStatus status);

}  // namespace minipy
