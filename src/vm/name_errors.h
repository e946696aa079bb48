// The errors of unbound names.
//
// CPython: Python/ceval.c (format_exc_check_arg, format_exc_unbound)
#pragma once

#include "objects/errors.h"
#include "vm/frame.h"

namespace minipy {

/// NameError "name 'x' is not defined", with the name set for suggestions.
Failure raise_name_error(Str* name);
/// UnboundLocalError "cannot access local variable 'x' where it is not associated with a value".
Failure raise_unbound_local(Frame* frame, int slot);
/// The same for a cell variable; NameError "cannot access free variable 'x' ..." for a free one.
Failure raise_unbound_cell(Frame* frame, int slot);

}  // namespace minipy
