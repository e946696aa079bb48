// _BufferedIOBase and _TextIOBase: the bases of the two upper layers; nearly everything is "unsupported".
//
// CPython: Modules/_io/bufferedio.c (bufferediobase), Modules/_io/textio.c (textiobase)
#include <fmt/format.h>

#include <cstring>

#include "modules/io/io.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/singletons.h"

namespace minipy {
namespace {

NewRef unsupported_detach(Object*, Object* const*) { return raise_unsupported("detach"); }
NewRef unsupported_read(Object*, Object* const*) { return raise_unsupported("read"); }
NewRef unsupported_read1(Object*, Object* const*) { return raise_unsupported("read1"); }
NewRef unsupported_readline(Object*, Object* const*) { return raise_unsupported("readline"); }
NewRef unsupported_write(Object*, Object* const*) { return raise_unsupported("write"); }
NewRef no_value(Object*) { return new_none(); }

/// Fills the buffer with what `self.read(size)` or `self.read1(size)` returns.
NewRef read_into(Object* self, Object* target, Str* reader, const char* method) {
    BufferView buffer;
    TRY(get_writable_buffer(target, buffer, method));
    struct Release {
        BufferView& view;
        ~Release() { release_buffer(view); }
    } release{buffer};
    Ref<Int> size = new_int(buffer.size);
    Ref<Object> data = TRY(call_method(self, reader, {size.get()}));
    if (!is_bytes(data.get())) return raise(type_error_type, "read() should return bytes");
    const std::string_view octets = static_cast<Bytes*>(data.get())->view();
    if (static_cast<Size>(octets.size()) > buffer.size)
        return raise(value_error_type,
                     fmt::format("read() returned too much data: {} bytes requested, {} returned", buffer.size,
                                 octets.size()));
    std::memcpy(buffer.data, octets.data(), octets.size());
    return new_int(static_cast<Size>(octets.size()));
}

NewRef buffered_base_readinto(Object* self, Object* const* arguments) {
    return read_into(self, arguments[0], name<"read">, "readinto");
}
NewRef buffered_base_readinto1(Object* self, Object* const* arguments) {
    return read_into(self, arguments[0], name<"read1">, "readinto1");
}

constexpr NativeDef buffered_base_methods[] = {
    {"detach", unsupported_detach, "($self, /)", "Separates the raw stream and returns it."},
    {"read", unsupported_read, "-($self, *args)", "Reads octets; without a size all of them."},
    {"read1", unsupported_read1, "-($self, *args)", "Reads octets with at most one read of the raw stream."},
    {"readinto", buffered_base_readinto, "($self, buffer, /)", "Reads octets into the buffer."},
    {"readinto1", buffered_base_readinto1, "($self, buffer, /)", "The same by read1()."},
    {"write", unsupported_write, "-($self, *args)", "Writes octets and returns how many."},
};

const TypeSpec buffered_base_spec = {
    .name = "_io._BufferedIOBase",
    .basic_size = sizeof(Stream),
    .flags = type_flag::base_type | type_flag::collected,
    .base = &io_base_type,
    .doc = "The base of buffered streams of octets.",
    .methods = buffered_base_methods,
};

constexpr NativeDef text_base_methods[] = {
    {"detach", unsupported_detach, "-($self)", "Separates the buffered stream and returns it."},
    {"read", unsupported_read, "-($self, *args)", "Reads characters; without a size all of them."},
    {"readline", unsupported_readline, "-($self, *args)", "One line, or '' at the end."},
    {"write", unsupported_write, "-($self, *args)", "Writes a string and returns its length."},
};

constexpr GetSetDef text_base_getset[] = {
    {"encoding", no_value, nullptr, nullptr},
    {"newlines", no_value, nullptr, nullptr},
    {"errors", no_value, nullptr, nullptr},
};

const TypeSpec text_base_spec = {
    .name = "_io._TextIOBase",
    .basic_size = sizeof(Stream),
    .flags = type_flag::base_type | type_flag::collected,
    .base = &io_base_type,
    .doc = "The base of streams of characters.",
    .methods = text_base_methods,
    .getset = text_base_getset,
};

}  // namespace

Type buffered_io_base_type(buffered_base_spec);
Type text_io_base_type(text_base_spec);

}  // namespace minipy
