// Errors of the passes after parsing: see compile_error.h.
//
// The line shown is the one of the file; text that came from no file ("<string>") has none to show.
//
// CPython: Python/errors.c (PyErr_SyntaxLocationObjectEx, PyErr_ProgramTextObject)
#include "compiler/compile_error.h"

namespace minipy {

SourceError compile_error(const Source& source, const ast::Position& at, std::string message) {
    SourceError error;
    error.message = std::move(message);
    error.line = at.line;
    error.column = at.column + 1;
    error.end_line = at.end_line;
    error.end_column = at.end_column < 0 ? -1 : at.end_column + 1;
    if (!source.filename.starts_with('<') && at.line >= 1 &&
        static_cast<std::size_t>(at.line) <= source.line_starts.size())
        error.text = std::string(source.line(at.line)) + '\n';
    return error;
}

void TreeDepthGuard::fail() {
    SourceError error;
    error.kind = SourceErrorKind::Recursion;
    error.message = "maximum recursion depth exceeded during compilation";
    error.has_location = false;
    throw error;
}

}  // namespace minipy
