// The module `marshal`: Python values as bytes, and back. The format is in compiler/marshal.h.
//
// CPython: Python/marshal.c
#include "compiler/marshal.h"

#include <fmt/format.h>

#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/buffer.h"
#include "objects/bytearray.h"
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
    TRY(audit("marshal.dumps", arguments[0], version));
    return new_bytes(TRY(marshal_dump(arguments[0], version)));
}

NewRef marshal_dump_to_file(Object*, Object* const* arguments) {
    const int version = TRY(wanted_version(arguments[2]));
    TRY(audit("marshal.dumps", arguments[0], version));
    Ref<Bytes> bytes = TRY(new_bytes(TRY(marshal_dump(arguments[0], version))));
    return call_method(arguments[1], name<"write">, {bytes.get()});
}

NewRef marshal_loads(Object*, Object* const* arguments) {
    OctetsView octets;
    TRY(octets.acquire(arguments[0]));
    TRY(audit("marshal.loads", AuditOctets{octets.view()}));
    return marshal_load(octets.view());
}

/// Bytes of a file by its `readinto`, as many at a time as are needed, so that what follows the value stays.
class FileFeed {
  public:
    explicit FileFeed(Object* file) : file_(file) {}

    Result<std::string_view> operator()(std::size_t count) {
        const auto wanted = static_cast<Size>(count);
        buffer_ = new_bytearray(std::string(count, '\0'));
        Ref<Object> result = TRY(call_method(file_, name<"readinto">, {buffer_.get()}));
        const Size got = TRY(argument_size(result.get()));
        if (got > wanted)
            return raise(
                value_error_type,
                fmt::format("read() returned too much data: {} bytes requested, {} returned", wanted, got));
        if (got < wanted)
            return raise(eof_error_type,
                         is_first_ ? "EOF read where object expected" : "EOF read where not expected");
        is_first_ = false;
        return buffer_->view();
    }

  private:
    Object* file_;
    Ref<ByteArray> buffer_;
    bool is_first_ = true;
};

NewRef marshal_load_from_file(Object*, Object* const* arguments) {
    Ref<Object> nothing = TRY(call_method(arguments[0], name<"read">, {new_int(0).get()}));
    if (!is_bytes(nothing.get()))
        return raise(type_error_type, "file.read() returned not bytes but " + std::string(nothing->type->name));
    TRY(audit("marshal.load"));
    return marshal_load_from(FileFeed(arguments[0]));
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
