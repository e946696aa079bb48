// The module `builtins`: its functions by file.
//
// CPython: Python/bltinmodule.c
#pragma once

#include "objects/module.h"

namespace minipy {

/// A new `builtins` module.
Ref<Module> make_builtins_module();

// Defined in files of their own.
NewRef builtin_build_class(Object* module, Object* const* arguments);
NewRef builtin_compile(Object* module, Object* const* arguments);
NewRef builtin_eval(Object* module, Object* const* arguments);
NewRef builtin_exec(Object* module, Object* const* arguments);
NewRef builtin_input(Object* module, Object* const* arguments);
NewRef builtin_print(Object* module, Object* const* arguments);

}  // namespace minipy
