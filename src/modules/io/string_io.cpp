// StringIO: a text stream in memory.
//
// As long as the program only appends, the text gathers in a builder that keeps its narrowest width; the first
// operation that needs single characters unpacks it to 32 bits each. Invariant: while `appending` the position
// is the end, and `characters` is empty.
//
// CPython: Modules/_io/stringio.c
#include <fmt/format.h>

#include <new>
#include <string>

#include "memory/allocator.h"
#include "modules/io/io.h"
#include "modules/io/newline.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/dict.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/memory_guard.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str_builder.h"
#include "objects/tuple.h"

namespace minipy {
namespace {

struct StringIO : Stream {
    bool initialized, closed;
    bool appending;
    Size position;
    NewlineMode newline;
    std::string_view write_ending;  // what '\n' is written as; empty: as it is
    Object* newline_argument;
    NewlineState newlines;
    // Members with constructors: made and ended by `new_` and `dealloc`.
    StrBuilder appended;
    std::u32string characters;

    Size size() const noexcept { return static_cast<Size>(characters.size()); }
};

StringIO* as_string_io(Object* object) noexcept { return static_cast<StringIO*>(object); }

Status check_open(Object* self) {
    if (!as_string_io(self)->initialized)
        return raise(value_error_type, "I/O operation on uninitialized object");
    if (as_string_io(self)->closed) return raise(value_error_type, "I/O operation on closed file");
    return done;
}

/// Leaves the appending state.
Status unpack(StringIO* stream) {
    if (!stream->appending) return done;
    stream->appending = false;
    Ref<Str> text = TRY(stream->appended.finish());
    return guard_memory([&]() -> Status {
        stream->characters.resize(static_cast<std::size_t>(text->size));
        with_data(text.get(),
                  [&](const auto* data) { copy_characters(stream->characters.data(), data, text->size); });
        return done;
    });
}

Ref<Str> slice(const StringIO* stream, Size start, Size end) {
    return str_from_characters(stream->characters.data() + start, end - start);
}

/// Everything written; the appending state goes on.
Ref<Str> whole(StringIO* stream) {
    if (!stream->appending) return slice(stream, 0, stream->size());
    Ref<Str> text = TRY(stream->appended.finish());
    stream->appended.append(text.get());
    return text;
}

/// The text with '\n' written as the stream's line end.
Ref<Str> with_ending(StringIO* stream, Ref<Str> text) {
    if (stream->write_ending.empty()) return text;
    Ref<Str> ending = str_from_utf8(stream->write_ending);
    Ref<Object> changed = TRY(call_method(text.get(), name<"replace">, {name<"\n">, ending.get()}));
    return Ref<Str>::steal(static_cast<Str*>(changed.release()));
}

Status put(StringIO* stream, Str* source) {
    Ref<Str> text = share(source);
    if (stream->newline.universal)
        text = TRY(stream->newlines.decode(std::move(text), stream->newline.translate, true));
    text = TRY(with_ending(stream, std::move(text)));
    if (stream->appending) {
        stream->appended.append(text.get());
        stream->position += text->size;
        return done;
    }
    return guard_memory([&]() -> Status {
        const auto end = static_cast<std::size_t>(stream->position + text->size);
        if (text->size && end > stream->characters.size()) stream->characters.resize(end);
        with_data(text.get(), [&](const auto* data) {
            copy_characters(stream->characters.data() + stream->position, data, text->size);
        });
        stream->position += text->size;
        return done;
    });
}

NewRef string_io_new(Type* type, Tuple*, Dict*) {
    StringIO* stream = as_string_io(allocate_instance(type));
    new (&stream->appended) StrBuilder;
    new (&stream->characters) std::u32string;
    return NewRef(stream);
}

Status set_newline(StringIO* stream, Object* newline) {
    if (!is_none(newline) && !is_str(newline))
        return raise(type_error_type, fmt::format("newline must be str or None, not {}", newline->type->name));
    stream->newline = TRY(parse_newline(newline, "StringIO"));
    stream->write_ending = stream->newline.universal || stream->newline.ending == "\n" ? std::string_view()
                                                                                       : stream->newline.ending;
    stream->newlines = {};
    incref(newline);
    xdecref(std::exchange(stream->newline_argument, newline));
    return done;
}

/// Empties the stream and gives it its first text; `as_is` leaves the line ends alone.
Status start(StringIO* stream, Object* text, bool as_is) {
    Ref<Str> dropped = stream->appended.finish();
    stream->characters.clear();
    stream->position = 0;
    stream->closed = false;
    stream->appending = true;
    if (text && !is_none(text)) {
        if (as_is)
            stream->appended.append(static_cast<Str*>(text));
        else
            TRY(put(stream, static_cast<Str*>(text)));
        if (static_cast<Str*>(text)->size) TRY(unpack(stream));
        stream->position = 0;
    }
    stream->initialized = true;
    return done;
}

Status string_io_init(Object* self, Tuple* arguments, Dict* keywords) {
    static constexpr const char* names[] = {"initial_value", "newline"};
    Object* bound[2];
    TRY(bind_arguments("StringIO", names, arguments, keywords, bound));
    StringIO* stream = as_string_io(self);
    stream->initialized = false;
    TRY(set_newline(stream, bound[1] ? bound[1] : name<"\n">));
    if (bound[0] && !is_none(bound[0]) && !is_str(bound[0]))
        return raise(type_error_type,
                     fmt::format("initial_value must be str or None, not {}", bound[0]->type->name));
    return start(stream, bound[0], false);
}

void string_io_dealloc(Object* self) noexcept {
    if (!begin_stream_dealloc(self)) return;
    StringIO* stream = as_string_io(self);
    xdecref(std::exchange(stream->newline_argument, nullptr));
    std::destroy_at(&stream->appended);
    std::destroy_at(&stream->characters);
    end_stream_dealloc(self);
}

// --- methods

NewRef string_io_getvalue(Object* self, Object* const*) {
    TRY(check_open(self));
    return whole(as_string_io(self));
}

NewRef string_io_tell(Object* self, Object* const*) {
    TRY(check_open(self));
    return new_int(as_string_io(self)->position);
}

NewRef string_io_read(Object* self, Object* const* arguments) {
    const Size size = TRY(size_argument(arguments[0]));
    TRY(check_open(self));
    StringIO* stream = as_string_io(self);
    if (stream->appending) return empty_str();
    const Size left = std::max<Size>(stream->size() - stream->position, 0);
    const Size taken = size < 0 ? left : std::min(size, left);
    if (taken == 0) return empty_str();
    stream->position += taken;
    return slice(stream, stream->position - taken, stream->position);
}

Ref<Str> take_line(StringIO* stream, Size limit) {
    if (stream->appending || stream->position >= stream->size()) return empty_str();
    const Size start = stream->position, left = stream->size() - start;
    const Size most = limit < 0 ? stream->size() : start + std::min(limit, left);
    const Size end = stream->newline.find_end(stream->characters.data(), start, most);
    stream->position = end < 0 ? most : end;
    return slice(stream, start, stream->position);
}

NewRef string_io_readline(Object* self, Object* const* arguments) {
    const Size limit = TRY(size_argument(arguments[0]));
    TRY(check_open(self));
    return take_line(as_string_io(self), limit);
}

NewRef string_io_next(Object* self) {
    TRY(check_open(self));
    Ref<Object> line;
    if (is_exactly(self, string_io_type)) {
        line = TRY(take_line(as_string_io(self), -1));
    } else {
        line = TRY(call_method(self, name<"readline">));
        if (!is_str(line.get()))
            return raise(os_error_type, fmt::format("readline() should have returned a str object, not '{}'",
                                                    line->type->name));
    }
    if (static_cast<Str*>(line.get())->size == 0) return nullptr;
    return line;
}

NewRef string_io_truncate(Object* self, Object* const* arguments) {
    StringIO* stream = as_string_io(self);
    TRY(check_open(self));
    const Size size = is_none(arguments[0]) ? stream->position : TRY(size_argument(arguments[0]));
    if (size < 0) return raise(value_error_type, fmt::format("Negative size value {}", size));
    TRY(unpack(stream));
    if (size < stream->size()) stream->characters.resize(static_cast<std::size_t>(size));
    return new_int(size);
}

NewRef string_io_seek(Object* self, Object* const* arguments) {
    StringIO* stream = as_string_io(self);
    Size position = TRY(argument_size(arguments[0]));
    const int whence = TRY(argument_int(arguments[1]));
    TRY(check_open(self));
    if (whence < 0 || whence > 2)
        return raise(value_error_type, fmt::format("Invalid whence ({}, should be 0, 1 or 2)", whence));
    if (position < 0 && whence == 0)
        return raise(value_error_type, fmt::format("Negative seek position {}", position));
    if (whence != 0 && position != 0) return raise(os_error_type, "Can't do nonzero cur-relative seeks");
    if (whence == 1) position = stream->position;
    if (!stream->appending || whence == 0) {
        TRY(unpack(stream));
        if (whence == 2) position = stream->size();
    } else {
        position = stream->position;
    }
    stream->position = position;
    return new_int(position);
}

NewRef string_io_write(Object* self, Object* const* arguments) {
    if (!is_str(arguments[0]))
        return raise(type_error_type,
                     fmt::format("string argument expected, got '{}'", arguments[0]->type->name));
    TRY(check_open(self));
    auto* text = static_cast<Str*>(arguments[0]);
    if (text->size) TRY(put(as_string_io(self), text));
    return new_int(text->size);
}

NewRef string_io_close(Object* self, Object* const*) {
    StringIO* stream = as_string_io(self);
    stream->closed = true;
    if (stream->appending) Ref<Str> dropped = stream->appended.finish();
    stream->appending = false;
    std::u32string().swap(stream->characters);
    return new_none();
}

NewRef string_io_yes(Object* self, Object* const*) {
    TRY(check_open(self));
    return new_bool(true);
}

NewRef string_io_getstate(Object* self, Object* const*) {
    TRY(check_open(self));
    StringIO* stream = as_string_io(self);
    Ref<Str> text = TRY(whole(stream));
    Ref<Int> position = new_int(stream->position);
    Ref<Object> dict = new_none();
    if (stream->dict) dict = dict_copy(stream->dict);
    Object* items[] = {text.get(), stream->newline_argument, position.get(), dict.get()};
    return new_tuple(items);
}

NewRef string_io_setstate(Object* self, Object* const* arguments) {
    Object* state = arguments[0];
    if (as_string_io(self)->closed) return raise(value_error_type, "I/O operation on closed file");
    if (!is_tuple(state) || static_cast<Tuple*>(state)->size < 4)
        return raise(type_error_type, fmt::format("{}.__setstate__ argument should be 4-tuple, got {}",
                                                  self->type->name, state->type->name));
    Tuple& items = *static_cast<Tuple*>(state);
    if (!is_str(items[0]) && !is_none(items[0]))
        return raise(type_error_type,
                     fmt::format("initial_value must be str or None, not {}", items[0]->type->name));
    TRY(set_newline(as_string_io(self), items[1]));
    TRY(start(as_string_io(self), items[0], true));
    TRY(unpack(as_string_io(self)));
    if (!is_int(items[2]))
        return raise(type_error_type,
                     fmt::format("third item of state must be an integer, got {}", items[2]->type->name));
    const Size position = TRY(argument_size(items[2]));
    if (position < 0) return raise(value_error_type, "position value cannot be negative");
    as_string_io(self)->position = position;
    if (is_none(items[3])) return new_none();
    if (!is_dict(items[3]))
        return raise(type_error_type,
                     fmt::format("fourth item of state should be a dict, got a {}", items[3]->type->name));
    Ref<Dict> dict = TRY(instance_dict(self));
    TRY(dict_update(dict.get(), items[3]));
    return new_none();
}

NewRef string_io_get_closed(Object* self) {
    if (!as_string_io(self)->initialized)
        return raise(value_error_type, "I/O operation on uninitialized object");
    return new_bool(as_string_io(self)->closed);
}

NewRef string_io_get_newlines(Object* self) {
    TRY(check_open(self));
    return newlines_seen(as_string_io(self)->newlines.seen);
}

NewRef string_io_get_line_buffering(Object* self) {
    TRY(check_open(self));
    return new_bool(false);
}

constexpr NativeDef string_io_methods[] = {
    {"close", string_io_close, "($self, /)", "Drops the text and closes the stream."},
    {"getvalue", string_io_getvalue, "($self, /)", "The whole text, whatever the position."},
    {"read", string_io_read, "($self, size=-1, /)", "At most `size` characters, all without a size."},
    {"readline", string_io_readline, "($self, size=-1, /)", "One line, at most `size` characters of it."},
    {"tell", string_io_tell, "($self, /)", "The position in the stream."},
    {"truncate", string_io_truncate, "($self, pos=None, /)", "Drops what lies behind the position."},
    {"seek", string_io_seek, "($self, pos, whence=0, /)",
     "Moves to a position, or stays, or moves to the end."},
    {"write", string_io_write, "($self, s, /)", "Writes the string and returns its length."},
    {"seekable", string_io_yes, "($self, /)", "True: any position can be gone to."},
    {"readable", string_io_yes, "($self, /)", "True: it can be read."},
    {"writable", string_io_yes, "($self, /)", "True: it can be written."},
    {"__getstate__", string_io_getstate, "-($self)", nullptr},
    {"__setstate__", string_io_setstate, "-($self, state, /)", nullptr},
};

constexpr GetSetDef string_io_getset[] = {
    {"closed", string_io_get_closed, nullptr, nullptr},
    {"newlines", string_io_get_newlines, nullptr, nullptr},
    {"line_buffering", string_io_get_line_buffering, nullptr, nullptr},
};

const TypeSpec string_io_spec = {
    .name = "_io.StringIO",
    .basic_size = sizeof(StringIO),
    .flags = type_flag::base_type | type_flag::collected,
    .base = &text_io_base_type,
    .doc =
        "A stream of characters in memory.\n\n`newline` works as for TextIOWrapper, but None does not "
        "change what is written.",
    .slots = {.new_ = string_io_new,
              .init = string_io_init,
              .dealloc = string_io_dealloc,
              .next = string_io_next},
    .methods = string_io_methods,
    .getset = string_io_getset,
    .signature = "(initial_value='', newline='\\n')",
};

}  // namespace

Type string_io_type(string_io_spec);

}  // namespace minipy
