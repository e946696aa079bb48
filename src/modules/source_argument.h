// Arguments that are source text or the name of a file: those of compile(), eval(), exec() and symtable().
//
// CPython: Python/bltinmodule.c (_Py_SourceAsString), Objects/unicodeobject.c (PyUnicode_FSDecoder)
#pragma once

#include <string>

#include "objects/type.h"

namespace minipy {

/// Source in the form the front half takes it.
struct SourceText {
    std::string octets;
    bool decoded;  // UTF-8 made from a str: an encoding cookie does not count
};

/// TypeError "compile() arg 1 must be a string, bytes or AST object", ValueError for null characters.
/// _Py_SourceAsString.
Result<SourceText> source_text(Object* source, const char* function, const char* expected);

/// A path as text. TypeError "expected str, bytes or os.PathLike object, not int", ValueError for null
/// characters. PyUnicode_FSDecoder.
Result<std::string> source_filename(Object* path);

}  // namespace minipy
