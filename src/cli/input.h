// What every inspection command does first and last: read a file, report its errors.
//
// CPython: Modules/main.c (pymain_run_file)
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "lexer/lexer.h"

namespace minipy {

/// The bytes of the file; "-" is standard input. If it cannot be read, says so on standard error.
std::optional<std::string> read_input(std::string_view path);

/// Runs `command(source)` with the decoded file and returns its exit code; 2 if the file cannot be read, 1
/// after printing the error that the command or the decoding threw.
int with_source(std::string_view path, const std::function<int(const Source&)>& command);

}  // namespace minipy
