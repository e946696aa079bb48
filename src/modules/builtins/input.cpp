// input().
//
// On a terminal the line is edited by whoever edits lines there (terminal_line.h), past the streams of `sys`;
// these only say how text is encoded. Anywhere else it is the stream's own `readline`.
//
// CPython: Python/bltinmodule.c (builtin_input)
#include <fmt/format.h>
#include <unistd.h>

#include "modules/builtins/builtins.h"
#include "modules/terminal_line.h"
#include "objects/attribute.h"
#include "objects/audit.h"
#include "objects/bytes.h"
#include "objects/call.h"
#include "objects/codecs.h"
#include "objects/errors.h"
#include "objects/index.h"
#include "objects/names.h"
#include "objects/protocol.h"
#include "objects/singletons.h"
#include "objects/str.h"
#include "vm/import.h"

namespace minipy {
namespace {

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

/// Whether the stream is that file of the process, and a terminal.
bool is_terminal(Object* stream, int file) {
    Ref<Object> number = call_method(stream, name<"fileno">);
    const Result<int> found = number ? argument_int(number.get()) : Result<int>(failed);
    if (!found) clear_exception();
    return found && *found == file && ::isatty(file);
}

/// How a stream translates text; false if it does not say.
struct Translation {
    std::string encoding, errors;

    bool take(Object* stream) {
        Ref<Object> found_encoding = get_attribute(stream, name<"encoding">);
        Ref<Object> found_errors = found_encoding ? get_attribute(stream, name<"errors">) : NewRef(failed);
        if (!found_errors) clear_exception();
        if (!found_errors || !is_str(found_encoding.get()) || !is_str(found_errors.get())) return false;
        encoding = str_utf8(static_cast<Str*>(found_encoding.get()));
        errors = str_utf8(static_cast<Str*>(found_errors.get()));
        return true;
    }
};

/// The prompt in octets, up to a null character.
Result<std::string> prompt_octets(Object* prompt, const Translation& out) {
    Ref<Str> text = TRY(to_str(prompt));
    Ref<Bytes> octets = TRY(encode_str(text.get(), out.encoding, out.errors));
    return std::string(octets->data());
}

/// A line from the terminal, by way of `readline` if that is there.
NewRef terminal_input(const Translation& in, const std::string& prompt) {
    std::string line = TRY(read_terminal_line(prompt));
    if (line.empty()) return raise(eof_error_type);
    if (line.ends_with('\n')) line.pop_back();
    return decode_octets(line, in.encoding, in.errors);
}

}  // namespace

NewRef builtin_input(Object*, Object* const* arguments) {
    Ref<Object> in = TRY(needed_stream(name<"stdin">));
    Ref<Object> out = TRY(needed_stream(name<"stdout">));
    Ref<Object> error = TRY(needed_stream(name<"stderr">));
    TRY(audit("builtins.input", arguments[0]));
    if (!Ref<Object>(call_method(error.get(), name<"flush">))) clear_exception();
    Translation input, output;
    if (is_terminal(in.get(), STDIN_FILENO) && is_terminal(out.get(), STDOUT_FILENO) && input.take(in.get()) &&
        (!arguments[0] || output.take(out.get()))) {
        if (!Ref<Object>(call_method(out.get(), name<"flush">))) clear_exception();
        Ref<Object> line =
            TRY(terminal_input(input, arguments[0] ? TRY(prompt_octets(arguments[0], output)) : std::string()));
        TRY(audit("builtins.input/result", line));
        return line;
    }
    if (arguments[0]) TRY(call_method(out.get(), name<"write">, {TRY(to_str(arguments[0])).get()}));
    if (!Ref<Object>(call_method(out.get(), name<"flush">))) clear_exception();
    return read_line(in.get());
}

}  // namespace minipy
