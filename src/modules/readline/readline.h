// readline: what its files share.
//
// GNU readline keeps all of its state in globals, so the Python functions that it calls are globals here, too.
// Invariant: the library's code runs with the GIL held, which is given up only while it waits for a key; a hook
// that raises is as good as one that gives None.
//
// CPython: Modules/readline.c
#pragma once

#include <span>
#include <string>

#include "objects/type.h"

namespace minipy::readline {

/// The functions that a program has set, each null if there is none.
struct Hooks {
    Object* completer;
    Object* display_matches;
    Object* startup;
    Object* pre_input;
};
extern Hooks hooks;

/// The part of the line that is being completed, in characters.
struct Scope {
    int begin = 0, end = 0;
};
extern Scope completion_scope;

/// Whether lines that are read go into the history.
extern bool adds_lines_to_history;

/// The text as the library takes it. TypeError, ValueError "embedded null character".
Result<std::string> library_text(Object* text);
/// A text of the library as str; octets that are no UTF-8 come as surrogates.
Ref<Object> python_text(const char* text);

/// Puts the functions of hooks.cpp into the library's places.
void install_hooks() noexcept;
/// Switches the library's own way of showing matches off or on again.
void install_display_matches_hook() noexcept;

/// Reads one line by the library, for `line_reader`.
Result<std::string> edited_line(const std::string& prompt);
/// Has the library learn of it when the terminal changes its size.
void watch_terminal_size() noexcept;

extern const std::span<const NativeDef> history_functions;

/// The last line of the history, "" if there is none.
const char* last_history_line() noexcept;

}  // namespace minipy::readline
