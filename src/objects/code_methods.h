// Methods of code objects, and the making of one from Python: what code.cpp does not hold of the type.
//
// CPython: Objects/codeobject.c
#pragma once

#include "objects/code.h"
#include "objects/native.h"

namespace minipy {

extern const NativeDef code_methods[5];

/// `code(argcount, posonlyargcount, ...)`. code_new.
NewRef code_new(Type* type, Tuple* arguments, Dict* keywords_or_null);

/// Iterators over (start, end, line) for each entry of the line table, and over (line, end line, column, end
/// column) for each code unit. code_iterators.cpp
NewRef code_co_lines(Object* self, Object* const* arguments);
NewRef code_co_positions(Object* self, Object* const* arguments);

/// The line table in the form that Python 3.9 had. decode_linetable.
NewRef code_lnotab(Object* self);

}  // namespace minipy
