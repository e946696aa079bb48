// open(): which layers a mode asks for.
//
// CPython: Modules/_io/_iomodule.c (_io_open_impl)
#include <fmt/format.h>

#include "modules/io/buffered.h"
#include "modules/io/file_io.h"
#include "modules/io/text_io.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/exceptions.h"
#include "objects/index.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "objects/vm_hooks.h"

namespace minipy {
namespace {

struct Mode {
    bool creating = false, reading = false, writing = false, appending = false;
    bool updating = false, text = false, binary = false;
    std::string raw;  // what FileIO is told
};

bool* field_of(Mode& mode, char letter) noexcept {
    switch (letter) {
        case 'x': return &mode.creating;
        case 'r': return &mode.reading;
        case 'w': return &mode.writing;
        case 'a': return &mode.appending;
        case '+': return &mode.updating;
        case 't': return &mode.text;
        case 'b': return &mode.binary;
        default: return nullptr;
    }
}

Result<Mode> parse_mode(std::string_view text) {
    Mode mode;
    for (const char letter : text) {
        bool* field = field_of(mode, letter);
        if (!field || *field) return raise(value_error_type, fmt::format("invalid mode: '{}'", text));
        *field = true;
    }
    for (const char letter : {'x', 'r', 'w', 'a', '+'})
        if (*field_of(mode, letter)) mode.raw += letter;
    return mode;
}

Status check_mode(const Mode& mode, const OpenOptions& options) {
    if (mode.text && mode.binary) return raise(value_error_type, "can't have text and binary mode at once");
    // None of them at all is for FileIO to complain about.
    if (mode.creating + mode.reading + mode.writing + mode.appending > 1)
        return raise(value_error_type, "must have exactly one of create/read/write/append mode");
    if (!mode.binary) return done;
    const auto given = [](Object* value) { return value && !is_none(value); };
    if (given(options.encoding))
        return raise(value_error_type, "binary mode doesn't take an encoding argument");
    if (given(options.errors)) return raise(value_error_type, "binary mode doesn't take an errors argument");
    if (given(options.newline)) return raise(value_error_type, "binary mode doesn't take a newline argument");
    if (options.buffering == 1)
        return warn(runtime_warning_type,
                    "line buffering (buffering=1) isn't supported in binary mode, the default buffer size will "
                    "be used");
    return done;
}

Ref<Object> open_raw(const OpenOptions& options, const Mode& mode) {
    Ref<Str> mode_text = str_from_utf8(mode.raw);
    Ref<Object> close_fd = new_bool(options.close_fd);
    Object* opener = options.opener ? options.opener : &none;
    return call(&file_io_type, {options.file, mode_text.get(), close_fd.get(), opener});
}

Ref<Object> open_buffered(Object* raw, const Mode& mode, int buffering) {
    Type& type = mode.updating  ? buffered_random_type
                 : mode.reading ? buffered_reader_type
                                : buffered_writer_type;
    Ref<Int> size = new_int(buffering);
    return call(&type, {raw, size.get()});
}

/// The layers above the raw one; `top` is always the topmost that exists.
Status add_layers(const OpenOptions& options, const Mode& mode, std::string_view mode_text, Ref<Object>& top) {
    int buffering = options.buffering;
    const bool is_terminal = buffering < 0 && TRY(ask(top.get(), name<"isatty">));
    const bool line_buffering = buffering == 1 || is_terminal;
    if (buffering == 1 || buffering < 0) {
        Ref<Object> block_size = TRY(get_attribute(top.get(), name<"_blksize">));
        buffering = TRY(argument_int(block_size.get()));
    }
    if (buffering < 0) return raise(value_error_type, "invalid buffering size");
    if (buffering == 0) {
        if (!mode.binary) return raise(value_error_type, "can't have unbuffered text I/O");
        return done;
    }
    top = TRY(open_buffered(top.get(), mode, buffering));
    if (mode.binary) return done;
    Ref<TextIOWrapper> text = TRY(new_text_stream({.buffer = top.get(),
                                                   .encoding = options.encoding,
                                                   .errors = options.errors,
                                                   .newline = options.newline,
                                                   .line_buffering = line_buffering}));
    top = text;
    Ref<Str> shown = str_from_utf8(mode_text);
    return set_attribute(top.get(), name<"mode">, shown.get());
}

}  // namespace

Ref<Object> open_stream(const OpenOptions& options) {
    Ref<Object> path = has_index(options.file) ? share(options.file) : TRY(plain_path(options.file));
    const Mode mode = TRY(parse_mode(options.mode));
    TRY(check_mode(mode, options));
    OpenOptions resolved = options;
    resolved.file = path.get();
    Ref<Object> top = TRY(open_raw(resolved, mode));
    if (add_layers(resolved, mode, options.mode, top)) return top;
    Ref<Object> error = take_exception();
    Ref<Object> closed = call_method(top.get(), name<"close">);
    if (!closed) {
        chain_exceptions(std::move(error));
        return failed;
    }
    return raise_object(std::move(error));
}

}  // namespace minipy
