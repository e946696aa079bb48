// The module `_datetime`.
//
// CPython: Modules/_datetimemodule.c
#include "modules/datetime/datetime.h"

namespace minipy {

namespace datetime {
namespace {

Status fill(Module* module) {
    for (Type* type : {&delta_type, &date_type, &datetime_type, &time_type, &tzinfo_type, &timezone_type})
        TRY(module_add_type(module, *type));
    ready_type(iso_date_type);
    for (auto* add : {add_delta_constants, add_date_constants, add_time_constants, add_datetime_constants,
                      add_timezone_constants})
        TRY(add());
    TRY(module_set(module, "MINYEAR", new_int(min_year).get()));
    TRY(module_set(module, "MAXYEAR", new_int(max_year).get()));
    return module_set(module, "UTC", utc());
}

const ModuleSpec spec = {"_datetime", "The classes of the module datetime.", {}, fill};

}  // namespace
}  // namespace datetime

Ref<Module> make_datetime_module() { return new_native_module(datetime::spec); }

}  // namespace minipy
