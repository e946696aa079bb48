// What happens when nothing handles an exception: the hooks, the text, the exit code.
//
// CPython: Python/pythonrun.c (_PyErr_PrintEx, handle_system_exit), Modules/main.c (exit_sigint)
#pragma once

#include "objects/type.h"

namespace minipy {

/// How a program ended. `interrupted`: by a KeyboardInterrupt that nobody handled.
struct ExitStatus {
    int code = 0;
    bool interrupted = false;
};

/// SystemExit is shown like other exceptions, as a prompt follows the program (-i).
extern bool keep_running_after_exit;

/// Takes the pending exception: SystemExit gives its code (its message is printed), anything else goes to
/// `sys.excepthook` and gives 1. Without a pending exception the status is 0.
ExitStatus finish_uncaught();

/// Hands the pending exception to `sys.excepthook` (`sys.last_type` and its relatives are set) and drops it.
/// PyErr_Print, but for SystemExit.
void print_uncaught() noexcept;

/// The value for `main` to return. An interrupted process ends by the signal itself, so that the shell sees it.
int leave_process(ExitStatus status);

/// Runs code as the body of a module whose namespace this is; how it ended.
ExitStatus run_as_main(Object* code, Dict* globals);

}  // namespace minipy
