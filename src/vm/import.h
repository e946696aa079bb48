// Imports: the C++ side of the machinery whose Python half is CPython's own importlib.
//
// CPython: Python/import.c
#pragma once

#include "objects/module.h"
#include "objects/type.h"

namespace minipy {

/// `from module import name` when the module lacks the attribute: a submodule in `sys.modules`, else
/// ImportError "cannot import name 'x' from 'm' (file)".
NewRef import_from_fallback(Object* module, Str* name);

/// TypeError of `import *` for a name that is no string.
Failure raise_star_name_error(Object* module, Object* name, bool from_dict);

/// `sys.modules`, borrowed.
Dict* imported_modules() noexcept;

/// `import name` as C++ code does it: through `builtins.__import__`. PyImport_ImportModule.
Ref<Object> import_module(std::string_view name);

/// `builtins.__import__`: finds the module by importlib and returns the package or module that the statement
/// binds. PyImport_ImportModuleLevelObject.
NewRef import_by_importlib(Object* name, Object* globals, Object* locals, Object* from_list, Object* level);

/// A built-in module by its name, made on first use; empty without an exception if there is none.
Ref<Object> import_built_in(std::string_view name);

}  // namespace minipy
