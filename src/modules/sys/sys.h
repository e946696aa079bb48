// The module `sys`, by file: functions (sys.cpp), hooks (hooks.cpp), figures and names
// (values.cpp), where things are (paths.cpp), the allocator's table (memory_statistics.cpp).
//
// CPython: Python/sysmodule.c
#pragma once

#include <string_view>

#include "objects/module.h"

namespace minipy {

/// Everything in `sys` that is no function.
Status fill_sys_values(Module* module);

/// The prefixes, the executable and `sys.path` as it is before any program adds to it.
Status fill_sys_paths(Module* module);

/// "3.11.2", and `sys.version`.
inline constexpr std::string_view version_number = "3.11.2";
std::string_view version_text() noexcept;

// Hooks: the functions that programs replace.
NewRef sys_displayhook(Object* module, Object* const* arguments);
NewRef sys_excepthook(Object* module, Object* const* arguments);
NewRef sys_unraisablehook(Object* module, Object* const* arguments);
NewRef sys_breakpointhook(Object* module, Object* const* arguments);

NewRef sys_debugmallocstats(Object* module, Object* const* arguments);

/// `sys.get_asyncgen_hooks()` and its setter.
NewRef sys_get_asyncgen_hooks(Object* module, Object* const* arguments);
NewRef sys_set_asyncgen_hooks(Object* module, Object* const* arguments);

}  // namespace minipy
