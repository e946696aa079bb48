// The module `marshal`: Python values as bytes, and back. The format is in compiler/marshal.h.
//
// CPython: Python/marshal.c
#include "compiler/marshal.h"

#include "objects/attribute.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/module.h"
#include "objects/names.h"

namespace minipy {
namespace {

/// The format's version that is asked for, or today's.
Result<int> wanted_version(Object* version_or_null) {
    return version_or_null ? argument_int(version_or_null) : Result<int>(marshal_version);
}

NewRef marshal_dumps(Object*, Object* const* arguments) {
    const int version = TRY(wanted_version(arguments[1]));
    return new_bytes(TRY(marshal_dump(arguments[0], version)));
}

NewRef marshal_dump_to_file(Object*, Object* const* arguments) {
    const int version = TRY(wanted_version(arguments[2]));
    Ref<Bytes> bytes = TRY(new_bytes(TRY(marshal_dump(arguments[0], version))));
    return call_method(arguments[1], name<"write">, {bytes.get()});
}

NewRef marshal_loads(Object*, Object* const* arguments) {
    OctetsView octets;
    TRY(octets.acquire(arguments[0]));
    return marshal_load(octets.view());
}

/// Reads all that is left of the file, also what follows the value.
NewRef marshal_load_from_file(Object*, Object* const* arguments) {
    Ref<Object> content = TRY(call_method(arguments[0], name<"read">));
    if (!is_bytes(content.get()))
        return raise(type_error_type, "file.read() returned not bytes but " + std::string(content->type->name));
    return marshal_load(static_cast<Bytes*>(content.get())->view());
}

constexpr NativeDef functions[] = {
    {"dump", marshal_dump_to_file, "($module, value, file, version=version, /)",
     "Writes the value into a binary file."},
    {"load", marshal_load_from_file, "($module, file, /)", "Reads a value from a binary file."},
    {"dumps", marshal_dumps, "($module, value, version=version, /)", "The bytes that dump() would write."},
    {"loads", marshal_loads, "($module, bytes, /)", "The value at the start of the bytes."},
};

Status fill(Module* module) { return module_set(module, "version", new_int(marshal_version).get()); }

const ModuleSpec spec = {"marshal", "Python values as bytes: the content of .pyc files.", functions, fill};

}  // namespace

Ref<Module> make_marshal_module() { return new_native_module(spec); }

}  // namespace minipy
