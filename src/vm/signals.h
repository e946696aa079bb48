// Signals: the C handler only notes that one came; the Python handler runs when the eval loop looks up from its
// work.
//
// Invariant: `signal_pending[n]` is set before `any_pending` and the main thread's `breaker`, and Python
// handlers run on the main thread between two instructions.
//
// CPython: Modules/signalmodule.c
#pragma once

#include <csignal>

#include "memory/ref.h"

namespace minipy {

inline constexpr int signal_count = NSIG;

/// Runs the Python handlers of the signals that have come; fails if one raises. Does nothing
/// on other threads than the main one. PyErr_CheckSignals.
Status run_signal_handlers();

/// The Python handler of each signal (a function, or the ints SIG_DFL and SIG_IGN), None for one that is not
/// Python's, borrowed.
Object* signal_handler(int number) noexcept;
void set_signal_handler(int number, Object* handler);

/// The C handler that notes a signal; also what `interrupt_main` calls.
void note_signal(int number) noexcept;

/// The file to which the number of each signal is written as a byte, and whether to tell when it takes no more.
struct SignalWakeup {
    int file = -1;  // none
    bool tells_full = true;
};
extern SignalWakeup signal_wakeup;

}  // namespace minipy
