// Tables of whole numbers that a module shows under their C names.
//
// CPython: PyModule_AddIntConstant, PyModule_AddIntMacro
#pragma once

#include <cstdint>
#include <span>

#include "objects/int.h"
#include "objects/module.h"

namespace minipy {

struct IntConstant {
    const char* name;
    std::int64_t value;
};

inline Status module_set_constants(Module* module, std::span<const IntConstant> constants) {
    for (const IntConstant& constant : constants)
        TRY(module_set(module, constant.name, new_int(constant.value).get()));
    return done;
}

}  // namespace minipy
