// What the tests ask of the machine itself: marshal through files, versions of types, exceptions that nobody
// can catch, a thread that Python code did not start.
//
// CPython: Modules/_testcapimodule.c (pymarshal_*, call_in_temporary_c_thread), Modules/_testcapi/exceptions.c
#include <fmt/format.h>

#include <cstdint>
#include <fstream>
#include <string>

#include "compiler/marshal.h"
#include "modules/faulthandler/dump.h"
#include "modules/support.h"
#include "modules/testcapi/testcapi.h"
#include "objects/attribute.h"
#include "objects/buffer.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/text_argument.h"
#include "vm/compile_source.h"
#include "vm/gil.h"
#include "vm/import.h"

namespace minipy {
namespace {

// --- marshal through files

Status write_file(Object* path, std::string_view octets) {
    std::ofstream file(TRY(c_string_argument(path, "pymarshal_write")), std::ios::binary);
    file << octets;
    if (!file.flush()) return raise(os_error_type, "cannot write the file");
    return done;
}

/// A file that is read from its start, and how far it has been.
class OpenFile {
  public:
    Status open(Object* path) {
        file_.open(TRY(c_string_argument(path, "pymarshal_read")), std::ios::binary);
        if (!file_) return raise(os_error_type, "cannot read the file");
        return done;
    }

    Result<std::string_view> take(std::size_t count) {
        octets_.resize(count);
        file_.read(octets_.data(), static_cast<std::streamsize>(count));
        if (file_.gcount() < static_cast<std::streamsize>(count))
            return raise(eof_error_type, "EOF read where object expected");
        place_ += count;
        return std::string_view(octets_);
    }

    Size place() const noexcept { return static_cast<Size>(place_); }

