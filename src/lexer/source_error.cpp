// The text that a rejected file leaves on standard error.
//
// Place, source line and caret range come first, then the exception's name and message. Invariant: the
// result is, byte for byte, what `python3.11 FILE` prints, its oddities included: an indented line loses its
// leading blanks and with them carets that point left of the text, the range is cut at the line's end, and
// relatives of SyntaxError never show a range. Offsets count characters while lengths of lines count bytes.
//
// CPython: Python/pythonrun.c (parse_syntax_error, print_error_text, print_exception_file_and_line)
#include "lexer/source_error.h"

#include <fmt/format.h>

#include <algorithm>

namespace minipy {

namespace {

std::ptrdiff_t length(std::string_view text) { return static_cast<std::ptrdiff_t>(text.size()); }

/// Where the range ends, 1-based; -1: one caret.
std::ptrdiff_t range_end(const SourceError& error) {
    if (error.kind != SourceErrorKind::Syntax) return -1;
    std::ptrdiff_t line_length = length(*error.text);
    std::ptrdiff_t end = error.end_line > error.line ? line_length : error.end_column;
    return std::min(end, line_length + 1);
}

/// The shown line and the caret line under it. print_error_text.
std::string marked_line(const SourceError& error) {
    std::ptrdiff_t end = range_end(error);
    std::ptrdiff_t carets = end > 0 && end > error.column ? end - error.column : 1;

    // A null byte ends the text, as it does where it is handled as a C string.
    std::string_view text = std::string_view(*error.text).substr(0, error.text->find('\0'));
    std::size_t blanks = std::min(text.find_first_not_of(" \t\f"), text.size());
    text.remove_prefix(blanks);
    if (text.ends_with('\n')) text.remove_suffix(1);
    std::ptrdiff_t offset = error.column - 1 - static_cast<std::ptrdiff_t>(blanks);
    offset = std::min(offset, length(text));

    // Of a text of several lines, those that end before the offset are left out.
    for (std::size_t newline; (newline = text.find('\n')) != text.npos;) {
        if (static_cast<std::ptrdiff_t>(newline) >= offset) break;
        text.remove_prefix(newline + 1);
        offset -= static_cast<std::ptrdiff_t>(newline) + 1;
    }

    std::string lines = fmt::format("    {}\n", text);
    if (offset < 0) return lines;
    lines.append(4 + static_cast<std::size_t>(offset), ' ').append(static_cast<std::size_t>(carets), '^');
    return lines += '\n';
}

}  // namespace

std::string_view exception_name(SourceErrorKind kind) {
    switch (kind) {
        case SourceErrorKind::Syntax: return "SyntaxError";
        case SourceErrorKind::Indentation: return "IndentationError";
        case SourceErrorKind::Tab: return "TabError";
        case SourceErrorKind::Memory: return "MemoryError";
        case SourceErrorKind::Recursion: return "RecursionError";
        case SourceErrorKind::Value: return "ValueError";
        case SourceErrorKind::Overflow: return "OverflowError";
        case SourceErrorKind::System: return "SystemError";
        case SourceErrorKind::UnicodeDecode: return "UnicodeDecodeError";
    }
    return "SyntaxError";
}

std::string format_source_error(const SourceError& error, std::string_view filename) {
    std::string report;
    if (error.has_location) {
        report = fmt::format("  File \"{}\", line {}\n", filename, error.line);
        if (error.text) report += marked_line(error);
    }
    report += exception_name(error.kind);
    if (!error.message.empty()) report += ": " + error.message;
    report += '\n';
    return report;
}

}  // namespace minipy
