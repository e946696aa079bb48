// BytesIO: a buffered stream whose file is a string of octets in memory.
//
// Invariant: while `exports` is not zero somebody looks at the octets through getbuffer(), and their number
// must not change. A position behind the end is filled up with zeros by the next write.
//
// CPython: Modules/_io/bytesio.c
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <new>
#include <string>

#include "memory/allocator.h"
#include "modules/io/io.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/buffer.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/list.h"
#include "objects/memory_guard.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

struct BytesIO : Stream {
    bool closed;
    Size position;
    Size exports;
    std::string octets;

    Size size() const noexcept { return static_cast<Size>(octets.size()); }
};

BytesIO* as_bytes_io(Object* object) noexcept { return static_cast<BytesIO*>(object); }

Status check_open(Object* self) {
    if (as_bytes_io(self)->closed) return raise_closed_stream();
    return done;
}

Status check_exports(Object* self) {
    if (as_bytes_io(self)->exports == 0) return done;
    return raise(buffer_error_type, "Existing exports of data: object cannot be re-sized");
}

/// What is there to read from the position on, at most `size` octets (negative: all); moves the position.
std::string_view take(BytesIO* stream, Size size) noexcept {
    if (stream->position >= stream->size()) return {};
    const Size left = stream->size() - stream->position;
    const Size taken = size < 0 ? left : std::min(size, left);
    const std::string_view octets(stream->octets.data() + stream->position, static_cast<std::size_t>(taken));
    stream->position += taken;
    return octets;
}

std::string_view take_line(BytesIO* stream, Size limit) noexcept {
    const Size start = stream->position;
    std::string_view line = take(stream, limit);
    const std::size_t newline = line.find('\n');
    if (newline == line.npos) return line;
    stream->position = start + static_cast<Size>(newline) + 1;
    return line.substr(0, newline + 1);
}

Status put(BytesIO* stream, std::string_view octets) {
    if (octets.empty()) return done;
    TRY(check_exports(stream));
    return guard_memory([&]() -> Status {
        const auto start = static_cast<std::size_t>(stream->position);
        if (start == stream->octets.size()) {
            stream->octets.append(octets);
        } else {
            if (start + octets.size() > stream->octets.size()) stream->octets.resize(start + octets.size());
            std::memcpy(stream->octets.data() + start, octets.data(), octets.size());
        }
        stream->position += static_cast<Size>(octets.size());
        return done;
    });
}

NewRef bytes_io_new(Type* type, Tuple*, Dict*) {
    BytesIO* stream = as_bytes_io(allocate_instance(type));
    new (&stream->octets) std::string;
    return NewRef(stream);
}

Result<Size> write_object(BytesIO* stream, Object* data) {
    OctetsView view;
    TRY(view.acquire(data));
    TRY(put(stream, view.view()));
    return static_cast<Size>(view.view().size());
}

Status bytes_io_init(Object* self, Tuple* arguments, Dict* keywords) {
    static constexpr const char* names[] = {"initial_bytes"};
    Object* bound[1];
    TRY(bind_arguments("BytesIO", names, arguments, keywords, bound));
    TRY(check_exports(self));
    BytesIO* stream = as_bytes_io(self);
    stream->octets.clear();
    stream->position = 0;
    stream->closed = false;
    if (!bound[0] || is_none(bound[0])) return done;
    TRY(write_object(stream, bound[0]));
    stream->position = 0;
    return done;
}

void bytes_io_dealloc(Object* self) noexcept {
    if (!begin_stream_dealloc(self)) return;
    std::destroy_at(&as_bytes_io(self)->octets);
    end_stream_dealloc(self);
}

NewRef bytes_io_yes(Object* self, Object* const*) {
    TRY(check_open(self));
    return new_bool(true);
}
NewRef bytes_io_isatty(Object* self, Object* const*) {
    TRY(check_open(self));
    return new_bool(false);
}
NewRef bytes_io_flush(Object* self, Object* const*) {
    TRY(check_open(self));
    return new_none();
}

NewRef bytes_io_close(Object* self, Object* const*) {
    TRY(check_exports(self));
    as_bytes_io(self)->closed = true;
    std::string().swap(as_bytes_io(self)->octets);
    return new_none();
}

NewRef bytes_io_tell(Object* self, Object* const*) {
    TRY(check_open(self));
    return new_int(as_bytes_io(self)->position);
}

NewRef bytes_io_getvalue(Object* self, Object* const*) {
    TRY(check_open(self));
    return new_bytes(as_bytes_io(self)->octets);
}

NewRef bytes_io_read(Object* self, Object* const* arguments) {
    const Size size = TRY(size_argument(arguments[0]));
    TRY(check_open(self));
    return new_bytes(take(as_bytes_io(self), size));
}

NewRef bytes_io_readline(Object* self, Object* const* arguments) {
    const Size size = TRY(size_argument(arguments[0]));
    TRY(check_open(self));
    return new_bytes(take_line(as_bytes_io(self), size));
}

