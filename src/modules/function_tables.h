// Functions of a module whose table is spread over several files.
//
// CPython: PyModule_AddFunctions
#pragma once

#include <span>

#include "objects/module.h"
#include "objects/native.h"
#include "objects/str.h"

namespace minipy {

/// Adds the functions; errors and pickles know them by the module's own name. PyModule_AddFunctions.
inline Status module_add_functions(Module* module, std::span<const NativeDef> rows) {
    Ref<Str> module_name = intern(module->native_name);
    for (const NativeDef& row : rows) {
        Ref<Object> function = new_builtin_function(new_signature(row), module, module_name.get(), nullptr);
        TRY(module_set(module, row.name, function.get()));
    }
    return done;
}

}  // namespace minipy
