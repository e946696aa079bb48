// A line typed at the terminal: what the prompt and input() read.
//
// Lines come through `line_reader`, which the module `readline` sets when it is imported; before that, and
// wherever standard input or output is no terminal, C's own input gives them. Invariant: one thread reads at a
// time, and never from within a hook of its own reading.
//
// CPython: Parser/myreadline.c
#pragma once

#include <string>

#include "memory/ref.h"

namespace minipy {

/// Whether the standard input and output of the process are both terminals.
bool is_at_terminal() noexcept;

/// Reads a line with its end; empty at the end of input.
using LineReader = Result<std::string> (*)(const std::string& prompt);

/// Who edits lines on a terminal, or null. PyOS_ReadlineFunctionPointer.
extern LineReader line_reader;

/// One line with its end, without one if the input ended behind it, empty at the end of input; empty Result
/// with KeyboardInterrupt (or what a signal's handler raised) pending. PyOS_Readline.
Result<std::string> read_terminal_line(const std::string& prompt);

}  // namespace minipy
