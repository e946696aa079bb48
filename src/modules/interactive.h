// The prompt: statements are read, run and their values shown, one after the other.
//
// CPython: Python/pythonrun.c (PyRun_InteractiveLoopObject), Modules/main.c
#pragma once

#include "modules/startup.h"

namespace minipy {

/// Whether statements are to be prompted for: standard input is a terminal, or -i was given.
bool standard_input_is_interactive() noexcept;

/// Calls `sys.__interactivehook__`, which comes before every prompt; what it raises is shown.
void run_interactive_hook();

/// The program that is the prompt itself: `readline`, PYTHONSTARTUP and the hook come before.
ExitStatus run_interactive_session();

/// The namespace of `__main__`, null if a program has removed the module.
Dict* main_namespace() noexcept;

}  // namespace minipy
