// Lines of source files, as tracebacks and warnings show them.
//
// CPython: Python/traceback.c (_Py_DisplaySourceLine)
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "lexer/lexer.h"

namespace minipy {

/// Reads each file once, in its declared encoding, for as long as it lives.
class SourceLines {
  public:
    /// The line without its end; nothing for what is no file, cannot be read, or is shorter.
    std::optional<std::string_view> line(std::string_view filename, int number);

  private:
    std::map<std::string, std::optional<Source>, std::less<>> sources_;
};

/// The whole file, or nothing with `errno` set.
std::optional<std::string> read_file(const std::string& filename);

}  // namespace minipy
