// The module `_testcapi`: what CPython's own tests of the language call in order to get at the C API.
//
// It exists for those tests only. Each function does over minipy's native calling conventions, slots and errors
// what its namesake does over the C API; what would have to be pretended is absent, and tests that ask for it
// see an AttributeError.
//
// CPython: Modules/_testcapimodule.c, Modules/_testcapi/
#pragma once

#include <span>

#include "objects/module.h"
#include "objects/type.h"

namespace minipy {

/// Functions and types that show each kind of native signature, and one for each way to call. conventions.cpp
std::span<const NativeDef> testcapi_convention_functions() noexcept;
Status add_testcapi_conventions(Module* module);

/// Callables that are descriptors. method_descriptors.cpp
Status add_testcapi_method_descriptors(Module* module);

/// Ways to raise. raising.cpp
std::span<const NativeDef> testcapi_raising_functions() noexcept;
Status add_testcapi_raising(Module* module);

/// Types with a slot that Python code cannot fill alone. types.cpp
std::span<const NativeDef> testcapi_type_functions() noexcept;
Status add_testcapi_types(Module* module);

/// Functions over the protocols of built-in types. values.cpp
std::span<const NativeDef> testcapi_value_functions() noexcept;

/// Dates and times by their numbers. datetimes.cpp
Status add_testcapi_datetime(Module* module);

/// What the machine writes of exceptions. tracebacks.cpp
std::span<const NativeDef> testcapi_traceback_functions() noexcept;

/// What reaches into the machine itself. machine.cpp
std::span<const NativeDef> testcapi_machine_functions() noexcept;

/// Times in other units. times.cpp
std::span<const NativeDef> testcapi_time_functions() noexcept;

/// Blocks of memory that the trace of memory is told of by hand. memory.cpp
std::span<const NativeDef> testcapi_memory_functions() noexcept;

}  // namespace minipy
