// BufferedReader, BufferedWriter and BufferedRandom as Python sees them: methods and attributes around the
// operations of buffered.h.
//
// CPython: Modules/_io/bufferedio.c
#include <fmt/format.h>

#include "modules/io/buffered.h"
#include "modules/io/file_io.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/buffer.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/singletons.h"
#include "objects/str.h"

namespace minipy {
namespace {

NewRef buffered_new(Type* type, Tuple*, Dict*) {
    Buffered* stream = as_buffered(allocate_instance(type));
    stream->read_end = stream->write_end = -1;
    return NewRef(stream);
}

void buffered_clear(Object* self) {
    Buffered* stream = as_buffered(self);
    stream->initialized = false;
    stream_clear(self);
    xdecref(std::exchange(stream->raw, nullptr));
}

void buffered_dealloc(Object* self) noexcept {
    if (!begin_stream_dealloc(self)) return;
    buffered_release(as_buffered(self));
    buffered_clear(self);
    end_stream_dealloc(self);
}

int buffered_traverse(Object* self, Visit visit, void* context) {
    if (Object* raw = as_buffered(self)->raw)
        if (int result = visit(raw, context)) return result;
    return stream_traverse(self, visit, context);
}

struct InitArguments {
    Object* raw;
    Size buffer_size;
};

Result<InitArguments> parse_init(Object* self, const char* type_name, Tuple* arguments, Dict* keywords) {
    static constexpr const char* names[] = {"raw", "buffer_size"};
    Object* bound[2];
    as_buffered(self)->initialized = as_buffered(self)->detached = false;
    TRY(bind_arguments(type_name, names, arguments, keywords, bound, 1));
    return InitArguments{bound[0], bound[1] ? TRY(argument_size(bound[1])) : default_buffer_size};
}

constexpr char not_readable[] = "File or stream is not readable.";
constexpr char not_writable[] = "File or stream is not writable.";
constexpr char not_seekable[] = "File or stream is not seekable.";

Status reader_init(Object* self, Tuple* arguments, Dict* keywords) {
    const InitArguments init = TRY(parse_init(self, "BufferedReader", arguments, keywords));
    TRY(check_ability(init.raw, name<"readable">, not_readable));
    return buffered_setup(as_buffered(self), init.raw, init.buffer_size, true, false);
}

Status writer_init(Object* self, Tuple* arguments, Dict* keywords) {
    const InitArguments init = TRY(parse_init(self, "BufferedWriter", arguments, keywords));
    TRY(check_ability(init.raw, name<"writable">, not_writable));
    return buffered_setup(as_buffered(self), init.raw, init.buffer_size, false, true);
}

Status random_init(Object* self, Tuple* arguments, Dict* keywords) {
    const InitArguments init = TRY(parse_init(self, "BufferedRandom", arguments, keywords));
    TRY(check_ability(init.raw, name<"seekable">, not_seekable));
    TRY(check_ability(init.raw, name<"readable">, not_readable));
    TRY(check_ability(init.raw, name<"writable">, not_writable));
    return buffered_setup(as_buffered(self), init.raw, init.buffer_size, true, true);
}

// --- what the raw stream answers

NewRef call_raw(Object* self, Str* method) {
    TRY(buffered_check(as_buffered(self)));
    return call_method(as_buffered(self)->raw, method);
}

NewRef raw_attribute(Object* self, Str* attribute) {
    TRY(buffered_check(as_buffered(self)));
    return get_attribute(as_buffered(self)->raw, attribute);
}

NewRef buffered_seekable(Object* self, Object* const*) { return call_raw(self, name<"seekable">); }
NewRef buffered_readable(Object* self, Object* const*) { return call_raw(self, name<"readable">); }
NewRef buffered_writable(Object* self, Object* const*) { return call_raw(self, name<"writable">); }
NewRef buffered_fileno(Object* self, Object* const*) { return call_raw(self, name<"fileno">); }
NewRef buffered_isatty(Object* self, Object* const*) { return call_raw(self, name<"isatty">); }
NewRef buffered_get_closed(Object* self) { return raw_attribute(self, name<"closed">); }
NewRef buffered_get_name(Object* self) { return raw_attribute(self, name<"name">); }
NewRef buffered_get_mode(Object* self) { return raw_attribute(self, name<"mode">); }

NewRef buffered_get_raw(Object* self) {
    Object* raw = as_buffered(self)->raw;
    return new_ref(raw ? raw : &none);
}

// --- closing

NewRef buffered_detach(Object* self, Object* const*) {
    Buffered* stream = as_buffered(self);
    TRY(buffered_check(stream));
    TRY(call_method(self, name<"flush">));
    stream->detached = true;
    stream->initialized = false;
    return NewRef(std::exchange(stream->raw, nullptr));
}

NewRef buffered_close(Object* self, Object* const*) {
    Buffered* stream = as_buffered(self);
    TRY(buffered_check(stream));
    if (TRY(buffered_is_closed(stream))) return new_none();
    if (stream->finalizing) {
        Ref<Object> warned = call_method(stream->raw, name<"_dealloc_warn">, {self});
        if (!warned) clear_exception();
    }
    Ref<Object> flushed = call_method(self, name<"flush">);
    Ref<Object> flush_error = flushed ? Ref<Object>() : take_exception();
    Ref<Object> raw = share(stream->raw);
    Ref<Object> result;
    {
        BufferedUse use(stream);
        TRY(use.check());
        result = call_method(raw.get(), name<"close">);
        buffered_release(stream);
    }
    if (flush_error) {
        chain_exceptions(std::move(flush_error));
        return failed;
    }
    return result;
}

NewRef buffered_dealloc_warn(Object* self, Object* const* arguments) {
    Buffered* stream = as_buffered(self);
    if (!stream->initialized || !stream->raw) return new_none();
    if (!Ref<Object>(call_method(stream->raw, name<"_dealloc_warn">, {arguments[0]}))) clear_exception();
    return new_none();
}

/// A reader has nothing to write out; its raw stream may.
NewRef reader_flush(Object* self, Object* const*) { return call_raw(self, name<"flush">); }

NewRef writer_flush(Object* self, Object* const*) {
    Buffered* stream = as_buffered(self);
    TRY(buffered_check(stream));
    if (TRY(buffered_is_closed(stream))) return raise(value_error_type, "flush of closed file");
    TRY(buffered_flush(stream));
    return new_none();
}

// --- positions

NewRef buffered_tell_method(Object* self, Object* const*) {
    TRY(buffered_check(as_buffered(self)));
    return new_int(TRY(buffered_tell(as_buffered(self))));
}

NewRef buffered_seek_method(Object* self, Object* const* arguments) {
    Buffered* stream = as_buffered(self);
    const int whence = TRY(argument_int(arguments[1]));
    TRY(buffered_check(stream));
    if (whence < 0 || whence > 4)
        return raise(value_error_type, fmt::format("whence value {} unsupported", whence));
    TRY(buffered_check_open(stream, "seek of closed file"));
    TRY(check_ability(stream->raw, name<"seekable">, not_seekable));
    const std::int64_t target = TRY(offset_argument(arguments[0]));
    return new_int(TRY(buffered_seek(stream, target, whence)));
}

NewRef buffered_truncate(Object* self, Object* const* arguments) {
    Buffered* stream = as_buffered(self);
    TRY(buffered_check_open(stream, "truncate of closed file"));
    if (!stream->writable) return raise_unsupported("truncate");
    BufferedUse use(stream);
    TRY(use.check());
    TRY(buffered_flush_and_rewind(stream));
    Ref<Object> result = TRY(call_method(stream->raw, name<"truncate">, {arguments[0]}));
    if (!buffered_raw_tell(stream)) clear_exception();
    return result;
}

// --- reading and writing

NewRef buffered_read_method(Object* self, Object* const* arguments) {
    Buffered* stream = as_buffered(self);
    const Size size = TRY(size_argument(arguments[0]));
    TRY(buffered_check(stream));
    if (size < -1) return raise(value_error_type, "read length must be non-negative or -1");
    TRY(buffered_check_open(stream, "read of closed file"));
    return size < 0 ? buffered_read_all(stream) : buffered_read(stream, size);
}

NewRef buffered_read1_method(Object* self, Object* const* arguments) {
    Buffered* stream = as_buffered(self);
    const Size size = TRY(argument_size(arguments[0]));
    TRY(buffered_check_open(stream, "read of closed file"));
    return buffered_read1(stream, size);
}

NewRef read_into_buffer(Object* self, Object* target, bool once) {
    BufferView buffer;
    TRY(get_writable_buffer(target, buffer, once ? "readinto1" : "readinto"));
    Buffered* stream = as_buffered(self);
    Ref<Object> count;
    if (buffered_check_open(stream, "readinto of closed file"))
        count = buffered_read_into(stream, buffer.data, buffer.size, once);
    release_buffer(buffer);
    return count;
}

NewRef buffered_readinto(Object* self, Object* const* arguments) {
    return read_into_buffer(self, arguments[0], false);
}
NewRef buffered_readinto1(Object* self, Object* const* arguments) {
    return read_into_buffer(self, arguments[0], true);
}

NewRef buffered_peek_method(Object* self, Object* const* arguments) {
    Buffered* stream = as_buffered(self);
    TRY(argument_size(arguments[0]));
    TRY(buffered_check_open(stream, "peek of closed file"));
    return buffered_peek(stream);
}

NewRef buffered_readline_method(Object* self, Object* const* arguments) {
    Buffered* stream = as_buffered(self);
    const Size limit = TRY(size_argument(arguments[0]));
    TRY(buffered_check_open(stream, "readline of closed file"));
    return buffered_readline(stream, limit);
}

NewRef buffered_next(Object* self) {
    Buffered* stream = as_buffered(self);
    if (is_plain_buffered(self)) {
        TRY(buffered_check_open(stream, "readline of closed file"));
        Ref<Bytes> line = TRY(buffered_readline(stream, -1));
        if (line->size == 0) return nullptr;
        return line;
    }
    Ref<Object> line = TRY(call_method(self, name<"readline">));
    if (!is_bytes(line.get()))
        return raise(os_error_type,
                     fmt::format("readline() should have returned a bytes object, not '{}'", line->type->name));
    if (static_cast<Bytes*>(line.get())->size == 0) return nullptr;
    return line;
}

NewRef writer_write(Object* self, Object* const* arguments) {
    OctetsView octets;
    TRY(octets.acquire(arguments[0]));
    Buffered* stream = as_buffered(self);
    TRY(buffered_check(stream));
    return new_int(TRY(buffered_write(stream, octets.view())));
}

NewRef buffered_repr(Object* self) {
    Ref<Object> stream_name;
    if (!find_attribute(self, name<"name">, stream_name)) {
        if (!pending_matches(value_error_type)) return failed;
        clear_exception();
    }
    if (!stream_name) return str_from_utf8(fmt::format("<{}>", self->type->name));
    ReprGuard guard(self);
    if (guard.failed()) return failed;
    if (guard.nested())
        return raise(runtime_error_type, fmt::format("reentrant call inside {}.__repr__", self->type->name));
    Ref<Str> shown = TRY(repr(stream_name.get()));
    return str_from_utf8(fmt::format("<{} name={}>", self->type->name, str_utf8(shown.get())));
}

NewRef buffered_sizeof(Object* self, Object* const*) {
    const Buffered* stream = as_buffered(self);
    return new_int(static_cast<Size>(self->type->basic_size) + (stream->buffer ? stream->buffer_size : 0));
}

#define CLOSING_METHODS                                                                                       \
    {"close", buffered_close, "-($self)", "Flushes and closes the stream and its raw stream."},               \
        {"detach", buffered_detach, "-($self)", "Flushes, and separates the raw stream and returns it."},     \
        {"seekable", buffered_seekable, "-($self)", nullptr},                                                 \
        {"fileno", buffered_fileno, "-($self)", nullptr}, {"isatty", buffered_isatty, "-($self)", nullptr}, { \
        "_dealloc_warn", buffered_dealloc_warn, "-($self, source, /)", nullptr                                \
    }

#define POSITION_METHODS                                                                            \
    {"seek", buffered_seek_method, "($self, target, whence=0, /)",                                  \
     "Moves to a position counted from start, here or end."},                                       \
        {"tell", buffered_tell_method, "-($self)", "The position in the stream."},                  \
        {"truncate", buffered_truncate, "($self, pos=None, /)", "Changes the size of the file."}, { \
        "__sizeof__", buffered_sizeof, "-($self)", nullptr                                          \
    }

#define READING_METHODS                                                                                      \
    {"readable", buffered_readable, "-($self)", nullptr},                                                    \
        {"read", buffered_read_method, "($self, size=-1, /)", "Reads octets; without a size all of them."},  \
        {"read1", buffered_read1_method, "($self, size=-1, /)", "Reads with at most one raw read."},         \
        {"readinto", buffered_readinto, "($self, buffer, /)", "Reads octets into the buffer."},              \
        {"readinto1", buffered_readinto1, "($self, buffer, /)", "The same with at most one raw read."},      \
        {"readline", buffered_readline_method, "($self, size=-1, /)", "One line, at most `size` octets."}, { \
        "peek", buffered_peek_method, "($self, size=0, /)", "Octets ahead, without moving the position."     \
    }

constexpr NativeDef reader_methods[] = {
    CLOSING_METHODS,
    POSITION_METHODS,
    READING_METHODS,
    {"flush", reader_flush, "-($self)", nullptr},
};

constexpr NativeDef writer_methods[] = {
    CLOSING_METHODS,
    POSITION_METHODS,
    {"writable", buffered_writable, "-($self)", nullptr},
    {"write", writer_write, "($self, buffer, /)", "Writes the octets and returns how many."},
    {"flush", writer_flush, "-($self)", "Writes out what is in the buffer."},
};

constexpr NativeDef random_methods[] = {
    CLOSING_METHODS,
    POSITION_METHODS,
    READING_METHODS,
    {"writable", buffered_writable, "-($self)", nullptr},
    {"write", writer_write, "($self, buffer, /)", "Writes the octets and returns how many."},
    {"flush", writer_flush, "-($self)", "Writes out what is in the buffer."},
};

constexpr GetSetDef buffered_getset[] = {
    {"raw", buffered_get_raw, nullptr, nullptr},
    {"_finalizing", stream_get_finalizing, stream_set_finalizing, nullptr},
    {"closed", buffered_get_closed, nullptr, nullptr},
    {"name", buffered_get_name, nullptr, nullptr},
    {"mode", buffered_get_mode, nullptr, nullptr},
};

constexpr TypeSpec buffered_spec(const char* type_name, const char* doc, InitSlot init, UnarySlot next,
                                 std::span<const NativeDef> methods) {
    return {.name = type_name,
            .basic_size = sizeof(Buffered),
            .flags = type_flag::base_type | type_flag::collected,
            .base = &buffered_io_base_type,
            .doc = doc,
            .slots = {.new_ = buffered_new,
                      .init = init,
                      .dealloc = buffered_dealloc,
                      .traverse = buffered_traverse,
                      .clear = buffered_clear,
                      .repr = buffered_repr,
                      .next = next},
            .methods = methods,
            .getset = buffered_getset,
            .signature = "(raw, buffer_size=DEFAULT_BUFFER_SIZE)"};
}

const TypeSpec reader_spec =
    buffered_spec("_io.BufferedReader", "A buffer in front of a raw stream that is read.", reader_init,
                  buffered_next, reader_methods);
const TypeSpec writer_spec =
    buffered_spec("_io.BufferedWriter", "A buffer in front of a raw stream that is written.", writer_init,
                  nullptr, writer_methods);
const TypeSpec random_spec = buffered_spec(
    "_io.BufferedRandom", "A buffer in front of a raw stream that is read and written at any place.",
    random_init, buffered_next, random_methods);

}  // namespace

Type buffered_reader_type(reader_spec);
Type buffered_writer_type(writer_spec);
Type buffered_random_type(random_spec);

}  // namespace minipy
