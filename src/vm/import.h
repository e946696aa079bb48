// Imports: the C++ side of the machinery whose Python half is CPython's own importlib.
//
// `__import__` looks into `sys.modules` itself and leaves all else to `_find_and_load` of importlib, whose code
// is compiled when minipy is built and comes with the program ("frozen"). Invariant: every module that C++ code
// makes by `import_built_in` is in `sys.modules`, where importlib finds it.
//
// CPython: Python/import.c
#pragma once

#include <span>
#include <string_view>

#include "objects/module.h"
#include "objects/type.h"

namespace minipy {

/// A module written in C++. struct _inittab.
struct BuiltInModule {
    std::string_view name;
    Ref<Module> (*make)();
};

/// All of them, sorted by name (modules/table.cpp).
std::span<const BuiltInModule> built_in_modules() noexcept;

/// The row of the name, or null.
const BuiltInModule* find_built_in(std::string_view name) noexcept;

/// A module of the standard library whose code is part of the program. struct _frozen.
struct FrozenModule {
    std::string_view name;
    std::string_view original;  // whose code it is; empty: of none that can be found
    std::string_view code;      // marshalled
    bool is_package;
};

/// All of them; made when minipy is built (tools/cmake/FrozenModules.cmake).
std::span<const FrozenModule> frozen_modules() noexcept;

/// The frozen module with the name, or null.
const FrozenModule* find_frozen(std::string_view name) noexcept;

/// Starts importing: makes `sys.modules`. Comes before the first import.
void begin_imports();
/// Installs importlib's finders of built-in, frozen and file modules. init_importlib,
/// init_importlib_external.
Status install_importlib();
/// The module `importlib._bootstrap`, borrowed; null before `install_importlib`.
Module* importlib_bootstrap() noexcept;

/// `from module import name` when the module lacks the attribute: a submodule in `sys.modules`, else
/// ImportError "cannot import name 'x' from 'm' (file)".
NewRef import_from_fallback(Object* module, Str* name);

/// TypeError of `import *` for a name that is no string.
Failure raise_star_name_error(Object* module, Object* name, bool from_dict);

/// ImportError with `name` and `path` set; null reads as None. PyErr_SetImportError.
Failure raise_import_error(std::string_view message, Object* module_name, Object* path);

/// `sys.modules`, borrowed.
Dict* imported_modules() noexcept;

/// The module `sys`, alive from its making to the end of the process whatever a program does to `sys.modules`;
/// null before. Borrowed.
Module* sys_module() noexcept;

/// Whether to tell on standard error how long each import takes (-X importtime).
extern bool import_times_wanted;

/// `sys.name`, borrowed, or null. PySys_GetObject.
Object* sys_attribute(Str* name) noexcept;
/// Sets `sys.name`, null deletes it. PySys_SetObject.
Status set_sys_attribute(Str* name, Object* value_or_null);

/// `import name` as C++ code does it: through `builtins.__import__`. PyImport_ImportModule.
Ref<Object> import_module(std::string_view name);

/// `builtins.__import__`: finds the module by importlib and returns the package or module that the statement
/// binds. PyImport_ImportModuleLevelObject.
NewRef import_by_importlib(Object* name, Object* globals, Object* locals, Object* from_list, Object* level);

/// A built-in module by its name, made on first use; empty without an exception if there is none.
Ref<Object> import_built_in(std::string_view name);

/// A module object for the frozen module, its code run in it, entered into `sys.modules`.
/// PyImport_ImportFrozenModule.
Ref<Module> import_frozen(std::string_view name);
/// The code of a frozen module.
Ref<Object> frozen_code(const FrozenModule& module);

}  // namespace minipy
