// `-W action:message:category:module:line` and PYTHONWARNINGS: which warnings of the compiler are shown, which
// are errors.
//
// The option given last is asked first; what none matches falls to CPython's defaults: a SyntaxWarning is
// shown, a DeprecationWarning is not. A warning is shown when it is found, also of a file that is rejected
// further down.
//
// CPython: Lib/warnings.py (_processoptions, _setoption), Python/_warnings.c (warn_explicit, get_filter)
#pragma once

#include <string_view>

#include "lexer/lexer.h"

namespace minipy {

/// Adds one filter in front; says on standard error why an option makes none.
void add_warning_option(std::string_view option);

/// Adds the comma-separated options of PYTHONWARNINGS.
void add_warning_options_of_environment();

/// What compiling `source` does about its warnings. Lives no longer than the source.
WarningHandler warning_handler(const Source& source);

}  // namespace minipy