  private:
    std::ifstream file_;
    std::string octets_;
    std::size_t place_ = 0;
};

NewRef testcapi_marshal_write_long(Object*, Object* const* arguments) {
    const auto value = static_cast<std::uint32_t>(TRY(argument_size(arguments[0])));
    std::string octets;
    for (int shift = 0; shift < 32; shift += 8) octets.push_back(static_cast<char>(value >> shift));
    TRY(write_file(arguments[1], octets));
    return new_none();
}

NewRef testcapi_marshal_write_object(Object*, Object* const* arguments) {
    TRY(write_file(arguments[1], TRY(marshal_dump(arguments[0], TRY(argument_int(arguments[2]))))));
    return new_none();
}

/// (the number in the next `size` bytes, the place behind them)
NewRef read_number(Object* path, std::size_t size) {
    OpenFile file;
    TRY(file.open(path));
    const std::string_view octets = TRY(file.take(size));
    std::int64_t value = 0;
    for (std::size_t i = size; i-- > 0;) value = value << 8 | static_cast<unsigned char>(octets[i]);
    const auto unused = static_cast<int>(64 - 8 * size);
    return pack({new_int(value << unused >> unused).get(), new_int(file.place()).get()});
}
NewRef testcapi_marshal_read_short(Object*, Object* const* arguments) { return read_number(arguments[0], 2); }
NewRef testcapi_marshal_read_long(Object*, Object* const* arguments) { return read_number(arguments[0], 4); }

NewRef testcapi_marshal_read_object(Object*, Object* const* arguments) {
    OpenFile file;
    TRY(file.open(arguments[0]));
    Ref<Object> object = TRY(marshal_load_from([&](std::size_t count) { return file.take(count); }));
    return pack({object.get(), new_int(file.place()).get()});
}

// --- exceptions, types, threads

NewRef testcapi_write_unraisable_exc(Object*, Object* const* arguments) {
    std::string message;
    if (!is_none(arguments[1]))
        message =
            fmt::format("Exception ignored {}", TRY(c_string_argument(arguments[1], "write_unraisable_exc")));
    (void)raise_object(share(arguments[0]));
    write_unraisable(is_none(arguments[2]) ? nullptr : arguments[2],
                     message.empty() ? nullptr : message.c_str());
    return new_none();
}

NewRef testcapi_type_get_version(Object*, Object* const* arguments) {
    if (!arguments[0]->type->has(type_flag::type_subclass))
        return raise(type_error_type, "argument must be a type");
    return new_int(static_cast<Type*>(arguments[0])->version);
}

Ref<Object> temporary_thread;

NewRef testcapi_join_temporary_thread(Object*, Object* const*) {
    Ref<Object> thread = std::move(temporary_thread);
    if (!thread) return raise(system_error_type, "no temporary thread to join");
    return call_method(thread.get(), name<"join">);
}

NewRef testcapi_call_in_temporary_thread(Object*, Object* const* arguments) {
    Ref<Object> threading = TRY(import_module("threading"));
    temporary_thread = TRY(call_method(threading.get(), name<"Thread">, {&none, arguments[0]}));
    TRY(call_method(temporary_thread.get(), name<"start">));
    if (TRY(truth(arguments[1]))) return testcapi_join_temporary_thread(nullptr, nullptr);
    return new_none();
}

// --- code and codecs

/// A code object of the names that only raises.
NewRef testcapi_code_newempty(Object*, Object* const* arguments) {
    const char* filename = TRY(c_string_argument(arguments[0], "code_newempty", "argument 1"));
    Str* function = TRY(str_argument(arguments[1], "code_newempty", "argument 2"));
    const int line = TRY(argument_int(arguments[2]));
    Ref<Code> code = TRY(compile_text("assert 0", filename, {}));
    Object* names[] = {name<"co_name">, name<"co_qualname">, name<"co_firstlineno">};
    Ref<Int> number = new_int(line);
    Object* values[] = {function, function, number.get()};
    Ref<Object> replace = TRY(get_attribute(code.get(), name<"replace">));
    return call(replace.get(), values, 0, new_tuple(names).get());
}

/// The codec's incremental encoder or decoder.
NewRef incremental_codec(Str* attribute, Object* const* arguments, const char* function) {
    Str* encoding = TRY(str_argument(arguments[0], function, "argument 1"));
    Ref<Object> codecs = TRY(import_module("_codecs"));
    Ref<Object> codec = TRY(call_method(codecs.get(), name<"lookup">, {encoding}));
    Ref<Object> make = TRY(get_attribute(codec.get(), attribute));
    if (!arguments[1] || is_none(arguments[1])) return call(make.get(), {});
    return call(make.get(), {arguments[1]});
}
NewRef testcapi_codec_incrementalencoder(Object*, Object* const* arguments) {
    return incremental_codec(name<"incrementalencoder">, arguments, "codec_incrementalencoder");
}
NewRef testcapi_codec_incrementaldecoder(Object*, Object* const* arguments) {
    return incremental_codec(name<"incrementaldecoder">, arguments, "codec_incrementaldecoder");
}

NewRef testcapi_fatal_error(Object*, Object* const* arguments) {
    OctetsView message;
    TRY(message.acquire(arguments[0]));
    const auto end = [&] { fault::fatal_error("test_fatal_error", message.view()); };
    if (arguments[1] && TRY(truth(arguments[1]))) without_gil(end);
    end();
    return new_none();
}

/// The allocator is one of pools of equal blocks, as CPython's.
NewRef testcapi_pymem_getallocatorsname(Object*, Object* const*) { return str_from_utf8("pymalloc"); }

constexpr NativeDef functions[] = {
    {"fatal_error", testcapi_fatal_error, "-($module, message, release_gil=<absent>, /)",
     "fatal_error(message, release_gil=False): ends the process"},
    {"code_newempty", testcapi_code_newempty, "-($module, filename, funcname, firstlineno, /)", nullptr},
    {"codec_incrementalencoder", testcapi_codec_incrementalencoder, "-($module, encoding, errors=<absent>, /)",
     nullptr},
    {"codec_incrementaldecoder", testcapi_codec_incrementaldecoder, "-($module, encoding, errors=<absent>, /)",
     nullptr},
    {"pymem_getallocatorsname", testcapi_pymem_getallocatorsname, "-($module)", nullptr},
    {"pymarshal_write_long_to_file", testcapi_marshal_write_long, "-($module, value, path, version, /)",
     nullptr},
    {"pymarshal_write_object_to_file", testcapi_marshal_write_object, "-($module, object, path, version, /)",
     nullptr},
    {"pymarshal_read_short_from_file", testcapi_marshal_read_short, "-($module, path, /)", nullptr},
    {"pymarshal_read_long_from_file", testcapi_marshal_read_long, "-($module, path, /)", nullptr},
    {"pymarshal_read_object_from_file", testcapi_marshal_read_object, "-($module, path, /)", nullptr},
    {"pymarshal_read_last_object_from_file", testcapi_marshal_read_object, "-($module, path, /)", nullptr},
    {"write_unraisable_exc", testcapi_write_unraisable_exc, "-($module, exception, message, object, /)",
     nullptr},
    {"type_get_version", testcapi_type_get_version, "-($module, type, /)", nullptr},
    {"call_in_temporary_c_thread", testcapi_call_in_temporary_thread, "-($module, callback, wait=True, /)",
     nullptr},
    {"join_temporary_c_thread", testcapi_join_temporary_thread, "-($module)", nullptr},
};

}  // namespace

std::span<const NativeDef> testcapi_machine_functions() noexcept { return functions; }

}  // namespace minipy
