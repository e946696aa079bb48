// What objects need from the machine: the one way in which `objects/` reaches up into `vm/`.
//
// Declared here, defined in `vm/`.
//
// CPython: Include/internal/pycore_frame.h, Python/ceval.c
#pragma once

#include "objects/type.h"

namespace minipy {

/// The globals of the running Python function, borrowed, or null if none runs. PyEval_GetGlobals.
Dict* current_globals() noexcept;

/// The builtins module's dict, borrowed. PyEval_GetBuiltins.
Dict* builtins_dict() noexcept;

}  // namespace minipy
