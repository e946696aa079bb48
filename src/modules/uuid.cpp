// The module `_uuid`: identifiers made of time and place, by the system's libuuid.
//
// libuuid asks the daemon uuidd, if one runs, so that no two processes make the same identifier; the second
// item of a result says whether that was so (0) or not (-1).
//
// CPython: Modules/_uuidmodule.c
#include <uuid/uuid.h>

#include "modules/blocking.h"
#include "modules/support.h"
#include "objects/bytes.h"
#include "objects/int.h"

namespace minipy {
namespace {

NewRef uuid_generate_time_safe(Object*, Object* const*) {
    uuid_t made;
    const int result = blocking([&] { return ::uuid_generate_time_safe(made); });
    Ref<Bytes> octets = new_bytes({reinterpret_cast<const char*>(made), sizeof made});
    return pack({octets.get(), new_int(result).get()});
}

constexpr NativeDef uuid_functions[] = {
    {"generate_time_safe", uuid_generate_time_safe, "-($module)",
     "The 16 octets of a new identifier, and 0 if it is known to be unique."},
};

Status uuid_fill(Module* module) { return module_set(module, "has_uuid_generate_time_safe", new_int(1).get()); }

const ModuleSpec uuid_spec = {"_uuid", nullptr, uuid_functions, uuid_fill};

}  // namespace

Ref<Module> make_uuid_module() { return new_native_module(uuid_spec); }

}  // namespace minipy
