// What the modules that CPython 3.13 no longer has say when they are imported.
//
// CPython: Modules/spwdmodule.c (spwdmodule_exec) and its like, PEP 594
#pragma once

#include <fmt/format.h>

#include "objects/exceptions.h"
#include "objects/vm_hooks.h"

namespace minipy {

/// DeprecationWarning for the import of the module, said of the statement that imports it.
inline Status warn_of_removal(const char* module_name) {
    // Between the statement and the module there are six functions of importlib.
    constexpr Size importing_statement = 7;
    return warn(deprecation_warning_type,
                fmt::format("'{}' is deprecated and slated for removal in Python 3.13", module_name),
                importing_statement);
}

}  // namespace minipy
