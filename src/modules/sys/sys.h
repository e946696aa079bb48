// The module `sys`, by file: functions (sys.cpp), hooks (hooks.cpp), figures and names (values.cpp).
//
// CPython: Python/sysmodule.c
#pragma once

#include "objects/module.h"

namespace minipy {

/// Everything in `sys` that is no function.
Status fill_sys_values(Module* module);

// Hooks: the functions that programs replace.
NewRef sys_displayhook(Object* module, Object* const* arguments);
NewRef sys_excepthook(Object* module, Object* const* arguments);
NewRef sys_unraisablehook(Object* module, Object* const* arguments);
NewRef sys_breakpointhook(Object* module, Object* const* arguments);

/// `sys.get_asyncgen_hooks()` and its setter.
NewRef sys_get_asyncgen_hooks(Object* module, Object* const* arguments);
NewRef sys_set_asyncgen_hooks(Object* module, Object* const* arguments);

}  // namespace minipy
