// Shared by the files that make a `Source`; not for other folders.
//
// CPython: Parser/tokenizer.c (decoding)
#pragma once

#include <string>

#include "lexer/lexer.h"

namespace minipy {

/// The last step to a `Source`: line ends and line index. Throws a MemoryError for a text that offsets of
/// 32 bits cannot address.
Source finish_source(std::string utf8, std::string filename);

/// An error of which only the message is shown.
SourceError error_without_line(SourceErrorKind kind, std::string message);

}  // namespace minipy
