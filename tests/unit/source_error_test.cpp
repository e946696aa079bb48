// The text printed for rejected sources. CPython: Python/pythonrun.c
#include "lexer/source_error.h"

#include <doctest/doctest.h>

using minipy::format_source_error;
using minipy::SourceError;
using minipy::SourceErrorKind;

TEST_CASE("the range is marked under the stripped line") {
    SourceError error{.message = "invalid syntax",
                      .line = 3,
                      .column = 5,
                      .end_line = 3,
                      .end_column = 8,
                      .text = "  ab cde"};
    CHECK(format_source_error(error, "x.py") ==
          "  File \"x.py\", line 3\n    ab cde\n      ^^^\nSyntaxError: invalid syntax\n");
}

TEST_CASE("carets left of the stripped text are dropped") {
    SourceError error{.kind = SourceErrorKind::Indentation,
                      .message = "unexpected indent",
                      .line = 1,
                      .column = 1,
                      .text = "  x\n"};
    CHECK(format_source_error(error, "x.py") ==
          "  File \"x.py\", line 1\n    x\nIndentationError: unexpected indent\n");
}

TEST_CASE("a range over several lines stops at the end of the first") {
    SourceError error{.message = "m", .line = 1, .column = 2, .end_line = 2, .end_column = 1, .text = "abc\n"};
    CHECK(format_source_error(error, "f") == "  File \"f\", line 1\n    abc\n     ^^\nSyntaxError: m\n");
}

TEST_CASE("an error without a place is one line") {
    CHECK(format_source_error({.kind = SourceErrorKind::Memory, .has_location = false}, "f") ==
          "MemoryError\n");
}
