// _testinternalcapi: the few figures of the interpreter's inside that CPython's own tests ask for.
//
// CPython's module also tests its C functions one by one; there is nothing of that here, as minipy has no C
// API.
//
// CPython: Modules/_testinternalcapi.c
#include "memory/allocator.h"
#include "modules/support.h"
#include "objects/dict.h"
#include "objects/int.h"
#include "objects/thread_state.h"

namespace minipy {
namespace {

/// Of the configuration only what decides whether tests run: code objects always have columns.
NewRef testinternalcapi_get_config(Object*, Object* const*) {
    Ref<Dict> config = new_dict();
    Ref<Object> debug_ranges = new_int(1);
    TRY(dict_set(config.get(), str_from_utf8("code_debug_ranges").get(), debug_ranges.get()));
    return config;
}

NewRef testinternalcapi_get_recursion_depth(Object*, Object* const*) {
    return new_int(current_thread->recursion_depth);
}

constexpr NativeDef testinternalcapi_functions[] = {
    {"get_config", testinternalcapi_get_config, "-($module)", "Settings that tests depend on."},
    {"get_recursion_depth", testinternalcapi_get_recursion_depth, "-($module)", "How deep calls are nested."},
};

const ModuleSpec testinternalcapi_spec = {"_testinternalcapi", "Figures for CPython's own tests.",
                                          testinternalcapi_functions};

}  // namespace

Ref<Module> make_testinternalcapi_module() {
    Ref<Module> module = new_native_module(testinternalcapi_spec);
    Ref<Object> head_size = new_int(sizeof(GcHead));
    TRY(module_set(module.get(), "SIZEOF_PYGC_HEAD", head_size.get()));
    return module;
}

}  // namespace minipy
