// The built-in exceptions that carry more than arguments: the fields of their instances.
//
// Each struct is the layout of one exception and of all its subclasses (exceptions.def says which). Fields are
// owned and may be null, which reads as None.
//
// CPython: Include/cpython/pyerrors.h
#pragma once

#include "objects/exceptions.h"

namespace minipy {

struct SystemExit : BaseException {
    Object* code;
};

struct AttributeError : BaseException {
    Object* object;  // `obj`
    Object* name;
};

/// NameError, UnboundLocalError.
struct NameError : BaseException {
    Object* name;
};

struct ImportError : BaseException {
    Object* message;  // `msg`
    Object* name;
    Object* path;
};

struct OSError : BaseException {
    Object* error_number;  // `errno`
    Object* message;       // `strerror`
    Object* filename;
    Object* filename2;
    Size written;  // `characters_written` of BlockingIOError; -1: not known
};

/// SyntaxError, IndentationError, TabError.
struct SyntaxError : BaseException {
    Object* message;  // `msg`
    Object* filename;
    Object* line;    // `lineno`
    Object* column;  // `offset`
    Object* end_line;
    Object* end_column;
    Object* text;
    Object* print_file_and_line;
};

/// UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError.
struct UnicodeErrorObject : BaseException {
    Object* encoding;
    Object* object;
    Size start;
    Size end;
    Object* reason;
};

}  // namespace minipy
