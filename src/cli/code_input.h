// Code objects for the inspection commands: compiled from a source file or read from a .pyc.
//
// CPython: Python/pythonrun.c (run_pyc_file, pyrun_file)
#pragma once

#include <functional>
#include <string_view>

#include "compiler/compile.h"

namespace minipy {

/// Compiles the file's bytes as a module of that name; warnings go where -W says. Throws
/// SourceError.
Ref<Code> compile_bytes(std::string bytes, const std::string& filename, const CompileOptions& options = {});

/// Runs `command(code)` with the code object of the file, source or .pyc, and returns its exit code; 2 if the
/// file cannot be read, 1 after printing why it gives no code.
int with_code(std::string_view path, const CompileOptions& options, const std::function<int(Code*)>& command);

/// Prints the pending exception in one line ("ValueError: bad marshal data ...") and drops it; returns 1.
int report_exception();

}  // namespace minipy