NewRef bytes_io_readlines(Object* self, Object* const* arguments) {
    const Size most = TRY(size_argument(arguments[0]));
    TRY(check_open(self));
    Ref<List> lines = new_list();
    Size total = 0;
    for (;;) {
        const std::string_view line = take_line(as_bytes_io(self), -1);
        if (line.empty()) break;
        Ref<Bytes> item = TRY(new_bytes(line));
        TRY(list_append_steal(lines.get(), item.release()));
        total += static_cast<Size>(line.size());
        if (most > 0 && total >= most) break;
    }
    return lines;
}

NewRef bytes_io_readinto(Object* self, Object* const* arguments) {
    BufferView buffer;
    TRY(get_writable_buffer(arguments[0], buffer, "readinto"));
    Ref<Object> count;
    if (check_open(self)) {
        const std::string_view octets = take(as_bytes_io(self), buffer.size);
        std::copy(octets.begin(), octets.end(), static_cast<char*>(buffer.data));  // also of nothing
        count = new_int(static_cast<Size>(octets.size()));
    }
    release_buffer(buffer);
    return count;
}

NewRef bytes_io_write(Object* self, Object* const* arguments) {
    TRY(check_open(self));
    return new_int(TRY(write_object(as_bytes_io(self), arguments[0])));
}

NewRef bytes_io_writelines(Object* self, Object* const* arguments) {
    TRY(check_open(self));
    Ref<Object> iterator = TRY(iterate(arguments[0]));
    for (;;) {
        Ref<Object> line = next(iterator.get());
        if (!line) break;
        TRY(check_open(self));
        TRY(write_object(as_bytes_io(self), line.get()));
    }
    if (pending_exception()) return failed;
    return new_none();
}

NewRef bytes_io_seek(Object* self, Object* const* arguments) {
    BytesIO* stream = as_bytes_io(self);
    const Size position = TRY(argument_size(arguments[0]));
    const int whence = TRY(argument_int(arguments[1]));
    TRY(check_open(self));
    if (position < 0 && whence == 0)
        return raise(value_error_type, fmt::format("negative seek value {}", position));
    if (whence < 0 || whence > 2)
        return raise(value_error_type, fmt::format("invalid whence ({}, should be 0, 1 or 2)", whence));
    const Size origin = whence == 0 ? 0 : whence == 1 ? stream->position : stream->size();
    if (position > PTRDIFF_MAX - origin) return raise(overflow_error_type, "new position too large");
    stream->position = std::max<Size>(origin + position, 0);
    return new_int(stream->position);
}

NewRef bytes_io_truncate(Object* self, Object* const* arguments) {
    BytesIO* stream = as_bytes_io(self);
    TRY(check_open(self));
    TRY(check_exports(self));
    const Size size = is_none(arguments[0]) ? stream->position : TRY(size_argument(arguments[0]));
    if (size < 0) return raise(value_error_type, fmt::format("negative size value {}", size));
    if (size < stream->size()) stream->octets.resize(static_cast<std::size_t>(size));
    return new_int(size);
}

NewRef bytes_io_next(Object* self) {
    TRY(check_open(self));
    const std::string_view line = take_line(as_bytes_io(self), -1);
    if (line.empty()) return nullptr;
    return new_bytes(line);
}

NewRef bytes_io_getstate(Object* self, Object* const*) {
    Ref<Object> value = TRY(bytes_io_getvalue(self, nullptr)), dict = Ref<Object>(new_none());
    Ref<Int> position = new_int(as_bytes_io(self)->position);
    if (Dict* attributes = as_stream(self)->dict) dict = dict_copy(attributes);
    Object* items[] = {value.get(), position.get(), dict.get()};
    return new_tuple(items);
}

NewRef bytes_io_setstate(Object* self, Object* const* arguments) {
    Object* state = arguments[0];
    if (!is_tuple(state) || static_cast<Tuple*>(state)->size < 3)
        return raise(type_error_type, fmt::format("{}.__setstate__ argument should be 3-tuple, got {}",
                                                  self->type->name, state->type->name));
    Tuple& items = *static_cast<Tuple*>(state);
    TRY(check_exports(self));
    TRY(check_open(self));
    BytesIO* stream = as_bytes_io(self);
    stream->octets.clear();
    stream->position = 0;
    TRY(write_object(stream, items[0]));
    if (!is_int(items[1]))
        return raise(type_error_type,
                     fmt::format("second item of state must be an integer, got {}", items[1]->type->name));
    const Size position = TRY(argument_size(items[1]));
    if (position < 0) return raise(value_error_type, "position value cannot be negative");
    stream->position = position;
    if (is_none(items[2])) return new_none();
    if (!is_dict(items[2]))
        return raise(type_error_type,
                     fmt::format("third item of state should be a dict, got a {}", items[2]->type->name));
    Ref<Dict> dict = TRY(instance_dict(self));
    TRY(dict_update(dict.get(), items[2]));
    return new_none();
}

