// What objects need from the machine: the one way in which `objects/` reaches up into `vm/`.
//
// Declared here, defined in `vm/`.
//
// CPython: Include/internal/pycore_frame.h, Python/ceval.c
#pragma once

#include <string_view>

#include "objects/type.h"

namespace minipy {

struct Module;

extern Type traceback_type;

/// The globals of the running Python function, borrowed, or null if none runs. PyEval_GetGlobals.
Dict* current_globals() noexcept;

/// The builtins module's dict, borrowed. PyEval_GetBuiltins.
Dict* builtins_dict() noexcept;

/// The builtin with the name; AttributeError if it has been deleted. _PyEval_GetBuiltin.
Ref<Object> builtin(std::string_view name);

/// The two arguments that `super()` without arguments finds in the running function: the content of its
/// `__class__` cell and its first argument. Raises RuntimeError ("super(): no arguments" ...).
Status super_arguments_from_frame(Ref<Object>& type, Ref<Object>& self);

/// `repr(module)` by way of importlib, and whether the module's spec says that it, or a submodule of that name,
/// is still being imported.
NewRef describe_module(Module* module);
bool is_being_imported(Module* module) noexcept;
bool is_submodule_being_imported(Module* module, Str* attribute) noexcept;

/// A method object: the callable with its first argument. PyMethod_New.
Ref<Object> bind_method(Object* callable, Object* self);

/// Whether the object is a function made by `def` or `lambda`.
bool is_python_function(const Object* object) noexcept;

/// A warning from C++ code, by way of the module `warnings` or what stands for it: shown, ignored, or raised as
/// an exception, as the filters say. PyErr_WarnEx.
Status warn(Type& category, std::string_view message, Size stack_level = 1);

/// The name under which objects made now say they were made: `__name__` of the running globals, or null.
Object* current_module_name() noexcept;

}  // namespace minipy
