// The text of tracebacks and uncaught exceptions, byte for byte as CPython 3.11 prints it.
//
// CPython: Python/traceback.c, Python/pythonrun.c (_PyErr_Display)
#pragma once

#include <string>
#include <string_view>

#include "objects/type.h"
#include "vm/source_lines.h"

namespace minipy {

struct Traceback;

/// What stands in front of each line: blanks, then a margin. Both grow with nested exception groups.
struct LineMargin {
    int indent = 0;
    std::string_view mark = {};

    void write(std::string& out) const { out.append(static_cast<std::size_t>(indent), ' ').append(mark); }
};

/// Appends the entries of the traceback: file, line, function, source line with carets. Respects
/// `sys.tracebacklimit`; a run of equal entries is folded. False (nothing appended, not even `header`) if the
/// limit leaves no entry. _PyTraceBack_Print_Indented.
bool append_traceback(std::string& out, Traceback* traceback, std::string_view header,
                      std::string_view header_mark, LineMargin margin, SourceLines& sources);

/// The text of an uncaught exception with its chain of causes and contexts: UTF-8, surrogates as three bytes.
/// Never fails; what goes wrong on the way is shown as such.
std::string exception_text(Object* exception);

/// The same without chain, groups and suggestions, as unraisable exceptions are shown.
std::string unraisable_text(Object* exception);

/// Prints the exception on the file, an object with `write`; on the C stream if it is null, nowhere if it is
/// None. Drops errors of the file. _PyErr_Display.
void display_exception(Object* exception, Object* file_or_null) noexcept;

/// The same of what a hook has been given: the traceback counts for an exception that has none, and anything
/// else is shown as a TypeError. PyErr_Display.
void display_given(Object* value, Object* traceback_or_null, Object* file_or_null) noexcept;

/// Prints text on the file in the same way.
void write_error_text(std::string_view text, Object* file_or_null) noexcept;

}  // namespace minipy
