// _IOBase and _RawIOBase: what every stream can do, in terms of the few methods that a class has to bring.
//
// Everything here calls `self`'s methods by name, for classes written in Python derive from it. The finalizer
// closes a stream that was left open. Invariant: a finalizer that fails says so only in development mode.
//
// CPython: Modules/_io/iobase.c
#include <fmt/format.h>

#include <utility>

#include "memory/collector.h"
#include "modules/io/io.h"
#include "modules/run_options.h"
#include "objects/attribute.h"
#include "objects/bytearray.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "objects/weak_reference.h"

namespace minipy {

int stream_traverse(Object* self, Visit visit, void* context) {
    Dict* dict = as_stream(self)->dict;
    return dict ? visit(dict, context) : 0;
}

void stream_clear(Object* self) {
    if (Dict* dict = std::exchange(as_stream(self)->dict, nullptr)) decref(dict);
}

bool begin_stream_dealloc(Object* self) noexcept {
    if (!is_finalized(self) && self->type->slots.finalize) {
        self->refcount = 1;
        mark_finalized(self);
        self->type->slots.finalize(self);
        if (--self->refcount) return false;
    }
    untrack(self);
    clear_weak_references(self);
    return true;
}

void end_stream_dealloc(Object* self) noexcept {
    stream_clear(self);
    free_object(self);
}

NewRef stream_get_dict(Object* self) { return instance_dict(self); }

NewRef stream_get_finalizing(Object* self) { return new_bool(as_stream(self)->finalizing); }

Status stream_set_finalizing(Object* self, Object* value_or_null) {
    if (!value_or_null) return raise(type_error_type, "can't delete numeric/char attribute");
    as_stream(self)->finalizing = TRY(truth(value_or_null));
    return done;
}

namespace {

Status check_open(Object* self) {
    if (TRY(is_closed(self))) return raise_closed_stream();
    return done;
}

NewRef base_new(Type* type, Tuple*, Dict*) { return NewRef(allocate_instance(type)); }

void base_dealloc(Object* self) noexcept {
    if (begin_stream_dealloc(self)) end_stream_dealloc(self);
}

/// Closes a stream that is about to die. Errors are dropped, as nobody could catch them.
void base_finalize(Object* self) noexcept {
    Ref<Object> earlier = take_exception();
    Ref<Object> closed;
    bool is_open = true;
    if (find_attribute(self, name<"closed">, closed) && closed) {
        Result<bool> answer = truth(closed.get());
        is_open = answer && !*answer;
    }
    clear_exception();
    if (is_open && closed) {
        as_stream(self)->finalizing = true;
        Ref<Object> result = call_method(self, name<"close">);
        if (!result && run_options().dev_mode) write_unraisable(self);
        clear_exception();
    }
    if (earlier) (void)restore_exception(std::move(earlier));
}

NewRef base_seek(Object*, Object* const*) { return raise_unsupported("seek"); }

NewRef base_tell(Object* self, Object* const*) {
    return call_method(self, name<"seek">, {&shared_int(0), &shared_int(1)});
}

NewRef base_truncate(Object*, Object* const*) { return raise_unsupported("truncate"); }

NewRef base_flush(Object* self, Object* const*) {
    if (as_stream(self)->base_closed) return raise_closed_stream();
    return new_none();
}

NewRef base_close(Object* self, Object* const*) {
    if (as_stream(self)->base_closed) return new_none();
    Ref<Object> flushed = call_method(self, name<"flush">);
    as_stream(self)->base_closed = true;
    if (!flushed) return failed;
    return new_none();
}

NewRef base_get_closed(Object* self) { return new_bool(as_stream(self)->base_closed); }

NewRef base_seekable(Object*, Object* const*) { return new_bool(false); }

NewRef base_check_closed(Object* self, Object* const*) {
    TRY(check_open(self));
    return new_none();
}
NewRef base_check_seekable(Object* self, Object* const*) {
    TRY(check_ability(self, name<"seekable">, "File or stream is not seekable."));
    return new_bool(true);
}
NewRef base_check_readable(Object* self, Object* const*) {
    TRY(check_ability(self, name<"readable">, "File or stream is not readable."));
    return new_bool(true);
}
NewRef base_check_writable(Object* self, Object* const*) {
    TRY(check_ability(self, name<"writable">, "File or stream is not writable."));
    return new_bool(true);
}

NewRef base_fileno(Object*, Object* const*) { return raise_unsupported("fileno"); }

NewRef base_isatty(Object* self, Object* const*) {
    TRY(check_open(self));
    return new_bool(false);
}

NewRef base_enter(Object* self, Object* const*) {
    TRY(check_open(self));
    return new_ref(self);
}

NewRef base_exit(Object* self, Object* const*) { return call_method(self, name<"close">); }

/// How many octets to read next without going beyond the line's end: 1, unless `peek` shows more.
Result<Size> line_step(Object* self, Object* peek_or_null, Size limit, Size have) {
    if (!peek_or_null) return Size{1};
    Ref<Object> ahead = TRY(call(peek_or_null, {&shared_int(1)}));
    if (!is_bytes(ahead.get()))
        return raise(os_error_type,
                     fmt::format("peek() should have returned a bytes object, not '{}'", ahead->type->name));
    (void)self;
    const std::string_view octets = static_cast<Bytes*>(ahead.get())->view();
    const std::size_t newline = octets.find('\n');
    Size step = static_cast<Size>(newline == octets.npos ? octets.size() : newline + 1);
    if (limit >= 0 && step > limit - have) step = limit - have;
    return step ? step : Size{1};
}

NewRef base_readline(Object* self, Object* const* arguments) {
    const Size limit = TRY(size_argument(arguments[0]));
    Ref<Object> peek;
    TRY(find_attribute(self, name<"peek">, peek));
    std::string line;
    while (limit < 0 || static_cast<Size>(line.size()) < limit) {
        const Size step = TRY(line_step(self, peek.get(), limit, static_cast<Size>(line.size())));
        Ref<Int> count = new_int(step);
        Ref<Object> piece = TRY(call_method(self, name<"read">, {count.get()}));
        if (!is_bytes(piece.get()))
            return raise(os_error_type, fmt::format("read() should have returned a bytes object, not '{}'",
                                                    piece->type->name));
        const std::string_view octets = static_cast<Bytes*>(piece.get())->view();
        if (octets.empty()) break;
        line += octets;
        if (line.back() == '\n') break;
    }
    return new_bytes(line);
}

NewRef base_next(Object* self) {
    Ref<Object> line = TRY(call_method(self, name<"readline">));
    if (TRY(length(line.get())) == 0) return nullptr;
    return line;
}

NewRef base_readlines(Object* self, Object* const* arguments) {
    const Size hint = TRY(size_argument(arguments[0]));
    Ref<List> lines = new_list();
    if (hint <= 0) {
        TRY(list_extend(lines.get(), self));
        return lines;
    }
    Ref<Object> iterator = TRY(iterate(self));
    Size total = 0;
    for (;;) {
        Ref<Object> line = next(iterator.get());
        if (!line) break;
        TRY(list_append(lines.get(), line.get()));
        const Size size = TRY(length(line.get()));
        if (size > hint - total) break;
        total += size;
    }
    if (pending_exception()) return failed;
    return lines;
}

NewRef base_writelines(Object* self, Object* const* arguments) {
    TRY(check_open(self));
    Ref<Object> iterator = TRY(iterate(arguments[0]));
    for (;;) {
        Ref<Object> line = next(iterator.get());
        if (!line) break;
        Ref<Object> written = TRY(call_method(self, name<"write">, {line.get()}));
    }
    if (pending_exception()) return failed;
    return new_none();
}

constexpr NativeDef base_methods[] = {
    {"seek", base_seek, "-($self, offset=<absent>, whence=<absent>, /)",
     "Changes the position; here not supported."},
    {"tell", base_tell, "($self, /)", "The position in the stream."},
    {"truncate", base_truncate, "-($self, *args)", "Changes the size of the file; here not supported."},
    {"flush", base_flush, "($self, /)", "Writes out what is buffered, if the stream does buffer."},
    {"close", base_close, "($self, /)", "Flushes and closes; nothing happens the second time."},
    {"seekable", base_seekable, "($self, /)", "Whether seek(), tell() and truncate() work."},
    {"readable", base_seekable, "($self, /)", "Whether the stream can be read."},
    {"writable", base_seekable, "($self, /)", "Whether the stream can be written."},
    {"_checkClosed", base_check_closed, "-($self)", nullptr},
    {"_checkSeekable", base_check_seekable, "-($self)", nullptr},
    {"_checkReadable", base_check_readable, "-($self)", nullptr},
    {"_checkWritable", base_check_writable, "-($self)", nullptr},
    {"fileno", base_fileno, "($self, /)", "The file descriptor; here not supported."},
    {"isatty", base_isatty, "($self, /)", "Whether the stream is connected to a terminal."},
    {"__enter__", base_enter, "-($self)", nullptr},
    {"__exit__", base_exit, "-($self, *args)", nullptr},
    {"readline", base_readline, "($self, size=-1, /)", "One line, at most `size` octets of it."},
    {"readlines", base_readlines, "($self, hint=-1, /)", "A list of lines, until their sizes reach `hint`."},
    {"writelines", base_writelines, "($self, lines, /)", "Writes each of the lines; adds no line ends."},
};

constexpr GetSetDef base_getset[] = {
    {"__dict__", stream_get_dict, nullptr, nullptr},
    {"closed", base_get_closed, nullptr, nullptr},
};

const TypeSpec base_spec = {
    .name = "_io._IOBase",
    .basic_size = sizeof(Stream),
    .flags = type_flag::base_type | type_flag::collected,
    .doc = "The base of all streams.",
    .slots = {.new_ = base_new,
              .dealloc = base_dealloc,
              .finalize = base_finalize,
              .traverse = stream_traverse,
              .clear = stream_clear,
              .iter = stream_iter,
              .next = base_next},
    .methods = base_methods,
    .getset = base_getset,
    .dict_offset = offsetof(Stream, dict),
    .weakrefs_offset = offsetof(Stream, weakrefs),
};

// --- _RawIOBase

/// What a stream that cannot do it inherits.
NewRef raw_unimplemented(Object*, Object* const*) { return raise(not_implemented_error_type); }

NewRef raw_read(Object* self, Object* const* arguments) {
    const Size size = TRY(argument_size(arguments[0]));
    if (size < 0) return call_method(self, name<"readall">);
    Ref<ByteArray> buffer = TRY(new_bytearray({}));
    TRY(bytearray_resize(buffer.get(), size));
    Ref<Object> count = TRY(call_method(self, name<"readinto">, {buffer.get()}));
    if (is_none(count.get())) return count;
    const Size read = TRY(index_size(count.get(), &value_error_type));
    return new_bytes(buffer->view().substr(0, static_cast<std::size_t>(read < 0 ? 0 : read)));
}

NewRef raw_readall(Object* self, Object* const*) {
    std::string all;
    Ref<Int> step = new_int(default_buffer_size);
    for (;;) {
        Ref<Object> piece = call_method(self, name<"read">, {step.get()});
        if (!piece) return failed;
        if (is_none(piece.get())) {
            if (all.empty()) return piece;
            break;
        }
        if (!is_bytes(piece.get())) return raise(type_error_type, "read() should return bytes");
        const std::string_view octets = static_cast<Bytes*>(piece.get())->view();
        if (octets.empty()) break;
        all += octets;
    }
    return new_bytes(all);
}

/// What every raw stream must bring itself.
NewRef raw_missing(Object*, Object* const*) { return raise(not_implemented_error_type); }

constexpr NativeDef raw_methods[] = {
    {"readinto", raw_missing, "-($self, *args, **kwargs)", "Octets into a buffer; a subclass says how."},
    {"write", raw_missing, "-($self, *args, **kwargs)", "Octets out of a buffer; a subclass says how."},
    {"read", raw_read, "($self, size=-1, /)", "Octets of one readinto(), or of readall() without a size."},
    {"readinto", raw_unimplemented, "-($self, buffer, /)", nullptr},
    {"write", raw_unimplemented, "-($self, octets, /)", nullptr},
    {"readall", raw_readall, "($self, /)", "All octets up to the end, by several reads."},
};

const TypeSpec raw_spec = {
    .name = "_io._RawIOBase",
    .basic_size = sizeof(Stream),
    .flags = type_flag::base_type | type_flag::collected,
    .base = &io_base_type,
    .doc = "The base of raw streams.",
    .methods = raw_methods,
};

}  // namespace

NewRef stream_iter(Object* self) {
    TRY(check_open(self));
    return new_ref(self);
}

Type io_base_type(base_spec);
Type raw_io_base_type(raw_spec);

}  // namespace minipy
