// The module `_testcapi` put together: functions, types, the limits of C's types.
//
// CPython: Modules/_testcapimodule.c (PyInit__testcapi)
#include "modules/testcapi/testcapi.h"

#include <cfloat>
#include <climits>

#include "modules/constants.h"
#include "modules/function_tables.h"
#include "objects/float.h"

namespace minipy {
namespace {

constexpr IntConstant limits[] = {
    {"CHAR_MAX", CHAR_MAX},
    {"CHAR_MIN", CHAR_MIN},
    {"UCHAR_MAX", UCHAR_MAX},
    {"SHRT_MAX", SHRT_MAX},
    {"SHRT_MIN", SHRT_MIN},
    {"USHRT_MAX", USHRT_MAX},
    {"INT_MAX", INT_MAX},
    {"INT_MIN", INT_MIN},
    {"UINT_MAX", UINT_MAX},
    {"LONG_MAX", LONG_MAX},
    {"LONG_MIN", LONG_MIN},
    {"LLONG_MAX", LLONG_MAX},
    {"LLONG_MIN", LLONG_MIN},
    {"PY_SSIZE_T_MAX", PTRDIFF_MAX},
    {"PY_SSIZE_T_MIN", PTRDIFF_MIN},
    {"SIZEOF_TIME_T", 8},
    {"the_number_three", 3},
};

Status add_limits(Module* module) {
    TRY(module_set_constants(module, limits));
    TRY(module_set(module, "WITH_PYMALLOC", Ref<Object>(new_bool(true)).get()));
    for (const char* name : {"ULONG_MAX", "ULLONG_MAX"})
        TRY(module_set(module, name, new_int_unsigned(ULLONG_MAX).get()));
    TRY(module_set(module, "FLT_MAX", new_float(FLT_MAX).get()));
    TRY(module_set(module, "FLT_MIN", new_float(FLT_MIN).get()));
    TRY(module_set(module, "DBL_MAX", new_float(DBL_MAX).get()));
    return module_set(module, "DBL_MIN", new_float(DBL_MIN).get());
}

Status fill(Module* module) {
    for (std::span<const NativeDef> rows :
         {testcapi_convention_functions(), testcapi_raising_functions(), testcapi_type_functions(),
          testcapi_value_functions(), testcapi_traceback_functions(), testcapi_machine_functions(),
          testcapi_memory_functions(), testcapi_time_functions()})
        TRY(module_add_functions(module, rows));
    TRY(add_testcapi_conventions(module));
    TRY(add_testcapi_method_descriptors(module));
    TRY(add_testcapi_raising(module));
    TRY(add_testcapi_types(module));
    TRY(add_testcapi_datetime(module));
    return add_limits(module);
}

const ModuleSpec spec = {
    "_testcapi",
    "Helpers of CPython's own tests, as far as minipy has what they reach for. For tests only.",
    {},
    fill};

}  // namespace

Ref<Module> make_testcapi_module() { return new_native_module(spec); }

}  // namespace minipy
