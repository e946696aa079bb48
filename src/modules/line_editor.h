// Editing a line on a terminal, with a history of the lines before.
//
// The library libedit is loaded when the first line is asked for, so that programs that never prompt do not pay
// for it; without it lines come from the terminal's own line discipline.
//
// CPython: Modules/readline.c, Parser/myreadline.c
#pragma once

#include <optional>
#include <string>

#include "memory/ref.h"

namespace minipy {

/// Whether the standard input and output of the process are both terminals.
bool is_at_terminal() noexcept;

/// One line with its end, without one if the input ended behind it, empty at the end of input; empty Result
/// with KeyboardInterrupt (or what a signal's handler raised) pending. PyOS_Readline.
Result<std::string> read_terminal_line(const std::string& prompt);

/// Writes the history into the user's file; nothing if no line was edited.
void save_line_history() noexcept;

}  // namespace minipy
