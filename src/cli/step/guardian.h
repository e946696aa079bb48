// The guardian of the terminal: the process that the user has started. The program is stepped in a child of it.
//
// A program may end in ways that give nobody the time to leave the screen: `os._exit`, a crash, SIGKILL. The
// guardian waits for the child, puts the terminal back as it was, says how the program ended, and ends the same
// way itself. Invariant: the guardian runs no program and draws nothing before the child has ended.
//
// CPython: Lib/pty.py (spawn, the like of it)
#pragma once

namespace minipy::step {

/// Splits the process. Returns in the child; in the parent never, unless no child can be made.
void guard_terminal();

/// Whether the terminal needs to be put back when the process ends. The guardian begins with false.
void note_screen_is_drawn(bool drawn) noexcept;

}  // namespace minipy::step