NewRef bytes_io_sizeof(Object* self, Object* const*) {
    return new_int(static_cast<Size>(self->type->basic_size + as_bytes_io(self)->octets.capacity()));
}

NewRef bytes_io_get_closed(Object* self) { return new_bool(as_bytes_io(self)->closed); }

// --- what getbuffer() looks through

struct BytesIOView : Object {
    BytesIO* source;
};

void view_dealloc(Object* self) noexcept {
    xdecref(static_cast<BytesIOView*>(self)->source);
    free_object(self);
}

Status view_get_buffer(Object* self, BufferView* view, int) {
    BytesIO* source = static_cast<BytesIOView*>(self)->source;
    incref(self);
    ++source->exports;
    *view = {.data = source->octets.data(), .object = self, .size = source->size(), .read_only = false};
    return done;
}

void view_release_buffer(Object* self, BufferView*) { --static_cast<BytesIOView*>(self)->source->exports; }

NewRef bytes_io_getbuffer(Object* self, Object* const*) {
    TRY(check_open(self));
    auto* view = static_cast<BytesIOView*>(allocate_instance(&bytes_io_view_type));
    incref(self);
    view->source = as_bytes_io(self);
    Ref<Object> owner = Ref<Object>::steal(view);
    Ref<Object> memory_view = TRY(builtin("memoryview"));
    return call(memory_view.get(), {owner.get()});
}

constexpr NativeDef bytes_io_methods[] = {
    {"readable", bytes_io_yes, "($self, /)", "True: it can be read."},
    {"seekable", bytes_io_yes, "($self, /)", "True: any position can be gone to."},
    {"writable", bytes_io_yes, "($self, /)", "True: it can be written."},
    {"close", bytes_io_close, "($self, /)", "Drops the octets and closes the stream."},
    {"flush", bytes_io_flush, "($self, /)", "Nothing: there is no file."},
    {"isatty", bytes_io_isatty, "($self, /)", "False: memory is no terminal."},
    {"tell", bytes_io_tell, "($self, /)", "The position in the stream."},
    {"write", bytes_io_write, "($self, b, /)", "Writes the octets and returns how many."},
    {"writelines", bytes_io_writelines, "($self, lines, /)", "Writes each of the bytes-like objects."},
    {"read1", bytes_io_read, "($self, size=-1, /)", "The same as read()."},
    {"readinto", bytes_io_readinto, "($self, buffer, /)", "Reads octets into the buffer."},
    {"readline", bytes_io_readline, "($self, size=-1, /)", "One line, at most `size` octets of it."},
    {"readlines", bytes_io_readlines, "($self, size=None, /)",
     "A list of lines, until their sizes reach `size`."},
    {"read", bytes_io_read, "($self, size=-1, /)", "At most `size` octets, all without a size."},
    {"getbuffer", bytes_io_getbuffer, "($self, /)", "A writable view of the octets, not a copy."},
    {"getvalue", bytes_io_getvalue, "($self, /)", "All octets, whatever the position."},
    {"seek", bytes_io_seek, "($self, pos, whence=0, /)",
     "Moves to a position counted from start, here or end."},
    {"truncate", bytes_io_truncate, "($self, size=None, /)", "Drops what lies behind the size."},
    {"__getstate__", bytes_io_getstate, "-($self)", nullptr},
    {"__setstate__", bytes_io_setstate, "-($self, state, /)", nullptr},
    {"__sizeof__", bytes_io_sizeof, "-($self)", nullptr},
};

constexpr GetSetDef bytes_io_getset[] = {
    {"closed", bytes_io_get_closed, nullptr, "Whether close() has been called."},
};

const TypeSpec bytes_io_spec = {
    .name = "_io.BytesIO",
    .basic_size = sizeof(BytesIO),
    .flags = type_flag::base_type | type_flag::collected,
    .base = &buffered_io_base_type,
    .doc = "A stream of octets in memory.",
    .slots = {.new_ = bytes_io_new,
              .init = bytes_io_init,
              .dealloc = bytes_io_dealloc,
              .iter = stream_iter,
              .next = bytes_io_next},
    .methods = bytes_io_methods,
    .getset = bytes_io_getset,
    .signature = "(initial_bytes=b'')",
};

const TypeSpec bytes_io_view_spec = {
    .name = "_io._BytesIOBuffer",
    .basic_size = sizeof(BytesIOView),
    .flags = type_flag::disallow_new,
    .slots = {.dealloc = view_dealloc, .get_buffer = view_get_buffer, .release_buffer = view_release_buffer},
};

}  // namespace

Type bytes_io_type(bytes_io_spec);
Type bytes_io_view_type(bytes_io_view_spec);

}  // namespace minipy
