// The standard streams, and what the locale says about their encoding.
//
// CPython: Python/pylifecycle.c (init_sys_streams), Python/preconfig.c
#pragma once

#include <string_view>

#include "memory/ref.h"

namespace minipy {

/// Takes the program's locale from the environment and decides whether it runs in UTF-8 mode: `requested` is
/// what `-X utf8` or PYTHONUTF8 said (negative: nothing), else the locales "C" and "POSIX" turn it on. The
/// locale "C" is replaced by C.UTF-8 where the environment permits (PEP 538, PEP 540). Once, before the streams
/// are made.
void initialize_locale(int requested, bool ignore_environment);

/// sys.flags.utf8_mode.
bool utf8_mode() noexcept;

/// The error handler of standard input and output in this locale.
std::string_view standard_errors() noexcept;

/// What sys.stderr is until the streams are made.
Status set_preliminary_stderr();

/// Sets `builtins.open` and sys.stdin, stdout, stderr with their `__stdin__` relatives. A closed descriptor
/// gives None.
Status make_standard_streams(bool unbuffered, bool ignore_environment);

/// Flushes sys.stdout and sys.stderr at the end of the program; false if stdout could not take its text.
bool flush_standard_streams() noexcept;

}  // namespace minipy
