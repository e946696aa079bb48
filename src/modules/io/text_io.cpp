// TextIOWrapper as Python sees it: construction, methods, attributes.
//
// CPython: Modules/_io/textio.c
#include "modules/io/text_io.h"

#include <fmt/format.h>
#include <langinfo.h>

#include <new>

#include "modules/io/buffered.h"
#include "modules/io/file_io.h"
#include "modules/run_options.h"
#include "objects/arguments.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/instance.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/repr_guard.h"
#include "objects/singletons.h"

#include "vm/import.h"

namespace minipy {

Ref<Str> locale_encoding() {
    const char* name = ::nl_langinfo(CODESET);
    return str_from_utf8(name && *name ? name : "UTF-8");
}

Status text_check(TextIOWrapper* stream) {
    if (stream->initialized) [[likely]]
        return done;
    return raise(value_error_type, stream->detached ? "underlying buffer has been detached"
                                                    : "I/O operation on uninitialized object");
}

Result<bool> text_is_closed(TextIOWrapper* stream) {
    if (is_plain_buffered(stream->buffer) && as_buffered(stream->buffer)->initialized &&
        is_exactly(as_buffered(stream->buffer)->raw, file_io_type))
        return as_file(as_buffered(stream->buffer)->raw)->fd < 0;
    return is_closed(stream->buffer);
}

Status text_check_open(TextIOWrapper* stream) {
    TRY(text_check(stream));
    // A subclass may say of itself whether it is closed.
    const bool closed =
        is_exactly(stream, text_io_wrapper_type) ? TRY(text_is_closed(stream)) : TRY(is_closed(stream));
    if (closed) return raise_closed_stream();
    return done;
}

namespace {

void set_reference(Object*& place, Object* value) noexcept {
    xincref(value);
    xdecref(std::exchange(place, value));
}

void apply_newline(TextIOWrapper* stream, NewlineMode mode) {
    stream->newline = mode;
    stream->codec.universal = mode.universal;
    stream->codec.translate = mode.translate;
    // None writes the system's line end, which is '\n' here.
    stream->write_ending = mode.universal || mode.ending == "\n" ? "" : mode.ending;
}

/// In development mode a wrong name is an error at once, not at the first character that needs the handler.
Status check_error_handler(Str* errors) {
    Ref<Object> registry = TRY(import_module("_codecs"));
    TRY(call_method(registry.get(), name<"lookup_error">, {errors}));
    return done;
}

Ref<Str> choose_encoding(Object* encoding) {
    if (encoding && !is_none(encoding) && !str_equal(static_cast<Str*>(encoding), "locale"))
        return share(static_cast<Str*>(encoding));
    return locale_encoding();
}

Status open_codec(TextIOWrapper* stream, Str* encoding, Str* errors) {
    const bool readable = TRY(ask(stream->buffer, name<"readable">));
    const bool writable = TRY(ask(stream->buffer, name<"writable">));
    TRY(stream->codec.open(encoding, errors, readable, writable));
    set_reference(stream->encoding, encoding);
    set_reference(stream->errors, errors);
    return done;
}

/// In the middle of a file no byte order mark is written.
Status fix_encoder_start(TextIOWrapper* stream) {
    if (!stream->seekable || !stream->codec.encoder) return done;
    Ref<Object> position = TRY(call_method(stream->buffer, name<"tell">));
    if (TRY(truth(position.get()))) TRY(stream->codec.set_encoder_start(false));
    return done;
}

Status check_text_argument(Object* value, const char* argument) {
    if (!value || is_none(value) || is_str(value)) return done;
    return raise_bad_argument(fmt::format("TextIOWrapper() argument '{}'", argument), "str or None", value);
}

}  // namespace

Status text_setup(TextIOWrapper* stream, const TextOptions& options) {
    stream->initialized = stream->detached = false;
    TRY(check_text_argument(options.encoding, "encoding"));
    TRY(check_text_argument(options.errors, "errors"));
    const NewlineMode newline = TRY(parse_newline(options.newline, "TextIOWrapper"));
    if (!options.encoding || is_none(options.encoding)) TRY(warn_of_default_encoding(1));
    Ref<Str> encoding = TRY(choose_encoding(options.encoding));
    Str* errors =
        options.errors && !is_none(options.errors) ? static_cast<Str*>(options.errors) : name<"strict">;
    if (run_options().dev_mode) TRY(check_error_handler(errors));
    text_forget_decoded(stream);
    stream->snapshot.valid = false;
    stream->pending.clear();
    set_reference(stream->buffer, options.buffer);
    stream->chunk_size = default_buffer_size;
    stream->line_buffering = options.line_buffering;
    stream->write_through = options.write_through;
    apply_newline(stream, newline);
    TRY(open_codec(stream, encoding.get(), errors));
    stream->seekable = stream->telling = TRY(ask(stream->buffer, name<"seekable">));
    Ref<Object> read1;
    TRY(find_attribute(stream->buffer, name<"read1">, read1));
    stream->has_read1 = static_cast<bool>(read1);
    TRY(fix_encoder_start(stream));
    stream->initialized = true;
    return done;
}

namespace {

NewRef text_new(Type* type, Tuple*, Dict*) {
    TextIOWrapper* stream = as_text(allocate_instance(type));
    new (&stream->codec) TextCodec;
    new (&stream->pending) std::string;
    new (&stream->decoded) Ref<Str>;
    new (&stream->snapshot) TextSnapshot;
    stream->chunk_size = default_buffer_size;
    return NewRef(stream);
}

}  // namespace

Ref<TextIOWrapper> new_text_stream(const TextOptions& options) {
    Ref<TextIOWrapper> stream =
        Ref<TextIOWrapper>::steal(as_text(text_new(&text_io_wrapper_type, nullptr, nullptr).object));
    TRY(text_setup(stream.get(), options));
    return stream;
}

namespace {

Status text_init(Object* self, Tuple* arguments, Dict* keywords) {
    static constexpr const char* names[] = {"buffer",  "encoding",       "errors",
                                            "newline", "line_buffering", "write_through"};
    Object* bound[6];
    TRY(bind_arguments("TextIOWrapper", names, arguments, keywords, bound, 1));
    return text_setup(as_text(self), {.buffer = bound[0],
                                      .encoding = bound[1],
                                      .errors = bound[2],
                                      .newline = bound[3],
                                      .line_buffering = bound[4] && TRY(truth(bound[4])),
                                      .write_through = bound[5] && TRY(truth(bound[5]))});
}

void text_clear(Object* self) {
    TextIOWrapper* stream = as_text(self);
    stream->initialized = false;
    stream_clear(self);
    set_reference(stream->buffer, nullptr);
    stream->codec.decoder.reset();
    stream->codec.encoder.reset();
}

void text_dealloc(Object* self) noexcept {
    if (!begin_stream_dealloc(self)) return;
    TextIOWrapper* stream = as_text(self);
    text_clear(self);
    set_reference(stream->encoding, nullptr);
    set_reference(stream->errors, nullptr);
    std::destroy_at(&stream->codec);
    std::destroy_at(&stream->pending);
    std::destroy_at(&stream->decoded);
    std::destroy_at(&stream->snapshot);
    end_stream_dealloc(self);
}

int text_traverse(Object* self, Visit visit, void* context) {
    TextIOWrapper* stream = as_text(self);
    for (Object* owned : {stream->buffer, stream->codec.decoder.get(), stream->codec.encoder.get()})
        if (owned)
            if (int result = visit(owned, context)) return result;
    return stream_traverse(self, visit, context);
}

// --- methods

NewRef text_write_method(Object* self, Object* const* arguments) {
    TextIOWrapper* stream = as_text(self);
    if (!is_str(arguments[0])) return raise_bad_argument("write", "argument", "str", arguments[0]);
    TRY(text_check_open(stream));
    auto* text = static_cast<Str*>(arguments[0]);
    TRY(text_write(stream, text));
    return new_int(text->size);
}

NewRef text_read_method(Object* self, Object* const* arguments) {
    const Size size = TRY(size_argument(arguments[0]));
    TRY(text_check_open(as_text(self)));
    return text_read(as_text(self), size);
}

NewRef text_readline_method(Object* self, Object* const* arguments) {
    TRY(text_check_open(as_text(self)));
    const Size limit = TRY(argument_size(arguments[0]));
    return text_readline(as_text(self), limit);
}

NewRef text_next(Object* self) {
    TextIOWrapper* stream = as_text(self);
    TRY(text_check(stream));
    stream->telling = false;
    Ref<Object> line;
    if (is_exactly(self, text_io_wrapper_type)) {
        TRY(text_check_open(stream));
        line = TRY(text_readline(stream, -1));
    } else {
        line = TRY(call_method(self, name<"readline">));
        if (!is_str(line.get()))
            return raise(os_error_type, fmt::format("readline() should have returned a str object, not '{}'",
                                                    line->type->name));
    }
    if (static_cast<Str*>(line.get())->size) return line;
    stream->snapshot.valid = false;
    stream->telling = stream->seekable;
    return nullptr;
}

NewRef text_flush_method(Object* self, Object* const*) {
    TRY(text_check_open(as_text(self)));
    TRY(text_flush(as_text(self)));
    return new_none();
}

NewRef text_close(Object* self, Object* const*) {
    TextIOWrapper* stream = as_text(self);
    TRY(text_check(stream));
    if (TRY(text_is_closed(stream))) return new_none();
    if (stream->finalizing) {
        Ref<Object> warned = call_method(stream->buffer, name<"_dealloc_warn">, {self});
        if (!warned) clear_exception();
    }
    Ref<Object> flushed = call_method(self, name<"flush">);
    Ref<Object> flush_error = flushed ? Ref<Object>() : take_exception();
    Ref<Object> buffer = share(stream->buffer);
    Ref<Object> result = call_method(buffer.get(), name<"close">);
    if (!flush_error) return result;
    chain_exceptions(std::move(flush_error));
    return failed;
}

NewRef text_detach(Object* self, Object* const*) {
    TextIOWrapper* stream = as_text(self);
    TRY(text_check(stream));
    TRY(call_method(self, name<"flush">));
    stream->detached = true;
    stream->initialized = false;
    return NewRef(std::exchange(stream->buffer, nullptr));
}

NewRef text_truncate(Object* self, Object* const* arguments) {
    TRY(text_check(as_text(self)));
    TRY(call_method(self, name<"flush">));
    return call_method(as_text(self)->buffer, name<"truncate">, {arguments[0]});
}

NewRef ask_buffer(Object* self, Str* method) {
    TRY(text_check(as_text(self)));
    return call_method(as_text(self)->buffer, method);
}

NewRef text_fileno(Object* self, Object* const*) { return ask_buffer(self, name<"fileno">); }
NewRef text_seekable(Object* self, Object* const*) { return ask_buffer(self, name<"seekable">); }
NewRef text_readable(Object* self, Object* const*) { return ask_buffer(self, name<"readable">); }
NewRef text_writable(Object* self, Object* const*) { return ask_buffer(self, name<"writable">); }
NewRef text_isatty(Object* self, Object* const*) { return ask_buffer(self, name<"isatty">); }

/// Changes encoding, errors and newline; what is left out keeps its value.
Status change_codec(TextIOWrapper* stream, Object* encoding, Object* errors, Object* newline) {
    const bool keeps_encoding = is_none(encoding), keeps_errors = is_none(errors);
    if (newline) apply_newline(stream, TRY(parse_newline(newline, "reconfigure")));
    if (keeps_encoding && keeps_errors) return done;
    Ref<Str> new_encoding =
        keeps_encoding ? share(static_cast<Str*>(stream->encoding)) : TRY(choose_encoding(encoding));
    Str* new_errors = !keeps_errors     ? static_cast<Str*>(errors)
                      : !keeps_encoding ? name<"strict">
                                        : static_cast<Str*>(stream->errors);
    TRY(open_codec(stream, new_encoding.get(), new_errors));
    return fix_encoder_start(stream);
}

NewRef text_reconfigure(Object* self, Object* const* arguments) {
    TextIOWrapper* stream = as_text(self);
    Object *encoding = arguments[0], *errors = arguments[1], *newline = arguments[2];
    TRY(text_check(stream));
    const bool changes_codec = !is_none(encoding) || !is_none(errors) || newline;
    if (stream->decoded && changes_codec)
        return raise_unsupported(
            "It is not possible to set the encoding or newline of stream after the first read");
    for (const auto& [value, argument] : {std::pair{encoding, "encoding"}, std::pair{errors, "errors"}})
        if (!is_none(value) && !is_str(value))
            return raise_bad_argument(fmt::format("reconfigure() argument '{}'", argument), "str or None",
                                      value);
    const bool line_buffering = is_none(arguments[3]) ? stream->line_buffering : TRY(truth(arguments[3]));
    const bool write_through = is_none(arguments[4]) ? stream->write_through : TRY(truth(arguments[4]));
    TRY(call_method(self, name<"flush">));
    TRY(change_codec(stream, encoding, errors, newline));
    stream->line_buffering = line_buffering;
    stream->write_through = write_through;
    return new_none();
}

// --- attributes

NewRef buffer_attribute(Object* self, Str* attribute) {
    TRY(text_check(as_text(self)));
    return get_attribute(as_text(self)->buffer, attribute);
}

NewRef text_get_name(Object* self) { return buffer_attribute(self, name<"name">); }
NewRef text_get_closed(Object* self) { return buffer_attribute(self, name<"closed">); }

NewRef text_get_buffer(Object* self) {
    if (Object* buffer = as_text(self)->buffer) return new_ref(buffer);
    return raise(attribute_error_type, "buffer");
}

NewRef text_get_encoding(Object* self) {
    Object* encoding = as_text(self)->encoding;
    return new_ref(encoding ? encoding : &none);
}

NewRef text_get_errors(Object* self) {
    if (!as_text(self)->detached) TRY(text_check(as_text(self)));
    return new_ref(as_text(self)->errors);
}

NewRef text_get_newlines(Object* self) {
    TRY(text_check(as_text(self)));
    return newlines_seen(as_text(self)->codec.newlines.seen);
}

NewRef text_get_line_buffering(Object* self) { return new_bool(as_text(self)->line_buffering); }
NewRef text_get_write_through(Object* self) { return new_bool(as_text(self)->write_through); }

NewRef text_get_chunk_size(Object* self) {
    TRY(text_check(as_text(self)));
    return new_int(as_text(self)->chunk_size);
}

Status text_set_chunk_size(Object* self, Object* value_or_null) {
    TRY(text_check(as_text(self)));
    if (!value_or_null) return raise(attribute_error_type, "cannot delete attribute");
    const Size size = TRY(index_size(value_or_null, &value_error_type));
    if (size <= 0) return raise(value_error_type, "a strictly positive integer is required");
    as_text(self)->chunk_size = size;
    return done;
}

/// " name='...'" for repr, or nothing if there is no such attribute.
Status add_shown(std::string& text, Object* self, Str* attribute) {
    Ref<Object> value;
    if (!find_attribute(self, attribute, value)) {
        if (!pending_matches(value_error_type)) return failed;
        clear_exception();
    }
    if (!value) return done;
    Ref<Str> shown = TRY(repr(value.get()));
    text += fmt::format(" {}={}", str_utf8(attribute), str_utf8(shown.get()));
    return done;
}

NewRef text_repr(Object* self) {
    if (!as_text(self)->detached) TRY(text_check(as_text(self)));
    ReprGuard guard(self);
    if (guard.failed()) return failed;
    if (guard.nested())
        return raise(runtime_error_type, fmt::format("reentrant call inside {}.__repr__", self->type->name));
    std::string text = "<_io.TextIOWrapper";
    TRY(add_shown(text, self, name<"name">));
    TRY(add_shown(text, self, name<"mode">));
    Ref<Str> encoding = TRY(repr(as_text(self)->encoding));
    return str_from_utf8(fmt::format("{} encoding={}>", text, str_utf8(encoding.get())));
}

constexpr NativeDef text_methods[] = {
    {"detach", text_detach, "($self, /)", "Flushes, and separates the buffered stream and returns it."},
    {"reconfigure", text_reconfigure,
     "($self, /, *, encoding=None, errors=None, newline=<absent: None>, line_buffering=None, "
     "write_through=None)",
     "Flushes, and changes the given settings."},
    {"write", text_write_method, "($self, text, /)", "Writes the string and returns its length."},
    {"read", text_read_method, "($self, size=-1, /)", "Reads characters; without a size all of them."},
    {"readline", text_readline_method, "($self, size=-1, /)", "One line, or '' at the end."},
    {"flush", text_flush_method, "($self, /)", "Writes out what is pending."},
    {"close", text_close, "($self, /)", "Flushes and closes the stream and those below it."},
    {"fileno", text_fileno, "($self, /)", nullptr},
    {"seekable", text_seekable, "($self, /)", nullptr},
    {"readable", text_readable, "($self, /)", nullptr},
    {"writable", text_writable, "($self, /)", nullptr},
    {"isatty", text_isatty, "($self, /)", nullptr},
    {"seek", text_seek, "($self, cookie, whence=0, /)",
     "Goes back to where tell() was asked, to start or end."},
    {"tell", text_tell, "($self, /)", "An opaque number for seek()."},
    {"truncate", text_truncate, "($self, pos=None, /)", "Changes the size of the file."},
};

constexpr GetSetDef text_getset[] = {
    {"encoding", text_get_encoding, nullptr, nullptr},
    {"buffer", text_get_buffer, nullptr, nullptr},
    {"line_buffering", text_get_line_buffering, nullptr, nullptr},
    {"write_through", text_get_write_through, nullptr, nullptr},
    {"_finalizing", stream_get_finalizing, stream_set_finalizing, nullptr},
    {"name", text_get_name, nullptr, nullptr},
    {"closed", text_get_closed, nullptr, nullptr},
    {"newlines", text_get_newlines, nullptr, nullptr},
    {"errors", text_get_errors, nullptr, nullptr},
    {"_CHUNK_SIZE", text_get_chunk_size, text_set_chunk_size, nullptr},
};

const TypeSpec text_spec = {
    .name = "_io.TextIOWrapper",
    .basic_size = sizeof(TextIOWrapper),
    .flags = type_flag::base_type | type_flag::collected,
    .base = &text_io_base_type,
    .doc =
        "Text over a buffered stream of octets.\n\n"
        "`newline` says what ends a line: None any of '\\n', '\\r', '\\r\\n', all read as '\\n';\n"
        "'' any of them, unchanged; else only that one. `line_buffering` flushes after each line.",
    .slots = {.new_ = text_new,
              .init = text_init,
              .dealloc = text_dealloc,
              .traverse = text_traverse,
              .clear = text_clear,
              .repr = text_repr,
              .next = text_next},
    .methods = text_methods,
    .getset = text_getset,
    .signature =
        "(buffer, encoding=None, errors=None, newline=None, line_buffering=False, "
        "write_through=False)",
};

}  // namespace

Type text_io_wrapper_type(text_spec);

}  // namespace minipy
