// Start and end of the whole machine.
//
// CPython: Python/pylifecycle.c
#pragma once

#include "objects/module.h"

namespace minipy {

/// Makes all types ready. Once, before any object of Python code exists; the inspection commands that never
/// run a program need no more than this.
void initialize_types();

/// The module `builtins`, made once by the start-up code in modules/ and alive for the whole process.
void set_builtins_module(Ref<Module> module) noexcept;
Module* builtins_module() noexcept;

/// A copy of the namespace of `builtins` from before the program began, borrowed. Null until it is taken.
void keep_original_builtins() noexcept;
Dict* original_builtins() noexcept;

}  // namespace minipy
