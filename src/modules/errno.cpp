// The module `errno`: error numbers of the system by name, and names by number.
//
// CPython: Modules/errnomodule.c
#include <cerrno>

#include "objects/dict.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/str.h"

namespace minipy {
namespace {

struct ErrorName {
    const char* name;
    int number;
};

constexpr ErrorName names[] = {
#define NAME(constant) {#constant, constant},
#include "modules/errno_names.def"
};

Status fill(Module* module) {
    Ref<Dict> codes = new_dict();
    for (const ErrorName& row : names) {
        Ref<Int> number = new_int(row.number);
        Ref<Str> label = intern(row.name);
        TRY(dict_set(codes.get(), number.get(), label.get()));
        TRY(module_set(module, row.name, number.get()));
    }
    return module_set(module, "errorcode", codes.get());
}

const ModuleSpec spec = {"errno", "The system's error numbers.", {}, fill};

}  // namespace

Ref<Module> make_errno_module() { return new_native_module(spec); }

}  // namespace minipy
