// What lexer, parser and compiler throw: the content of a SyntaxError (or of one of its relatives) before
// it becomes a Python object.
//
// These three stages report errors as C++ exceptions, caught at one boundary. Columns here are those of
// `SyntaxError.offset`: 1-based, counted in characters, 0 or -1 where CPython has them.
//
// CPython: Parser/pegen_errors.c, Objects/exceptions.c (SyntaxError)
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace minipy {

enum class SourceErrorKind {
    Syntax, Indentation, Tab, Memory, Recursion, Value, Overflow, System, UnicodeDecode
};

struct SourceError {
    SourceErrorKind kind = SourceErrorKind::Syntax;
    std::string message = {};
    bool has_location = true;  // false: only the message is shown (MemoryError, null bytes)
    int line = 0;
    int column = 0;
    int end_line = 0;
    int end_column = 0;
    std::optional<std::string> text = {};  // the source line shown, UTF-8, as in SyntaxError.text; empty: none
};

/// "SyntaxError" for SourceErrorKind::Syntax.
std::string_view exception_name(SourceErrorKind kind);

/// What `python3.11 FILE` prints on standard error for the error, last newline included.
std::string format_source_error(const SourceError& error, std::string_view filename);

/// The two lines that show the place: the source line (`text` must be there) and the carets under it.
/// print_error_text.
std::string marked_line(const SourceError& error);

/// A warning found in a source (invalid escape sequence, `1if x`), for the caller to issue.
struct SourceWarning {
    enum class Kind { Deprecation, Syntax } kind;
    std::string message;
    int line;
};

/// Hears of each warning at the moment it is found, in CPython's order. If it returns true the warning is an
/// error: whoever found it throws it, as a SyntaxError with a place of its own.
using WarningHandler = std::function<bool(const SourceWarning&)>;

}  // namespace minipy
