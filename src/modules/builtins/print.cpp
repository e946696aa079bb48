// print() and input().
//
// Standard output is nearly always a TextIOWrapper: then strings go to it without a method call. Invariant: the
// text written is the same whatever way it takes.
//
// CPython: Python/bltinmodule.c (builtin_print, builtin_input)
#include <fmt/format.h>

#include "modules/builtins/builtins.h"
#include "modules/io/text_io.h"
#include "objects/attribute.h"
#include "objects/call.h"
#include "objects/errors.h"
#include "objects/int.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "objects/tuple.h"
#include "vm/import.h"

namespace minipy {
namespace {

Status write_text(Object* file, Str* text) {
    if (is_exactly(file, text_io_wrapper_type)) {
        TRY(text_check_open(as_text(file)));
        return text_write(as_text(file), text);
    }
    TRY(call_method(file, name<"write">, {text}));
    return done;
}

Status write_object(Object* file, Object* object) {
    if (is_exactly(object, str_type)) return write_text(file, static_cast<Str*>(object));
    Ref<Str> text = TRY(to_str(object));
    return write_text(file, text.get());
}

/// A separator argument: a string, or null for None.
Result<Str*> text_or_none(Object* value, const char* argument) {
    if (is_none(value)) return static_cast<Str*>(nullptr);
    if (is_str(value)) return static_cast<Str*>(value);
    return raise(type_error_type,
                 fmt::format("{} must be None or a string, not {}", argument, value->type->name));
}

/// The stream of that name in sys, which input() cannot do without.
Ref<Object> needed_stream(Str* stream_name) {
    Object* stream = sys_attribute(stream_name);
    if (stream && !is_none(stream)) return share(stream);
    return raise(runtime_error_type, fmt::format("input(): lost sys.{}", str_utf8(stream_name)));
}

/// A line of the stream without its line end. PyFile_GetLine.
Ref<Object> read_line(Object* stream) {
    Ref<Object> line = TRY(call_method(stream, name<"readline">));
    if (!is_str(line.get())) return raise(type_error_type, "object.readline() returned non-string");
    auto* text = static_cast<Str*>(line.get());
    if (text->size == 0) return raise(eof_error_type, "EOF when reading a line");
    if (text->at(text->size - 1) == '\n') return str_substring(text, 0, text->size - 1);
    return line;
}

}  // namespace

NewRef builtin_print(Object*, Object* const* arguments) {
    auto* objects = static_cast<Tuple*>(arguments[0]);
    Ref<Object> file = share(arguments[3]);
    if (is_none(file.get())) {
        file = share(sys_attribute(name<"stdout">));
        if (!file) return raise(runtime_error_type, "lost sys.stdout");
        if (is_none(file.get())) return new_none();
    }
    Str* separator = TRY(text_or_none(arguments[1], "sep"));
    Str* end = TRY(text_or_none(arguments[2], "end"));
    for (Size i = 0; i < objects->size; ++i) {
        if (i) TRY(write_text(file.get(), separator ? separator : name<" ">));
        TRY(write_object(file.get(), (*objects)[i]));
    }
    TRY(write_text(file.get(), end ? end : name<"\n">));
    if (TRY(truth(arguments[4]))) TRY(call_method(file.get(), name<"flush">));
    return new_none();
}

NewRef builtin_input(Object*, Object* const* arguments) {
    Ref<Object> in = TRY(needed_stream(name<"stdin">));
    Ref<Object> out = TRY(needed_stream(name<"stdout">));
    Ref<Object> error = TRY(needed_stream(name<"stderr">));
    if (!Ref<Object>(call_method(error.get(), name<"flush">))) clear_exception();
    if (arguments[0]) TRY(write_object(out.get(), arguments[0]));
    if (!Ref<Object>(call_method(out.get(), name<"flush">))) clear_exception();
    return read_line(in.get());
}

}  // namespace minipy
