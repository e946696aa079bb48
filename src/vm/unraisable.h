// Exceptions that nobody can handle: raised in a `__del__`, in a callback, at the end of the process.
//
// CPython: Python/errors.c (_PyErr_WriteUnraisableMsg)
#pragma once

#include <string_view>

#include "objects/struct_sequence.h"

namespace minipy {

/// sys.UnraisableHookArgs: exc_type, exc_value, exc_traceback, err_msg, object.
extern StructSequenceType unraisable_arguments_type;

/// What `sys.unraisablehook(arguments)` does unless it is replaced: prints the exception and where it was
/// raised. Raises TypeError for anything but UnraisableHookArgs.
Status default_unraisable_hook(Object* arguments);

}  // namespace minipy
